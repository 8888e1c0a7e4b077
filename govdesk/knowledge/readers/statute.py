"""Statute Markdown: one passage an article (long ones cut at 항), the 부칙 and the titles of 별표."""

from __future__ import annotations

from collections.abc import Iterator

from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Role
from govdesk.knowledge.readers.annexes import contents
from govdesk.knowledge.readers.articles import parts
from govdesk.law.markdown import read_statute
from govdesk.law.model import Article, ArticleState, Statute, Supplement
from govdesk.text.dates import korean_date

GONE_TEXT = "삭제 또는 이동(원문 확인)"
"""Shown for an article whose heading has no content in the source (domain.md §6: 256 of them)."""
_HEAD_LENGTH = 2_000


def is_statute(text: str) -> bool:
    """Whether Markdown `text` is a statute: its frontmatter names a 법령ID."""
    return text.startswith("---") and "\n법령ID:" in text[:_HEAD_LENGTH]


def read(text: str) -> ParsedDocument:
    """The statute in `text`; raises ValueError when it is not one."""
    return parsed(read_statute(text))


def parsed(statute: Statute) -> ParsedDocument:
    """A statute as a document: one passage an article, its 부칙, its annexes."""
    return ParsedDocument(
        title=statute.title,
        kind=statute.kind,
        passages=tuple(_passages(statute)),
        series=statute.id,
        effective=statute.revision.in_force,
        promulgated=statute.revision.promulgated,
        promulgation_number=statute.revision.number,
        ministries=statute.ministries,
        repeals=statute.repeals,
        is_statute=True,
    )


def _passages(statute: Statute) -> Iterator[ParsedPassage]:
    for article in statute.articles:
        path = tuple(str(heading) for heading in article.path)
        for place, text in parts(_text(article)):
            yield ParsedPassage(Role.ARTICLE, text, article.name, article.title, path, place)
    for block in statute.supplements:
        for _, text in parts(block.text):
            if text:
                yield ParsedPassage(Role.SUPPLEMENT, text, heading=_supplement_name(block))
    for annex in statute.annexes:
        title = "삭제" if annex.deleted else annex.title or annex.name
        yield ParsedPassage(Role.ANNEX, title, heading=annex.name)
        yield from contents(annex)


def _supplement_name(block: Supplement) -> str:
    """``부칙 <제36333호, 2026. 5. 19.>``: a statute has up to hundreds of 부칙, and only this tells them apart."""
    day = korean_date(block.promulgated) if block.promulgated else ""
    known = ", ".join(part for part in (f"제{block.number}호" if block.number else "", day) if part)
    return f"{block.label} <{known}>" if known else block.label


def _text(article: Article) -> str:
    if article.text:
        return article.text
    return GONE_TEXT if article.state is ArticleState.GONE else "삭제"
