"""Options that several commands share."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from govdesk.errors import DateInvalid
from govdesk.knowledge.model import Collection


def add_as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", metavar="날짜", type=day, help="기준일(2026-06-01). 없으면 오늘")


def add_collection(command: argparse.ArgumentParser, help_text: str) -> None:
    command.add_argument("--collection", choices=[c.value for c in Collection], metavar="모음", help=help_text)


def add_batch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--batch", metavar="파일.jsonl", type=Path, help="한 줄에 물음 하나인 파일")
    command.add_argument("--out", metavar="결과.jsonl", type=Path, help="--batch의 결과를 쓸 파일")


def day(text: str) -> date:
    """A date typed on the command line."""
    from govdesk.text.dates import parse_date

    try:
        return parse_date(text)
    except DateInvalid as error:
        raise argparse.ArgumentTypeError(f"'{text}'은(는) 날짜가 아닙니다. 2026-06-01처럼 적으세요.") from error


def collections(options: argparse.Namespace) -> frozenset[Collection] | None:
    """The chosen collection as `Query.collections` takes it."""
    return frozenset({Collection(options.collection)}) if options.collection else None


def one_of_query_and_batch(options: argparse.Namespace, what: str) -> str | None:
    """Why the options do not fit together, or None."""
    if options.batch and not options.out:
        return "--batch에는 --out이 있어야 합니다."
    if not options.batch and getattr(options, what) is None:
        return "물음이 없습니다."
    return None
