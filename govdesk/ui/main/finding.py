"""What the go-to box offers for what is typed. Plain Python; runs on a lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govdesk.errors import RequestError
from govdesk.knowledge.model import Collection, Document, DocumentId
from govdesk.law.model import StatuteId
from govdesk.law.names import load_names, short_name
from govdesk.text.keyboard import hangul_of, initials, only_initials
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
    """Suggestions, best first; `empty_store` when there is nothing to go to at all, `recent` where nothing was typed
    and these are the places visited last.
    """

    text: str
    suggestions: tuple[Suggestion, ...]
    empty_store: bool = False
    recent: bool = False


def find(store: Store, text: str, as_of: date) -> Found:
    """The place that `text` names, then documents whose titles hold its words (at most `MOST`).

    Initial consonants alone (ㅈㅂㄱㄱ) find titles and short names that begin with them; what finds nothing as it is
    typed is read as typed in the other keyboard state (``wjdqhrhdro``).
    """
    documents = store.documents()
    if not documents:
        return Found(text, (), empty_store=True)
    if only_initials(text):
        return Found(text, tuple(_of_document(one) for one in by_initials(documents, text)[:MOST]))
    suggestions = _suggested(store, documents, text, as_of)
    if not suggestions and (meant := hangul_of(text)) != text:
        suggestions = _suggested(store, documents, meant, as_of)
    return Found(text, suggestions)


def _suggested(store: Store, documents: Sequence[Document], text: str, as_of: date) -> tuple[Suggestion, ...]:
    named = _resolved(store, text, as_of)
    titled = [_of_document(document) for document in by_title(documents, text)]
    rest = [each for each in titled if all(each.document != other.document or other.article for other in named)]
    return tuple([*named, *rest][:MOST])


def by_initials(documents: Sequence[Document], text: str) -> list[Document]:
    """Documents with a name, short name or former name whose syllables begin with the consonants in `text`.

    Names that begin so come first, then names in which a word does, then the rest; shorter titles first.
    """
    wanted = searchable(text)
    aliases = {entry.id: entry.aliases for entry in load_names()}
    found: dict[str, tuple[int, int, Document]] = {}
    for document in documents:
        names = (document.title, short_name(document.title), *aliases.get(StatuteId(document.series), ()))
        places = [place for name in names if (place := _place(initials(name), wanted)) is not None]
        if places:
            order = (min(places), len(document.title), document)
            found[document.title] = min(found.get(document.title, order), order, key=lambda one: one[:2])
    return [document for _, _, document in sorted(found.values(), key=lambda one: (*one[:2], one[2].title))]


def _place(name: str, wanted: str) -> int | None:
    """0 where `name` begins with `wanted`, 1 where a word of it does, 2 where it stands inside."""
    tight = searchable(name)
    if tight.startswith(wanted):
        return 0
    if any(searchable(name[at:]).startswith(wanted) for at in range(1, len(name)) if name[at - 1] == " "):
        return 1
    return 2 if wanted in tight else None


def by_title(documents: Sequence[Document], text: str) -> list[Document]:
    """Documents whose title holds `text` without regard to spaces, statutes first, shorter titles first."""
    wanted = searchable(text)
    if not wanted:
        return []
    matches = [document for document in documents if wanted in searchable(document.title)]
    matches.sort(key=lambda each: (each.collection is not Collection.STATUTES, len(each.title), each.title))
    seen: set[str] = set()
    return [each for each in matches if not (each.title in seen or seen.add(each.title))]  # type: ignore[func-returns-value]


def _resolved(store: Store, text: str, as_of: date) -> list[Suggestion]:
    try:
        target = store.resolve(text, as_of)
    except RequestError:
        return []
    document = target.document
    article = str(target.article)
    note = ""
    if article:
        passages = store.articles_named(document.id, article)
        note = passages[0].heading if passages else ""
    place = f"{article}{target.place}" if article else ""
    return [Suggestion(f"{document.title} {place}".strip(), note or document.kind, document.id, article, target.place)]


def _of_document(document: Document) -> Suggestion:
    return Suggestion(document.title, document.kind, document.id)
