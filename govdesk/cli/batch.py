"""Batches: every line in gives one line out, in order, a failed one with its error."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from govdesk.cli.console import Console, json_line
from govdesk.errors import FileUnreadable, GovDeskError, InputInvalid, OutputRefused, PathNotFound, StoreFull
from govdesk.jobs import Progress
from govdesk.messages import text_of

Answered = Callable[[list[str]], dict[str, Any]]
"""Turns of one line (the last is the question) to its JSON object."""


def run(source: Path, target: Path, answer: Answered, empty: dict[str, Any], console: Console) -> int:
    """Answer every line of `source` into `target`; `empty` holds the fields of a line that failed."""
    lines = lines_of(source)
    with _writing(target):
        # a half of a surrogate pair, which JSON may hold and UTF-8 may not, goes out as the escape it came in as
        out = target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    with _closing(out):
        for done, (number, line) in enumerate(lines, start=1):
            result = json_line(_answered(line, number, answer, empty))
            with _writing(target):
                out.write(result + "\n")
                out.flush()
            console.progress(Progress("물음", done, len(lines)))
    return 0


@contextmanager
def _closing(out: TextIO) -> Iterator[None]:
    """Close `out` at the end; what a full disk did not take was told when it was written."""
    try:
        yield
    finally:
        with suppress(OSError):
            out.close()


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise PathNotFound(target.parent) from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise StoreFull(target.parent) from error
        raise OutputRefused(target) from error


def lines_of(source: Path) -> list[tuple[int, str]]:
    """The lines of a JSONL file that are not blank, with their numbers from 1.

    A line ends with a newline and no other sign that Unicode counts as an end, since JSON texts may hold those.
    Raises PathNotFound, InputInvalid, FileUnreadable.
    """
    try:
        text = source.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise PathNotFound(source) from error
    except UnicodeDecodeError as error:
        raise InputInvalid(source.name, "UTF-8로 저장한 JSONL 파일이어야 합니다.") from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(source) from error
    return [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _answered(line: str, number: int, answer: Answered, empty: dict[str, Any]) -> dict[str, Any]:
    identity: Any = None
    try:
        item = object_of(line, number)
        identity = item.get("id")
        return {"id": identity, **answer(_turns(item, number))}
    except GovDeskError as error:
        return {"id": identity, **empty, "error": str(text_of(error))}


def object_of(line: str, number: int) -> dict[str, Any]:
    """The JSON object of a line. Raises InputInvalid."""
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputInvalid(f"{number}번째 줄", "한 줄에 JSON 객체 하나를 적으세요.") from error
    if not isinstance(item, dict):
        raise InputInvalid(f"{number}번째 줄", "한 줄에 JSON 객체 하나를 적으세요.")
    return item


def _turns(item: dict[str, Any], number: int) -> list[str]:
    turns = item.get("turns", [item.get("query")])
    if isinstance(turns, list) and turns and all(isinstance(turn, str) for turn in turns):
        return turns
    raise InputInvalid(f"{number}번째 줄", '"query"나 "turns"(글의 목록)가 있어야 합니다.')
