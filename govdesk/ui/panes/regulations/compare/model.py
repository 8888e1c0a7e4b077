"""The rows of the comparison as they are shown, before Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from govdesk.law.comparison import Comparison, Kind, Pair, Row
from govdesk.text.worddiff import Change, Piece, new_side, old_side

WORDS = {Kind.CHANGED: "고침", Kind.ADDED: "신설", Kind.REMOVED: "삭제", Kind.MOVED: "이동", Kind.SAME: ""}
LONG = 4
"""A gone run of more words than this stays readable: dashed under, not struck through."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row; no pieces, and the side has nothing there (`note` may say so)."""

    label: str = ""
    pieces: tuple[Piece, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the table.

    A head has `title` and `note`; a fold has `title` (what is folded) and `key`; any other row has two cells.
    `change` numbers the changes from 0, -1 for rows that are none; `reason` is why the article was amended, on the
    first of its rows that has cells.
    """

    kind: Kind = Kind.SAME
    title: str = ""
    note: str = ""
    key: str = ""
    depth: int = 0
    left: Cell = Cell()
    right: Cell = Cell()
    change: int = -1
    reason: str = ""

    @property
    def head(self) -> bool:
        return bool(self.title) and not self.key

    @property
    def fold(self) -> bool:
        return bool(self.key)


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry of the list of changes; `row` is the table row it leads to."""

    name: str
    kind: Kind
    row: int

    @property
    def word(self) -> str:
        return WORDS[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, the changes among them, and whether a column of `reasons` stands beside them."""

    rows: tuple[Shown, ...]
    changes: tuple[Changed, ...]
    reasons: bool = False


def table(comparison: Comparison, *, opened: frozenset[str] = frozenset(), whole: bool = False) -> Table:
    """The table of `comparison`: changed articles only, or all with `whole`; `opened` are the folds that are open."""
    pairs = comparison.pairs if whole else comparison.changed()
    builder = _Builder(opened)
    for pair in pairs:
        start = len(builder.rows)
        builder.add(pair)
        builder.tell(comparison.reasons.get(pair.name, ""), start)
    return Table(tuple(builder.rows), tuple(builder.changes), any(row.reason for row in builder.rows))


class _Builder:
    def __init__(self, opened: frozenset[str]) -> None:
        self.rows: list[Shown] = []
        self.changes: list[Changed] = []
        self._opened = opened

    def add(self, pair: Pair) -> None:
        rows = pair.rows()
        head = Shown(pair.kind, title=_title(pair), note=_note(pair, rows))
        if pair.kind in (Kind.ADDED, Kind.REMOVED) or (pair.kind is Kind.MOVED and not pair.changed):
            self._change(f"{pair.name} {pair.title}".strip(), pair.kind, head)
            self._plain(rows)
            return
        self.rows.append(head)
        for same, some in groupby(rows, key=lambda row: row.kind is Kind.SAME):
            group = list(some)
            if same:
                self._folded(pair, group)
            else:
                for row in group:
                    self._row(pair, row)

    def tell(self, reason: str, start: int) -> None:
        """Put `reason` beside the first of the rows from `start` that has cells."""
        at = next((n for n in range(start, len(self.rows)) if not (self.rows[n].head or self.rows[n].fold)), None)
        if reason and at is not None:
            self.rows[at] = replace(self.rows[at], reason=reason)

    def _plain(self, rows: Sequence[Row]) -> None:
        """An article that is new or gone whole, or only moved: its rows below its head, no changes of their own."""
        for row in rows:
            self.rows.append(_cells(row, first=row is rows[0]))

    def _row(self, pair: Pair, row: Row) -> None:
        if row.kind is Kind.MOVED:
            self.rows.append(_cells(row))
            return
        label = row.new_label or row.old_label
        self._change(f"{pair.name} {label} {pair.title}".replace("  ", " ").strip(), row.kind, _cells(row, first=True))

    def _change(self, name: str, kind: Kind, row: Shown) -> None:
        number = len(self.changes)
        self.changes.append(Changed(name, kind, len(self.rows)))
        self.rows.append(replace(row, change=number))

    def _folded(self, pair: Pair, rows: Sequence[Row]) -> None:
        key = f"{pair.name}/{rows[0].label}/{rows[0].depth}"
        if key not in self._opened:
            self.rows.append(Shown(title=_folded_words(rows), key=key))
            return
        self.rows.append(Shown(title=_folded_words(rows, open_=True), key=key))
        self.rows.extend(_cells(row) for row in rows)


def _title(pair: Pair) -> str:
    name = f"{pair.name}({pair.title.strip('()')})" if pair.title else pair.name
    if pair.kind is Kind.MOVED and pair.old is not None:
        return f"{name} ← {pair.old.name}"
    return name


def _note(pair: Pair, rows: Sequence[Row]) -> str:
    if pair.kind in (Kind.ADDED, Kind.REMOVED):
        return "새로 둔 조" if pair.kind is Kind.ADDED else "없어진 조"
    changed = sum(row.kind is not Kind.SAME for row in rows)
    if not changed:
        return "옮기기만 함" if pair.kind is Kind.MOVED else "같음"
    unseen = " · 그림뿐인 표는 견주지 못함" if any(row.unseen for row in rows) else ""
    return f"{len(rows):,}개 가운데 {changed:,}개 바뀜{unseen}"


def _folded_words(rows: Sequence[Row], *, open_: bool = False) -> str:
    least = min(row.depth for row in rows)
    labels = [row.label for row in rows if row.depth == least and row.label]
    span = "" if not labels else labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}"
    return f"{span} 같음 · {len(rows):,}개 {'접기' if open_ else '펼치기'}".strip()


def _cells(row: Row, *, first: bool = False) -> Shown:
    pieces = list(row.pieces) or [Piece(Change.SAME, row.new or row.old)]
    left = Cell(row.old_label, tuple(old_side(pieces)) if row.old or row.old_label else ())
    right = Cell(row.new_label, tuple(new_side(pieces)) if row.new or row.new_label else ())
    if row.kind is Kind.ADDED:
        left = Cell(note="〈신 설〉" if first else "")
    if row.kind is Kind.REMOVED:
        right = Cell(note="〈삭 제〉" if first else "")
    return Shown(row.kind, depth=row.depth, left=left, right=right)


def long_gone(piece: Piece) -> bool:
    """Whether a gone run is long enough to be left readable."""
    return piece.change is Change.GONE and len(piece.text.split()) > LONG


def ticks(shown: Table) -> Iterator[tuple[int, Kind]]:
    """(row, kind) of every change, for the map beside the table."""
    for change in shown.changes:
        yield change.row, change.kind
