"""What a statute calls the statutes it cites: ``「국가공무원법」(이하 "법"이라 한다)``, and its own family."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govdesk.law.model import Article
from govdesk.law.names import DECREE, RULE, act_of

FORMER = "\0"
"""In place of a title: the name stands for a text that is no longer in force."""

_NAMED = re.compile(
    r"(?:「(?P<name>[^「」\n]{2,150})」"
    r"|(?<![가-힣])(?P<plain>(?!동법|시행|같은)[가-힣ㆍ·]{2,60}(?:법|법률|령|규정|규칙))(?=\((?:이하|다음부터) ?\")"
    r"|(?<![가-힣])(?P<same>같은|동) ?법)"
    rf"(?: ?(?P<more>{DECREE}|{RULE}))?"
    r"(?: ?\((?P<note>[^()\n]{0,60}(?:이하|다음부터)[^()\n]{0,80}\"[^()\n]{0,40})\))?"
)
_CALLED = re.compile(r'"([^"\n]{1,30})"')
_SCOPE = re.compile(r"(?:이하|다음부터) ?(?:이|본) ?(조|항|호|목|표|장|절|편|관)")
_GONE = re.compile(r"(?:개정|폐지|전부개정|시행)되기 전|종전")


@dataclass(frozen=True, slots=True)
class Called:
    """`word` stands for the statute `title` (or `FORMER`): everywhere, under the heading `path`, or in the unit of
    `article` that `at` lies in, down to `depth` (조 0, 항 1, 호 2, 목 3)."""

    word: str
    title: str
    path: tuple[str, ...] | None = None
    article: str | None = None
    at: int = 0
    depth: int = 0


def called(article: Article) -> Iterator[Called]:
    """The names that `article` gives to statutes."""
    act = ""
    for found in _NAMED.finditer(article.text):
        if name := found["name"] or found["plain"]:
            title = name.strip()
            act = act_of(title)
        elif act and found["more"]:
            title = act
        else:
            continue
        title = f"{title} {found['more']}" if found["more"] else title
        if note := found["note"]:
            yield from _words(note, title, article, found.start())


def _words(note: str, title: str, article: Article, at: int) -> Iterator[Called]:
    before, _, after = re.sub("다음부터", "이하", note).partition("이하")
    meant = FORMER if _GONE.search(before) else title
    scope = _SCOPE.search(note)
    for word in _CALLED.findall(after):
        if scope is None:
            yield Called(word, meant)
        elif scope[1] in "장절편관":
            yield Called(word, meant, path=tuple(str(heading) for heading in article.path))
        else:
            yield Called(word, meant, article=article.name, at=at, depth=max(0, "조항호목".find(scope[1])))


class Aliases:
    """``Aliases(title, articles)``; ``aliases.within(article)`` are the words with the statutes they stand for.

    A 시행령 says 법 for its act, a 시행규칙 also 영 for the decree, whether it says so or not.
    """

    def __init__(self, title: str = "", articles: Iterable[Article] = ()) -> None:
        self._everywhere = dict(_family(title))
        self._under: list[Called] = []
        self._local: dict[str, list[Called]] = defaultdict(list)
        for article in articles:
            for one in called(article):
                if one.article is not None:
                    self._local[one.article].append(one)
                elif one.path is not None:
                    self._under.append(one)
                else:
                    self._everywhere[one.word] = one.title

    def within(self, article: Article) -> Mapping[str, str]:
        """The words that hold in the whole of `article`."""
        path = tuple(str(heading) for heading in article.path)
        here = {one.word: one.title for one in self._under if one.path == path[: len(one.path or ())]}
        return {**self._everywhere, **here} if here else self._everywhere

    def local(self, article: Article) -> Sequence[Called]:
        """Those that hold in a part of it only, from where they are given."""
        return self._local.get(article.name, ())


def _family(title: str) -> Iterator[tuple[str, str]]:
    act = act_of(title)
    if act == title:
        return
    if act.endswith(("법", "법률")):
        yield "법", act
        yield "법률", act
    if title.endswith(RULE):
        decree = f"{act} {DECREE}" if act.endswith(("법", "법률")) else act
        yield "영", decree
        yield "령", decree
