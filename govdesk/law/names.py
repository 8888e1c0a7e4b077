"""Names of statutes: titles, short names in office use, former titles, and what they resolve to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from govdesk import paths
from govdesk.law.model import StatuteId
from govdesk.text.normalise import searchable, spaced


@dataclass(frozen=True, slots=True)
class StatuteNames:
    """What one statute is called: `short` for citation chips (``""`` if the title is short), `former` titles."""

    id: StatuteId
    title: str
    short: str = ""
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every name but the title."""
        return ((self.short,) if self.short else ()) + self.others + self.former


def load_names(path: Path | None = None) -> tuple[StatuteNames, ...]:
    """The names of ``resources/thesaurus/statutes.yaml``, in its order."""
    import yaml

    source = (path or paths.resources() / "thesaurus" / "statutes.yaml").read_text(encoding="utf-8")
    entries: Mapping[str, Mapping[str, Any]] = yaml.load(source, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return tuple(_names(StatuteId(key), entry) for key, entry in entries.items())


def _names(key: StatuteId, entry: Mapping[str, Any]) -> StatuteNames:
    return StatuteNames(
        id=key,
        title=entry["제목"],
        short=entry.get("약칭", ""),
        others=tuple(entry.get("별칭", ())),
        former=tuple(entry.get("옛이름", ())),
    )


DECREE, RULE = "시행령", "시행규칙"

_IMPLEMENTING = {"시행령": "시행령", "시행규칙": "시행규칙", " 영": "시행령", " 규칙": "시행규칙"}
"""Endings that name a statute by its parent; ``지방계약법 규칙`` is said for 시행규칙."""
_QUOTES = re.compile(r"[「」『』\"']|\([\u3400-\u9fff\uf900-\ufaff]+\)")
"""Signs around a name, and Hanja in brackets within it: ``선박평형수(船舶平衡水) 관리법``."""
_RELATING = re.compile(r"에관한(?=법|특별|특례|규정|규칙)")
_SHORTEST_PART = 3
_MOST_CANDIDATES = 8


class NameIndex:
    """Resolves what people call statutes to the statutes it was made with."""

    def __init__(self, titles: Iterable[tuple[StatuteId, str]], names: Iterable[StatuteNames] = ()) -> None:
        self._titles: dict[StatuteId, list[str]] = defaultdict(list)
        self._by_title: dict[str, list[StatuteId]] = defaultdict(list)
        self._by_contraction: dict[str, list[StatuteId]] = defaultdict(list)
        self._by_alias: dict[str, list[StatuteId]] = defaultdict(list)
        for key, title in titles:
            self._add_title(key, _key(title))
        for entry in names:
            for alias in entry.aliases:
                self._add_alias(_key(alias), entry.id)

    def _add_title(self, key: StatuteId, title: str) -> None:
        """Editions of one statute may bring several titles."""
        if title not in self._titles[key]:
            self._titles[key].append(title)
            self._by_title[title].append(key)
            self._by_contraction[_contracted(title)].append(key)

    def _add_alias(self, alias: str, key: StatuteId) -> None:
        known = self._by_alias[alias]  # also of statutes that are not here: their name is not free for others
        if key in self._titles and key not in known:
            known.append(key)

    def resolve(self, text: str, *, loosely: bool = True) -> list[StatuteId]:
        """The statutes that `text` names: one, several that share the name, or none.

        Tried in order: the title (spaces and middle dots aside); short, other and former names; 시행령 and
        시행규칙 of a statute so named. With `loosely`, as for what a person types, also the title without its
        connecting words (민원 처리법), and titles that contain the text if they are few.
        """
        key = _key(text)
        found = self._named(key) or self._implementing(text, loosely=False)
        if found or not loosely or not key or key in self._by_alias:
            return found
        return self._by_contraction.get(_contracted(key), []) or self._implementing(text) or self._containing(key)

    def names_of(self, key: StatuteId) -> set[str]:
        """Everything that `key` alone is called, spaces aside: titles, aliases, and 시행령 of an act's alias."""
        names = {name for name, keys in (*self._by_title.items(), *self._by_alias.items()) if key in keys}
        for title in self._titles.get(key, ()):
            act = act_of(title)
            for parent in self._by_title.get(act, ()) if act != title else ():
                names |= {alias + title[len(act) :] for alias, keys in self._by_alias.items() if parent in keys}
        return {name for name in names if self.resolve(name, loosely=False) == [key]} | set(self._titles.get(key, ()))

    def _named(self, key: str) -> list[StatuteId]:
        return list(self._by_title.get(key) or self._by_alias.get(key) or ())

    def _implementing(self, text: str, *, loosely: bool = True) -> list[StatuteId]:
        plain = spaced(text)
        ending = next((ending for ending in _IMPLEMENTING if plain.endswith(ending)), None)
        if ending is None:
            return []
        parent = _key(plain.removesuffix(ending))
        parents = self._named(parent)
        if not parents and loosely:
            parents = self._by_contraction.get(_contracted(parent), [])
        titles = [title + _IMPLEMENTING[ending] for found in parents for title in self._titles[found]]
        return list(dict.fromkeys(key for title in titles for key in self._by_title.get(title, ())))

    def _containing(self, key: str) -> list[StatuteId]:
        if len(key) < _SHORTEST_PART:
            return []
        titles = sorted((title for title in self._by_title if key in title), key=lambda title: (len(title), title))
        titles = [title for title in titles if not _belongs_to_another(title, titles)]
        if len(titles) > _MOST_CANDIDATES:
            return []
        return list(dict.fromkeys(found for title in titles for found in self._by_title[title]))


def _belongs_to_another(title: str, titles: Sequence[str]) -> bool:
    """Whether `title` is the 시행령 or 시행규칙 of another of `titles`."""
    return any(title.endswith(suffix) and title.removesuffix(suffix) in titles for suffix in ("시행령", "시행규칙"))


def act_of(title: str) -> str:
    """The title of the act that a 시행령 or 시행규칙 belongs to; any other title itself."""
    for level in (DECREE, RULE):
        if title.endswith(level) and title != level:
            return title.removesuffix(level).rstrip()
    return title


def level_of(title: str) -> int:
    """Where a statute stands in its family: 0 the act (or a statute of no family), 1 시행령, 2 시행규칙."""
    return 0 if act_of(title) == title else 1 if title.endswith(DECREE) else 2


def _key(name: str) -> str:
    return searchable(_QUOTES.sub("", name))


def _contracted(key: str) -> str:
    """`key` without the words that people leave out: 에 관한, 등, 의, 및, and 법 for 법률."""
    return re.sub(r"[의및등]", "", re.sub(r"법률(?=$|시행)", "법", _RELATING.sub("", key)))


@cache  # of a file that ships with the program and does not change while it runs
def _shipped_short_names() -> Mapping[str, str]:
    return {_key(entry.title): entry.short for entry in load_names() if entry.short}


def short_name(title: str) -> str:
    """The short name for a citation chip (정보공개법, 정보공개법 시행령); the title where there is none."""
    shorts = _shipped_short_names()
    plain = spaced(title)
    for suffix in ("", " 시행령", " 시행규칙"):
        if plain.endswith(suffix) and (short := shorts.get(_key(plain[: len(plain) - len(suffix)]))):
            return short + suffix
    return title
