"""An answer laid out for reading: decision, quotes with their chips, table, card, notes. Values without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from govdesk.assistant.model import Citation, CitationStatus
from govdesk.law.names import short_name
from govdesk.text.dates import korean_date
from govdesk.text.particles import attach
from govdesk.ui.panes.chat.links import links_in, reference_in
from govdesk.ui.panes.chat.prose import Kind, Look, Para, Run, marked

if TYPE_CHECKING:
    from govdesk.assistant.model import Answer, GuideCard, TableRow
    from govdesk.knowledge.model import Expansion
    from govdesk.settings.profile import Profile

CHIP_LOOKS = {
    CitationStatus.VERIFIED: Look.CHIP,
    CitationStatus.NO_SUCH_ARTICLE: Look.CHIP_BAD,
    CitationStatus.REPEALED: Look.CHIP_BAD,
    CitationStatus.NOT_IN_FORCE: Look.CHIP_WARN,
    CitationStatus.NOT_IN_STORE: Look.CHIP_OFF,
}
CHIP_WORDS = {
    CitationStatus.NO_SUCH_ARTICLE: "없는 조문",
    CitationStatus.REPEALED: "폐지",
    CitationStatus.NOT_IN_STORE: "자료에 없음",
}

EMPHASIS_WORDS = 2
EMPHASIS_SHARE = 0.6
"""A quote is made strong in runs of this many words that the decision repeats, and not at all beyond this share."""

STRIP_ROWS = 6
STRIP_CHARACTERS = 14
"""A table is drawn as boxes side by side up to this many rows of two cells this long; 560 px hold them."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How many of the quotes were found word for word in their source."""

    checked: int
    of: int

    def __str__(self) -> str:
        if self.checked == self.of:
            return f"인용 {self.of}건 확인됨"
        return f"인용 {self.of}건 가운데 {self.checked}건 확인됨"


def verified(answer: Answer) -> Verified:
    """Quotes by what became of the check; a quote with two chips counts once."""
    quotes = {(c.quote, c.number): c.status is not CitationStatus.NO_SUCH_ARTICLE for c in answer.citations}
    merged: dict[str, bool] = {}
    for (quote, _), good in quotes.items():
        merged[quote] = merged.get(quote, True) and good
    return Verified(sum(merged.values()), len(merged))


def opening(answer: Answer) -> tuple[Para, ...]:
    """The decision sentence and the first quote: what stands over the table."""
    decision = (Para((Run(answer.decision),), Kind.DECISION),) if answer.decision else ()
    return (*decision, *_quotes(answer)[:1])


def closing(answer: Answer) -> tuple[Para, ...]:
    """The quotes after the first."""
    return _quotes(answer)[1:]


def pointer(answer: Answer) -> tuple[Para, ...]:
    """The line that points to what was not quoted."""
    if not answer.next_line:
        return ()
    own = answer.citations[0].hit.document.title if answer.citations else ""
    runs = marked(answer.next_line, (), links_in(answer.next_line, own))
    return (Para((Run("다음  ", Look.STRONG), *runs)),)


def streamed(text: str, rewritten: str = "") -> tuple[Para, ...]:
    """What has come in so far: the first line is the decision (a line that repeats the rewritten question is not)."""
    lead, _, after = text.partition("\n")
    if rewritten and rewritten in lead:
        text = after
    first, *rest = text.split("\n")
    lines = (Para((Run(line),)) for line in rest if line.strip())
    return (Para((Run(first),), Kind.DECISION), *lines)


def notes(answer: Answer) -> tuple[str, ...]:
    """What the person should know about how the answer was found, each a sentence."""
    own = (answer.twin_note, *answer.notices)
    return tuple(note for note in own if note)


def also_found(expansions: tuple[Expansion, ...]) -> str:
    """``'연차' → '연가'로도 찾음`` for each word, or ``""``."""
    return " · ".join(f"‘{e.word}’ → ‘{e.also}’{_or_by(e.also)} 찾음" for e in expansions)


def _or_by(word: str) -> str:
    return attach(word, "으로/로")[len(word) :] + "도"


def _quotes(answer: Answer) -> tuple[Para, ...]:
    """One paragraph a quote; twins with the same words share it and stand with two chips."""
    by_quote: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        by_quote.setdefault(citation.quote, []).append(citation)
    return tuple(_quote(quote, citations, answer.decision) for quote, citations in by_quote.items())


def _quote(quote: str, citations: list[Citation], decision: str) -> Para:
    runs = [Run("“"), *_emphasised(quote, decision), Run("”")]
    for citation in citations:
        runs += [Run(" "), Run(chip_text(citation), CHIP_LOOKS[citation.status], f"chip:{citation.number}")]
    return Para(tuple(runs), Kind.QUOTE)


def _emphasised(quote: str, decision: str) -> list[Run]:
    """`quote` with the runs of words that the decision repeats made strong, unless that is most of it."""
    words, said = quote.split(" "), decision.split(" ")
    strong = [False] * len(words)
    for block in SequenceMatcher(None, words, said, autojunk=False).get_matching_blocks():
        run = words[block.a : block.a + block.size]
        if len(run) >= EMPHASIS_WORDS:
            strong[block.a : block.a + block.size] = [True] * block.size
    if sum(len(w) for w, on in zip(words, strong, strict=True) if on) > EMPHASIS_SHARE * len(quote):
        return [Run(quote)]
    runs: list[Run] = []
    for on, group in groupby(range(len(words)), key=strong.__getitem__):
        text = " ".join(words[at] for at in group)
        runs.append(Run(f" {text}" if runs else text, Look.STRONG if on else Look.PLAIN))
    return runs


def chip_text(citation: Citation) -> str:
    """``1 복무규정 제16조제6항``, with what is wrong about it behind a dot."""
    passage = citation.hit.passage
    place = f"{passage.article}{citation.place}" or passage.heading
    words = CHIP_WORDS.get(citation.status, "")
    if citation.status is CitationStatus.NOT_IN_FORCE:
        effective = citation.hit.document.effective
        words = f"{korean_date(effective)} 시행 예정" if effective else "시행 예정"
    name = f"{citation.number} {short_name(citation.hit.document.title)} {place}".rstrip()
    return f"{name} · {words}" if words else name


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A field of the how-to card with its lines."""

    label: str
    paras: tuple[Para, ...]


def guide(card: GuideCard) -> tuple[GuideLine, ...]:
    """The card's fields; several 절차 become numbered steps in one line, references become links."""
    return tuple(GuideLine(step.label, _guide_paras(step.label, step.lines)) for step in card.steps if step.lines)


def _guide_paras(label: str, lines: tuple[str, ...]) -> tuple[Para, ...]:
    if label == "근거":
        return tuple(Para(_basis(line)) for line in lines)
    if label != "절차" or len(lines) < 2:
        return tuple(Para(marked(line, (), links_in(line))) for line in lines)
    runs: list[Run] = []
    for number, line in enumerate(lines, 1):
        runs += [Run(" → ")] if runs else []
        runs += [Run(f"{number}\u00a0", Look.STRONG), *marked(line, (), links_in(line))]
    return (Para(tuple(runs)),)


def _basis(line: str) -> tuple[Run, ...]:
    return marked(line, (), reference_in(line) or links_in(line))


@dataclass(frozen=True, slots=True)
class Strip:
    """A short table side by side: head and value of each row, and which is the person's own."""

    title: str
    rows: tuple[TableRow, ...]
    own: str


def strip(answer: Answer, profile: Profile) -> Strip | None:
    """The picked table of an answer, if it has one."""
    if not answer.table:
        return None
    mine = any(row.mine for row in answer.table)
    return Strip(answer.table_title, answer.table, f"프로필: {_own(profile)}" if mine else "")


def _own(profile: Profile) -> str:
    tenure = {"under_1": "재직 1년 미만", "1_to_3": "재직 1–3년", "3_to_5": "재직 3–5년", "over_5": "재직 5년 이상"}
    if profile.tenure is not None:
        return tenure[profile.tenure.value]
    return f"{profile.sector.korean} 소속" if profile.sector is not None else "내 줄"


def boxes_fit(rows: tuple[TableRow, ...]) -> bool:
    """Whether the rows can stand side by side as boxes."""
    short = all(len(row.cells) == 2 and max(map(len, row.cells)) <= STRIP_CHARACTERS for row in rows)
    return 2 <= len(rows) <= STRIP_ROWS and short
