"""Options that several commands share."""

from __future__ import annotations

import argparse
import contextlib
from datetime import date
from pathlib import Path

from govdesk.errors import DateInvalid
from govdesk.knowledge.model import Collection


def add_as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", metavar="날짜", type=day, help="기준일(2026-06-01). 없으면 오늘")


def add_collection(command: argparse.ArgumentParser, help_text: str) -> None:
    command.add_argument("--collection", choices=[c.value for c in Collection], metavar="모음", help=help_text)


def add_batch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--batch", metavar="파일.jsonl", type=path, help="한 줄에 물음 하나인 파일")
    command.add_argument("--out", metavar="결과.jsonl", type=path, help="--batch의 결과를 쓸 파일")


def day(text: str) -> date:
    """A date typed on the command line."""
    from govdesk.text.dates import parse_date

    try:
        return parse_date(text)
    except DateInvalid as error:
        raise argparse.ArgumentTypeError(f"'{text}'은(는) 날짜가 아닙니다. 2026-06-01처럼 적으세요.") from error


def positive(text: str) -> int:
    """A count typed on the command line."""
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError("1 이상의 수를 적으세요.")


def path(text: str) -> Path:
    """A path typed on the command line; an empty one (an unset variable) is not the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("빈 경로입니다.")
    return Path(text)


def collections(options: argparse.Namespace) -> frozenset[Collection] | None:
    """The chosen collection as `Query.collections` takes it."""
    return frozenset({Collection(options.collection)}) if options.collection else None


def one_of_query_and_batch(options: argparse.Namespace, what: str) -> str | None:
    """Why the options do not fit together, or None."""
    asked = getattr(options, what) is not None
    if bool(options.batch) != bool(options.out):
        return "--batch와 --out은 함께 적습니다."
    if options.batch:
        return "물음과 --batch는 함께 쓸 수 없습니다." if asked else _same_file(options.batch, options.out)
    return None if asked else "물음이 없습니다."


def _same_file(source: Path, target: Path) -> str | None:
    with contextlib.suppress(OSError):
        if source.samefile(target):
            return "--out이 --batch와 같은 파일입니다. 다른 이름을 적으세요."
    return None
