"""Lines of PDF pages: running heads, broken encodings, and paragraphs joined across line ends."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from govdesk.knowledge.readers.blocks import Paragraph
from govdesk.knowledge.readers.clean import clean

_EDGE_LINES = 2
"""Lines at the top and bottom of a page that may be running heads."""
_REPEATS = 3
_SHARE = 0.3
"""A line is a running head if it stands at the edge of at least this many pages and this share of them."""
_PAGE_NUMBER = re.compile(
    r"^[\s\-–—_|/·ㆍ.<>\[\]()]*(?:\d{1,4}|[ivxlc]{1,6})(?:\s?[/\-]\s?\d{1,4})?[\s\-–—_|/·ㆍ.<>\[\]()]*(?:쪽|면|페이지)?$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(?:제\s?\d+\s?[편장절관조]|[①-⑳㉮-㉻]|\d{1,2}(?:[.-]\d{1,2}){0,3}[.)]?\s|[가-하][.)]\s|\(\s?(?:\d{1,2}|[가-하])\s?\)|"
    r"[□■○●◦▪•·ㆍ※\-–*▶☞◆◇❍➢❖▣◈✓→]|[Ⅰ-Ⅻ]|[<\[【〔『]|붙임|별표|별지|부\s*칙|<표|그림\s?\d)"
)
_FULL = 0.82
"""A line at least this share of the usual line length was broken by the margin, not by the writer."""
_GARBAGE = 0.3
_LATIN_HIGH = re.compile("[\u00a1-\u00ff]")


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without page numbers and the lines that repeat at the edges of pages.

    Where nothing else is left (slides of a line or two) the repeated lines are the text and stay.
    """
    stripped = [_strip_blank(page) for page in pages]
    counts = Counter(key for page in stripped for key in {_key(line) for line in _edges(page)})
    needed = max(_REPEATS, int(len(pages) * _SHARE))
    heads = {key for key, count in counts.items() if count >= needed and key}
    kept = [_without_edges(page, heads) for page in stripped]
    return kept if any(kept) else [_without_edges(page, set()) for page in stripped]


def _strip_blank(page: Sequence[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _edges(page: Sequence[str]) -> list[str]:
    return [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]


def _key(line: str) -> str:
    """A line with its numbers masked, so that ``정보공개 편람 12`` repeats on every page."""
    return re.sub(r"\d+", "#", "".join(line.split()))


def _without_edges(page: list[str], heads: set[str]) -> list[str]:
    start, end = 0, len(page)
    while start < min(_EDGE_LINES, end) and _is_edge(page[start], heads):
        start += 1
    while end > max(len(page) - _EDGE_LINES, start) and _is_edge(page[end - 1], heads):
        end -= 1
    return page[start:end]


def _is_edge(line: str, heads: set[str]) -> bool:
    return bool(_PAGE_NUMBER.match(line.strip())) or _key(line) in heads


def paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[Paragraph]:
    """Paragraphs with the page they start on; a paragraph may run over a page end."""
    lines = [(line, number) for number, page in enumerate(pages, 1) for line in page]
    width = _usual_width([line for line, _ in lines])
    spaced = _keeps_spaces([line for line, _ in lines], width)
    held, page = "", 1
    last = ""
    for raw, number in lines:
        line = clean(raw)
        if not line.strip():
            continue
        if held and _runs_on(last, line, width):
            held = _joined(held, line, raw_end=last, spaced=spaced)
        else:
            if held.strip():
                yield Paragraph(" ".join(held.split()), page)
            held, page = line, number
        last = raw
    if held.strip():
        yield Paragraph(" ".join(held.split()), page)


def _length(line: str) -> int:
    """Width in half-width columns."""
    return sum(2 if sign > "\u1100" else 1 for sign in line.strip())


def _usual_width(lines: Sequence[str]) -> int:
    """The 90th percentile of line widths, at least half a page of text (40 columns)."""
    widths = sorted(_length(line) for line in lines)
    return max(40, widths[int(len(widths) * 0.9)]) if widths else 40


def _keeps_spaces(lines: Sequence[str], width: int) -> bool:
    """Whether this file keeps the space at which a line was broken; then a missing one means a broken word."""
    full = [line for line in lines if _length(line) >= _FULL * width]
    return bool(full) and sum(line.endswith((" ", "\u00a0")) for line in full) >= 0.2 * len(full)


def _runs_on(last: str, line: str, width: int) -> bool:
    if last.endswith("\ufffe"):
        return True
    return _length(last) >= _FULL * width and not _STARTS.match(line.strip())


def _joined(held: str, line: str, *, raw_end: str, spaced: bool) -> str:
    if raw_end.endswith("\ufffe"):
        return held + line.lstrip()
    if raw_end.endswith((" ", "\u00a0")) or line.startswith(" ") or not spaced:
        return f"{held.rstrip()} {line.lstrip()}"
    return held + line


def recovered(text: str) -> str:
    """`text`, or what it says if its Hangul was stored as CP949 bytes under a Latin encoding."""
    high = len(_LATIN_HIGH.findall(text))
    if high < 20 or high * 10 < 4 * len("".join(text.split())):
        return text
    try:
        return text.encode("latin-1").decode("cp949")
    except UnicodeError:
        return text


def is_garbage(text: str) -> bool:
    """Whether a good part of the glyphs have no meaning: private use, unassigned, replacement, control."""
    signs = [sign for sign in text if not sign.isspace()]
    bad = sum(sign == "\ufffd" or unicodedata.category(sign) in {"Co", "Cn", "Cc", "Cs"} for sign in signs)
    return bad > _GARBAGE * len(signs) or text.count("(cid:") * 8 > _GARBAGE * len(signs)
