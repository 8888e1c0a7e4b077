"""Batches: every line in gives one line out, in order, a failed one with its error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from govdesk.cli.console import Console
from govdesk.errors import FileDamaged, FileUnreadable, GovDeskError, InputInvalid, PathNotFound, StoreFull
from govdesk.jobs import Progress
from govdesk.messages import text_of

Answered = Callable[[list[str]], dict[str, Any]]
"""Turns of one line (the last is the question) to its JSON object."""


def run(source: Path, target: Path, answer: Answered, empty: dict[str, Any], console: Console) -> int:
    """Answer every line of `source` into `target`; `empty` holds the fields of a line that failed."""
    lines = list(_lines(source))
    try:
        with target.open("w", encoding="utf-8") as out:
            for number, line in enumerate(lines, start=1):
                out.write(json.dumps(_answered(line, number, answer, empty), ensure_ascii=False) + "\n")
                console.progress(Progress("물음", number, len(lines)))
    except PermissionError as error:
        raise FileUnreadable(target) from error
    except OSError as error:
        raise StoreFull(target.parent) from error
    return 0


def _lines(source: Path) -> Iterator[str]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise PathNotFound(source) from error
    except UnicodeDecodeError as error:
        raise FileDamaged(source) from error
    except OSError as error:
        raise FileUnreadable(source) from error
    return (line for line in text.splitlines() if line.strip())


def _answered(line: str, number: int, answer: Answered, empty: dict[str, Any]) -> dict[str, Any]:
    identity: Any = None
    try:
        item = _object(line, number)
        identity = item.get("id")
        return {"id": identity, **answer(_turns(item, number))}
    except GovDeskError as error:
        return {"id": identity, **empty, "error": str(text_of(error))}


def _object(line: str, number: int) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except ValueError as error:
        raise InputInvalid(f"{number}번째 줄", "한 줄에 JSON 객체 하나를 적으세요.") from error
    if not isinstance(item, dict):
        raise InputInvalid(f"{number}번째 줄", "한 줄에 JSON 객체 하나를 적으세요.")
    return item


def _turns(item: dict[str, Any], number: int) -> list[str]:
    turns = item.get("turns", [item.get("query")])
    if isinstance(turns, list) and turns and all(isinstance(turn, str) for turn in turns):
        return turns
    raise InputInvalid(f"{number}번째 줄", '"query"나 "turns"(글의 목록)가 있어야 합니다.')
