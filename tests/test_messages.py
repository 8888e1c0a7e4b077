from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from govdesk import errors, messages
from govdesk.errors import GovDeskError


def leaves(root: type[GovDeskError]) -> list[type[GovDeskError]]:
    below = root.__subclasses__()
    return [leaf for child in below for leaf in leaves(child)] if below else [root]


SAMPLE = {"Path": Path("폴더") / "여비 지침.hwp", "int": 3_000_000, "float": 120.0, "str": "정보공개법 99조"}


def sample_of(leaf: type[GovDeskError]) -> GovDeskError:
    if not dataclasses.is_dataclass(leaf):
        return leaf()
    values = [SAMPLE.get(str(field.type), ("가법", "나법")) for field in dataclasses.fields(leaf)]
    return leaf(*values)  # type: ignore[call-arg]


@pytest.mark.parametrize("leaf", leaves(errors.GovDeskError), ids=lambda leaf: leaf.__name__)
def test_every_error_says_its_cause_and_the_next_step_in_korean(leaf: type[GovDeskError]) -> None:
    assert leaf.code in messages.known_codes()
    message = messages.text_of(sample_of(leaf))
    assert message.cause.endswith(".")
    assert message.next_step.endswith((".", "정보공개법 99조"))
    assert "{" not in str(message)
    assert "?" not in str(message)


def test_codes_are_unique_and_none_is_left_over() -> None:
    codes = [leaf.code for leaf in leaves(errors.GovDeskError)]
    assert len(codes) == len(set(codes))
    assert messages.known_codes() == set(codes)


def test_a_missing_article_of_a_known_statute_names_the_statute() -> None:
    message = messages.text_of(errors.ReferenceNotFound("정보공개법 99조", "공공기관의 정보공개에 관한 법률"))
    assert "공공기관의 정보공개에 관한 법률에는 그런 조가 없습니다." in message.cause


def test_what_was_typed_is_repeated_in_part_and_on_one_line() -> None:
    cause = messages.text_of(errors.ReferenceNotFound("법\n\x1b[2J\u202e\ud800" + "가" * 10_000)).cause
    assert len(cause) < 200
    assert not set(cause) & set("\n\x1b\u202e\ud800")
    cause.encode("utf-8")


def test_the_name_of_a_file_stays_whole_and_on_one_line() -> None:
    name = "긴 이름 " * 20 + "\n끝.docx"
    cause = messages.text_of(errors.FileDamaged(Path("폴더") / name)).cause
    assert "긴 이름 " * 20 + " 끝.docx" in cause
