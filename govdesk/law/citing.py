"""What the articles of a statute cite, each citation with the statute it means.

`references` reads the words; here they are understood. A statute is, in this order: the one named in 「」; for 같은 법,
같은 영 … the last one of that rank before it in the article; for 법, 영 and other short names what the statute itself
calls so (`aliases`); for 이 법 and a bare 제3조 the statute that is read. What cannot be told is a citation with
`missing` and no title: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdesk.law.aliases import Aliases
from govdesk.law.antecedents import Antecedents, Meaning, Missing
from govdesk.law.lists import brackets_after, goes_on, narrows, of_chapter
from govdesk.law.model import Article, Number
from govdesk.law.places import LETTERS, STEP
from govdesk.law.references import Cited, NamedBy, cited_lists, read_list
from govdesk.law.structure import units

__all__ = ["Citation", "Citing", "Missing"]


@dataclass(frozen=True, slots=True)
class Citation:
    """`text[start:end]` of an article cites `title`, from `article` `place` to `last_article` `last_place`.

    `title` is as the text names it, ``""`` for the statute that is read. `article` None is the statute's `annex`
    (``별표 1의2``, ``별지 제3호서식``; ``별표`` where there is one only). Without a range the last ones are None and
    ``""``.
    """

    start: int
    end: int
    title: str
    article: Number | None
    place: str = ""
    last_article: Number | None = None
    last_place: str = ""
    annex: str = ""
    missing: Missing | None = None


_ANY = re.compile(rf"제\d|별표|(?:같은|동) ?[조항호]|[{LETTERS}]목")
_RELATIVE = re.compile(
    r"(?<![가-힣])(?P<kind>같은 ?|동 ?|이 )(?P<unit>조|항|호)(?![가-힣]{2})(?!사)"
    r"|(?<![가-힣\d])(?=제\d{1,3}(?:항|호(?! ?서식))|"
    rf"[{LETTERS}]목(?:의\d+)?(?:[^가-힣]|[에의을를은는과와]|부터|또는|까지))"
)
_ANNEX = re.compile(
    r"(?P<same>같은 (?:별표|표))|별표 ?(?P<number>\d+)(?:의(?P<branch>\d+))?(?!\d)"
    r"|별지 ?제(?P<form>\d+)호(?:의(?P<form_branch>\d+))? ?서식"
    r"|별표(?! ?\d)(?=[에의와과을를은는이로및ㆍ,.)\s])"
)
_JOINED = re.compile(r"[^.「」\n]{0,25}?(?:및|또는|와|과|[,ㆍ·]|부터|이나) ?")
_ANNEX_PLACE = re.compile(r" ?(?:의 ?|중 ?)?(?=제\d+호)")
_NUMBERED = re.compile(
    r"(?:법률|대통령령|[총국]?[가-힣]*부?령|칙|고시|훈령|예규|공고|조례|결의|호|전조|위 조|[Ⅰ-Ⅻ]) ?$"
)
_DEPTHS = {"조": 0, "항": 1, "호": 2}


class Citing:
    """``Citing(title, articles).of(article)``: the citations of one of the articles, in order.

    A text that is no statute (a manual) has neither title nor articles; only citations that name a statute are told.
    """

    def __init__(self, title: str = "", articles: Sequence[Article] = ()) -> None:
        self._title = title
        self._aliases = Aliases(title, articles)

    def of(self, article: Article) -> tuple[Citation, ...]:
        if _ANY.search(article.text) is None:
            return ()
        found = _Reading(article, self._title, self._aliases).citations()
        return tuple(one for one in found if self._title or one.title)


class _Reading:
    """One article, read from its beginning."""

    def __init__(self, article: Article, title: str, aliases: Aliases) -> None:
        self._text = article.text
        self._number = article.number
        found = units(article.text) if title and article.number else []
        self._units = [(unit.start, unit.place) for unit in found]
        words, local = aliases.within(article), aliases.local(article)
        self._known = Antecedents(article.text, title, words, local, self._here)
        self._places = {place for _, place in self._units}
        self._article: Citation | None = None
        """What 같은 조 means: the last citation that names an article."""
        self._last: Citation | None = None
        """What 같은 항 and 같은 호 mean."""
        self._annexed: Citation | None = None
        self._before: Citation | None = None
        self._brackets: list[tuple[int, int, Citation]] = []
        """(start, end, citation of another statute that they follow): what is bare in them belongs to it too."""

    def citations(self) -> Iterator[Citation]:
        lists = list(cited_lists(self._text))
        taken = [(listed[0].start, listed[-1].end) for listed in lists]
        found = [(listed[0].start, listed) for listed in lists]
        places: Iterator[tuple[int, re.Match[str]]] = (
            (one.start(), one) for pattern in (_RELATIVE, _ANNEX) for one in pattern.finditer(self._text)
        )
        found += [(at, one) for at, one in places if not _inside(at, taken)]  # type: ignore[misc]
        end = 0
        for at, one in sorted(found, key=lambda pair: pair[0]):
            for citation in self._read(one) if at >= end else ():
                end = max(end, citation.end)
                yield citation

    def _read(self, found: list[Cited] | re.Match[str]) -> Iterator[Citation]:
        if isinstance(found, list):
            yield from self._articles(found)
        elif found.re is _ANNEX:
            yield self._annex(found)
        else:
            yield from self._relative(found)

    # -- 「…」 제3조, 법 제3조, 제3조 ---------------------------------------------------------------------------------

    def _articles(self, listed: list[Cited]) -> Iterator[Citation]:
        title, missing = self._meaning(listed[0])
        if title:
            self._known.mention(listed[0].start, title)
        for cited in listed:
            self._article = self._citation(cited, title, missing)
            yield self._article

    def _meaning(self, cited: Cited) -> Meaning:
        if cited.by is NamedBy.QUOTED:
            return self._known.quoted(cited.statute or "", cited.start)
        if cited.by is NamedBy.POINTER or cited.by is NamedBy.WORD:
            return self._known.called(cited.statute or "", cited.start)
        other = self._continued(cited.start)
        if other is not None and not self._known.spoken(cited.start):
            return other.title, other.missing
        if of_chapter(self._text, cited.start):
            return self._known.quoted(self._known.last(cited.start), cited.start)
        return self._known.bare(cited.start, cited.end)

    def _continued(self, at: int) -> Citation | None:
        """The citation of another statute whose list or brackets a bare article at `at` stands in."""
        for start, end, citation in self._brackets:
            if start <= at < end and (citation.title or citation.missing):
                return citation
        before = self._before
        if before is None or not (before.title or before.missing) or before.article is None:
            return None
        outer = next((one for start, end, one in self._brackets if start <= before.start < end), before)
        return before if goes_on(self._text, outer.end, at) or goes_on(self._text, before.end, at) else None

    def _citation(self, cited: Cited, title: str, missing: Missing | None) -> Citation:
        made = Citation(
            cited.start, cited.end, title, cited.article, cited.place, cited.last_article, cited.last_place, "", missing
        )
        self._last = self._before = made
        if inner := brackets_after(self._text, cited.end):
            self._brackets.append((*inner, made))
        return made

    # -- 같은 조, 이 항, 제2항, 가목 -----------------------------------------------------------------------------------

    def _relative(self, found: re.Match[str]) -> Iterator[Citation]:
        at = found.start()
        if self._known.spoken(at) or _NUMBERED.search(self._text, max(0, at - 12), at):
            return
        if found["kind"] and found["kind"].strip() != "이":
            yield from self._same_place(found)
        elif self._number is not None and self._units:
            yield from self._own_place(found)

    def _same_place(self, found: re.Match[str]) -> Iterator[Citation]:
        last = self._article if found["unit"] == "조" else self._last
        kept = None
        if last is not None and last.article is not None and last.last_article in (None, last.article):
            kept = _kept(last.place, _DEPTHS[found["unit"]])
        if last is None or last.article is None or kept is None:
            listed = list(read_list(self._text, found.end(), Cited(found.start(), 0, None, Number(0))))
            yield Citation(found.start(), listed[-1].end, "", Number(0), missing=Missing.UNNAMED)
            return
        first = Cited(found.start(), 0, None, last.article, kept)
        for cited in read_list(self._text, found.end(), first):
            made = self._citation(cited, last.title, last.missing)
            if found["unit"] == "조" or cited.article != last.article:
                self._article = made
            yield made

    def _own_place(self, found: re.Match[str]) -> Iterator[Citation]:
        """A place of the article that is read: below the 항 or 호 one stands in where these are left out."""
        assert self._number is not None
        other = None if found["unit"] else self._continued_place(found.start())
        if other is not None and other.article is not None:
            first = Cited(found.start(), 0, None, other.article, other.place)
            for cited in read_list(self._text, found.end(), first):
                yield self._citation(cited, other.title, other.missing)
            return
        here = self._here(found.start())
        kept = _kept(here, _DEPTHS[found["unit"]]) if found["unit"] else here
        first = Cited(found.start(), 0, None, self._number, kept or "")
        for cited in read_list(self._text, found.end(), first):
            there = not cited.place or cited.place in self._places
            if cited.end > found.start() and (there or _numbered(cited, self._text)):
                yield self._citation(cited, "", None if there else Missing.NO_SUCH_PLACE)

    def _continued_place(self, at: int) -> Citation | None:
        """Whose article a bare 제3항 at `at` belongs to: 제5조제1항(…) 및 제3항, 제5조(제3항은 제외한다)."""
        for start, end, citation in reversed(self._brackets):
            if start == at and narrows(self._text, start, end):
                return replace(citation, place="")
        before = self._before
        if before is None or before.article is None:
            return None
        outer = next((one for start, end, one in self._brackets if start <= before.start < end), before)
        return outer if goes_on(self._text, outer.end, at) else None

    def _here(self, at: int) -> str:
        """The place of the unit that holds `at`."""
        here = ""
        for start, place in self._units:
            if start > at:
                break
            here = place
        return here

    # -- 별표 ------------------------------------------------------------------------------------------------

    def _annex(self, found: re.Match[str]) -> Citation:
        before = self._annexed
        end, place = self._annex_place(found.end())
        if before and (found["same"] or _JOINED.fullmatch(self._text, before.end, found.start())):
            name = before.annex if found["same"] else _annex_name(found)
            made = replace(before, start=found.start(), end=end, annex=name, place=place)
        elif found["same"]:
            made = Citation(found.start(), end, "", None, place, annex="별표", missing=Missing.UNNAMED)
        else:
            start, (title, missing) = self._known.owner(found.start())
            made = Citation(start, end, title, None, place, annex=_annex_name(found), missing=missing)
        self._annexed = made
        return made

    def _annex_place(self, at: int) -> tuple[int, str]:
        """(end, place) of 제1호나목 behind 별표 3; of several the first."""
        opening = _ANNEX_PLACE.match(self._text, at)
        if opening is None:
            return at, ""
        listed = []
        for cited in read_list(self._text, opening.end(), Cited(at, at, None, Number(0))):
            if cited.article != Number(0):
                break
            listed.append(cited)
        return (listed[-1].end, listed[0].place) if listed else (at, "")


def _numbered(cited: Cited, text: str) -> bool:
    """Whether a place is written with a number (제2항), not just with a letter that may begin another word (토목)."""
    return text[cited.start : cited.end].lstrip("이같은동조항호 ").startswith("제")


def _annex_name(found: re.Match[str]) -> str:
    """As `law.model.Annex.name` has it."""
    if found["form"]:
        branch = f"의{found['form_branch']}" if found["form_branch"] else ""
        return f"별지 제{found['form']}호{branch}서식"
    if not found["number"]:
        return "별표"
    return f"별표 {found['number']}" + (f"의{found['branch']}" if found["branch"] else "")


def _kept(place: str, depth: int) -> str | None:
    """The first steps of `place` down to 항 (1) or 호 (2); None where it does not reach so deep."""
    steps = list(STEP.finditer(place))
    if depth and not any(step.lastindex == depth for step in steps):
        return None
    return "".join(step.group() for step in steps if (step.lastindex or 0) <= depth)


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
