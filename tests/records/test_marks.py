"""Own marks: kept at once, on the series and not on the file, with a digest that tells what changed."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from govdesk.records.chats import Chats
from govdesk.records.database import MIGRATIONS
from govdesk.records.marks import NOTE_CHARACTERS, MarkKind, Marks, digest_of

NOW = datetime(2026, 11, 20, 9, 30)
TEXT = "① 등대지기는 밤마다 등을 켠다. <개정 2020.1.1>"


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "기록.db", now=lambda: NOW)


def test_a_mark_is_there_after_the_program_was_closed(marks: Marks, tmp_path: Path) -> None:
    marks.add("900001", "제3조", MarkKind.NOTE, TEXT, place="제1항", note="  당번표 참고  ")
    marks.add("900001", "제4조", MarkKind.HIGHLIGHT, TEXT, words="밤마다")
    marks.add("900002", "1. 등 켜기", MarkKind.BOOKMARK, "등을 켭니다.")
    marks.close()
    again = Marks(tmp_path / "기록.db")
    first, second = again.of("900001")
    assert (first.section, first.place, first.note.strip(), first.made) == ("제3조", "제1항", "당번표 참고", NOW)
    assert (second.kind, second.words, second.digest) == (MarkKind.HIGHLIGHT, "밤마다", digest_of(TEXT))
    assert [one.series for one in again.all()] == ["900002", "900001", "900001"]
    again.close()


def test_marks_are_rewritten_and_taken_off(marks: Marks) -> None:
    note = marks.add("s", "제1조", MarkKind.NOTE, TEXT, note="옛말")
    other = marks.add("s", "제2조", MarkKind.BOOKMARK, TEXT)
    marks.rewrite(note, "새말")
    marks.remove(other)
    (left,) = marks.all()
    assert left.note == "새말"
    marks.seen([(note, "0" * 16)])
    assert marks.all()[0].digest == "0" * 16
    marks.close()


def test_a_digest_minds_words_and_not_marks_or_spaces() -> None:
    assert digest_of(TEXT) == digest_of("①등대지기는 밤마다 등을 켠다.")
    assert digest_of(TEXT) != digest_of(TEXT.replace("밤", "낮"))


def test_a_note_has_a_limit(marks: Marks) -> None:
    marks.add("s", "제1조", MarkKind.NOTE, TEXT, note="가" * (NOTE_CHARACTERS + 5))
    assert len(marks.all()[0].note) == NOTE_CHARACTERS
    marks.close()


def test_a_file_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "옛 기록.db"
    connection = sqlite3.connect(path)
    chat = "insert into chats values (1, '물음', 'a', '2026-01-01');"
    connection.executescript(f"{MIGRATIONS[0]} {chat} pragma user_version = 1;")
    connection.close()
    marks = Marks(path)
    marks.add("s", "제1조", MarkKind.BOOKMARK, TEXT)
    chats = Chats(path)
    assert len(marks.all()) == 1
    assert chats.load(1) == []  # type: ignore[arg-type]
    chats.close()
    marks.close()
