"""Citations in a text that lead somewhere: to an article of this document or to another statute in the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from govdesk.law.references import Cited, NamedBy, find_citations

POINTERS = {"법": 0, "법률": 0, "영": 1, "령": 1, "시행령": 1, "규칙": 2, "시행규칙": 2}
"""What a member of a family calls the others (``법 제3조`` in a 시행령), by level."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads. `series` ``""`` is this document."""

    series: str
    article: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """``text[start:end]`` leads to `goal`."""

    start: int
    end: int
    goal: Goal


@dataclass(frozen=True)
class Reader:
    """What is needed to see where citations lead.

    `articles` of this document by number; ``series_of(title)`` of a statute in the store, else ``""``; `family` the
    series of 법률, 시행령, 시행규칙 by level, without this document.
    """

    articles: frozenset[str] = frozenset()
    series_of: Callable[[str], str] = lambda _title: ""
    family: Mapping[int, str] = field(default_factory=dict)

    def links(self, text: str) -> tuple[Link, ...]:
        """The links in `text`, in order; a citation that leads nowhere in the store is none."""
        if "조" not in text:
            return ()
        found = ((cited, self._goal(cited)) for cited in find_citations(text, pointers=True))
        return tuple(Link(cited.start, cited.end, goal) for cited, goal in found if goal is not None)

    def _goal(self, cited: Cited) -> Goal | None:
        article = cited.article.article()
        if cited.by is NamedBy.SELF:
            return Goal("", article, cited.place) if article in self.articles else None
        series = self._series(cited)
        return Goal(series, article, cited.place) if series else None

    def _series(self, cited: Cited) -> str:
        name = cited.statute or ""
        if cited.by is NamedBy.POINTER:
            return self.family.get(POINTERS.get(name, -1), "")
        return self.series_of(name)
