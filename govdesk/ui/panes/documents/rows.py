"""The rows of the table, made of what the store holds. Plain Python, off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState, Failure
from govdesk.text.dates import korean_date
from govdesk.text.normalise import searchable
from govdesk.ui.panes.documents import words


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as icon, word and colour roles (of the icon, of the word)."""

    word: str
    icon: str
    role: str
    ink: str


FOUND = Mark("찾을 수 있음", "check-circle", "ok", "text")
FUTURE = Mark("시행 예정", "clock", "warn", "warn_text")
SUPERSEDED = Mark("옛 판", "history", "mute", "sub")
REPEALED = Mark("폐지", "close", "danger", "danger_text")
UNUSED = Mark("답변에 안 씀", "pause", "mute", "sub")
MARKS: Mapping[DocumentState, Mark] = {
    DocumentState.IN_FORCE: FOUND,
    DocumentState.FUTURE: FUTURE,
    DocumentState.FUTURE_HIDDEN: FUTURE,
    DocumentState.SUPERSEDED: SUPERSEDED,
    DocumentState.REPEALED: REPEALED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a document, or a file that failed. `order` holds a sort key for each column."""

    key: str
    title: str
    icon: str
    shelf: str
    collection: str
    edition: str
    size: str
    mark: Mark
    needle: str
    order: tuple[object, ...]
    document: Document | None = None
    failure: Failure | None = None

    def on(self, shelf: str) -> bool:
        """Whether the row stands on `shelf`."""
        if shelf == words.ALL:
            return True
        if shelf == words.OLD:
            return self.mark is SUPERSEDED
        return self.shelf == shelf


def rows_of(
    documents: Iterable[Document],
    states: Mapping[DocumentId, DocumentState],
    articles: Mapping[DocumentId, int],
    *,
    examples: bool,
) -> list[Row]:
    """Rows in order of name; `examples`: whether the example documents answer."""
    rows = [_document_row(one, states.get(one.id), articles.get(one.id, 0), examples) for one in documents]
    return sorted(rows, key=lambda row: str(row.order[0]))


def failed_row(failure: Failure) -> Row:
    """The row of a file that could not be taken in; `key` is its path."""
    title = Path(failure.path).name or failure.path
    shelf = failure.collection.value if failure.collection else ""
    mark = Mark(words.fault(failure.code), "alert", "danger", "danger_text")
    name = words.NAMES.get(shelf, "–")
    order = ("\0" + searchable(title), name, date.min, -1, mark.word)
    needle = searchable(title)
    return Row(failure.path, title, "file", words.FAILED, name, "–", "–", mark, needle, order, failure=failure)


def _document_row(one: Document, state: DocumentState | None, articles: int, examples: bool) -> Row:
    shelf = one.collection.value
    mark = MARKS[state or DocumentState.IN_FORCE]
    if one.collection is Collection.EXAMPLES and not examples:
        mark = UNUSED
    number, size = _measure(one, articles)
    name, needle = words.NAMES[shelf], searchable(one.title)
    order = (needle, name, one.effective or date.max, number, mark.word)
    icon = words.ICONS[shelf] if one.collection is not Collection.EXAMPLES else "manual"
    return Row(one.id, one.title, icon, shelf, name, _edition(one), size, mark, needle, order, document=one)


def _edition(one: Document) -> str:
    if one.collection is Collection.STATUTES:
        return f"{korean_date(one.effective)} 시행" if one.effective else "시행일 미정"
    return korean_date(one.effective) if one.effective else "–"


def _measure(one: Document, articles: int) -> tuple[int, str]:
    """A document's length: articles, else pages, else parts."""
    if articles:
        return articles, f"{articles:,}조"
    if one.collection is Collection.STATUTES:
        return one.passages, "–"  # not counted yet
    if one.pages:
        return one.pages, f"{one.pages:,}쪽"
    return one.passages, f"{one.passages:,}절" if one.passages else "–"
