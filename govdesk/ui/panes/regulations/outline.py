"""The article tree of a page: 편·장·절·관 with their articles, then 부칙 and 별표·서식."""

from __future__ import annotations

import re

from govdesk.knowledge.model import Role
from govdesk.ui.panes.regulations.nodes import Node
from govdesk.ui.panes.regulations.page import Page, Section

UNFOLDED = 60
"""A page of up to this many articles shows its tree unfolded."""
_SUPPLEMENT = re.compile(r"부칙\s*(\(.*\))?\s*<(.+)>$")


def outline(page: Page) -> list[Node]:
    """The rows; keys are `Section.key`."""
    roots: list[Node] = []
    open_path: list[Node] = []
    unfold = len(page.sections) <= UNFOLDED
    for section in page.sections:
        if section.role in (Role.SUPPLEMENT, Role.ANNEX):
            continue
        _descend(roots, open_path, section.path, unfold)
        (open_path[-1].children if open_path else roots).append(_row(section))
    _count(roots)
    for role, title in ((Role.SUPPLEMENT, "부칙"), (Role.ANNEX, "별표·서식")):
        rows = [_row(section) for section in page.sections if section.role is role]
        if rows:
            roots.append(Node(title, count=f"{len(rows):,}", children=rows))
    return roots


def _descend(roots: list[Node], open_path: list[Node], path: tuple[str, ...], unfold: bool) -> None:
    """Bring `open_path` to `path`, making the headings that are not there yet."""
    same = 0
    while same < min(len(open_path), len(path)) and open_path[same].text == path[same]:
        same += 1
    del open_path[same:]
    for heading in path[same:]:
        node = Node(heading, note=heading, open=unfold)
        (open_path[-1].children if open_path else roots).append(node)
        open_path.append(node)


def _row(section: Section) -> Node:
    if section.role is Role.ANNEX:
        title = section.text.split("\n")[0] if section.text != section.title else ""
        text = f"{section.title} {title}".strip()
        return Node(text, key=section.key, note=text, muted=section.text == "삭제")
    if section.role is Role.SUPPLEMENT and (found := _SUPPLEMENT.match(section.title)):
        other, edition = found.groups()
        return Node(f"{edition} {other or ''}".strip(), key=section.key, note=section.title)
    if section.deleted:
        return Node(f"{section.number} 삭제", key=section.key, muted=True)
    text = f"{section.number} {section.title}".strip() or "본문"
    return Node(text, key=section.key, note=text)


def _count(nodes: list[Node]) -> int:
    """Write the number of articles below each heading; returns that of `nodes`."""
    total = 0
    for node in nodes:
        if node.key:
            total += 1
        else:
            below = _count(node.children)
            node.count = f"{below:,}"
            total += below
    return total
