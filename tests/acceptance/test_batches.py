"""Batch files that are broken, empty, of another system, and results that cannot be written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Typed

GOOD = '{"id": "가", "query": "썰매는 어디에 두나요?"}'


class Batch:
    """Writes a batch file, runs it and reads the results."""

    def __init__(self, govdesk: Typed, folder: Path) -> None:
        self.govdesk = govdesk
        self.source, self.target = folder / "물음.jsonl", folder / "결과.jsonl"

    def __call__(self, command: str, content: str | bytes) -> list[dict[str, Any]]:
        self.source.write_bytes(content if isinstance(content, bytes) else content.encode())
        assert self.govdesk(command, "--batch", self.source, "--out", self.target) == 0, self.govdesk.err
        assert self.govdesk.err == ""
        return [json.loads(line) for line in self.target.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def batch(asked: Typed, tmp_path: Path) -> Batch:
    return Batch(asked, tmp_path)


@pytest.fixture(params=["search", "ask"])
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


BROKEN = {
    "no JSON": "{",
    "a list": '["query"]',
    "null": "null",
    "a number": "7",
    "no question": '{"id": "나"}',
    "a question that is no text": '{"id": "나", "query": 5}',
    "no turns": '{"id": "나", "turns": []}',
    "a turn that is no text": '{"id": "나", "turns": ["가", null]}',
    "nothing asked": '{"id": "나", "query": " "}',
    "half of a surrogate pair": '{"id": "나", "query": "\\ud83d"}',
    "brackets without end": "[" * 100_000,
    "a number too long": '{"id": ' + "9" * 5_000 + "}",
}


def test_every_broken_line_has_its_error_in_its_place(batch: Batch, command: str) -> None:
    lines = [line for broken in BROKEN.values() for line in (GOOD, broken)]
    results = batch(command, "\n".join(lines))
    assert len(results) == len(lines)
    for line, result in zip(lines, results, strict=True):
        assert ("error" in result) == (line != GOOD), line
        if line != GOOD:
            assert result["id"] in ("나", None)
            assert result["query"] == ""
            assert result["error"].endswith(".")
    assert {result["id"] for result in results[::2]} == {"가"}
    fields = set(results[0])
    assert all(set(result) - {"error"} == fields for result in results)


def test_an_error_names_the_line_as_an_editor_counts_it(batch: Batch) -> None:
    results = batch("search", f"{GOOD}\n\n\n{{\n")
    assert "4번째 줄" in results[1]["error"]


@pytest.mark.parametrize(
    "content",
    [
        f"{GOOD}\r\n{GOOD}\r\n".encode(),
        b"\xef\xbb\xbf" + f"{GOOD}\n{GOOD}\n".encode(),
        f"\n  \n{GOOD}\n\n{GOOD}".encode(),
    ],
    ids=["CRLF", "BOM", "blank lines"],
)
def test_files_of_other_systems_are_read_alike(batch: Batch, command: str, content: bytes) -> None:
    results = batch(command, content)
    assert [result["id"] for result in results] == ["가", "가"]
    assert not any("error" in result for result in results)


def test_signs_that_end_a_line_elsewhere_end_none_here(batch: Batch, command: str) -> None:
    question = "썰매는\u2028어디에\u2029두나요\x85?"
    line = json.dumps({"id": question, "query": question}, ensure_ascii=False)
    (result,) = batch(command, line)
    assert result["id"] == question
    assert "error" not in result


def test_an_id_may_be_anything_and_comes_back_as_it_was(batch: Batch, command: str) -> None:
    for identity in (1, 1.5, None, True, ["가"], {"나": 1}, "\ud800", "🙂"):
        (result,) = batch(command, json.dumps({"id": identity, "query": "썰매"}))
        assert result["id"] == identity


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "BOM only"])
def test_an_empty_batch_gives_an_empty_result(batch: Batch, command: str, content: bytes) -> None:
    assert batch(command, content) == []


def test_a_line_too_long_to_ask_fails_alone(batch: Batch) -> None:
    results = batch("ask", json.dumps({"id": 1, "query": "가" * 10_000}) + "\n" + GOOD)
    assert "너무 깁니다" in results[0]["error"]
    assert "다락" in results[1]["answer"]


def test_a_file_in_another_encoding_is_named(asked: Typed, tmp_path: Path, command: str) -> None:
    for encoding in ("cp949", "utf-16"):
        source = tmp_path / "물음.jsonl"
        source.write_bytes(GOOD.encode(encoding))
        assert asked(command, "--batch", source, "--out", tmp_path / "결과.jsonl") == 1
        assert "UTF-8" in asked.err
        assert "물음.jsonl" in asked.err


def test_files_that_are_not_there_or_cannot_be_written_are_named(asked: Typed, tmp_path: Path, command: str) -> None:
    source, target = tmp_path / "물음.jsonl", tmp_path / "결과.jsonl"
    source.write_text(GOOD, encoding="utf-8")
    (tmp_path / "폴더").mkdir()
    for wrong in (
        (tmp_path / "없음.jsonl", target, "없음.jsonl'을(를) 찾을 수 없습니다"),
        (tmp_path / "폴더", target, "폴더'에 접근하지 못했습니다"),
        (source, tmp_path / "폴더", "폴더'에 결과를 쓰지 못했습니다"),
        (source, tmp_path / "없는 폴더" / "결과.jsonl", "없는 폴더'을(를) 찾을 수 없습니다"),
        (source, source / "결과.jsonl", "결과를 쓰지 못했습니다"),
        (source, tmp_path / ("긴" * 300), "결과를 쓰지 못했습니다"),
    ):
        assert asked(command, "--batch", wrong[0], "--out", wrong[1]) == 1
        assert wrong[2] in asked.err


def test_the_questions_are_never_written_over(asked: Typed, tmp_path: Path, command: str) -> None:
    source = tmp_path / "물음.jsonl"
    source.write_text(GOOD, encoding="utf-8")
    assert asked(command, "--batch", source, "--out", source) == 2
    assert source.read_text(encoding="utf-8") == GOOD


def test_options_that_do_not_go_together_are_wrong_usage(asked: Typed, tmp_path: Path, command: str) -> None:
    for options in (
        ("--batch", "x"),
        ("--out", "y"),
        ("썰매", "--out", "y"),
        ("썰매", "--batch", "x", "--out", "y"),
        (),
    ):
        assert asked(command, *options) == 2
        assert asked.err
