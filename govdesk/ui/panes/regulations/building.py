"""Passages of a document into a `Page`. Plain Python; runs on a lane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdesk.knowledge.model import Collection, Document, Passage, Role
from govdesk.knowledge.readers.annexes import ANNEXES
from govdesk.ui.panes.regulations.article import Line, article_lines, section_lines, table_lines
from govdesk.ui.panes.regulations.page import Block, Kind, Page, Section
from govdesk.ui.panes.regulations.states import dated

GONE = ("삭제", "삭제 또는 이동(원문 확인)")
SUPPLEMENTS = "부칙"
"""Heads all of them; a single one without number and date needs no name below it."""
ANNEX_NOTICE = "별표·서식은 이름만 있습니다. 내용은 원문에서 확인하세요."


def build(document: Document, passages: Sequence[Passage]) -> Page:
    """The page of `document`; `passages` in the order of the store."""
    builder = _Builder(document, any(one.path[:1] == (ANNEXES,) for one in passages))
    for parts in _sections(passages):
        builder.add(parts)
    return Page(document, tuple(builder.sections), tuple(builder.blocks))


def _sections(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Passages gathered to sections: the parts of one article, one 부칙, one manual section with its tables."""
    found: list[list[Passage]] = []
    for passage in passages:
        if found and _belongs(passage, found[-1][0]):
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def _belongs(passage: Passage, first: Passage) -> bool:
    """Whether `passage` goes on with the section that `first` begins."""
    if passage.role is Role.TABLE and passage.path == (*first.path, first.heading):
        return True  # a table with a caption of its own
    if first.role is Role.ANNEX and passage.role is not Role.ANNEX:
        return passage.path[:1] == (ANNEXES,) and passage.heading == first.heading
    same = (passage.article, passage.heading, passage.path) == (first.article, first.heading, first.path)
    return same and _family(passage.role) == _family(first.role) and passage.role is not Role.ANNEX


def _family(role: Role) -> Role:
    return Role.SECTION if role is Role.TABLE else role


class _Builder:
    def __init__(self, document: Document, with_annexes: bool) -> None:
        self._with_annexes = with_annexes
        self.sections: list[Section] = []
        self.blocks: list[Block] = []
        self._document = document
        self._path: tuple[str, ...] = ()
        self._role: Role | None = None
        self._page: int | None = None
        self._head()

    def _head(self) -> None:
        document = self._document
        self._block(Kind.TITLE, document.title)
        self._block(Kind.META, meta_line(document))

    def add(self, parts: Sequence[Passage]) -> None:
        first = parts[0]
        path = first.path if first.role in (Role.ARTICLE, Role.SECTION, Role.TABLE) else ()
        text = "\n".join(part.text for part in parts)
        deleted = first.role is Role.ARTICLE and (text.strip() in GONE or _is_deletion(text))
        start = len(self.blocks)
        self._headings(first.role, path)
        section = Section(
            key=f"s{len(self.sections)}",
            role=first.role,
            number=first.article,
            title=first.heading,
            path=path,
            text=text,
            first=start,
            passages=tuple(part.id for part in parts),
            deleted=deleted,
        )
        self.sections.append(section)
        self._fill(section, parts)

    def _headings(self, role: Role, path: tuple[str, ...]) -> None:
        """Chapter headings where the path changes; a heading of their own for 부칙 and 별표."""
        if role in (Role.SUPPLEMENT, Role.ANNEX):
            if role is not self._role:
                self._block(Kind.HEADING, SUPPLEMENTS if role is Role.SUPPLEMENT else ANNEXES)
                if role is Role.ANNEX and not self._with_annexes:
                    self._block(Kind.NOTICE, ANNEX_NOTICE)
        else:
            same = 0
            while same < min(len(path), len(self._path)) and path[same] == self._path[same]:
                same += 1
            for depth in range(same, len(path)):
                self._block(Kind.HEADING, path[depth], depth=depth)
            self._path = path
        self._role = role

    def _fill(self, section: Section, parts: Sequence[Passage]) -> None:
        if section.deleted:
            self._block(Kind.GONE, section.text, label=section.number)
            return
        if section.role is Role.ANNEX:
            title = parts[0].text
            self._block(Kind.FIELD, "" if title == section.title else title, label=section.title)
            self._content(parts[1:])
            return
        if section.name and section.name != SUPPLEMENTS:
            self._block(Kind.NAME, section.name, page=self._turned(parts[0].page))
        if section.role in (Role.ARTICLE, Role.SUPPLEMENT):
            self._lines(article_lines(section.text))
            return
        for part in parts:
            if part.role is Role.TABLE and part.heading and part.heading != section.title:
                self._block(Kind.TEXT, part.heading, lead=len(part.heading))
            self._content([part])

    def _content(self, parts: Sequence[Passage]) -> None:
        """Running text and tables below each other."""
        for part in parts:
            lines = table_lines(part.text) if part.role is Role.TABLE else section_lines(part.text)
            self._lines(lines, self._turned(part.page))

    def _turned(self, page: int | None) -> int | None:
        """`page` if it is another one than that of the block before."""
        if page == self._page:
            return None
        self._page = page
        return page

    def _lines(self, lines: Iterable[Line], page: int | None = None) -> None:
        for line in lines:
            self.blocks.append(
                Block(
                    line.kind,
                    len(self.sections) - 1,
                    line.text,
                    line.plain,
                    line.label,
                    line.depth,
                    line.place,
                    line.lead,
                    line.rows,
                    page,
                )
            )
            page = None

    def _block(
        self, kind: Kind, text: str, *, label: str = "", depth: int = 0, lead: int = 0, page: int | None = None
    ) -> None:
        self.blocks.append(Block(kind, max(0, len(self.sections) - 1), text, text, label, depth, lead=lead, page=page))


def _is_deletion(text: str) -> bool:
    from govdesk.law.marks import without_marks

    return text.startswith("삭제") and len(text) < 40 and without_marks(text).text.strip() == "삭제"


def meta_line(document: Document) -> str:
    """``대통령령 제35000호 · 2025. 12. 4. 시행 · 인사혁신처``, or what is known of a manual."""
    parts = [document.kind]
    if document.collection is Collection.STATUTES:
        if document.promulgation_number:
            parts[0] += f" 제{document.promulgation_number.lstrip('0') or '0'}호"
        if document.promulgated:
            parts.append(f"{dated(document.promulgated)} 공포")
        parts.append(f"{dated(document.effective)} 시행")
    elif document.effective:
        parts.append(f"{dated(document.effective)} 판")
    if document.ministries:
        parts.append(", ".join(document.ministries))
    if document.pages:
        parts.append(f"{document.pages:,}쪽")
    return " · ".join(parts)
