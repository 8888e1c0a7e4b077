"""위임: from an article of an act to the decree's, the rules' and the annexes that fill it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from govdesk.knowledge.model import Backlink, Document, Passage
from govdesk.law.marks import without_marks
from govdesk.law.names import level_of
from govdesk.law.structure import sentences, units

OPENING = 25
"""Characters of a unit before the citation of the article it fills out: ``① 시장은 법 제3조에 따라``."""
_LEAVES = re.compile(
    r"(?P<decree>대통령령|국회규칙|대법원규칙|헌법재판소규칙|중앙선거관리위원회규칙)|(?P<rule>총리령|[가-힣]{2,10}부령)"
    r"|(?P<local>조례)|(?P<notice>고시)"
)
_DEFINES = re.compile(r"\s*(?:본문|단서|전단|후단|각 호 외의 부분|제\d+호)*\s*에서\s*\"")
_LEFT = re.compile(r"(?:으로|로)\s*(?:따로\s*)?정(?:하|한)|(?:하여|하고)야?\s*고시|고시(?:하|한)")


@dataclass(frozen=True, slots=True)
class Left:
    """A sentence that leaves something to a lower text: `to` names its kind (``대통령령``), `place` where it stands."""

    to: str
    level: int
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Filled:
    """An article (or annex) with what fills it out.

    `document` None is what the store lacks: `name` then says what (``조례``); with a document, `name` ``대통령령`` is
    the decree of which no article says that it fills this one out. `why` are the words that led here.
    """

    document: Document | None
    name: str
    heading: str
    why: str = ""
    place: str = ""
    annex: bool = False
    children: tuple[Filled, ...] = ()


Cites = Callable[[Document, str], Sequence[Backlink]]
"""The places of the statute's family that cite an article."""
Texts = Callable[[Document, str], Sequence[Passage]]
"""The passages of an article, or of an annex (``별표 1``)."""


def left_open(text: str) -> list[Left]:
    """What an article leaves to decree, rules, ordinance or notice, in order; one a unit and kind."""
    found: dict[tuple[str, str], Left] = {}
    for unit in units(text):
        for sentence in sentences(unit):
            for name in _LEAVES.finditer(sentence.text):
                if _LEFT.match(sentence.text, name.end()):
                    level = 1 if name["decree"] else 2 if name["rule"] else 3
                    words = without_marks(sentence.text).text
                    found.setdefault((unit.place, name.group()), Left(name.group(), level, unit.place, words))
    return list(found.values())


def filled_out(document: Document, article: str, cites: Cites, texts: Texts, family: Sequence[Document] = ()) -> Filled:
    """The tree below `article`; every article appears once, at the highest place that leads to it."""
    return _Tree(cites, texts, family).of(document, article, "", "")


class _Tree:
    def __init__(self, cites: Cites, texts: Texts, family: Sequence[Document]) -> None:
        self._family = {level_of(one.title): one for one in family}
        self._cites = cites
        self._texts = texts
        self._seen: set[tuple[str, str]] = set()

    def of(self, document: Document, article: str, why: str, place: str) -> Filled:
        self._seen.add((document.id, article))
        passages = self._texts(document, article)
        text = "\n".join(passage.text for passage in passages)
        heading = passages[0].heading if passages else ""
        below = self._below(document, article)
        children = [self.of(one.document, one.passage.article, _why(one), one.cited) for one in below]
        children += self._annexes(document, text)
        children += self._unfilled(text, document, children)
        return Filled(document, article, heading, why, place, children=tuple(children))

    def _below(self, document: Document, article: str) -> list[Backlink]:
        """The first place of each article below that says it fills out `article`; those of the next level first."""
        level = level_of(document.title)
        found: dict[tuple[str, str], Backlink] = {}
        for link in self._cites(document, article):
            key = (link.document.id, link.passage.article)
            if level_of(link.document.title) > level and key not in self._seen and key not in found and fills(link):
                found[key] = link
        kept = sorted(found.values(), key=lambda one: level_of(one.document.title))
        self._seen.update(found)
        return kept

    def _annexes(self, document: Document, text: str) -> list[Filled]:
        from govdesk.law.citing import Citing
        from govdesk.law.model import Article

        found: dict[str, Filled] = {}
        for cited in Citing(document.title).of(Article(None, "", (), text)):
            if not cited.annex or cited.title or cited.missing or cited.annex in found or "서식" in cited.annex:
                continue
            there = self._texts(document, cited.annex)
            title = there[0].text if there else ""
            found[cited.annex] = Filled(document if there else None, cited.annex, title, "", "", annex=True)
        return list(found.values())

    def _unfilled(self, text: str, document: Document, children: Sequence[Filled]) -> list[Filled]:
        """What the article leaves to texts that are not in the store or do not name it, one a kind."""
        levels = {level_of(child.document.title) for child in children if child.document and not child.annex}
        found: dict[str, Filled] = {}
        for left in left_open(text):
            if left.level not in levels and left.level > level_of(document.title):
                there = self._family.get(left.level)
                found.setdefault(left.to, Filled(there, left.to, "", left.words, left.place))
        return list(found.values())


def fills(link: Backlink) -> bool:
    """Whether the citing place opens with the article that it cites, or defines its words (``법 제3조에서 "…"란``)."""
    text = link.passage.text
    line = text.rfind("\n", 0, link.start) + 1
    before = text[line : link.start]
    opens = len(before) <= OPENING and "조" not in before and ". " not in before
    return opens or _DEFINES.match(text, link.end) is not None


def _why(link: Backlink) -> str:
    """The opening words of the citing place."""
    line = link.passage.text.rfind("\n", 0, link.start) + 1
    return without_marks(link.passage.text[line : link.end + 60].split("\n")[0]).text
