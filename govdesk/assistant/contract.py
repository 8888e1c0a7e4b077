"""The JSON that other tools rely on (``govdesk search --json``, ``ask --json``), and answers kept in the history."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from govdesk.assistant.model import Answer, Citation
from govdesk.knowledge.model import Document, Evidence, Hit, LiteralHits


def evidence_json(found: Evidence | LiteralHits) -> dict[str, Any]:
    """The result of a search; ``count`` beside the hits where the search was literal."""
    result: dict[str, Any] = {
        "query": found.query.text,
        "as_of": found.query.as_of.isoformat(),
        "ms": round(found.ms, 1),
        "hits": [hit_json(hit) for hit in found.hits],
    }
    if isinstance(found, LiteralHits):
        result["count"] = found.count
    return result


def hit_json(hit: Hit) -> dict[str, Any]:
    """One hit: rank, score, document, article or null, place, page, heading, text."""
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, 4),
        "document": _document_json(hit.document),
        "article": passage.article or None,
        "place": hit.place,
        "page": passage.page,
        "heading": passage.heading,
        "text": passage.text,
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """The result of a question; `reason` is null unless it was refused."""
    return {
        "query": answer.question,
        "answer": answer.text,
        "refused": answer.refusal is not None,
        "reason": answer.refusal.reason.value if answer.refusal else None,
        "citations": [_citation_json(citation) for citation in answer.citations],
        "evidence": [hit_json(hit) for hit in answer.evidence.hits],
        "engine": answer.engine,
        "ms": {
            "retrieval": round(answer.retrieval_ms, 1),
            "first_piece": round(answer.first_piece_ms, 1),
            "total": round(answer.total_ms, 1),
        },
    }


def _document_json(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "kind": document.kind,
        "collection": document.collection.value,
        "source": document.source,
        "effective_date": document.effective.isoformat() if document.effective else None,
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
    return hit_json(replace(citation.hit, place=citation.place)) | {
        "quote": citation.quote,
        "status": citation.status.value,
    }


def dump(answer: Answer) -> str:
    """The whole answer as JSON text for the chat history."""
    text: str = _adapter().dump_json(answer).decode("utf-8")
    return text


def load(text: str) -> Answer:
    """The answer that `dump` wrote, equal to the original. Raises ValueError on anything else."""
    answer: Answer = _adapter().validate_json(text)
    return answer


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Answer)
