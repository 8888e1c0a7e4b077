"""An article's canonical text as paragraphs that hang below their numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govdesk.ui.panes.chat.links import links_in
from govdesk.ui.panes.chat.prose import Kind, Look, Para, Run, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = 58
"""Characters shown of a hit that answers nothing: two lines of a card 412 wide."""
GAP = "\u00a0…"
"""Never alone on a line."""

_ITEM = re.compile(r"\d+(의\d+)?\. ")
_SUBITEM = re.compile(r"[가-힣]\. ")
_AMENDED = re.compile(r"<[^<>\n]{0,12}\d{4}\.[^<>\n]*>")
_TAIL = re.compile(r"\s*(\d+(의\d+)?\.|[가-힣]\.|[①-⑳])$")
"""A number left alone at a cut."""
_DEEPER = re.compile(r"(\d+|[가-힣])\) |\((\d+|[가-힣])\) ")

Span = tuple[int, int]


def depth_of(line: str) -> int:
    """How deep a canonical line stands: 항 and prose 0, 호 1, 목 2, below that 3."""
    if _ITEM.match(line):
        return 1
    if _SUBITEM.match(line):
        return 2
    return 3 if _DEEPER.match(line) else 0


def whole(text: str, spans: tuple[Span, ...], own_title: str) -> tuple[Para, ...]:
    """Every line of `text`, `spans` marked, references linked."""
    return tuple(_para(line, start, spans, own_title) for start, line in _lines(text))


def excerpt(text: str, spans: tuple[Span, ...], own_title: str) -> tuple[Para, ...]:
    """The lines that `spans` touch, with ``…`` for those between; without spans the opening, dim."""
    if not spans:
        flat = " ".join(line for _, line in _lines(text))
        cut = flat if len(flat) <= OPENING else _TAIL.sub("", flat[:OPENING].rsplit(" ", 1)[0]) + GAP
        return (Para((Run(cut, Look.DIM),), Kind.LAW),)
    paras: list[Para] = []
    skipped = False
    for start, line in _lines(text):
        if not any(a < start + len(line) and start < b for a, b in spans):
            skipped = True
            continue
        if skipped and paras:
            paras.append(Para((Run("…", Look.DIM),), Kind.LAW))
        skipped = False
        paras.append(_para(line, start, spans, own_title))
    if skipped and paras:
        last = paras[-1]
        paras[-1] = Para((*last.runs, Run(GAP, Look.DIM)), last.kind, last.depth)
    return tuple(paras)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _para(line: str, start: int, spans: tuple[Span, ...], own_title: str) -> Para:
    marks = tuple(
        (max(a - start, 0), min(b - start, len(line))) for a, b in spans if a < start + len(line) and b > start
    )
    runs = (dimmed for run in marked(line, marks, links_in(line, own_title)) for dimmed in _dimmed(run))
    return Para(tuple(runs), Kind.LAW, depth_of(line))


def _dimmed(run: Run) -> Iterator[Run]:
    """A plain run with its amendment marks (``<개정 2020.12.22>``) set back."""
    if run.look is not Look.PLAIN:
        yield run
        return
    at = 0
    for mark in _AMENDED.finditer(run.text):
        if mark.start() > at:
            yield Run(run.text[at : mark.start()])
        yield Run(mark.group(), Look.DIM)
        at = mark.end()
    if at < len(run.text) or not run.text:
        yield Run(run.text[at:])
