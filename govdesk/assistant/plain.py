"""An answer as printed: what `govdesk ask` shows and what copy takes."""

from __future__ import annotations

from itertools import groupby

from govdesk.assistant.model import Answer, Citation, CitationStatus, GuideCard, Refusal, TableRow
from govdesk.knowledge.model import Hit

_STATUS = {
    CitationStatus.NO_SUCH_ARTICLE: "없는 조문",
    CitationStatus.REPEALED: "폐지",
    CitationStatus.NOT_IN_FORCE: "시행 예정",
    CitationStatus.NOT_IN_STORE: "자료에 없음",
}


def render(answer: Answer) -> str:
    """Decision, quotes with their chips, table, card, next line, notices; or the refusal with the nearest
    articles."""
    parts = [f"(이렇게 찾았습니다: {answer.rewritten})"] if answer.rewritten else []
    parts.extend(_refusal(answer.refusal) if answer.refusal else _answer(answer))
    return "\n".join(parts)


def pieces(answer: Answer) -> list[str]:
    """The same text in the pieces in which it streams: each with its line end, together `render`."""
    return render(answer).splitlines(keepends=True)


def chip(citation: Citation) -> str:
    """``[1 정보공개법 제11조제1항]``, with the status where it is not 확인됨."""
    status = _STATUS.get(citation.status)
    mark = f" · {status}" if status else ""
    return f"[{citation.number} {source_name(citation.hit, citation.place)}{mark}]"


def source_name(hit: Hit, place: str) -> str:
    """``정보공개법 제11조제1항`` or ``여비 매뉴얼 2.3 정산``."""
    from govdesk.law.names import short_name

    if hit.passage.article:
        return f"{short_name(hit.document.title)} {hit.passage.article}{place}"
    heading = f" {hit.passage.heading}" if hit.passage.heading else ""
    page = f" {hit.passage.page}쪽" if hit.passage.page else ""
    return f"{hit.document.title}{heading}{page}"


def _answer(answer: Answer) -> list[str]:
    lines = [answer.decision] if answer.decision else []
    if answer.twin_note:
        lines.append(answer.twin_note)
    for quote, group in groupby(answer.citations, key=lambda citation: citation.quote):
        chips = " ".join(chip(citation) for citation in group)
        lines.append(f"“{quote}” {chips}")
    lines.extend(_table(answer.table_title, answer.table))
    lines.extend(_card(answer.card) if answer.card else ())
    if answer.next_line:
        lines.append(f"다음: {answer.next_line}")
    lines.extend(answer.notices)
    return lines


def _table(title: str, rows: tuple[TableRow, ...]) -> list[str]:
    if not rows:
        return []
    lines = [title] if title else []
    return lines + [("→ " if row.mine else "  ") + ": ".join(cell for cell in row.cells if cell) for row in rows]


def _card(card: GuideCard) -> list[str]:
    number = f" [{card.number} {card.source}]" if card.number else f" [{card.source}]" if card.source else ""
    lines = [f"이렇게 하세요: {card.title}{number}"]
    for step in card.steps:
        lines.append(f"  {step.label}  {' → '.join(step.lines) if step.label == '절차' else ' '.join(step.lines)}")
    return lines


def _refusal(refusal: Refusal) -> list[str]:
    lines = [refusal.headline]
    if refusal.help:
        lines.append(refusal.help)
    if refusal.nearest:
        lines.append("가까운 조문(답이 아님):")
        lines.extend(f"- {source_name(hit, '')}{_heading(hit)}" for hit in refusal.nearest)
    return lines


def _heading(hit: Hit) -> str:
    return f"({hit.passage.heading})" if hit.passage.article and hit.passage.heading else ""
