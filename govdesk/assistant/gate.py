"""The check of an answer before it is shown: what fails is taken out, from the decision down to the whole answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdesk.assistant.model import Citation, CitationStatus
from govdesk.assistant.quotes import squeezed
from govdesk.knowledge.model import DocumentState, Hit
from govdesk.law.structure import unit_at

MOST_CITATIONS = 3
MOST_CHARACTERS = 700

_NUMBER = re.compile(r"\d[\d,.]*")
_NEGATION = re.compile(r"아니|않|없|못|안 된|금지|제외")
_FRAMES = re.compile(
    r"^(?:네|아니요)(?:, (?:원칙은 안 됩니다|예외가 있습니다))?\.\s?|다만 예외가 있습니다\.|기관의 장이 "
    r"정합니다\.|원칙은\s?"
)
_COMPARED = re.compile(r"[^.]*(?:은|는) [^.]*(?:이상|이하|미만|초과|이내|까지)(?: [^.]*(?:미만|이하))?입니다\.")


def quote_holds(citation: Citation) -> bool:
    """Whether every piece of the quote stands in the passage, in order, white space and marks apart."""
    source = squeezed(citation.hit.passage.text)
    at = 0
    for piece in citation.quote.split("…"):
        tight = squeezed(piece)
        if not tight:
            continue
        found = source.find(tight, at)
        if found < 0:
            return False
        at = found + len(tight)
    return bool(citation.quote.strip("… "))


def place_holds(citation: Citation) -> bool:
    """Whether the place exists in the passage and the quote's last piece stands in it."""
    if not citation.hit.passage.article or not citation.place:
        return True
    text = citation.hit.passage.text
    unit = unit_at(text, citation.place)
    if unit is None:
        return False
    end = max((child_end for child_end in _ends(text, citation.place)), default=unit.end)
    inside = squeezed(text[unit.start : end])
    pieces = [squeezed(piece) for piece in citation.quote.split("…")]
    return any(piece and (piece in inside or inside in piece) for piece in pieces)


def _ends(text: str, place: str) -> list[int]:
    from govdesk.law.structure import units

    return [unit.end for unit in units(text) if unit.place.startswith(place)]


def status_of(hit: Hit) -> CitationStatus:
    """What the store says of the text on the day of the question."""
    if hit.state is DocumentState.REPEALED:
        return CitationStatus.REPEALED
    if hit.state in (DocumentState.FUTURE, DocumentState.FUTURE_HIDDEN, DocumentState.SUPERSEDED):
        return CitationStatus.NOT_IN_FORCE
    return CitationStatus.VERIFIED


def decision_holds(decision: str, citations: Sequence[Citation], units: Sequence[str]) -> bool:
    """Whether the decision's numbers stand in the quotes, and its negations and words in the picked units' texts."""
    if not decision or decision.count("(") != decision.count(")"):
        return False
    own = _without_frames(decision)
    quoted = " ".join(citation.quote for citation in citations)
    return (
        _numbers_stand(own, quoted)
        and _negations_stand(own, " ".join(units))
        and all(_words_stand(sentence, units) for sentence in _sentences(own))
    )


def _without_frames(decision: str) -> str:
    return _FRAMES.sub("", _COMPARED.sub("", decision)).strip()


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=다\.)\s", text) if part.strip()]


def _numbers_stand(text: str, quoted: str) -> bool:
    """Every number of `text` stands in the quotes with its digit boundaries (commas apart)."""
    held = {found.group().strip(".,").replace(",", "") for found in _NUMBER.finditer(quoted)}
    return all(found.group().strip(".,").replace(",", "") in held for found in _NUMBER.finditer(text))


def _negations_stand(text: str, quoted: str) -> bool:
    """No negation of the decision is missing from the quotes."""
    return all(found.group() in quoted for found in _NEGATION.finditer(text))


def _words_stand(sentence: str, units: Sequence[str]) -> bool:
    """All but the last two words of the sentence stand in the units (their endings are polite), brackets apart."""
    words = [word.strip("\"'“”‘’.,():") for word in sentence.split()]
    bodies = [squeezed(unit).replace('"', "") for unit in units]
    body = " ".join([*bodies, *(_without_brackets(one) for one in bodies)])
    return all(squeezed(word).replace('"', "") in body for word in words[:-2] if word)


def _without_brackets(text: str) -> str:
    for _ in range(3):
        text = re.sub(r"\([^()]*\)", "", text)
    return text
