"""What is copied with its citation, and the opening of a question about an article."""

from __future__ import annotations

from govdesk.knowledge.model import Collection, Document
from govdesk.law.marks import without_marks
from govdesk.ui.panes.regulations.page import Page, Section
from govdesk.ui.panes.regulations.states import dated


def citation(page: Page, section: Section, place: str = "") -> str:
    """``「공무원 여비 규정」 제16조제1항``, or a manual's title with its section."""
    document = page.document
    if section.number:
        return f"「{document.title}」 {section.number}{place}"
    return f"「{document.title}」 {section.title}".strip() if section.title else f"「{document.title}」"


def edition(document: Document) -> str:
    """``대통령령 제100호, 2026. 1. 1. 시행``; the edition of a manual."""
    if document.collection is Collection.STATUTES:
        number = document.promulgation_number.lstrip("0")
        kind = f"{document.kind} 제{number}호" if number else document.kind
        return f"{kind}, {dated(document.effective)} 시행"
    return f"{dated(document.effective)} 판" if document.effective else document.kind


def with_citation(page: Page, section: Section, selected: str = "", place: str = "") -> str:
    """The selection, or else the whole article, with where it stands below."""
    source = f"{citation(page, section, place if selected else '')} ({edition(page.document)})"
    if selected:
        return f"{selected}\n\n{source}"
    return f"{section.name}\n{without_marks(section.text).text}\n\n{source}"


def question_about(page: Page, section: Section) -> str:
    """The beginning of a question, to be written on."""
    name = section.name or section.title
    if page.document.collection is Collection.STATUTES:
        return f"「{page.document.title}」 {name}에 따르면 "
    return f"{page.document.title}의 '{name}'에서 "
