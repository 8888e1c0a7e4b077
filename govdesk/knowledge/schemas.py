"""Columns of the tables, and the way from values to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from govdesk.knowledge.model import Collection, Document, DocumentId, ParsedDocument, Passage, PassageCitation, Role
from govdesk.text.normalise import searchable

if TYPE_CHECKING:
    import pyarrow as pa

SPARE = "_b"
"""Tables of one embedder's vectors come in pairs: while another embedder fills the spare ones, the others serve."""
MEANING = ("vectors", "questions")
KEYS = {
    "documents": "id",
    "passages": "id",
    "supplements": "id",
    "citations": "passage_id",
    **{name + slot: "id" for name in MEANING for slot in ("", SPARE)},
    "proposals": "newer",
    "failures": "path",
}
"""Tables with their key columns."""

VECTOR_DIMENSION = 256
DELETED_LENGTH = 60
AT_ONCE, ROW_COST = 40_000, 1_000
"""Characters of passages made into Arrow in one call, about a millisecond; what a row costs beside its text."""
CITATION_COST = 60
"""What a row without text costs."""
RANKED_ROLES = frozenset({Role.ARTICLE, Role.SECTION, Role.TABLE})

_BIGRAMS: dict[str, Any] = {
    "base_tokenizer": "ngram",
    "ngram_min_length": 2,
    "ngram_max_length": 2,
    "prefix_only": False,
    "stem": False,
    "remove_stop_words": False,
    "ascii_folding": False,
    "lower_case": True,
    "max_token_length": None,
}
_MORPHEMES: dict[str, Any] = {
    "base_tokenizer": "whitespace",
    "stem": False,
    "remove_stop_words": False,
    "ascii_folding": False,
    "lower_case": False,
    "max_token_length": None,
}
FTS_COLUMNS: dict[str, dict[str, dict[str, Any]]] = {
    "passages": {"tight": _BIGRAMS},
    **{"vectors" + slot: {"morphemes": _MORPHEMES} for slot in ("", SPARE)},
    **{"questions" + slot: {"tight": _BIGRAMS, "morphemes": _MORPHEMES} for slot in ("", SPARE)},
}
"""One spaceless column carries both the ranked words and the literal search: measured on the core snapshot, the
bigrams inside the question's words find as much in it as in a spaced column (recall@100 .62 against .61)."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with where its file lies and what the file was.

    `origin` is the absolute path the file was read from, "" once the document no longer follows a file (an
    older revision of a statute). `mtime_ns` and `size` save hashing an unchanged file. `superseded_by` is the
    newer edition the person confirmed. `generation` is new with every writing of the document's rows.
    """

    document: Document
    origin: str
    size: int
    mtime_ns: int
    file_hash: str
    reader: int
    generation: str
    superseded_by: str = ""


_COLUMNS = {
    "passages": (
        "id document_id generation collection ordinal:int32 role article heading path:list place text page:int32 tight"
    ),
    "vectors": "id document_id generation article heading morphemes vector:vector",
    "citations": "passage_id document_id generation start:int32 end:int32 name first:int32 last:int32 place annex",
    "questions": "id series article digest text tight morphemes vector:vector",
    "documents": (
        "id series title kind collection source effective promulgated promulgation_number ministries:list content_hash "
        "passages:int64 pages:int64 repeals:bool imported_at origin size:int64 mtime_ns:int64 file_hash reader:int64 "
        "generation superseded_by"
    ),
    "proposals": "newer older status",
    "failures": "path code fields when collection",
}
"""Columns with their type; text where none is given."""


def schema_of(name: str, dimension: int = VECTOR_DIMENSION) -> pa.Schema:
    """The Arrow schema of a table; `dimension` is that of ``vectors``."""
    import pyarrow as pa

    types = {
        "": pa.string(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "bool": pa.bool_(),
        "list": pa.list_(pa.string()),
        "vector": pa.list_(pa.float16(), dimension),
    }
    columns = _COLUMNS["passages" if name == "supplements" else name.removesuffix(SPARE)].split()
    pairs = [column.partition(":") for column in columns]
    return pa.schema([(column, types[kind]) for column, _, kind in pairs])


def table_of(name: str, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """`rows` as an Arrow table, made a little at a time: pyarrow holds the interpreter while it reads Python values."""
    import pyarrow as pa

    schema = schema_of(name)
    return pa.concat_tables(pa.Table.from_pylist(some, schema) for some in _slices(rows))


def _slices(rows: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """`rows` in order, the last slice perhaps empty."""
    some: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        some.append(row)
        size += ROW_COST + len(row["text"]) if "text" in row else CITATION_COST
        if size >= AT_ONCE:
            yield some
            some, size = [], 0
    yield some


def passage_rows(document: Document, generation: str, passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Rows of ``passages`` or ``supplements``; `tight` is title, path, heading and text, spaceless, a line each."""
    return [
        {
            "id": passage.id,
            "document_id": document.id,
            "generation": generation,
            "collection": document.collection.value,
            "ordinal": passage.ordinal,
            "role": passage.role.value,
            "article": passage.article,
            "heading": passage.heading,
            "path": list(passage.path),
            "place": passage.place,
            "text": passage.text,
            "page": passage.page,
            "tight": _tight(document, passage),
        }
        for passage in passages
    ]


def _tight(document: Document, passage: Passage) -> str:
    """A deleted article keeps nothing of title and headings: it must not rank by them."""
    gone = deleted(passage.text)
    context = ("", "") if gone else (searchable(document.title), searchable(" ".join(passage.path)))
    return "\n".join((*context, searchable(passage.heading), searchable(passage.text)))


def deleted(text: str) -> bool:
    """Whether a passage's text is only the mark of an article that was deleted."""
    return len(text) < DELETED_LENGTH and text.startswith("삭제")


def passage_of(row: dict[str, Any]) -> Passage:
    return Passage(
        id=row["id"],
        document_id=DocumentId(row["document_id"]),
        ordinal=row["ordinal"],
        role=Role(row["role"]),
        article=row["article"],
        heading=row["heading"],
        path=tuple(row["path"]),
        place=row["place"],
        text=row["text"],
        page=row["page"],
    )


def citation_rows(document: Document, generation: str, parsed: ParsedDocument) -> Iterator[dict[str, Any]]:
    """Rows of ``citations``; passages have the ids of `documents.make_passages`."""
    for ordinal, passage in enumerate(parsed.passages):
        for cited in passage.citations:
            yield {
                "passage_id": passage_id(document.id, ordinal),
                "document_id": document.id,
                "generation": generation,
                **{column: getattr(cited, column) for column in PassageCitation.__slots__},
            }


def passage_id(document: DocumentId, ordinal: int) -> str:
    """``<document>-<ordinal>``."""
    return f"{document}-{ordinal}"


PASSAGE_COLUMNS = (
    *("id", "document_id", "generation", "ordinal", "role", "article"),
    *("heading", "path", "place", "text", "page"),
)
"""What `passage_of` needs, and the generation."""


def document_row(stored: StoredDocument) -> dict[str, Any]:
    document = stored.document
    return {
        "id": document.id,
        "series": document.series,
        "title": document.title,
        "kind": document.kind,
        "collection": document.collection.value,
        "source": document.source,
        "effective": _iso(document.effective),
        "promulgated": _iso(document.promulgated),
        "promulgation_number": document.promulgation_number,
        "ministries": list(document.ministries),
        "content_hash": document.content_hash,
        "passages": document.passages,
        "pages": document.pages,
        "repeals": document.repeals,
        "imported_at": document.imported_at,
        "origin": stored.origin,
        "size": stored.size,
        "mtime_ns": stored.mtime_ns,
        "file_hash": stored.file_hash,
        "reader": stored.reader,
        "generation": stored.generation,
        "superseded_by": stored.superseded_by,
    }


def stored_of(row: dict[str, Any]) -> StoredDocument:
    document = Document(
        id=DocumentId(row["id"]),
        series=row["series"],
        title=row["title"],
        kind=row["kind"],
        collection=Collection(row["collection"]),
        source=row["source"],
        effective=_date(row["effective"]),
        promulgated=_date(row["promulgated"]),
        promulgation_number=row["promulgation_number"],
        ministries=tuple(row["ministries"]),
        content_hash=row["content_hash"],
        passages=row["passages"],
        pages=row["pages"],
        repeals=row["repeals"],
        imported_at=row["imported_at"],
    )
    return StoredDocument(
        document,
        row["origin"],
        row["size"],
        row["mtime_ns"],
        row["file_hash"],
        row["reader"],
        row["generation"],
        row["superseded_by"],
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
