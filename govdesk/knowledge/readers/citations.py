"""What the passages of a document cite, found while the whole of it is at hand: short names are given in 제1조."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from govdesk.knowledge.model import ParsedDocument, ParsedPassage, Passage, PassageCitation, Role
from govdesk.law.citing import Citation, Citing
from govdesk.law.model import Article, Heading, Number
from govdesk.text.normalise import searchable

RANKED = (Role.ARTICLE, Role.SECTION, Role.TABLE)
BRANCHES = 1_000
"""More than an article of the snapshot has branches (제178조의12 is the highest of many)."""


def number_key(article: Number | None) -> int:
    """An article's number as an integer that sorts as the law does; 0 for none."""
    return article.main * BRANCHES + article.branch if article else 0


def with_citations(document: ParsedDocument) -> ParsedDocument:
    """`document`, each of its passages with what it cites elsewhere; a citation of the article itself is none, and
    부칙 belong to the statutes that they amended."""
    ranked = [passage for passage in document.passages if passage.role in RANKED]
    groups = [list(group) for _, group in groupby(ranked, key=_article_of)]
    articles = [article_of(group) for group in groups]
    whole = document.is_statute or any(passage.article for passage in document.passages)
    citing = Citing(document.title, articles) if whole else Citing()
    cited = (one for group, article in zip(groups, articles, strict=True) for one in _cited(group, article, citing))
    passages = tuple(next(cited) if passage.role in RANKED else passage for passage in document.passages)
    return replace(document, passages=passages)


def _article_of(passage: ParsedPassage) -> object:
    """Parts of one article together; anything else by itself."""
    return (passage.article, passage.heading, passage.path) if passage.article else id(passage)


def articles_of(passages: Iterable[Passage]) -> list[Article]:
    """The articles (or sections) that passages in reading order are the parts of."""
    groups = groupby(passages, key=lambda one: (one.article, one.heading, one.path))
    return [article_of(list(some)) for _, some in groups]


def article_of(parts: Sequence[ParsedPassage | Passage]) -> Article:
    """The article that passages are the parts of."""
    first = parts[0]
    path = tuple(Heading("", heading, "") for heading in first.path)
    return Article(Number.of(first.article), first.heading, path, "\n".join(part.text for part in parts))


def _cited(parts: list[ParsedPassage], article: Article, citing: Citing) -> Iterator[ParsedPassage]:
    found = [one for one in citing.of(article) if not one.missing and (one.title or one.article != article.number)]
    at = 0
    for part in parts:
        end = at + len(part.text)
        here = tuple(_row(one, at) for one in found if at <= one.start < end)
        yield replace(part, citations=here) if here else part
        at = end + 1


def _row(one: Citation, at: int) -> PassageCitation:
    first = number_key(one.article)
    last = number_key(one.last_article) or first
    return PassageCitation(one.start - at, one.end - at, searchable(one.title), first, last, one.place, one.annex)
