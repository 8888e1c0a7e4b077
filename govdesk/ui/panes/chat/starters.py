"""First questions to suggest, by the person's job."""

from __future__ import annotations

from pathlib import Path

import yaml

SHOWN = 6
"""Questions on the empty pane."""


def starters(folder: Path, jobs: tuple[str, ...]) -> tuple[str, ...]:
    """Up to `SHOWN` questions, those of `jobs` first, taken in turn from each job's list.

    Every ``*.yaml`` in `folder` has ``job`` and ``questions``; a missing folder or an unreadable file gives none.
    """
    lists: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        lists.update(_read(path))
    chosen = [lists[job] for job in jobs if job in lists] or list(lists.values())
    mixed: list[str] = []
    for row in range(SHOWN):
        mixed += [questions[row] for questions in chosen if row < len(questions) and questions[row] not in mixed]
    return tuple(mixed[:SHOWN])


def _read(path: Path) -> dict[str, list[str]]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        return {}
    if not isinstance(content, dict):
        return {}
    if isinstance(content.get("questions"), list):
        return {str(content.get("job", path.stem)): [str(q) for q in content["questions"]]}
    return {str(job): [str(q) for q in asked] for job, asked in content.items() if isinstance(asked, list)}
