"""Documents, passages and hits: the values that cross from the index to everything above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""12 lower-case hex digits, stable over re-imports of the same series and edition."""


class Collection(StrEnum):
    STATUTES = "statutes"
    MANUALS = "manuals"
    CASES = "cases"
    OWN = "own"
    EXAMPLES = "examples"


class Role(StrEnum):
    """What a passage is. Ranked search looks at ARTICLE, SECTION and TABLE; 부칙 and 별표 on request."""

    ARTICLE = "article"
    SECTION = "section"
    TABLE = "table"
    SUPPLEMENT = "supplement"
    ANNEX = "annex"


class DocumentState(StrEnum):
    """Where a document stands on a given day (기준일) among the editions in the store."""

    IN_FORCE = "in_force"
    FUTURE = "future"
    """Not in force yet and no version in force is in the store: ranks normally, marked 시행 예정."""
    FUTURE_HIDDEN = "future_hidden"
    """Not in force yet; a version in force answers instead."""
    SUPERSEDED = "superseded"
    """A newer edition answers instead; reachable through 기준일."""
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Document:
    """One edition of a statute, manual, case or own file.

    `series` joins editions: the 법령ID, or the normalised title of a manual. `kind` is 법령구분
    (``법률`` …) or the format's Korean name (``매뉴얼``, ``한글 문서`` …). `source` is the POSIX path below
    the imported folder. `effective` is 시행일, or the edition date of a manual; None is unknown or 9999.
    `passages` counts ARTICLE, SECTION and TABLE passages. `pages` counts pages where the format has them.
    """

    id: DocumentId
    series: str
    title: str
    kind: str
    collection: Collection
    source: str
    effective: date | None
    promulgated: date | None = None
    promulgation_number: str = ""
    ministries: tuple[str, ...] = ()
    content_hash: str = ""
    passages: int = 0
    pages: int | None = None
    repeals: bool = False
    imported_at: str = ""
    vectors_ready: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document that is found and cited as one.

    `article` is ``제16조의2`` for statutes, else ``""``; `heading` the article title or section heading;
    `path` the headings above it, outermost first. `place` is the 항 range of a long article's part, else
    ``""``. `text` is canonical (see `law.model`). `page` counts from 1.
    """

    id: str
    document_id: DocumentId
    ordinal: int
    role: Role
    article: str
    heading: str
    path: tuple[str, ...]
    place: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its document. `score` falls with `rank`; only their order means something.

    `features` are the readable parts of the score (``--explain``) and mean nothing beside another ranking's, `state`
    the document's state on the 기준일 of the search, `heading_said` how much of the passage's heading the question
    says (`ranking.Ranking.heading_said`, 0 to about 1).
    """

    rank: int
    score: float
    document: Document
    passage: Passage
    place: str
    state: DocumentState
    features: dict[str, float] = field(default_factory=dict)
    heading_said: float = 0.0


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for and where.

    `collections` None is what a person sees by default (examples only while nothing else is in the store).
    `as_of` is 기준일. `sector` is ``"national"``, ``"local"`` or ``""`` and settles twin statutes softly.
    """

    text: str
    as_of: date
    limit: int = 10
    collections: frozenset[Collection] | None = None
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of the question that was also searched as another: '연차' → '연가'."""

    word: str
    also: str
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The result of a ranked search; `hits` hold at most one passage an article. `ms` is wall time."""

    query: Query
    hits: tuple[Hit, ...]
    ms: float
    expansions: tuple[Expansion, ...] = ()


@dataclass(frozen=True, slots=True)
class LiteralHits:
    """Every passage that contains the words; `count` and `by_document` are complete even where `hits` is cut at the
    limit."""

    query: Query
    count: int
    hits: tuple[Hit, ...]
    ms: float
    by_document: Mapping[DocumentId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageCitation:
    """``text[start:end]`` of a passage cites another article, or a 별표.

    `name` is the spaceless title as named, ``""`` for the passage's own statute. `first` to `last` are the articles
    (`number_key`; 0 and 0 for a 별표, which `annex` names), `place` what is cited of the first.
    """

    start: int
    end: int
    name: str
    first: int
    last: int
    place: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage as a reader yields it: no ids yet."""

    role: Role
    text: str
    article: str = ""
    heading: str = ""
    path: tuple[str, ...] = ()
    place: str = ""
    page: int | None = None
    citations: tuple[PassageCitation, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """What a reader makes of one file. Fields as in `Document`; `series` "" lets the importer derive it."""

    title: str
    kind: str
    passages: tuple[ParsedPassage, ...]
    series: str = ""
    effective: date | None = None
    promulgated: date | None = None
    promulgation_number: str = ""
    ministries: tuple[str, ...] = ()
    pages: int | None = None
    repeals: bool = False
    is_statute: bool = False


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place that cites an article: ``passage.text[start:end]`` at `place` of its own article.

    `cited` is what it cites below the article (``제5항``), ``""`` for the whole.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    place: str
    cited: str


@dataclass(frozen=True, slots=True)
class Backlinks:
    """Who cites an article; `count` citing articles (and sections) in all, `links` those of the first of them."""

    count: int
    links: tuple[Backlink, ...]
    ms: float


@dataclass(frozen=True, slots=True)
class EditionProposal:
    """`newer` looks like a new edition of `older` (by title and date); the person confirms or keeps both."""

    older: DocumentId
    newer: DocumentId


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of an import: `added` and `replaced` documents, files `unchanged`, `failed` with the reason."""

    added: tuple[DocumentId, ...]
    replaced: tuple[DocumentId, ...]
    unchanged: int
    removed: int
    failed: tuple[tuple[str, str], ...]
    proposals: tuple[EditionProposal, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be taken in, kept until it is taken in or forgotten.

    `code` and `fields` are those of the error (`messages.text_of`), `when` is local time, ISO 8601.
    """

    path: str
    code: str
    fields: dict[str, str]
    when: str
    collection: Collection | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a typed reference points at; `article` and `place` may be empty."""

    document: Document
    article: str
    place: str
