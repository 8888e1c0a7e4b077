"""Results and facets of the exact search, before Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from govdesk.knowledge.citations import place_in
from govdesk.knowledge.model import Collection, Document, DocumentId, Hit, LiteralHits
from govdesk.law.marks import without_marks
from govdesk.law.names import act_of, short_name
from govdesk.ui.panes.regulations.related import Entry

SHELVES = {
    Collection.MANUALS: "매뉴얼",
    Collection.OWN: "내 문서",
    Collection.CASES: "처리 사례",
    Collection.EXAMPLES: "예시 자료",
}
MOST_FAMILIES = 30
BEFORE, AFTER = 20, 90
NEAREST = "뜻이 가까운 조문"


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the results; `documents` are what it leaves."""

    key: str
    title: str
    count: int
    documents: frozenset[DocumentId]


@dataclass(frozen=True, slots=True)
class Facets:
    kinds: tuple[Facet, ...]
    ministries: tuple[Facet, ...]
    families: tuple[Facet, ...]


def kind_of(document: Document) -> str:
    """법률, 대통령령, 부령 and the like for a statute; the shelf for anything else."""
    if document.collection is not Collection.STATUTES:
        return SHELVES[document.collection]
    return "부령" if re.fullmatch(r"[가-힣]+부령|총리령", document.kind) else document.kind


def facets(found: LiteralHits, documents: Iterable[Document]) -> Facets:
    """Counts by kind, ministry and family over everything that was found."""
    held = [one for one in documents if found.by_document.get(one.id)]
    kinds = _facets(((kind_of(one), one) for one in held), found, "kind")
    ministries = _facets(((name, one) for one in held for name in one.ministries[:1]), found, "ministry")
    families = _facets(((short_name(act_of(one.title)), one) for one in held), found, "family")
    return Facets(kinds, ministries[:MOST_FAMILIES], families[:MOST_FAMILIES])


def _facets(named: Iterable[tuple[str, Document]], found: LiteralHits, what: str) -> tuple[Facet, ...]:
    counts: Counter[str] = Counter()
    documents: dict[str, set[DocumentId]] = {}
    for name, document in named:
        counts[name] += found.by_document[document.id]
        documents.setdefault(name, set()).add(document.id)
    return tuple(
        Facet(f"{what}:{name}", name, count, frozenset(documents[name])) for name, count in counts.most_common()
    )


def rows(found: LiteralHits, words: Sequence[str]) -> list[Entry]:
    """A heading a document, below it a row a passage with the words picked out."""
    pattern = _pattern(words)
    made: list[Entry] = []
    last: DocumentId | None = None
    for hit in found.hits:
        if hit.document.id != last:
            last = hit.document.id
            made.append(Entry(f"{hit.document.title}  {found.by_document.get(last, 0):,}", heading=True))
        made.append(_row(hit, pattern))
    return made


def near_rows(hits: Iterable[Hit], words: Sequence[str]) -> list[Entry]:
    """What the ranked search finds for the same words, whether they stand in it or not, below a heading of its own."""
    pattern = _pattern(words)
    made = []
    for hit in hits:
        row = _row(hit, pattern)
        made.append(replace(row, title=f"{short_name(hit.document.title)} {row.title}".strip()))
    return [Entry(NEAREST, heading=True), *made] if made else []


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(_loosely(word) for word in words)) if any(words) else None


def _row(hit: Hit, pattern: re.Pattern[str] | None) -> Entry:
    passage = hit.passage
    match = pattern.search(passage.text) if pattern else None
    place = place_in(passage, match.start()) if match else ""
    words, mark = _around(passage.text, *match.span()) if match else (_opening(passage.text), (0, 0))
    name = f"{passage.article}{place}" if passage.article else ""
    heading = passage.heading if not passage.article or passage.heading else ""
    title = " ".join(part for part in (name, heading) if part)
    return Entry(title, words, mark, hit.document.id, passage.article or passage.heading, place)


def _opening(text: str) -> str:
    """How a passage begins, in one line and without amendment marks."""
    return " ".join(without_marks(text[: 3 * AFTER]).text.split())[:AFTER]


def _around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    begun = max(text.rfind("\n", 0, start) + 1, start - BEFORE)
    before = without_marks(text[begun:start]).text.lstrip()
    after = without_marks(text[end:].split("\n", 1)[0]).text[:AFTER]
    found = " ".join(text[start:end].split())
    return f"{before}{found}{after}", (len(before), len(before) + len(found))


def _loosely(word: str) -> str:
    """`word` whatever stands between its letters that the search passes over."""
    return r"[\s·ㆍ・]*".join(re.escape(sign) for sign in word if not sign.isspace())
