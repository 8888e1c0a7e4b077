"""A library in memory: statutes and manuals read as the importer reads them, found by shared syllable pairs.

It obeys the contract of the store as far as answering goes (tests/assistant/test_library.py runs both).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from govdesk.errors import DocumentNotFound, QuestionEmpty
from govdesk.knowledge.model import (
    Collection,
    Document,
    DocumentId,
    DocumentState,
    Evidence,
    Hit,
    LiteralHits,
    Passage,
    Query,
    Role,
)
from govdesk.law.markdown import read_statute
from govdesk.text.normalise import searchable

RANKED = frozenset({Role.ARTICLE, Role.SECTION, Role.TABLE})
_SECTION = re.compile(r"^(#{2,4}) (.+)$", re.MULTILINE)


@dataclass
class FakeLibrary:
    """Documents with their passages. `fixed` hits (document title, article) are found first, whatever is asked."""

    stored: dict[DocumentId, tuple[Document, tuple[Passage, ...]]] = field(default_factory=dict)
    fixed: tuple[tuple[str, str], ...] = ()
    asked: list[Query] = field(default_factory=list)

    def add_statute(self, source: str, markdown: str) -> Document:
        """Take in a statute in national Markdown."""
        statute = read_statute(markdown)
        identity = DocumentId(f"{len(self.stored):012x}")
        document = Document(
            id=identity,
            series=str(statute.id),
            title=statute.title,
            kind=statute.kind,
            collection=Collection.STATUTES,
            source=source,
            effective=statute.revision.in_force,
            passages=len(statute.articles),
        )
        passages = tuple(
            Passage(
                id=f"{identity}-{number}",
                document_id=identity,
                ordinal=number,
                role=Role.ARTICLE,
                article=article.name,
                heading=article.title,
                path=tuple(str(heading) for heading in article.path),
                place="",
                text=article.text,
            )
            for number, article in enumerate(statute.articles)
        )
        self.stored[identity] = (document, passages)
        return document

    def add_manual(self, title: str, markdown: str, collection: Collection = Collection.MANUALS) -> Document:
        """Take in a manual whose sections begin with ``##`` to ``####`` headings."""
        identity = DocumentId(f"{len(self.stored):012x}")
        document = Document(identity, title, title, "매뉴얼", collection, f"{title}.md", None)
        passages = tuple(
            Passage(f"{identity}-{number}", identity, number, Role.SECTION, "", heading, (), "", text)
            for number, (heading, text) in enumerate(_sections(markdown))
        )
        self.stored[identity] = (document, passages)
        return document

    def documents(self) -> list[Document]:
        return [document for document, _ in self.stored.values()]

    def document(self, identity: DocumentId, /) -> Document:
        return self._get(identity)[0]

    def states(self, as_of: date) -> dict[DocumentId, DocumentState]:
        return {document.id: _state(document, as_of) for document in self.documents()}

    def passages(self, identity: DocumentId, /, roles: frozenset[Role] | None = None) -> list[Passage]:
        return [passage for passage in self._get(identity)[1] if roles is None or passage.role in roles]

    def articles_named(self, identity: DocumentId, /, article: str) -> list[Passage]:
        return [passage for passage in self._get(identity)[1] if passage.article == article]

    def siblings(self, document: Document) -> list[Document]:
        root = re.sub(r"\s?시행(령|규칙)$", "", document.title)
        family = [one for one in self.documents() if re.sub(r"\s?시행(령|규칙)$", "", one.title) == root]
        return sorted(family, key=lambda one: len(one.title) + one.title.endswith("규칙"))

    def search(self, query: Query) -> Evidence:
        self.asked.append(query)
        wanted = _pairs(query.text)
        if not wanted:
            raise QuestionEmpty
        scored = [(self._score(wanted, document, passage), document, passage) for document, passage in self._all(query)]
        scored.sort(key=lambda one: -one[0])
        states = self.states(query.as_of)
        best = [one for one in scored if one[0] > 0][: query.limit]
        hits = tuple(
            Hit(rank, score, document, passage, passage.place, states[document.id])
            for rank, (score, document, passage) in enumerate(best, 1)
        )
        return Evidence(query, hits, 0.1)

    def literal(self, query: Query, *, supplements: bool = False) -> LiteralHits:
        """Nothing here has 부칙, so that `supplements` changes nothing."""
        del supplements
        word = searchable(query.text)
        if not word:
            raise QuestionEmpty
        states = self.states(query.as_of)
        found = [(d, p) for d, p in self._all(query) if word in searchable(f"{p.heading}{p.text}")]
        hits = tuple(
            Hit(rank, 1.0, document, passage, passage.place, states[document.id])
            for rank, (document, passage) in enumerate(found[: query.limit], 1)
        )
        return LiteralHits(query, len(found), hits, 0.1)

    def _get(self, identity: DocumentId) -> tuple[Document, tuple[Passage, ...]]:
        if identity not in self.stored:
            raise DocumentNotFound(identity)
        return self.stored[identity]

    def _all(self, query: Query) -> Iterable[tuple[Document, Passage]]:
        for document, passages in self.stored.values():
            if query.collections is None or document.collection in query.collections:
                yield from ((document, passage) for passage in passages if passage.role in RANKED)

    def _score(self, wanted: frozenset[str], document: Document, passage: Passage) -> float:
        if (document.title, passage.article) in self.fixed:
            return 1000.0 - self.fixed.index((document.title, passage.article))
        held = _pairs(f"{passage.heading} {passage.text}")
        return len(wanted & held) / math.sqrt(10 + len(held))


def _pairs(text: str) -> frozenset[str]:
    tight = searchable(text)
    return frozenset(tight[i : i + 2] for i in range(len(tight) - 1) if tight[i : i + 2].isalnum())


def _sections(markdown: str) -> list[tuple[str, str]]:
    found = list(_SECTION.finditer(markdown))
    ends: Sequence[int] = [*(match.start() for match in found[1:]), len(markdown)]
    return [
        (match.group(2).strip(), markdown[match.end() : end].strip())
        for match, end in zip(found, ends, strict=True)
        if markdown[match.end() : end].strip()
    ]


def _state(document: Document, as_of: date) -> DocumentState:
    future = document.effective is not None and document.effective > as_of
    return DocumentState.FUTURE if future else DocumentState.IN_FORCE
