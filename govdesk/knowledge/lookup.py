"""Typed references to documents, and the family of a statute."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from govdesk.errors import DateBeforeFirst, ReferenceAmbiguous, ReferenceNotFound
from govdesk.knowledge import editions
from govdesk.knowledge.catalog import Catalog
from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Passage, Target
from govdesk.knowledge.readers.annexes import annex_series
from govdesk.law.model import Annex
from govdesk.law.names import act_of, level_of
from govdesk.text.normalise import searchable

ArticlesNamed = Callable[[DocumentId, str], list[Passage]]
_SHOWN = 6
_ANNEX = re.compile(
    r"(?P<statute>.*?\S)\s*(?P<kind>별표|별지)\s*(?:제?\s*(?P<number>\d+)\s*호?(?:\s*의\s*(?P<branch>\d+))?)?\s*(?:서식)?"
)
"""A reference to an annex as typed."""


def resolve(catalog: Catalog, text: str, as_of: date, articles_named: ArticlesNamed) -> Target:
    """The edition in force on `as_of` of the statute that `text` names, with article and place.

    A text that names no statute but exactly a manual's title gives that manual. Raises ReferenceNotFound,
    ReferenceAmbiguous, DateBeforeFirst.
    """
    from govdesk.law.references import parse_reference

    if annexed := _ANNEX.fullmatch(text.strip()):
        return _annex(catalog, text, annexed["statute"], annex_named(annexed), as_of, articles_named)
    reference = parse_reference(text)
    article = reference.article.article() if reference.article else ""
    document = _edition(catalog, text, _series(catalog, text, reference.statute_text), as_of)
    if article and not articles_named(document.id, article):
        raise ReferenceNotFound(text, document.title)
    return Target(document, article, reference.place)


def _annex(catalog: Catalog, text: str, statute: str, annex: str, as_of: date, articles_named: ArticlesNamed) -> Target:
    """A file imported as the annex, else the annex of the statute's own file."""
    document = _edition(catalog, text, _series(catalog, text, statute), as_of)
    series = annex_series(document.title, annex)
    for item in catalog.stored.values():
        if item.document.series == series:
            return Target(item.document, annex, "")
    if not articles_named(document.id, annex):
        raise ReferenceNotFound(text, document.title)
    return Target(document, annex, "")


def annex_named(found: re.Match[str]) -> str:
    """``별표 1의2`` or ``별지 제3호서식``, as typed in ``여비규정 별표2``."""
    number, branch = int(found["number"] or 0), int(found["branch"] or 0)
    return Annex("별표" if found["kind"] == "별표" else "서식", number, branch, "").name


def _series(catalog: Catalog, text: str, name: str) -> list[Document]:
    """All editions of the one series that `name` names."""
    statutes = [one for one in catalog.documents() if one.collection is Collection.STATUTES]
    if not name.strip():
        raise ReferenceNotFound(text)
    named = set(catalog.names.resolve(name))
    found = current_namesakes([one for one in statutes if one.series in named])
    if len(found) > 1:
        titles = sorted({f"{one.title} ({one.kind})" for one in statutes if one.series in found})
        raise ReferenceAmbiguous(text, tuple(titles[:_SHOWN]))
    if found:
        return [one for one in statutes if one.series in found]
    wanted = searchable(name)
    manuals = [one for one in catalog.documents() if one.collection is not Collection.STATUTES]
    titled = [one for one in manuals if searchable(one.title) == wanted]
    if not titled:
        raise ReferenceNotFound(text)
    if len(titled) > 1:
        raise ReferenceAmbiguous(text, tuple(f"{one.title} ({one.source})" for one in titled[:_SHOWN]))
    return titled


def series_named(catalog: Catalog, title: str) -> list[str]:
    """The series that a title written in a text names; of namesakes the current one."""
    named = catalog.names.resolve(title, loosely=False)
    if len(named) < 2:
        return list(named)
    items = (item.document for item in catalog.stored.values())
    return sorted(current_namesakes([one for one in items if one.series in named]))


def current_namesakes(statutes: list[Document]) -> set[str]:
    """The series of `statutes`, of those with one title only the last promulgated that does not just repeal.

    69 titles of the national snapshot belong to several statutes: 근로기준법 is also an instrument of 1997 that
    repeals its forerunner, 형사소송법 also a decree of 1948.
    """
    latest: dict[str, Document] = {}
    for one in sorted(statutes, key=lambda one: (not one.repeals, one.promulgated or date.min)):
        latest[searchable(one.title)] = one
    return {one.series for one in latest.values()}


def _edition(catalog: Catalog, text: str, series: list[Document], as_of: date) -> Document:
    states = catalog.states(as_of)
    shown = (DocumentState.IN_FORCE, DocumentState.REPEALED)
    for document in series:
        if states[document.id] in shown:
            return document
    first = min((one.effective for one in series if one.effective), default=None)
    if first and as_of < first:
        promised = [one for one in series if states[one.id] is DocumentState.FUTURE]
        if promised and as_of >= date.today():
            return promised[0]
        raise DateBeforeFirst(as_of.isoformat(), first.isoformat())
    if not series:
        raise ReferenceNotFound(text)
    return editions.in_order(series)[0]


def siblings(catalog: Catalog, document: Document) -> list[Document]:
    """Documents of the same statute family, one edition each: the act, its decree, its rules."""
    if document.collection is not Collection.STATUTES:
        return [document]
    act = searchable(act_of(document.title))
    members: dict[str, list[Document]] = {}
    for item in catalog.stored.values():
        other = item.document
        if other.collection is Collection.STATUTES and searchable(act_of(other.title)) == act:
            members.setdefault(other.series, []).append(other)
    states = catalog.states(document.effective or date.max)
    chosen = [_member(editions_, states, document) for editions_ in members.values()]
    return sorted(chosen, key=lambda one: (level_of(one.title), one.title, one.id))


def _member(family: list[Document], states: dict[DocumentId, DocumentState], document: Document) -> Document:
    for one in family:
        if one.id == document.id:
            return one
    for one in family:
        if states[one.id] is DocumentState.IN_FORCE:
            return one
    return editions.in_order(family)[-1]
