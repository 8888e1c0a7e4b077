"""Citations in a text that lead somewhere: to a place of this document or to another statute in the store."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from govdesk.knowledge.model import Collection, Role
from govdesk.law.citing import Citation, Citing, Missing
from govdesk.law.model import Article, Heading, Number
from govdesk.messages import why_not
from govdesk.ui.panes.regulations.page import Kind, Page, Section

LINKED = (Kind.TEXT, Kind.FIELD)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads. `series` ``""`` is this document; `annex` is ``별표 1``.

    A goal with `why` leads nowhere, and that says why.
    """

    series: str
    article: str
    place: str = ""
    annex: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """``text[start:end]`` leads to `goal`."""

    start: int
    end: int
    goal: Goal


class Reader:
    """``Reader(page, series_of).links(block)``: the links in a block, found when its article is first looked at; made
    on a lane, since it reads what short names the statute gives.

    ``series_of(title)`` is the series of a statute in the store, else ``""``.
    """

    def __init__(self, page: Page | None = None, series_of: Callable[[str], str] = lambda _title: "") -> None:
        self._page = page
        self._series_of = series_of
        self._found: dict[int, dict[int, tuple[Link, ...]]] = {}
        sections = page.sections if page else ()
        self._numbers = {section.number for section in sections if section.number}
        self._annexes = {section.title for section in sections if section.role is Role.ANNEX}
        self._citing = self._make() if page else Citing()

    def links(self, block: int) -> tuple[Link, ...]:
        """The links of a block, in order."""
        if self._page is None or not self._page.sections:
            return ()
        section = self._page.blocks[block].section
        if section not in self._found:
            self._found[section] = self._read(section)
        return self._found[section].get(block, ())

    def citations(self, section: Section) -> tuple[Citation, ...]:
        """What a section cites; 부칙 cite the statutes that they amended and are left alone."""
        if section.role in (Role.SUPPLEMENT, Role.ANNEX) or section.deleted:
            return ()
        return self._citing.of(article_of(section))

    def goal(self, citation: Citation) -> Goal | None:
        """Where a citation leads; None for words that are only quoted."""
        article = citation.article.article() if citation.article else ""
        if citation.missing is Missing.SPOKEN:
            return None
        if citation.missing:
            return Goal("", article, citation.place, why=why_not("unclear", citation.missing))
        if not citation.title:
            return self._own(citation, article)
        series = self._series_of(citation.title)
        why = "" if series else why_not("not_in_store", name=citation.title)
        return Goal(series, article, citation.place, citation.annex, why)

    def _own(self, citation: Citation, article: str) -> Goal:
        if citation.annex:
            known = citation.annex in self._annexes or (citation.annex == "별표" and "별표 1" in self._annexes)
            return Goal("", "", citation.place, citation.annex, "" if known else why_not("no_such_annex"))
        return Goal("", article, citation.place, why="" if article in self._numbers else why_not("no_such_article"))

    def _make(self) -> Citing:
        assert self._page is not None
        document = self._page.document
        articles = [article_of(one) for one in self._page.sections if one.role in (Role.ARTICLE, Role.SECTION)]
        whole = document.collection is Collection.STATUTES or bool(self._numbers)
        return Citing(document.title, articles) if whole else Citing()

    def _read(self, section: int) -> dict[int, tuple[Link, ...]]:
        assert self._page is not None
        citations = self.citations(self._page.sections[section])
        found: dict[int, tuple[Link, ...]] = {}
        for block, start, end in self._spans(section) if citations else ():
            low = bisect_left(citations, start, key=lambda one: one.start)
            here = []
            for one in citations[low:]:
                if one.start >= end:
                    break
                goal = self.goal(one) if one.end <= end else None
                if goal is not None:
                    here.append(Link(one.start - start, one.end - start, goal))
            found[block] = tuple(here)
        return found

    def _spans(self, section: int) -> list[tuple[int, int, int]]:
        """(block, start, end) of the section's blocks in its text, in order."""
        assert self._page is not None
        text = self._page.sections[section].text
        spans = []
        at = 0
        for number in self._page.blocks_of(section):
            block = self._page.blocks[number]
            start = text.find(block.text, at) if block.kind in LINKED and block.text else -1
            if start >= 0:
                at = start + len(block.text)
                spans.append((number, start, at))
        return spans


def article_of(section: Section) -> Article:
    """A section as an article."""
    path = tuple(Heading("", heading, "") for heading in section.path)
    return Article(Number.of(section.number), section.title, path, section.text)
