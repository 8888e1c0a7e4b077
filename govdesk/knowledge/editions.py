"""Which edition of a statute or manual answers on a given day, and which manuals look like editions of each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, EditionProposal
from govdesk.knowledge.readers.annexes import KIND
from govdesk.knowledge.schemas import StoredDocument
from govdesk.law.model import Revision
from govdesk.law.timeline import Edition, standings
from govdesk.text.normalise import searchable

_DATES = re.compile(
    r"(?:19|20)\d\d(?:년도?|[.\-/_])?(?:(?:0?[1-9]|1[0-2])[월.\-/_]?)?(?:(?:[12]\d|3[01]|0?[1-9])[일.]?)?(?:년도|년판|판|년)?"
)
_MARKS = re.compile(
    r"제?\d+판|개정판|최종본?|수정본?|증보판|v\d+(?:\.\d+)*|ver\.?\d+(?:\.\d+)*|[()\[\]{}<>「」『』_\-.,~+]"
)


def series_of(title: str) -> str:
    """The title without dates and edition marks: what two editions of one manual share; "" if nothing is left."""
    return _MARKS.sub("", _DATES.sub("", searchable(title)))


def states(stored: Iterable[StoredDocument], as_of: date) -> dict[DocumentId, DocumentState]:
    """Where each document stands on `as_of`."""
    result: dict[DocumentId, DocumentState] = {}
    statutes: dict[str, list[Document]] = defaultdict(list)
    others: dict[DocumentId, StoredDocument] = {}
    for item in stored:
        if item.document.collection is Collection.STATUTES and item.document.kind != KIND:
            statutes[item.document.series].append(item.document)
        else:
            others[item.document.id] = item
    for editions in statutes.values():
        result.update(_statute_states(editions, as_of))
    for identity, item in others.items():
        result[identity] = _manual_state(item, others, as_of)
    return result


def in_order(editions: Iterable[Document]) -> list[Document]:
    """Revisions of one statute from the earliest in force to the latest; those without a date come last."""
    return sorted(editions, key=_age)


def _age(document: Document) -> tuple[date, date, str]:
    return (document.effective or date.max, document.promulgated or date.min, document.promulgation_number)


def _statute_states(editions: list[Document], as_of: date) -> dict[DocumentId, DocumentState]:
    texts = [
        Edition(Revision(one.promulgated, one.promulgation_number, one.effective), one.repeals) for one in editions
    ]
    found = standings(texts, as_of)
    return {one.id: DocumentState(standing.value) for one, standing in zip(editions, found, strict=True)}


def _manual_state(item: StoredDocument, others: dict[DocumentId, StoredDocument], as_of: date) -> DocumentState:
    newer = others.get(DocumentId(item.superseded_by))
    begun = newer is not None and (newer.document.effective is None or newer.document.effective <= as_of)
    if begun:
        return DocumentState.SUPERSEDED
    older_answers = any(other.superseded_by == item.document.id for other in others.values())
    if older_answers and item.document.effective and item.document.effective > as_of:
        return DocumentState.FUTURE_HIDDEN
    return DocumentState.IN_FORCE


def proposals_for(
    added: Iterable[Document], stored: Iterable[StoredDocument], known: set[tuple[str, str]]
) -> list[EditionProposal]:
    """New pairs that look like an older and a newer edition: same collection and series, different dates.

    Each newer document is paired with the nearest older one; `known` holds pairs (older, newer) decided before.
    """
    groups: dict[tuple[Collection, str], list[Document]] = defaultdict(list)
    for item in stored:
        document = item.document
        dated = document.collection is not Collection.STATUTES and document.effective and document.series
        if dated and not item.superseded_by:
            groups[document.collection, document.series].append(document)
    fresh = {document.id for document in added}
    found = []
    for group in groups.values():
        ordered = sorted(group, key=_age)
        for older, newer in pairwise(ordered):
            touched = older.id in fresh or newer.id in fresh
            if touched and older.effective != newer.effective and (older.id, newer.id) not in known:
                found.append(EditionProposal(older.id, newer.id))
    return found
