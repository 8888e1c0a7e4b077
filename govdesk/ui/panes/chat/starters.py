"""First questions to suggest, by the person's job."""

from __future__ import annotations

from pathlib import Path

import yaml

SHOWN = 6
"""Questions on the empty pane."""
GENERAL = "일반"
"""The list for a person who named no job."""


def starters(folder: Path, jobs: tuple[str, ...]) -> tuple[str, ...]:
    """Up to `SHOWN` questions, taken in turn from each job's list; the general ones fill what is left.

    Every ``*.yaml`` in `folder` maps jobs to lists of questions; a missing folder or an unreadable file gives none.
    """
    lists: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        lists.update(_read(path))
    chosen = [lists[job] for job in jobs if job in lists]
    mixed: list[str] = []
    for row in range(SHOWN):
        mixed += [questions[row] for questions in chosen if row < len(questions)]
    mixed += lists.get(GENERAL, [])
    return tuple(dict.fromkeys(mixed))[:SHOWN]


def _read(path: Path) -> dict[str, list[str]]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (OSError, yaml.YAMLError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {
        str(job): [str(question) for question in asked] for job, asked in content.items() if isinstance(asked, list)
    }
