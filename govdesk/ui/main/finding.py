"""What the go-to box offers for what is typed. Plain Python; runs on a lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govdesk.errors import RequestError
from govdesk.knowledge.model import Collection, Document, DocumentId
from govdesk.text.normalise import searchable

if TYPE_CHECKING:
    from govdesk.knowledge.store import Store

MOST = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place to go: `title` (``국가공무원 복무규정 제16조``), `note` under it (``연가계획 및 승인``)."""

    title: str
    note: str
    document: DocumentId
    article: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Suggestions, best first; `empty_store` when there is nothing to go to at all."""

    text: str
    suggestions: tuple[Suggestion, ...]
    empty_store: bool = False


def find(store: Store, text: str, as_of: date) -> Found:
    """The place that `text` names, then documents whose titles hold its words (at most `MOST`)."""
    documents = store.documents()
    if not documents:
        return Found(text, (), empty_store=True)
    by_id = {document.id: document for document in documents}
    named = _resolved(store, text, as_of, by_id)
    titled = [_of_document(document) for document in by_title(documents, text)]
    rest = [each for each in titled if all(each.document != other.document or other.article for other in named)]
    return Found(text, tuple([*named, *rest][:MOST]))


def by_title(documents: Sequence[Document], text: str) -> list[Document]:
    """Documents whose title holds `text` without regard to spaces, statutes first, shorter titles first."""
    wanted = searchable(text)
    if not wanted:
        return []
    matches = [document for document in documents if wanted in searchable(document.title)]
    matches.sort(key=lambda each: (each.collection is not Collection.STATUTES, len(each.title), each.title))
    seen: set[str] = set()
    return [each for each in matches if not (each.title in seen or seen.add(each.title))]  # type: ignore[func-returns-value]


def _resolved(store: Store, text: str, as_of: date, by_id: dict[DocumentId, Document]) -> list[Suggestion]:
    try:
        target = store.resolve(text, as_of)
    except RequestError:
        return []
    document = target.document
    title = document.title if document.id in by_id else str(document.title)
    article = str(target.article)
    note = ""
    if article:
        passages = store.articles_named(document.id, article)
        note = passages[0].heading if passages else ""
    place = f"{article}{target.place}" if article else ""
    return [Suggestion(f"{title} {place}".strip(), note or document.kind, document.id, article, target.place)]


def _of_document(document: Document) -> Suggestion:
    return Suggestion(document.title, document.kind, document.id)
