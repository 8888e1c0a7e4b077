"""Why an article was amended: the items of a 제정·개정 이유 that end in the articles they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from govdesk.law.model import Number
from govdesk.law.references import NamedBy, find_citations
from govdesk.law.structure import parts_from

HEADING = "제정·개정 이유"
"""The heading under which the text stands among a statute's passages."""
_ITEM = re.compile(r"^\s*(?:[가-하]|\d{1,2})[.)]\s+", re.MULTILINE)
"""가. 나. 다. or 1) 2) 3): how 주요내용 is numbered."""
_ENDING = re.compile(r"\(([^()]*제\d+조[^()]*)\)\s*\.?\s*$")
"""The brackets at an item's end: (안 제11조제2항 및 제12조의2 신설)."""


def reasons(text: str, articles: Iterable[Number]) -> dict[str, str]:
    """By article (``제11조``) of `articles`, what the items of `text` say of it.

    An item that names no article is left out, and so is what the text says of the whole.
    """
    held = list(articles)
    found: dict[str, list[str]] = {}
    for item in _items(text):
        ending = _ENDING.search(item)
        if ending is None:
            continue
        words = item[: ending.start()].strip().rstrip(".")
        cited = [one for one in find_citations(ending[1]) if one.by is NamedBy.SELF]
        for number in held:
            if any(one.covers(number) for one in cited):
                found.setdefault(str(number), []).append(f"{words}.")
    return {name: "\n".join(said) for name, said in found.items()}


def joined(each: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The reasons of several amendments, the earlier ones first."""
    found: dict[str, str] = {}
    for one in each:
        for name, said in one.items():
            found[name] = f"{found[name]}\n{said}" if name in found else said
    return found


def _items(text: str) -> list[str]:
    pieces = parts_from(_ITEM, text)
    return [" ".join(_ITEM.sub("", piece, count=1).split("◇")[0].split()) for piece in pieces]
