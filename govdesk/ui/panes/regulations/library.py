"""The tree of what can be read: statutes by family, then manuals and own documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from govdesk.knowledge.model import Collection, Document, DocumentId, DocumentState
from govdesk.law.names import act_of, level_of, short_name
from govdesk.text.normalise import searchable
from govdesk.ui.panes.regulations.arranging import Arrangement, arranged
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.panes.regulations.states import ORDER, dated, state_words

GROUPS = (
    (Collection.MANUALS, "매뉴얼"),
    (Collection.OWN, "내 문서"),
    (Collection.CASES, "처리 사례"),
    (Collection.EXAMPLES, "예시 자료"),
)
MARKS = {
    DocumentState.FUTURE: ("clock", "warn"),
    DocumentState.FUTURE_HIDDEN: ("clock", "warn"),
    DocumentState.SUPERSEDED: ("history", "sub"),
}


def key_of(document: DocumentId) -> str:
    return f"doc:{document}"


def document_of(key: str) -> DocumentId | None:
    """The document that a node's key opens."""
    return DocumentId(key.removeprefix("doc:")) if key.startswith("doc:") else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in the tree with what the filter looks at."""

    document: Document
    state: DocumentState
    name: str
    """Spaceless title and short name."""


@dataclass(frozen=True, slots=True)
class Library:
    """What the store holds on a 기준일: one edition of each series, families together."""

    families: tuple[tuple[Entry, ...], ...]
    others: tuple[tuple[str, tuple[Entry, ...]], ...]
    by_id: Mapping[DocumentId, Document]
    states: Mapping[DocumentId, DocumentState]
    as_of: date

    @property
    def empty(self) -> bool:
        return not self.by_id

    def current(self, document: Document) -> Document | None:
        """The edition of `document`'s series that stands in the tree."""
        statute = document.collection is Collection.STATUTES
        same = [
            one
            for one in self.by_id.values()
            if one.series == document.series
            and (one.collection is Collection.STATUTES if statute else one.collection is document.collection)
        ]
        return min(same, key=lambda one: ORDER.index(self.states[one.id]), default=None)


def gather(documents: Iterable[Document], states: Mapping[DocumentId, DocumentState], as_of: date) -> Library:
    """The library of `documents` as they stand on `as_of`."""
    known = {document.id: document for document in documents}
    series: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in known.values():
        statute = document.collection is Collection.STATUTES
        series[document.collection, document.series if statute else document.id].append(document)
    chosen: dict[str, list[Entry]] = defaultdict(list)
    for (collection, _), editions in series.items():
        best = min(editions, key=lambda one: (ORDER.index(states[one.id]), -(one.effective or date.max).toordinal()))
        chosen[collection].append(_entry(best, states[best.id]))
    others = tuple(
        (title, tuple(sorted(chosen[collection], key=lambda one: one.document.title)))
        for collection, title in GROUPS
        if chosen[collection]
    )
    return Library(_families(chosen[Collection.STATUTES]), others, known, dict(states), as_of)


def _entry(document: Document, state: DocumentState) -> Entry:
    short = short_name(document.title) if document.collection is Collection.STATUTES else document.title
    name = searchable(document.title)
    return Entry(document, state, name if short == document.title else f"{name}\n{searchable(short)}")


def _families(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[act_of(entry.document.title)].append(entry)
    found = [tuple(sorted(group, key=_rank)) for group in members.values()]
    return tuple(sorted(found, key=lambda group: act_of(group[0].document.title)))


def _rank(entry: Entry) -> tuple[int, str, str]:
    return (level_of(entry.document.title), entry.document.kind, entry.document.id)


def tree(library: Library, filter_text: str = "", how: Arrangement = Arrangement.NAME) -> list[Node]:
    """The rows of the tree in the order of `how`; with `filter_text` only what matches it, spaces aside, everything
    unfolded and in no groups.
    """
    wanted = searchable(filter_text)
    found: list[Node] = []
    families = [part for group in library.families if (part := _matching(group, wanted))]
    if families:
        if wanted:
            grouped = [_family_node(group, True) for group in families]
        else:
            grouped = arranged(families, how, lambda group: _family_node(group, False))
        total = sum(len(group) for group in families)
        found.append(Node("법률·시행령·시행규칙", count=f"{total:,}", strong=True, open=True, children=grouped))
    for title, entries in library.others:
        kept = [entry for entry in entries if wanted in entry.name]
        if kept:
            rows = [_leaf(entry, entry.document.title) for entry in kept]
            found.append(Node(title, count=f"{len(rows):,}", strong=True, open=True, children=rows))
    return found


def _matching(group: tuple[Entry, ...], wanted: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in group if wanted in entry.name) if wanted else group


def _leaf(entry: Entry, text: str) -> Node:
    document = entry.document
    mark, role = MARKS.get(entry.state, ("", "sub"))
    words = state_words(document, entry.state)
    note = f"{document.title} ({document.kind}, {dated(document.effective)} {words or '판'})"
    return Node(
        text,
        key=key_of(document.id),
        note=note,
        count=words if entry.state is DocumentState.REPEALED else "",
        mark=mark,
        mark_role=role,
        spoken=words if mark else "",
        muted=entry.state is DocumentState.REPEALED,
    )


def _family_node(group: tuple[Entry, ...], unfold: bool) -> Node:
    head = _leaf(group[0], group[0].document.title)
    act = act_of(group[0].document.title)
    twins = len({entry.document.title for entry in group}) < len(group)
    for entry in group[1:]:
        title = entry.document.title
        text = title.removeprefix(act).strip() if title != act and title.startswith(act) else title
        head.children.append(_leaf(entry, f"{text} ({entry.document.kind})" if twins else text))
    head.open = unfold
    return head
