"""In what groups the statutes stand in the tree: by first consonant, by ministry, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from govdesk.ui.panes.regulations.nodes import Node

if TYPE_CHECKING:
    from govdesk.ui.panes.regulations.library import Entry

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
MANY = 40
"""More families than this are grouped by first consonant; about what two screens of the tree hold."""
NO_MINISTRY = "소관 부처 모름"
KINDS = ("법률", "대통령령", "총리령")
"""법률 and orders before the rules of the ministries and what bodies of the constitution make."""


class Arrangement(StrEnum):
    """How the tree is arranged."""

    NAME = "가나다"
    MINISTRY = "소관 부처"
    KIND = "법령 종류"


Family = tuple["Entry", ...]
Made = Callable[[Family], Node]
"""The row of a family."""


def arranged(families: Sequence[Family], how: Arrangement, made: Made) -> list[Node]:
    """The rows of `families`, `made` of each; by kind, each statute stands for itself."""
    if how is Arrangement.MINISTRY:
        return _grouped(((name, family) for family in families for name in _ministries(family)), made, str)
    if how is Arrangement.KIND:
        single = ((entry.document.kind, (entry,)) for family in families for entry in family)
        return _grouped(single, made, _kind_rank)
    return by_initial([made(family) for family in families])


def by_initial(nodes: list[Node]) -> list[Node]:
    """`nodes` below their first consonants where they are many."""
    if len(nodes) <= MANY:
        return nodes
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[initial(node.text)].append(node)
    return [Node(sign, count=f"{len(some):,}", children=some) for sign, some in sorted(groups.items())]


def initial(title: str) -> str:
    """The first consonant of a title (``ㄱ`` … ``ㅎ``); ``#`` for anything but Hangul."""
    code = ord(title[0]) - 0xAC00 if title else -1
    return INITIALS[code // 588].translate(PLAIN) if 0 <= code < 11_172 else "#"


def _ministries(family: Family) -> tuple[str, ...]:
    """Those of the statute that heads the family: joint statutes stand below each of their ministries."""
    return tuple(dict.fromkeys(family[0].document.ministries)) or (NO_MINISTRY,)


def _kind_rank(kind: str) -> tuple[int, str]:
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), kind)


def _grouped(pairs: Iterable[tuple[str, Family]], made: Made, rank: Callable[[str], object]) -> list[Node]:
    groups: dict[str, list[Family]] = defaultdict(list)
    for name, family in pairs:
        groups[name].append(family)
    order = sorted(groups, key=lambda name: (name == NO_MINISTRY, rank(name)))
    return [
        Node(name, count=f"{sum(map(len, groups[name])):,}", children=by_initial([made(one) for one in groups[name]]))
        for name in order
    ]
