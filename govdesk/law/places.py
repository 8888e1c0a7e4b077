"""Places below an article: ``제1항제2호의2가목1)`` and the labels that units carry in print.

A place is a row of steps. As printed, a 항 is ``②``, a 호 ``2의2.``, a 목 ``가.``, deeper
units ``1)``, ``가)``, ``(1)``, ``(가)``; as cited, ``제2항``, ``제2호의2``, ``가목``, and the
deeper ones as they are printed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from govdesk.law.model import UnitKind

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""항 numbers 1 to 50 as printed."""

LETTERS = (
    "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
)
"""목 in order: after 하 comes 거, after 허 고, after 호 구 (규칙 제2조 carries the first fourteen)."""

_STEPS = (
    r"제\d+항(?:의\d+)?",
    r"제\d+호(?:의\d+)?",
    rf"[{LETTERS}]목(?:의\d+)?",
    r"\d+\)(?:의\d+)?",
    rf"[{LETTERS}]\)",
    r"\(\d+\)",
    rf"\([{LETTERS}]\)",
)
STEP = re.compile("|".join(f"({step})" for step in _STEPS))
"""One step of a place; the group that matched is its rank (1 항 … 7 ``(가)``)."""

_LABELS = (
    rf"[{CIRCLED}]",
    r"\d{1,3}(?:의\d+)*\.",
    rf"[{LETTERS}](?:의\d+)?\.",
    r"\d{1,3}\)(?:의\d+)?",
    rf"[{LETTERS}]\)",
    r"\(\d{1,3}\)",
    rf"\([{LETTERS}]\)",
)
LABEL = re.compile("(?:" + "|".join(f"({label})" for label in _LABELS) + r")(?: |$)", re.MULTILINE)
"""The label that begins a unit's line, with the space after it; groups as in `STEP`."""

_KINDS = (UnitKind.PARAGRAPH, UnitKind.ITEM, UnitKind.SUBITEM)
_BRANCH = re.compile(r"(\d+|[가-힣])(?:의(\d+))?\.")


def kind_of(rank: int) -> UnitKind:
    """The kind of a unit whose label or step matched group `rank`."""
    return _KINDS[rank - 1] if rank <= len(_KINDS) else UnitKind.DEEPER


def steps(place: str) -> tuple[str, ...]:
    """``제1항제2호가목1)`` as ``("제1항", "제2호", "가목", "1)")``; raises ValueError for anything else."""
    found = list(STEP.finditer(place))
    ends = [0, *(step.end() for step in found)]
    starts = [*(step.start() for step in found), len(place)]
    ranks = [step.lastindex or 0 for step in found]
    if ends != starts or any(below <= above for above, below in pairwise(ranks)):
        raise ValueError(f"not a place: {place}")
    return tuple(step.group() for step in found)


def step_of(label: str) -> str:
    """The step that a printed label stands for: ``②`` 제2항, ``2의2.`` 제2호의2, ``가.`` 가목."""
    if label in CIRCLED:
        return f"제{CIRCLED.index(label) + 1}항"
    found = _BRANCH.fullmatch(label)
    if found is None:
        return label
    main, branch = found.groups()
    return (f"제{main}호" if main.isdecimal() else f"{main}목") + (f"의{branch}" if branch else "")


def label_of(step: str) -> str:
    """The inverse of `step_of`. A 항 beyond 50 has no circled number and comes back as its step."""
    found = re.fullmatch(r"제(\d+)항|(?:제(\d+)호|(.)목)(?:의(\d+))?", step)
    if found is None:
        return step
    paragraph, item, letter, branch = found.groups()
    if paragraph:
        number = int(paragraph)
        return CIRCLED[number - 1] if 1 <= number <= len(CIRCLED) else step
    return f"{item or letter}{f'의{branch}' if branch else ''}."
