"""What belongs to the article that is read: who cites it, what it cites, what fills it out, its annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from govdesk.knowledge.delegation import Filled
from govdesk.knowledge.model import Backlink, Backlinks, Collection, Document, DocumentId, Role
from govdesk.knowledge.targets import CitedTarget, Standing
from govdesk.law.citing import Missing
from govdesk.law.marks import without_marks
from govdesk.law.names import act_of, level_of, short_name
from govdesk.messages import why_not
from govdesk.ui.panes.regulations.page import Page, Section

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store

MOST = 60
"""Citing places shown; the count beside the tab tells of more."""
BEFORE, AFTER = 18, 60
LEADS = (Standing.FOUND, Standing.FUTURE, Standing.DELETED, Standing.NO_SUCH_PLACE)
"""Standings with something to open."""
THIS = ("이 법", "이 영", "이 규칙")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: `title`, two lines of `words` with the slice `mark` picked out. Without `document` it leads nowhere.

    `heading` rows head a group. `depth` indents (위임). `note` is set small at the title's end.
    """

    title: str
    words: str = ""
    mark: tuple[int, int] = (0, 0)
    document: DocumentId | None = None
    section: str = ""
    place: str = ""
    depth: int = 0
    heading: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RelatedData:
    """The lists of the related column and the counts beside their tabs."""

    citing: tuple[Entry, ...] = ()
    citing_count: int = 0
    filled: tuple[Entry, ...] = ()
    tree: Filled | None = None
    annexes: tuple[Entry, ...] = ()

    @property
    def filled_count(self) -> int:
        return len(self.filled)


def read_related(store: Store, page: Page, section: Section, as_of: date) -> RelatedData:
    """Everything of one section; some hundredths of a second, on a lane. Raises DocumentNotFound."""
    document = page.document
    law, annexes = store.law, annexes_of(page, section)
    name = section.number or section.title
    cites = law.cites(document.id, name, as_of)
    if document.collection is not Collection.STATUTES or not section.number:
        return RelatedData(tuple(_cited_rows(cites, document)), 0, annexes=annexes)
    back = law.cited_by(document.id, as_of, article=section.number, limit=MOST)
    tree = law.filled_out(document.id, section.number, as_of)
    rows = (*_back_rows(back, document), *_cited_rows(cites, document))
    return RelatedData(rows, back.count, tuple(_filled_rows(tree.children, document, 0)), tree, annexes)


def with_supplements(data: RelatedData, found: Sequence[Entry]) -> RelatedData:
    """`data` with the provisions of the 부칙 that concern the article, below those that cite it."""
    if not found:
        return data
    return replace(data, citing=(*data.citing, Entry(f"이 조에 관한 부칙 {len(found):,}", heading=True), *found))


def _back_rows(found: Backlinks, document: Document) -> Iterator[Entry]:
    yield Entry(f"이 조를 인용하는 조문 {found.count:,}", heading=True)
    yield from citing_rows(found, document)


def citing_rows(found: Backlinks, document: Document) -> Iterator[Entry]:
    """The citing places as the reader of `document` calls them, each once."""
    seen: set[tuple[str, str, str]] = set()
    for link in found.links:
        key = (link.document.id, link.passage.article or link.passage.id, link.place)
        if key not in seen:
            seen.add(key)
            yield _back_row(link, document)


def _back_row(link: Backlink, document: Document) -> Entry:
    words, mark = around(link.passage.text, link.start, link.end)
    section = link.passage.article or link.passage.heading
    return Entry(
        f"{called(link.document, document)} {section}{link.place}", words, mark, link.document.id, section, link.place
    )


def around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The words round a citation without amendment marks, and where it stands in them."""
    begun = text.rfind("\n", 0, start) + 1
    before = without_marks(text[begun:start]).text
    after = without_marks(text[end:].split("\n", 1)[0]).text
    lead = "… " if len(before) > BEFORE else ""
    before = before[-BEFORE:].lstrip() if lead else before
    cited = text[start:end]
    words = f"{lead}{before}{cited}{after[:AFTER]}{'…' if len(after) > AFTER else ''}"
    at = len(lead) + len(before)
    return words, (at, at + len(cited))


def _cited_rows(cites: Iterable[CitedTarget], document: Document) -> Iterator[Entry]:
    rows: dict[str, Entry] = {}
    for one in cites:
        row = _cited_row(one, document)
        if row is not None and row.title not in rows:
            rows[row.title] = row
    if rows:
        yield Entry(f"이 조가 인용하는 곳 {len(rows):,}", heading=True)
        yield from rows.values()


def _cited_row(one: CitedTarget, document: Document) -> Entry | None:
    """None for words that are only quoted, and for places of the article itself."""
    cited = one.citation
    if cited.missing is Missing.SPOKEN or _within(one):
        return None
    section = cited.article.article() if cited.article else cited.annex
    why = why_not(one.standing, cited.missing or "", cited.title)
    name = called(one.document, document) if one.document else cited.title
    there = one.document is not None and one.standing in LEADS
    return Entry(
        one.words if cited.missing else f"{name} {section}{cited.place}".strip(),
        f"{why}." if why else "",
        document=one.document.id if there and one.document else None,
        section=section,
        place=cited.place,
        note=f"지금 이름 {short_name(one.renamed)}" if one.renamed else "",
    )


def _within(one: CitedTarget) -> bool:
    """Whether only a 항 or 호 of the article itself is meant (제2항, 제1호)."""
    return not one.citation.title and one.citation.article is not None and "조" not in one.words


def _filled_rows(children: Sequence[Filled], document: Document, depth: int) -> Iterator[Entry]:
    for child in children:
        yield _filled_row(child, document, depth)
        yield from _filled_rows(child.children, document, depth + 1)


def _filled_row(node: Filled, document: Document, depth: int) -> Entry:
    if node.document is None:
        return Entry(node.name, node.why, depth=depth, note="제목만 있음" if node.annex else "자료에 없음")
    if not node.heading and not node.name.startswith(("제", "별표", "별지")):
        return Entry(
            short_name(node.document.title), node.why, (0, 0), node.document.id, "", depth=depth, note="든 조문 없음"
        )
    name = f"{called(node.document, document)} {node.name}"
    heading = f" {node.heading}" if node.heading else ""
    return Entry(name + heading, node.why, (0, 0), node.document.id, node.name, depth=depth)


def annexes_of(page: Page, section: Section) -> tuple[Entry, ...]:
    """The annexes that say they belong to the article (``(제16조 관련)``) first, then the others."""
    number = section.number
    own: list[Entry] = []
    others: list[Entry] = []
    for one in page.sections:
        if one.role is Role.ANNEX:
            title, _, content = one.text.partition("\n")
            words = title if title != one.title else ""
            entry = Entry(one.title, words, (0, 0), page.document.id, one.title, note="" if content else "제목만 있음")
            (own if number and names_article(title, number) else others).append(entry)
    head = [Entry(f"이 조의 별표·서식 {len(own):,}", heading=True), *own] if own else []
    rest = [Entry(f"이 법령의 다른 별표·서식 {len(others):,}", heading=True), *others] if others else []
    return (*head, *rest)


def names_article(title: str, number: str) -> bool:
    """Whether an annex's title says that it belongs to `number` (제16조, and not 제16조의2)."""
    at = title.find(number)
    while at >= 0:
        after = title[at + len(number) :]
        if not (after.startswith("의") and after[1:2].isdigit()):
            return True
        at = title.find(number, at + 1)
    return False


def called(one: Document, reader: Document) -> str:
    """What a document is called beside the one that is read: 이 법, 영 for the decree of its act, else its name."""
    if one.series == reader.series:
        return THIS[0] if one.kind == "법률" else THIS[2] if one.title.endswith("규칙") else THIS[1]
    if one.collection is Collection.STATUTES and act_of(one.title) == act_of(reader.title):
        return ("법", "영", "규칙")[level_of(one.title)]
    return short_name(one.title)
