"""Text to be set, as values: paragraphs of runs in their original characters; the widget makes them fit to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise


class Look(Enum):
    """How a run looks."""

    PLAIN = auto()
    STRONG = auto()
    MARK = auto()
    """An answering sentence in its article."""
    DIM = auto()
    LINK = auto()
    CHIP = auto()
    """A numbered citation."""
    CHIP_BAD = auto()
    """A citation whose article does not exist or is repealed."""
    CHIP_WARN = auto()
    """A citation not in force on the 기준일."""
    CHIP_OFF = auto()
    """A citation that is not in the store."""


CHIPS = frozenset({Look.CHIP, Look.CHIP_BAD, Look.CHIP_WARN, Look.CHIP_OFF})


class Kind(Enum):
    """What a paragraph is."""

    BODY = auto()
    DECISION = auto()
    QUOTE = auto()
    LAW = auto()
    """A line of an article: hangs below its number, deeper for 호 and 목."""
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with one look; `href` names what a click asks for: ``chip:2`` or ``ref:정보공개법 제11조``."""

    text: str
    look: Look = Look.PLAIN
    href: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `depth` counts the levels a LAW line stands below its article (항 0, 호 1, 목 2)."""

    runs: tuple[Run, ...]
    kind: Kind = Kind.BODY
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def marked(text: str, marks: tuple[tuple[int, int], ...], links: tuple[tuple[int, int, str], ...]) -> tuple[Run, ...]:
    """`text` cut into runs where `marks` (slices) and `links` (slices with href) begin and end; a link wins."""
    edges = sorted({0, len(text), *(e for a, b in marks for e in (a, b)), *(e for a, b, _ in links for e in (a, b))})
    edges = [edge for edge in edges if 0 <= edge <= len(text)]
    runs = []
    for start, end in pairwise(edges):
        href = next((h for a, b, h in links if a <= start and end <= b), "")
        look = Look.LINK if href else Look.PLAIN
        if not href and any(a <= start and end <= b for a, b in marks):
            look = Look.MARK
        runs.append(Run(text[start:end], look, href))
    return tuple(runs)
