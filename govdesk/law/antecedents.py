"""Which statute a name or pointer in an article means: 「…」, 같은 법, 법 시행령, 이 영."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from govdesk.law.aliases import FORMER, Called
from govdesk.law.names import DECREE, RULE, act_of
from govdesk.law.places import STEP
from govdesk.text.normalise import searchable


class Missing(StrEnum):
    """Why a citation leads to no statute or place, as far as the text alone can tell."""

    UNNAMED = "unnamed"
    """같은 법, 영, 규칙 …, and nothing before it nor the statute itself says which."""
    FORMER = "former"
    """종전의, 구: a text that is no longer in force."""
    SPOKEN = "spoken"
    """Words in quotation marks: how another statute is to be read (``"제3조"는 "제5조"로 본다``)."""
    SUPPLEMENT = "supplement"
    """An article of a 부칙."""
    OTHER_INSTRUMENT = "other_instrument"
    """A treaty, articles of association, ordinance or the like named without 「」."""
    NO_SUCH_PLACE = "no_such_place"
    """A bare 제2항 or 제1호 that the article it stands in does not have."""


Meaning = tuple[str, Missing | None]
"""A statute's title as named (``""`` is the statute that is read), or ``""`` and why there is none."""

BACK = 200
"""Characters before a citation that may name its statute; the longest title of the snapshot has 99."""
_ACTS = ("법", "법률")
_RANK = r"법률|법|시행령|시행규칙|영|령|규칙|규정"
_SAME = re.compile(rf"(?:같은 ?|동 ?)({_RANK})(?: ?({DECREE}|{RULE}))?")
_MENTION = re.compile(rf"「(?P<quoted>[^「」\n]{{2,150}})」(?: ?(?P<more>{DECREE}|{RULE}))?")
_OWNER = re.compile(
    rf"(?:「(?P<quoted>[^「」\n]{{2,150}})」(?: ?(?P<more>{DECREE}|{RULE}))?(?:\(이하[^()\n]*\))?"
    r"|(?:^|[^가-힣])(?P<word>(?:같은 ?|동 ?|이 |본 )?[가-힣ㆍ·]{1,30}(?: (?:시행령|시행규칙))?)) ?$"
)
_GENERIC = frozenset((*_RANK.split("|"), "조례", "본법", "본영", "부칙"))
_SELF = re.compile(r"(?:이 ?|본 ?)(?:법|영|규칙|규정)")
_FORMER = re.compile(r"(?:종전의?|(?<![가-힣])구|개정 전의?|폐지된) ?$")
_REPLACED = re.compile(r"「[^「」\n]*」 ?\([^()\n]*되기 전[^()\n]*\)")
_FORMER_WORD = re.compile(r"구(?:법|령|규칙)|구 .*|종전의.*")
_INSTRUMENT = re.compile(
    r"(?:협약|협정|조약|의정서|헌장|정관|약관|부속서|지침|고시|훈령|예규|조례|명령|강령|규약|세칙|내규|요강|요령|준칙|계약서?|헌법"
    r"|법|법률|령|영|규칙|규정|부칙)$"
)
_SPOKEN = re.compile(r'"[^"\n]{1,80}"')
_READ_AS = re.compile(r"(?:본문|단서| )*중 ?\"")
"""``제3조 중 "시장"은 …로 본다``: an article of whatever is applied."""
_PLAIN = re.compile(r"(?<![가-힣])(?P<name>[가-힣ㆍ·]{2,60}(?:법|법률|령|규정|규칙))\((?:이하|다음부터)[^()\n]*\) *$")
"""A title without 「」 where its short name is given: 정치자금에관한법률(이하 "법"이라 한다) 제20조."""
_LAST_WORD = re.compile(r"((?:(?:이|본) )?[가-힣ㆍ·]+) ?$")


class Antecedents:
    """What has been named so far in one article of the statute `title`.

    `aliases` are the short names that hold in all of it, `local` those of a part, `unit_of` tells the place of a
    position (``제1항제2호``).
    """

    def __init__(
        self,
        text: str,
        title: str,
        aliases: Mapping[str, str],
        local: Sequence[Called] = (),
        unit_of: Callable[[int], str] = lambda _at: "",
    ) -> None:
        self._text = text
        self._local = [(one, _kept(unit_of(one.at), one.depth)) for one in local]
        self._unit_of = unit_of
        self._title = title
        self._key = searchable(title)
        self._aliases = aliases
        self._spoken = [found.span() for found in _SPOKEN.finditer(text) if re.search(r"\d+[조항호]", found[0])]
        self._mentions = [(found.start(), _full(found)) for found in _MENTION.finditer(text)]

    def mention(self, at: int, title: str) -> None:
        """`title` was cited at `at`."""
        if title:
            self._mentions.append((at, title))
            self._mentions.sort()

    def last(self, at: int) -> str:
        """The statute named last before `at`."""
        return next((self.own(title) for start, title in reversed(self._mentions) if start < at), "")

    def spoken(self, at: int) -> bool:
        """Whether `at` lies in quotation marks that hold a citation."""
        return any(start <= at < end for start, end in self._spoken)

    def own(self, title: str) -> str:
        """``""`` for the statute that is read."""
        return "" if searchable(title) == self._key else title

    def quoted(self, name: str, at: int) -> Meaning:
        """「name」 at `at`."""
        missing = self._out_of_question(at)
        if missing is None and _REPLACED.match(self._text, at):
            missing = Missing.FORMER
        return ("", missing) if missing else (self.own(name), None)

    def bare(self, at: int, end: int) -> Meaning:
        """An article that nothing else claims: the statute that is read, unless the word before names another."""
        missing = self._out_of_question(at)
        if missing or _READ_AS.match(self._text, end):
            return "", missing or Missing.SPOKEN
        before = self._text[max(0, at - BACK) : at]
        if plain := _PLAIN.search(before):
            return self.called(plain["name"], at)
        word = _LAST_WORD.search(before)
        if word and (title := self._alias(word[1], at)):
            return self._known(title)
        if word and _INSTRUMENT.search(word[1]) and not _SELF.fullmatch(word[1]):
            return "", Missing.OTHER_INSTRUMENT
        return "", None if self._title else Missing.UNNAMED

    def called(self, word: str, at: int) -> Meaning:
        """A pointer (법, 같은 영) or short name at `at`."""
        if missing := self._out_of_question(at):
            return "", missing
        if "부칙" in word.split():
            return "", Missing.SUPPLEMENT
        if title := self._alias(word, at):
            return self._known(title)
        if _FORMER_WORD.fullmatch(word):
            return "", Missing.FORMER
        title = self._same(word, at) or self._below(word, at)
        if title:
            return self.own(title), None
        plain = _SAME.fullmatch(word) is None and word not in _GENERIC
        return (self.own(word), None) if plain else ("", Missing.UNNAMED)

    def owner(self, at: int) -> tuple[int, Meaning]:
        """Where the name begins, and the statute whose 별표 stands at `at`."""
        if missing := self._out_of_question(at):
            return at, ("", missing)
        back = max(0, at - BACK)
        found = _OWNER.search(self._text[back:at])
        if found is None:
            return at, ("", None if self._title else Missing.UNNAMED)
        if found["quoted"]:
            return back + found.start(), self.quoted(_full(found), back + found.start())
        word = found["word"]
        if _SELF.fullmatch(word) or not (self._alias(word, at) or _INSTRUMENT.search(word)):
            return at, ("", None if self._title else Missing.UNNAMED)
        return back + found.start("word"), self.called(word, back + found.start("word"))

    def _out_of_question(self, at: int) -> Missing | None:
        if self.spoken(at):
            return Missing.SPOKEN
        return Missing.FORMER if _FORMER.search(self._text[max(0, at - BACK) : at]) else None

    def _known(self, title: str) -> Meaning:
        return ("", Missing.FORMER) if title == FORMER else (self.own(title), None)

    def _alias(self, word: str, at: int) -> str | None:
        """What `word` stands for at `at`; the name given last counts."""
        for one, unit in reversed(self._local):
            if one.word == word and one.at <= at and _within(self._unit_of(at), unit):
                return one.title
        return self._aliases.get(word)

    def _below(self, word: str, at: int) -> str:
        """``법 시행령``: the decree of the act called 법."""
        found = re.fullmatch(rf"(\S+) ?({DECREE}|{RULE})", word)
        act = self._alias(found[1], at) if found else ""
        return f"{act} {found[2]}" if found and act and act != FORMER else ""

    def _same(self, word: str, before: int) -> str:
        """The last statute before that 같은 법, 동 영 … can mean; ``""`` for other words or where there is none."""
        found = _SAME.fullmatch(word)
        if found is None:
            return ""
        titles = (title for at, title in reversed(self._mentions) if at < before)
        return next((title for title in (_ranked(one, found[1]) for one in titles) if title), "") + (
            f" {found[2]}" if found[2] else ""
        )


def _ranked(title: str, rank: str) -> str:
    """`title` if it is of `rank`, the act above it for 법, the decree below it for 시행령; else ``""``."""
    act = act_of(title)
    if rank in _ACTS:
        return act if act.endswith(_ACTS) else ""
    if rank in (DECREE, RULE):
        return f"{act} {rank}" if act.endswith(_ACTS) else ""
    endings = (DECREE, "령", "규정") if rank in ("영", "령") else (rank,)
    return title if title.endswith(endings) else ""


def _kept(place: str, depth: int) -> str:
    """The first steps of `place`, down to 항 (1), 호 (2) or 목 (3)."""
    return "".join(step.group() for step in STEP.finditer(place) if (step.lastindex or 0) <= depth)


def _within(place: str, unit: str) -> bool:
    return place.startswith(unit) and not place[len(unit) :].startswith("의")


def _full(found: re.Match[str]) -> str:
    name = found["quoted"].strip()
    return f"{name} {found['more']}" if found["more"] else name
