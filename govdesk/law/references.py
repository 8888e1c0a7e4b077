"""References to statutes: what a person types, and what running text cites.

`parse_reference` reads one reference (``정보공개법 11조``); `find_citations` finds references
with a name (``「…」 제3조``) and bare ones (``제3조``) in prose. References that only point
(법, 영, 같은 법 제3조) are told apart here and left out unless asked for: what they point at is
not in the sentence's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from govdesk.law.model import Number
from govdesk.law.places import CIRCLED, LETTERS, step_of
from govdesk.text.normalise import spaced


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as typed: the statute's words (``""`` if none), the article and the place below it."""

    statute_text: str
    article: Number | None
    place: str = ""


class NamedBy(StrEnum):
    """How a citation says which statute it means."""

    QUOTED = "quoted"
    """「정보공개법」 제3조"""
    WORD = "word"
    """정보공개법 시행령 제3조, written without 「 」"""
    POINTER = "pointer"
    """법, 영, 규칙, 같은 법, 동법 시행령, 부칙"""
    SELF = "self"
    """nothing, or 이 법, 이 영: the statute that is being read"""


@dataclass(frozen=True, slots=True)
class Cited:
    """`text[start:end]` cites `place` of `article`; `statute` is the name or pointer as written, None for SELF.

    A range (제3조부터 제5조까지) is one citation that runs through `last_article` and `last_place`.
    The first of a list spans the statute's name too.
    """

    start: int
    end: int
    statute: str | None
    article: Number
    place: str = ""
    by: NamedBy = NamedBy.SELF
    last_article: Number | None = None
    last_place: str = ""

    def covers(self, number: Number) -> bool:
        """Whether the article, or the range of articles, holds `number`."""
        return self.article <= number <= (self.last_article or self.article)


_PLACE = (
    rf"\s*(?:제?\s*(?P<paragraph>\d+)\s*항|(?P<circled>[{CIRCLED}]))?"
    r"\s*(?:제?\s*(?P<item>\d+)\s*호(?:\s*의\s*(?P<item_branch>\d+))?)?"
    rf"\s*(?P<subitem>[{LETTERS}]\s*목(?:\s*의\s*\d+)?)?"
    rf"\s*(?P<deeper>(?:\(?[\d{LETTERS}]{{1,3}}\)\s*)*)"
    r"(?:\s*(?:본문|단서|전단|후단|각\s*[호목]\s*외의\s*부분))?"
)
_TYPED = re.compile(rf"(?P<statute>.*?)\s*제?\s*(?P<main>\d+)\s*조(?:\s*의\s*(?P<branch>\d+))?{_PLACE}")
_BARE = re.compile(r"(?P<statute>.*[^\d\s].*?)\s+제?\s*(?P<main>\d{1,4})(?:\s*[의-]\s*(?P<branch>\d{1,3}))?")


def parse_reference(text: str) -> Reference:
    """What `text` refers to. Any text is a reference: without an article it names a statute."""
    plain = spaced(re.sub(r"[「」『』]", " ", text))
    found = _TYPED.fullmatch(plain) or _BARE.fullmatch(plain)
    if found is None:
        return Reference(plain, None)
    article = Number(int(found["main"]), int(found["branch"] or 0))
    return Reference(found["statute"].strip(), article, _typed_place(found.groupdict()))


def _typed_place(parts: dict[str, str | None]) -> str:
    circled = parts.get("circled")
    paragraph = step_of(circled) if circled else _numbered("제{}항", parts.get("paragraph"))
    branch = _numbered("의{}", parts.get("item_branch"))
    below = (parts.get("subitem") or "") + (parts.get("deeper") or "")
    return paragraph + _numbered("제{}호", parts.get("item")) + branch + re.sub(r"\s", "", below)


def _numbered(form: str, digits: str | None) -> str:
    return form.format(int(digits)) if digits else ""


_ARTICLE = re.compile(r"제\d+조")
_ITEM = re.compile(
    r"(?:제(?P<main>\d+)조(?:의(?P<branch>\d+))?(?:\([^()\n]{1,60}\)(?= ?제\d+[항호]))?)?"
    r"(?: ?(?P<paragraph>제\d+항))?(?: ?(?P<item>제\d+호(?:의\d+)?))?"
    rf"(?: ?(?P<subitem>[{LETTERS}]목(?:의\d+)?))?"
    rf"(?P<deeper>(?:\d{{1,2}}\)(?:의\d+)?)?(?:[{LETTERS}]\))?(?:\(\d{{1,2}}\))?(?:\([{LETTERS}]\))?)"
)
_PART = r"(?: ?(?:본문|단서|전단|후단|각 [호목] 외의 부분|각 [호목]))*"
_NEXT = re.compile(
    rf"{_PART}(?:까지)?(?:의 규정)?(?P<join> *(?:[ㆍ·,]|및|또는|와|과|이나|나|부터|내지) *)"
    rf"(?=제\d+[조항호]|[{LETTERS}]목)"
)
_RANGE = ("부터", "내지")
_UNTIL = re.compile(rf"{_PART}까지")

_QUOTED = re.compile(
    r"「(?P<name>[^「」\n]{2,150})」(?P<more> ?(?:시행령|시행규칙))?(?:\((?:이하|다음부터|법률|약칭)[^()\n]*\))? *$"
)
_SELF = re.compile(r"(?:^|[^가-힣)」\]\"])이 (?:법|영|규칙|규정|조례|훈령|예규) *$")
_POINTER = re.compile(
    r"(?:^|[^가-힣])(?P<name>(?:(?:같은|동|본|해당|구|종전의) ?)?"
    r"(?:법|법률|영|령|규칙|규정|조례|시행령|시행규칙|부칙)(?: ?(?:시행령|시행규칙|부칙))?) *$"
)
_WORD = re.compile(r"(?:^|[^가-힣ㆍ·])(?P<name>[가-힣ㆍ·]{1,30}(?:법|법률|령|규칙|규정)(?: (?:시행령|시행규칙))?) *$")
_LOOK_BACK = 200
"""Characters before an article that may name its statute; the longest title of the snapshot has 99."""


def find_citations(text: str, *, pointers: bool = False) -> list[Cited]:
    """The citations of articles in `text`, in order; with `pointers` also those that only point (법 제3조)."""
    lists = cited_lists(text)
    return [cited for listed in lists if pointers or listed[0].by is not NamedBy.POINTER for cited in listed]


def cited_lists(text: str) -> Iterator[list[Cited]]:
    """All citations of articles, those that one statute's name governs (제3조, 제5조 및 제7조) together."""
    at = 0
    while (anchor := _ARTICLE.search(text, at)) is not None:
        start, statute, by = _named(text, at, anchor.start())
        listed = list(read_list(text, anchor.start(), Cited(start, 0, statute, Number(0), by=by)))
        at = listed[-1].end
        yield listed


def _named(text: str, after: int, at: int) -> tuple[int, str | None, NamedBy]:
    """Where (not before `after`) the citation begins whose article stands at `at`, its statute, and how named."""
    back = max(after, at - _LOOK_BACK)
    before = text[back:at]
    if quoted := _QUOTED.search(before):
        name = quoted["name"] + (f" {quoted['more'].strip()}" if quoted["more"] else "")
        return back + quoted.start(), name, NamedBy.QUOTED
    if _SELF.search(before):
        return at, None, NamedBy.SELF
    if (word := _WORD.search(before)) and not _POINTER.fullmatch(word["name"]):
        return back + word.start("name"), word["name"], NamedBy.WORD
    if pointer := _POINTER.search(before):
        return back + pointer.start("name"), pointer["name"], NamedBy.POINTER
    return at, None, NamedBy.SELF


def read_list(text: str, at: int, first: Cited) -> Iterator[Cited]:
    """The citation at `at` and those joined to it by commas, ㆍ, 및 …; each takes what it leaves out from the one
    before, the first from `first`."""
    cited = _read(text, at, first)
    while (joined := _NEXT.match(text, cited.end)) is not None:
        following = _read(text, joined.end(), replace(cited, start=joined.end()))
        if following.end == joined.end():
            break
        if joined["join"].strip() in _RANGE:
            until = _UNTIL.match(text, following.end)
            end = until.end() if until else following.end
            cited = replace(cited, end=end, last_article=following.article, last_place=following.place)
            continue
        yield cited
        cited = following
    yield cited


def _read(text: str, at: int, before: Cited) -> Cited:
    """The one item at `at`, what it leaves out taken from `before`."""
    found = _ITEM.match(text, at)
    assert found is not None  # every part is optional
    article = Number(int(found["main"]), int(found["branch"] or 0)) if found["main"] else before.article
    inherited = [] if found["main"] else _inherited(before.last_place or before.place, found)
    own = [found[part] or "" for part in ("paragraph", "item", "subitem", "deeper")]
    place = "".join(inherited + own)
    return Cited(before.start, found.end(), before.statute, article, place, before.by)


def _inherited(place: str, found: re.Match[str]) -> list[str]:
    """The steps of `place` above the first step that is written."""
    above = re.match(rf"(제\d+항)?(제\d+호(?:의\d+)?)?([{LETTERS}]목(?:의\d+)?)?", place)
    steps = [step or "" for step in above.groups()] if above else []
    if found["paragraph"]:
        return []
    return steps[:1] if found["item"] else steps[:2] if found["subitem"] else steps
