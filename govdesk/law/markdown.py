"""Reads a statute in the Markdown of the national mirror (one file a statute).

The grammar and its irregularities were counted over all 5,674 files of the snapshot of
2026-06; tests/law/test_national.py reproduces the counts. The body is brought into the
canonical form of `law.model` by a few substitutions over the whole text, then cut at
its headings; no tree of units is built here (see `structure.parse`).
"""

from __future__ import annotations

import re
from datetime import date

from govdesk.law import frontmatter
from govdesk.law.frontmatter import NotAStatute
from govdesk.law.model import Article, ArticleState, Heading, Number, Statute, StatuteId, Supplement

__all__ = ["PICTURE", "NotAStatute", "read_statute"]

PICTURE = "[그림/수식: 원문 확인]"
"""Stands where the source has only a picture (formula, table or drawing)."""

_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_SUPPLEMENT_HEADING = re.compile(r"^## 부칙[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"<img\b[^>]*>")
_PARAGRAPH = re.compile(rf"^\*\*([{_CIRCLED}])\*\* ?(?:\1 ?)?", re.MULTILINE)
_DECIMAL = re.compile(r"^  (?:(0)\\\. (?=\d)|(\d+)\\\. (?=\d+\s*$))", re.MULTILINE)
_ENUMERATED = re.compile(r"^ *(\d+(?:의\d+)*|[가-힣](?:의\d+)*)\\\. ?", re.MULTILINE)
_INDENT = re.compile(r"^(?:\t+[ \u3000]*(?=(?:[가-힣]|\d+(?:의\d+)?)[.)] |\([가-힣\d]+\) )|\t+| (?! ))", re.MULTILINE)
_TIGHT = re.compile(r"^ (\d+\)|\(\d+\))(?=[가-힣「](?<!의))", re.MULTILINE)
_BREAKS = re.compile(r"[ \t]*\n(?:[ \t]*\n)*")
_BOLD_HEADING = r"\*\*제\d+(?:항|속) [^*\n]+\*\*"
_HEADING = re.compile(rf"^(?:(#{{1,5}}) (.*)|({_BOLD_HEADING}))$", re.MULTILINE)
_DIVISION = re.compile(r"(제\d+([편장절관항속])(?:의\d+)*)\s*(.*)")
_ARTICLE = re.compile(r"제(\d+)조(?:의(\d+))?(?:의\d+)*\s*(?:\((.*)\))?\s*")
_HEADING_MARK = re.compile(r"\s*<(?:전문개정|개정|신설|제목개정|본장신설|이동|삭제)?[ \d.,ㆍ·]*>")
_DELETED = re.compile(r"삭\s*제\s*(?:<[^>]*>)?\s*\.?")
_REPEAL = re.compile(r"(?:[^.]*폐지(?:한다|함|된다)\s*\.?\s*)+")
_BLOCK = re.compile(r"^(부칙(?! 제\d+[조항]).*?)\s*<제(\d+)호,\s*(\d+)\.(\d+)\.(\d+)>[ \t]*$", re.MULTILINE)

_LEVELS = {"편": 1, "장": 2, "절": 3, "관": 4, "항": 5, "속": 5}
_ARTICLE_MARKS = "#####"
_REPEAL_LONGEST = 200
"""Characters: no instrument of the snapshot that only repeals is longer (49 of them, the longest 71)."""


def read_statute(text: str) -> Statute:
    """The statute in `text`. Raises `NotAStatute` where the head does not name one."""
    head, body = frontmatter.split(_plain_lines(text))
    main, supplements = _split_supplements(body)
    articles = _articles(_canonical(main))
    return Statute(
        id=StatuteId(str(head["법령ID"])),
        title=str(head["제목"]).strip(),
        kind=str(head.get("법령구분") or ""),
        ministries=frontmatter.ministries(head),
        revision=frontmatter.revision(head),
        articles=articles,
        supplements=supplements,
        annexes=frontmatter.annexes(head),
        repeals=_repeals(articles),
    )


def _plain_lines(text: str) -> str:
    """Without byte-order mark and with ``\\n`` line ends (a Windows checkout has ``\\r\\n``)."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _split_supplements(body: str) -> tuple[str, tuple[Supplement, ...]]:
    """The main text, and the blocks under the one heading ``## 부칙``."""
    heading = _SUPPLEMENT_HEADING.search(body)
    if heading is None:
        return body, ()
    return body[: heading.start()], _supplements(_without_layout(body[heading.end() :]))


def _canonical(main: str) -> str:
    """`main` in the form of `law.model`: labels plain, no layout indents, no blank lines, pictures named."""
    main = _PARAGRAPH.sub(r"\1 ", main)
    if "\\." in main:
        main = _DECIMAL.sub(r"\1\2.", main)
        main = _ENUMERATED.sub(r"\1. ", main)
    return _without_layout(_TIGHT.sub(r" \1 ", main))


def _without_layout(text: str) -> str:
    """Pictures named, blank lines and the renderer's indents gone; what is drawn in boxes keeps its spaces."""
    if "<img" in text:
        text = _IMAGE.sub(PICTURE, text).replace("</img>", "")
    return _BREAKS.sub("\n", _INDENT.sub("", text)).strip("\n")


def _articles(main: str) -> tuple[Article, ...]:
    """The articles of a canonical text in order, each under its headings; first a preamble if there is one."""
    path: list[tuple[int, Heading]] = []
    articles: list[Article] = []
    ahead: str | None = None
    begun = 0
    for found in _HEADING.finditer(main):
        _close(articles, ahead, path, main[begun : found.start()].strip("\n"))
        begun = found.end()
        marks, line, bold = found.groups()
        if marks == _ARTICLE_MARKS:
            ahead = line
            continue
        ahead = None
        division = _DIVISION.fullmatch(bold.strip("*") if bold else line) if found.start() or bold else None
        if division is not None:
            _descend(path, division)
    _close(articles, ahead, path, main[begun:].strip("\n"))
    return tuple(articles)


def _close(articles: list[Article], ahead: str | None, path: list[tuple[int, Heading]], text: str) -> None:
    """Appends the article with heading line `ahead`, or loose `text` where no heading is above it."""
    if ahead is not None:
        articles.append(_article(ahead, tuple(heading for _, heading in path), text))
    elif text:
        articles.append(_preamble(tuple(heading for _, heading in path), text))


def _descend(path: list[tuple[int, Heading]], division: re.Match[str]) -> None:
    number, level, title = division.groups()
    depth = _LEVELS[level]
    while path and path[-1][0] >= depth:
        path.pop()
    path.append((depth, Heading(level, number, _HEADING_MARK.sub("", title).strip())))


def _article(line: str, path: tuple[Heading, ...], text: str) -> Article:
    found = _ARTICLE.fullmatch(line)
    if found is None:
        return _preamble(path, f"{line}\n{text}".strip())
    main, branch, title = found.groups()
    # 제0조 is how the mirror names the text of an instrument that has no articles.
    number = Number(int(main), int(branch or 0)) if int(main) else None
    return Article(number, _HEADING_MARK.sub("", title or "").strip(), path, text, _state(text))


def _preamble(path: tuple[Heading, ...], text: str) -> Article:
    title, _, rest = text.partition("\n")
    return Article(None, title, path, rest) if title == "전문" else Article(None, "", path, text)


def _state(text: str) -> ArticleState:
    if not text:
        return ArticleState.GONE
    if text[0] == "삭" and _DELETED.fullmatch(text):
        return ArticleState.DELETED
    return ArticleState.LIVE


def _repeals(articles: tuple[Article, ...]) -> bool:
    """True where all the text there is says that something is repealed (``… 폐지한다``)."""
    if sum(len(article.text) for article in articles) > _REPEAL_LONGEST:
        return False
    text = "\n".join(article.text for article in articles)
    return "폐지" in text and _REPEAL.fullmatch(re.sub(r"<[^>]*>", "", text)) is not None


def _supplements(text: str) -> tuple[Supplement, ...]:
    """The blocks of 부칙. A line ``부칙 제3조를 …`` is amending text, not the head of a block."""
    heads = list(_BLOCK.finditer(text))
    ends = [*(head.start() for head in heads), len(text)]
    blocks = [_supplement(head, text[head.end() : end].strip("\n")) for head, end in zip(heads, ends[1:], strict=True)]
    loose = text[: ends[0]].strip("\n")
    return (Supplement("부칙", "", None, loose), *blocks) if loose else tuple(blocks)


def _supplement(head: re.Match[str], text: str) -> Supplement:
    label, number, *day = head.groups()
    return Supplement(label, number, _date(*(int(part) for part in day)), text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
