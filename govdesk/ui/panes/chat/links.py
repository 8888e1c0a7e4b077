"""References in running text that can be opened."""

from __future__ import annotations

from govdesk.law.references import find_citations, parse_reference

Link = tuple[int, int, str]
"""Start and end in the text, and the href ``ref:<statute> <article><place>``."""


def links_in(text: str, own_title: str = "") -> tuple[Link, ...]:
    """The references of `text`; one without a statute belongs to `own_title` and is left out if that is ``""``."""
    found = []
    for cited in find_citations(text):
        title = cited.statute or own_title
        if title:
            found.append((cited.start, cited.end, f"ref:{title} {cited.article.article()}{cited.place}"))
    return tuple(found)


def reference_in(line: str) -> tuple[Link, ...]:
    """A whole line that is one reference as a person writes it, without 「 」; nothing if it is not."""
    words = line.strip().rstrip(".")
    found = find_citations(words)
    typed = parse_reference(words)
    if len(found) != 1 or found[0].end != len(words) or not typed.statute_text or typed.article is None:
        return ()
    start = line.index(words)
    return ((start, start + len(words), f"ref:{words}"),)
