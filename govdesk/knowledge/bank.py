"""Expected questions: what people ask that an article answers, written in advance (`resources/questions/`).

One UTF-8 file a statute, named by its 법령ID: a heading ``# 001357 title``, then for each article its name in
brackets (``[제11조]``) and a question a line. The files hold no statute text; an office may add its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from govdesk.text.normalise import nfc

_ARTICLE = re.compile(r"\[(제\d+조(?:의\d+)?)\]")
_SERIES = re.compile(r"\d{6}")


@dataclass(frozen=True, slots=True)
class Expected:
    """A question that `article` of the statute `series` (법령ID) answers; `number` tells those of one statute apart."""

    series: str
    article: str
    number: int
    text: str


@dataclass(frozen=True)
class BankFile:
    """The questions of one statute; read when asked for."""

    path: Path

    @property
    def series(self) -> str:
        return self.path.stem

    @cached_property
    def digest(self) -> str:
        """Changes with the file."""
        return blake2b(self.path.read_bytes(), digest_size=6).hexdigest()

    def questions(self) -> Iterator[Expected]:
        """In the order of the file; lines before the first article are its title."""
        article, number = "", 0
        for line in nfc(self.path.read_text(encoding="utf-8-sig")).splitlines():
            said = line.strip()
            if found := _ARTICLE.fullmatch(said):
                article = found[1]
            elif said and article:
                yield Expected(self.series, article, number, said)
                number += 1


class Bank:
    """The bank files of a folder by 법령ID; empty where there is no folder."""

    def __init__(self, folder: Path) -> None:
        found = sorted(folder.glob("*.txt")) if folder.is_dir() else []
        self._files = {path.stem: BankFile(path) for path in found if _SERIES.fullmatch(path.stem)}

    def series(self) -> frozenset[str]:
        return frozenset(self._files)

    def of(self, series: str) -> BankFile | None:
        return self._files.get(series)
