"""From what a reader made of a file to a document with ids, series and passages."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

from govdesk.knowledge import editions
from govdesk.knowledge.model import Collection, Document, DocumentId, ParsedDocument, Passage
from govdesk.knowledge.scan import Candidate
from govdesk.knowledge.schemas import passage_id


def make_document(
    candidate: Candidate, file_hash: str, parsed: ParsedDocument, collection: Collection | None
) -> Document:
    """The document of one file. A statute goes to `STATUTES` unless told otherwise, anything else to `MANUALS`."""
    where = collection or (Collection.STATUTES if parsed.is_statute else Collection.MANUALS)
    if where is Collection.STATUTES and not parsed.is_statute:
        where = Collection.MANUALS
    series = parsed.series or editions.series_of(parsed.title) or editions.series_of(candidate.path.stem)
    return Document(
        id=_id(where, series, parsed, candidate),
        series=series,
        title=parsed.title,
        kind=parsed.kind,
        collection=where,
        source=candidate.source,
        effective=parsed.effective,
        promulgated=parsed.promulgated,
        promulgation_number=parsed.promulgation_number,
        ministries=parsed.ministries,
        content_hash=file_hash,
        passages=0,
        pages=parsed.pages,
        repeals=parsed.repeals,
        imported_at=datetime.now().isoformat(timespec="seconds"),
    )


def _id(where: Collection, series: str, parsed: ParsedDocument, candidate: Candidate) -> DocumentId:
    """Stable over imports: a statute by 법령ID and revision, anything else by series, date and path."""
    edition = str(parsed.effective or "")
    if where is Collection.STATUTES:
        last = f"{parsed.promulgated or ''}/{parsed.promulgation_number}"
    else:
        last = candidate.source
    key = "\x1f".join((where.value, series, edition, last))
    return DocumentId(blake2b(key.encode(), digest_size=6).hexdigest())


def make_passages(document: Document, parsed: ParsedDocument) -> list[Passage]:
    """Passages with ids ``<document>-<ordinal>``, in reading order."""
    return [
        Passage(
            id=passage_id(document.id, ordinal),
            document_id=document.id,
            ordinal=ordinal,
            role=passage.role,
            article=passage.article,
            heading=passage.heading,
            path=passage.path,
            place=passage.place,
            text=passage.text,
            page=passage.page,
        )
        for ordinal, passage in enumerate(parsed.passages)
    ]
