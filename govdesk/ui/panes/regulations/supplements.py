"""Which provisions of the 부칙 concern an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdesk.knowledge.model import Role
from govdesk.law.marks import without_marks
from govdesk.law.model import Number
from govdesk.law.references import Cited, NamedBy, find_citations
from govdesk.law.structure import parts_from
from govdesk.ui.panes.regulations.page import Page, Section
from govdesk.ui.panes.regulations.related import Entry

_OF_ANOTHER = re.compile(r"부칙\s*\(")
"""부칙 (정부조직법) <…>: what another statute changed here."""
_PROVISION = re.compile(r"^제\d+조(?:의\d+)?", re.MULTILINE)
_AMENDED = re.compile(r"[^.\n]{0,80}?개정\s?규정")
"""Behind the articles that a 부칙 speaks of: 제11조제2항 및 제13조의 개정규정은."""
SHOWN = 160


def supplements_of(page: Page, section: Section) -> list[Entry]:
    """The provisions (시행일, 적용례, 경과조치) that speak of the article as amended, the newest 부칙 first."""
    number = Number.of(section.number) if section.number else None
    if number is None:
        return []
    own = [one for one in page.sections if one.role is Role.SUPPLEMENT and not _OF_ANOTHER.match(one.title)]
    return [entry for one in reversed(own) if section.number in one.text for entry in _entries(page, one, number)]


def _entries(page: Page, supplement: Section, number: Number) -> Iterator[Entry]:
    for words in parts_from(_PROVISION, supplement.text) or [supplement.text]:
        found = next((cited for cited in find_citations(words) if _concerns(cited, words, number)), None)
        if found is not None:
            plain = " ".join(without_marks(words).text.split())[:SHOWN]
            yield Entry(supplement.title, plain, (0, 0), page.document.id, supplement.title)


def _concerns(cited: Cited, words: str, number: Number) -> bool:
    return cited.covers(number) and cited.by is NamedBy.SELF and _AMENDED.match(words, cited.end) is not None
