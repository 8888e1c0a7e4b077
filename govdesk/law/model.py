"""The parts of a statute (법령) as values.

Text is kept in one canonical plain form, whatever file it came from: a 항 starts a
line with its circled number (``① ``), a 호 with ``1. `` or ``2의2. ``, a 목 with
``가. ``, deeper ``1) ``, ``가) ``, ``(1) ``, ``(가) ``; continuation lines belong to the
unit above. Amendment marks (``<개정 2020.12.22>``) stay in the text. `structure.parse`
makes the tree of units out of it when one is needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

StatuteId = NewType("StatuteId", str)
"""법령ID of the national database: six digits, unique, never derived from a path."""


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """제`main`조의`branch` and its kin (항, 호): ordered as the law orders them; `branch` 0 is none."""

    main: int
    branch: int = 0

    @classmethod
    def of(cls, article: str) -> Number | None:
        """The number of ``제16조의2``; None for anything else."""
        found = re.fullmatch(r"제(\d+)조(?:의(\d+))?", article)
        return cls(int(found[1]), int(found[2] or 0)) if found else None

    def article(self) -> str:
        """``제16조의2``."""
        return f"제{self.main}조" + (f"의{self.branch}" if self.branch else "")

    def __str__(self) -> str:
        return self.article()


class ArticleState(StrEnum):
    LIVE = "live"
    DELETED = "deleted"
    """`삭제 <date>`"""
    GONE = "gone"
    """삭제 또는 이동(원문 확인): the heading has no content in the source."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An 편·장·절·관 heading: ``Heading("장", "제2장", "정보공개 청구권자와 공공기관의 의무")``."""

    level: str
    number: str
    title: str

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Article:
    """One 조. `text` is canonical (see module docstring) without the heading line.

    `number` None is the text of a statute that has no articles, or a preamble.
    """

    number: Number | None
    title: str
    path: tuple[Heading, ...]
    text: str
    state: ArticleState = ArticleState.LIVE

    @property
    def name(self) -> str:
        """``제11조의2`` or ``""``."""
        return self.number.article() if self.number else ""


@dataclass(frozen=True, slots=True)
class Supplement:
    """One block of 부칙. `number` is the promulgation number, `promulgated` its date, if given."""

    label: str
    number: str
    promulgated: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Annex:
    """A 별표, 서식 or the like. The national Markdown carries its title and never its content (`text`)."""

    kind: str
    number: int
    branch: int
    title: str
    deleted: bool = False
    text: str = ""

    @property
    def name(self) -> str:
        """``별표 1의2`` or ``별지 제3호서식``."""
        branch = f"의{self.branch}" if self.branch else ""
        if self.kind == "서식":
            return f"별지 제{self.number}호{branch}서식"
        return f"{self.kind} {self.number}{branch}" if self.number else self.kind


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a statute: 공포일, 공포번호, 시행일. `in_force` None is 9999 (date not yet fixed)."""

    promulgated: date | None
    number: str
    in_force: date | None


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute in one revision.

    `kind` is 법령구분 (``법률``, ``대통령령``, ``행정안전부령`` …). `repeals` is true for an
    instrument whose text only repeals another statute.
    """

    id: StatuteId
    title: str
    kind: str
    ministries: tuple[str, ...]
    revision: Revision
    articles: tuple[Article, ...]
    supplements: tuple[Supplement, ...]
    annexes: tuple[Annex, ...]
    repeals: bool = False


class UnitKind(StrEnum):
    ARTICLE = "조"
    PARAGRAPH = "항"
    ITEM = "호"
    SUBITEM = "목"
    DEEPER = "세목"


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of an article's tree.

    `label` is as printed (``①``, ``2의2.``, ``가.``); `place` is the path below the article
    (``제1항제2호가목``, ``""`` for the article itself); `text` is the unit's own words
    (본문 with its 단서) without the label, `start`/`end` the slice of `Article.text` it covers
    with its label and without its children.
    """

    kind: UnitKind
    label: str
    place: str
    text: str
    start: int
    end: int
    children: tuple[Unit, ...] = ()
