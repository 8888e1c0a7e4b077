"""One pass over a snapshot of statutes: what the reader, the trees and the citations make of it, counted."""

from __future__ import annotations

import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from govdesk.law.citing import Citation, Citing
from govdesk.law.markdown import PICTURE, read_statute
from govdesk.law.model import Article, ArticleState, Heading, Statute, StatuteId, Unit, UnitKind
from govdesk.law.references import find_citations
from govdesk.law.structure import amendment_marks, parse

SNAPSHOT_DAY = date(2026, 6, 8)
_RELATED = re.compile(r"\(제\d+조")
_DELETED = re.compile(r"삭제 ?(?:<|$)")


@dataclass(frozen=True)
class Named:
    title: str
    repeals: bool


@dataclass
class Snapshot:
    """`counts` by a word for what was counted; `broken` names articles whose units do not cover their text."""

    files: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    statutes: dict[StatuteId, Named] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    cited: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(citing 법령ID, title as named, article), how often."""
    articles: dict[StatuteId, set[str]] = field(default_factory=dict)


def statutes_of(archive: Path) -> Iterator[tuple[str, Statute]]:
    """(path, statute) of each Markdown file of a ``.tar.xz``, in its order, without unpacking it."""
    with tarfile.open(archive, "r|xz") as members:
        for member in members:
            if member.isfile() and member.name.endswith(".md"):
                stream = members.extractfile(member)
                assert stream is not None
                yield member.name, read_statute(stream.read().decode("utf-8"))


def count(archive: Path) -> Snapshot:
    """The counts of `archive`."""
    seen = Snapshot()
    for _, statute in statutes_of(archive):
        seen.files += 1
        seen.statutes[statute.id] = Named(statute.title, statute.repeals)
        seen.titles[statute.title] += 1
        _count_head(seen.counts, statute)
        _count_headings(seen.counts, statute)
        citing = Citing(statute.title, statute.articles)
        for article in statute.articles:
            _count_article(seen, statute, article)
            _count_cited(seen, statute, citing.of(article))
        seen.articles[statute.id] = {article.name for article in statute.articles}
        _count_rest(seen.counts, statute)
    return seen


def _count_head(counts: Counter[str], statute: Statute) -> None:
    revision = statute.revision
    coming = (revision.in_force or date.max) > SNAPSHOT_DAY
    counts["future"] += coming
    counts["future 법률"] += coming and statute.kind == "법률"
    counts["no fixed day"] += revision.in_force is None
    counts["in force before promulgated"] += bool(
        revision.in_force and revision.promulgated and revision.in_force < revision.promulgated
    )
    counts["no ministry"] += not statute.ministries
    counts["repeals"] += statute.repeals
    counts["without 부칙"] += not statute.supplements
    counts["nested title files"] += any("(" in article.title for article in statute.articles)
    counts["편 files"] += any(heading.level == "편" for article in statute.articles for heading in article.path)


def _count_headings(counts: Counter[str], statute: Statute) -> None:
    before: tuple[Heading, ...] = ()
    for article in statute.articles:
        for depth, heading in enumerate(article.path, 1):
            counts[f"heading {heading.level}"] += article.path[:depth] != before[:depth]
        before = article.path


def _count_article(seen: Snapshot, statute: Statute, article: Article) -> None:
    counts = seen.counts
    counts["articles"] += article.number is not None
    counts["without number"] += article.number is None
    counts["의M"] += article.number is not None and article.number.branch > 0
    counts["untitled"] += article.number is not None and not article.title
    counts["nested title"] += "(" in article.title
    counts["deleted"] += article.state is ArticleState.DELETED
    counts["gone"] += article.state is ArticleState.GONE
    counts["pictures"] += article.text.count(PICTURE)
    for mark in amendment_marks(article.text):
        counts[f"mark {mark.kind}"] += 1
    for cited in find_citations(article.text, pointers=True):
        counts[f"cited {cited.by}"] += 1
    slices: list[str] = []
    _count_unit(counts, parse(article.text), article.text, slices)
    if "\n".join(slices) != article.text:
        seen.broken.append(f"{statute.title} {article.name}")


def _count_cited(seen: Snapshot, statute: Statute, citations: Iterable[Citation]) -> None:
    for cited in citations:
        seen.counts["citations"] += 1
        if cited.missing:
            seen.counts[f"missing {cited.missing}"] += 1
        elif cited.article is not None:
            seen.cited[statute.id, cited.title, cited.article.article()] += 1


def _count_unit(counts: Counter[str], unit: Unit, text: str, slices: list[str]) -> None:
    if unit.kind is not UnitKind.ARTICLE or unit.end > unit.start:
        slices.append(text[unit.start : unit.end])
    counts[unit.kind] += 1
    counts[f"{unit.kind}의M"] += "의" in unit.label
    counts[f"{unit.kind} deleted"] += _DELETED.match(unit.text) is not None
    for child in unit.children:
        _count_unit(counts, child, text, slices)


def _count_rest(counts: Counter[str], statute: Statute) -> None:
    for block in statute.supplements:
        counts["부칙"] += 1
        counts["부칙 of another"] += block.label != "부칙"
        counts["부칙 without day"] += block.promulgated is None
        counts["amending lines"] += len(re.findall(r"^부칙", block.text, re.MULTILINE))
    counts["annex files"] += bool(statute.annexes)
    for annex in statute.annexes:
        counts["annexes"] += 1
        counts[f"annex {annex.kind}"] += 1
        counts["annex 의M"] += annex.branch > 0
        counts["annex deleted"] += annex.deleted
        counts["annex about deleting"] += not annex.deleted and "삭제" in annex.title
        counts["annex related"] += _RELATED.search(annex.title) is not None
