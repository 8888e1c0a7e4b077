"""Reads the XML of the national law information API (law.go.kr): 법령, 행정규칙, 자치법규.

The shape is that of ``lawService.do?type=XML`` as the service documents it. What this reader puts right: 목 that stand
beside their 호, headings printed again in 조문내용, lists of one, and texts cut into lines by layout. A root that is no
law raises `NotALaw`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govdesk.law.frontmatter import as_date
from govdesk.law.markdown import PICTURE
from govdesk.law.model import Annex, Article, ArticleState, Heading, Number, Revision, Statute, StatuteId, Supplement

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOTS = {"법령": "law", "LawService": "ordinance", "AdmRulService": "rule", "행정규칙": "rule", "자치법규": "ordinance"}
_NUMBER_OF_ORDINANCE = 100
"""자치법규 number their articles ``000100`` for 제1조 and ``000102`` for 제1조의2."""
_IMAGE = re.compile(r"<img\b[^>]*>(?:\s*</img>)?")
_HEAD = re.compile(r"^\s*제\s*(\d+)\s*조(?:의\s*(\d+))?\s*(?:\((?P<title>(?:[^()]|\([^()]*\))*)\))?\s*")
_DIVISION = re.compile(r"^\s*(제\s*\d+\s*([편장절관])(?:의\s*\d+)?)\s*(.*)$", re.DOTALL)
_LEVELS = {"편": 1, "장": 2, "절": 3, "관": 4}
_DELETED = re.compile(r"삭\s*제\s*(?:<[^>]*>)?\s*\.?")
_MARK = re.compile(r"\s*<(?:개정|신설|본장신설|제목개정)[^>]*>")


class NotALaw(ValueError):
    """The XML is not one of the three kinds, or names no law."""


@dataclass(frozen=True, slots=True)
class LawFile:
    """What one file holds: the law, and why it was made or amended (제개정이유), if the file says so."""

    statute: Statute
    reason: str = ""


def read_law(root: Element) -> LawFile:
    """The law below `root`. Raises NotALaw."""
    kind = ROOTS.get(_local(root))
    head = _first(root, "기본정보", "행정규칙기본정보", "자치법규기본정보")
    if kind is None or head is None:
        raise NotALaw(_local(root))
    title = _text(head, "법령명_한글", "법령명한글", "행정규칙명", "자치법규명")
    identity = _text(head, "법령ID", "행정규칙ID", "자치법규ID", "행정규칙일련번호", "자치법규일련번호")
    if not title or not identity:
        raise NotALaw("no title")
    articles = tuple(_articles(root, kind))
    statute = Statute(
        id=StatuteId(identity.zfill(6) if kind == "law" else f"{kind}-{identity}"),
        title=title,
        kind=_text(head, "법종구분", "행정규칙종류", "자치법규종류", "법령구분") or "법령",
        ministries=tuple(name for name in (_text(head, "소관부처", "소관부처명", "지자체기관명"),) if name),
        revision=_revision(head),
        articles=articles,
        supplements=tuple(_supplements(root)),
        annexes=tuple(_annexes(root)),
        repeals="폐지" in _text(head, "제개정구분", "제개정구분명", "제개정정보"),
    )
    return LawFile(statute, _reason(root))


def _revision(head: Element) -> Revision:
    number = _text(head, "공포번호", "발령번호")
    in_force = as_date(_text(head, "시행일자"))
    if in_force is not None and in_force.year == 9999:
        in_force = None
    digits = number.zfill(5) if number.isdecimal() else number
    return Revision(as_date(_text(head, "공포일자", "발령일자")), digits, in_force)


# -- articles ------------------------------------------------------------------------------------------------


def _articles(root: Element, kind: str) -> Iterator[Article]:
    path: list[tuple[int, Heading]] = []
    for raw in _raw_articles(root, kind):
        division = _DIVISION.match(raw.text) if raw.heading else None
        if division is not None:
            _descend(path, division)
            continue
        here = tuple(heading for _, heading in path)
        state = _state(raw.text)
        yield Article(raw.number, raw.title, here, raw.text, state)


@dataclass(frozen=True, slots=True)
class _Raw:
    number: Number | None
    title: str
    text: str
    heading: bool = False


def _raw_articles(root: Element, kind: str) -> Iterator[_Raw]:
    if kind == "law":
        yield from (_law_article(unit) for unit in _all(_first(root, "조문"), "조문단위"))
    elif kind == "ordinance":
        yield from (_ordinance_article(unit) for unit in _all(_first(root, "조문"), "조"))
    else:
        for unit in _all(root, "조문내용"):
            yield _printed(_clean(unit.text or ""))


def _law_article(unit: Element) -> _Raw:
    text = _clean(_text(unit, "조문내용"))
    if _text(unit, "조문여부") == "전문":
        return _Raw(None, "", text, heading=True)
    printed = _printed(text)
    number = _digits(_text(unit, "조문번호"))
    lines = [printed.text] if printed.text else []
    for paragraph in _all(unit, "항"):
        lines += _paragraph(paragraph)
    return _Raw(
        Number(number, _digits(_text(unit, "조문가지번호"))) if number else printed.number,
        _text(unit, "조문제목") or printed.title,
        "\n".join(line for line in lines if line),
    )


def _paragraph(paragraph: Element) -> Iterator[str]:
    """The lines of a 항. 목 that the service puts beside the 호 go below the 호 before them."""
    yield _labelled(_text(paragraph, "항번호"), _clean(_text(paragraph, "항내용")))
    for part in paragraph:
        name = _local(part)
        if name == "호":
            branch = _text(part, "호가지번호")
            label = _text(part, "호번호").rstrip(".") + (f"의{branch}" if branch else "") + "."
            yield _labelled(label, _clean(_text(part, "호내용")))
            for sub in _all(part, "목"):
                yield from _subitem(sub)
        elif name == "목":
            yield from _subitem(part)


def _subitem(part: Element) -> Iterator[str]:
    label = _text(part, "목번호")
    yield _labelled(label if label.endswith(".") else f"{label}.", _clean(_text(part, "목내용")))


def _labelled(label: str, text: str) -> str:
    """`text` beginning with its label once."""
    label = label.strip()
    if not label or label == "." or not text:
        return text
    return f"{label} {text.removeprefix(label).lstrip()}"


def _ordinance_article(unit: Element) -> _Raw:
    printed = _printed(_clean(_text(unit, "조내용")))
    code = _digits(unit.get("조문번호") or _text(unit, "조문번호"))
    number = Number(code // _NUMBER_OF_ORDINANCE, code % _NUMBER_OF_ORDINANCE) if code else printed.number
    if number is not None and not number.main:
        number = None
    heading = _text(unit, "조문여부") == "N" and printed.number is None
    return _Raw(printed.number or number, _text(unit, "조제목") or printed.title, printed.text, heading)


def _printed(text: str) -> _Raw:
    """A text as printed: ``제1조(목적) 이 규정은 …``, or a heading ``제1장 총칙``."""
    found = _HEAD.match(text)
    if found is None:
        return _Raw(None, "", text, heading=_DIVISION.match(text) is not None and len(text) < 80)
    number = Number(int(found[1]), int(found[2] or 0))
    return _Raw(number, (found["title"] or "").strip(), text[found.end() :].strip())


def _state(text: str) -> ArticleState:
    if not text:
        return ArticleState.GONE
    return ArticleState.DELETED if _DELETED.fullmatch(text) else ArticleState.LIVE


def _descend(path: list[tuple[int, Heading]], division: re.Match[str]) -> None:
    number, level, title = division.groups()
    depth = _LEVELS[level]
    while path and path[-1][0] >= depth:
        path.pop()
    path.append((depth, Heading(level, re.sub(r"\s", "", number), _MARK.sub("", title).strip())))


# -- the rest ------------------------------------------------------------------------------------------------


def _supplements(root: Element) -> Iterator[Supplement]:
    for block in (part for part in root.iter() if _local(part) in ("부칙단위", "부칙")):
        texts = [_clean(one.text or "") for one in _all(block, "부칙내용")]
        dates = [one.text or "" for one in _all(block, "부칙공포일자")]
        numbers = [one.text or "" for one in _all(block, "부칙공포번호")]
        for at, text in enumerate(texts):
            label, _, body = text.partition("\n")
            named = label.startswith("부칙")
            number = (numbers[at] if at < len(numbers) else "").strip().lstrip("0")
            name = re.sub(r"\s*<.*", "", label).strip() if named else "부칙"
            yield Supplement(name, number, as_date(dates[at]) if at < len(dates) else None, body if named else text)


def _annexes(root: Element) -> Iterator[Annex]:
    for unit in (part for part in root.iter() if _local(part) == "별표단위"):
        title = _clean(_text(unit, "별표제목"))
        yield Annex(
            kind=_text(unit, "별표구분") or "별표",
            number=_digits(_text(unit, "별표번호")),
            branch=_digits(_text(unit, "별표가지번호")),
            title=title,
            deleted=_DELETED.match(title) is not None,
            text=_drawn(_text(unit, "별표내용")),
        )


def _reason(root: Element) -> str:
    part = next((one for one in root.iter() if _local(one) in ("제개정이유내용", "제개정이유")), None)
    return _clean("".join(part.itertext())) if part is not None else ""


def _drawn(text: str) -> str:
    """An annex as it is drawn: box characters keep their places."""
    lines = (line.rstrip() for line in _IMAGE.sub(PICTURE, text).replace("\r", "").split("\n"))
    kept = (line for line in lines if not line.lstrip().startswith("■"))  # the running head of the printed page
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _clean(text: str) -> str:
    """Without layout: images named, blank lines and indents gone."""
    text = _IMAGE.sub(PICTURE, text).replace("\r", "").replace("\u00a0", " ")
    lines = (line if _boxed(line) else line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def _boxed(line: str) -> bool:
    return any("\u2500" <= sign <= "\u257f" for sign in line)


def _local(part: Element) -> str:
    return part.tag.rsplit("}", 1)[-1] if isinstance(part.tag, str) else ""


def _all(part: Element | None, name: str) -> list[Element]:
    return [child for child in part if _local(child) == name] if part is not None else []


def _first(part: Element, *names: str) -> Element | None:
    return next((child for child in part if _local(child) in names), None)


def _text(part: Element, *names: str) -> str:
    """The text of the first child that has one of `names`; ``""`` without."""
    for name in names:
        for child in _all(part, name):
            text = "".join(child.itertext()).strip("\n")
            if text.strip():
                return text.strip() if "\n" not in text else text
    return ""


def _digits(text: str) -> int:
    found = re.match(r"\s*0*(\d+)", text or "")
    return int(found[1]) if found else 0
