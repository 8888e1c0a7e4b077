"""The content of an annex in the place of an article that only points at it, imported with the law or by itself."""

from __future__ import annotations

from dataclasses import replace

from govdesk.assistant import companions, slots
from govdesk.assistant.library import Library
from govdesk.assistant.model import Refusal
from govdesk.knowledge.model import Evidence, Hit, Passage, Role
from govdesk.knowledge.readers.annexes import annex_series


def opened(evidence: Evidence, refusal: Refusal, library: Library) -> Evidence | None:
    """The content of the annex that `refusal` names as the evidence; None where the documents do not have it."""
    hit = refusal.nearest[0]
    found = slots.ANNEX.search(refusal.help)
    if found is None:
        return None
    name = found.group().replace("별표", "별표 ").replace("  ", " ").strip()
    content = _content(hit, name, library)
    content = [one for one in content if one.passage.role is Role.TABLE] or content  # a value stands in a table's row
    if not content:
        return None
    return replace(evidence, hits=tuple(replace(one, rank=rank) for rank, one in enumerate(content, 1)))


def _content(hit: Hit, name: str, library: Library) -> list[Hit]:
    """The passages of the annex, of the law's own file or of one imported as its annex."""
    own = library.articles_named(hit.document.id, name)
    found = [companions.as_hit(hit, hit.document, one) for one in own if _holds(one)]
    series = annex_series(hit.document.title, name)
    for document in library.documents() if not found else ():
        if document.series == series:
            passages = library.passages(document.id)
            found = [companions.as_hit(hit, document, one) for one in passages if _holds(one)]
    return found


def _holds(passage: Passage) -> bool:
    return passage.role in (Role.SECTION, Role.TABLE)
