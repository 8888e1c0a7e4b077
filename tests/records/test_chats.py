from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from govdesk.errors import StoreDamaged, StoreRefused, StoreTooNew
from govdesk.records.chats import Chats
from govdesk.records.database import MIGRATIONS


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 1, 9, 0)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "한글 경로 (1)" / "records.sqlite3"


def test_a_question_is_stored_before_it_is_answered(path: Path) -> None:
    chats = Chats(path)
    chat = chats.create()
    chats.ask(chat, "  연차를\n미리 쓸 수 있나요?  ")
    chats.close()
    again = Chats(path)
    (turn,) = again.load(chat)
    assert turn.question == "  연차를\n미리 쓸 수 있나요?  "
    assert turn.answer is None
    assert again.summaries()[0].title == "연차를 미리 쓸 수 있나요?"
    again.close()


def test_a_killed_process_loses_nothing_that_was_stored(path: Path) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from govdesk.records.chats import Chats
        chats = Chats(Path(sys.argv[1]))
        chat = chats.create()
        for n in range(50):
            chats.answer(chats.ask(chat, f"물음 {n}"), f"답 {n}")
        os._exit(9)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script), str(path)], check=False, timeout=60)
    chats = Chats(path)
    (summary,) = chats.summaries()
    turns = chats.load(summary.id)
    assert [t.answer for t in turns] == [f"답 {n}" for n in range(50)]
    chats.close()


def test_the_history_is_newest_first_and_searched_literally(path: Path) -> None:
    chats = Chats(path, Clock())
    for question in ("출장 여비 100% 지급", "연가 일수", "초과근무 한도"):
        chats.answer(chats.ask(chats.create(), question), f"{question}의 답")
    chats.create()
    assert [s.title for s in chats.summaries()] == ["초과근무 한도", "연가 일수", "출장 여비 100% 지급"]
    assert [s.title for s in chats.summaries("100%")] == ["출장 여비 100% 지급"]
    assert [s.title for s in chats.summaries("일수의 답")] == ["연가 일수"]
    assert chats.summaries("0_0") == []
    chats.close()


def test_deleting_and_purging_remove_the_words_from_the_file(path: Path) -> None:
    clock = Clock()
    chats = Chats(path, clock)
    old, new = chats.create(), chats.create()
    chats.ask(old, "비밀스러운 옛 물음")
    boundary = clock.time + timedelta(seconds=30)
    chats.ask(new, "새 물음")
    assert chats.purge(boundary) == 1
    assert [s.id for s in chats.summaries()] == [new]
    chats.delete(new)
    assert chats.summaries() == []
    chats.close()
    assert "비밀스러운".encode() not in path.read_bytes()


def test_feedback_can_be_given_and_taken_back(path: Path) -> None:
    chats = Chats(path)
    chat = chats.create()
    turn = chats.ask(chat, "물음")
    for helpful in (True, False, None):
        chats.feedback(turn, helpful)
        assert chats.load(chat)[0].helpful is helpful
    chats.rename(chat, " 새 이름 ")
    assert chats.summaries()[0].title == "새 이름"
    chats.close()


def test_a_file_that_is_no_database_is_reported_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("이것은 데이터베이스가 아닙니다. " * 50, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged):
        Chats(path)
    assert path.read_bytes() == before


def test_a_database_of_a_later_version_is_refused(path: Path) -> None:
    Chats(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoreTooNew):
        Chats(path)


def test_a_place_where_no_file_can_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("자리를 차지함", encoding="utf-8")
    with pytest.raises(StoreRefused):
        Chats(tmp_path / "파일" / "records.sqlite3")
    (tmp_path / "records.sqlite3").mkdir()
    with pytest.raises(StoreRefused):
        Chats(tmp_path / "records.sqlite3")


def test_a_history_damaged_while_open_is_reported(path: Path) -> None:
    chats = Chats(path)
    chats.ask(chats.create(), "물음 " * 2000)
    chats.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(StoreDamaged):
        Chats(path).summaries()


def test_a_question_with_signs_that_are_no_characters_is_kept(path: Path) -> None:
    chats = Chats(path)
    chat = chats.create()
    chats.ask(chat, "등록\ud800 기한\x00은?")
    assert chats.load(chat)[0].question == "등록 기한 은?"
    chats.close()
