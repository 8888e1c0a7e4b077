"""Conversations, stored as they happen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NewType

from govdesk.records.database import Database
from govdesk.text.normalise import cleaned

ChatId = NewType("ChatId", int)
TurnId = NewType("TurnId", int)

TITLE_CHARACTERS = 40
"""A chat is called by the beginning of its first question."""


@dataclass(frozen=True, slots=True)
class ChatSummary:
    """A line of the history."""

    id: ChatId
    title: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """`answer` is what `assistant.contract.dump` wrote, or None while there is none."""

    id: TurnId
    question: str
    answer: str | None
    asked: datetime
    helpful: bool | None


class Chats(Database):
    """The history of questions and answers. Used from one thread at a time."""

    def __init__(self, path: Path, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(path)
        self._now = now

    def summaries(self, containing: str = "") -> list[ChatSummary]:
        """Chats with a turn, newest first; `containing` looks into titles, questions and answers."""
        like = f"%{_escaped(containing)}%"
        rows = self.rows(
            "select id, title, updated from chats c where exists (select 1 from turns t where t.chat = c.id"
            " and (c.title like ? escape '\\' or t.question like ? escape '\\' or t.answer like ? escape '\\'))"
            " order by updated desc, id desc",
            (like, like, like),
        )
        return [ChatSummary(ChatId(i), title, datetime.fromisoformat(updated)) for i, title, updated in rows]

    def create(self) -> ChatId:
        """A new chat; it appears in `summaries` with its first question."""
        now = self._stamp()
        with self.writing():
            cursor = self.connection.execute("insert into chats(title, created, updated) values ('', ?, ?)", (now, now))
        return ChatId(int(cursor.lastrowid or 0))

    def ask(self, chat: ChatId, question: str) -> TurnId:
        """Store a question at once, before it is answered."""
        question = cleaned(question)
        now = self._stamp()
        with self.writing():
            cursor = self.connection.execute(
                "insert into turns(chat, question, asked) values (?, ?, ?)", (chat, question, now)
            )
            title = " ".join(question.split())[:TITLE_CHARACTERS]
            self.connection.execute(
                "update chats set updated = ?, title = iif(title = '', ?, title) where id = ?", (now, title, chat)
            )
        return TurnId(int(cursor.lastrowid or 0))

    def answer(self, turn: TurnId, text: str) -> None:
        with self.writing():
            self.connection.execute("update turns set answer = ? where id = ?", (text, turn))

    def feedback(self, turn: TurnId, helpful: bool | None) -> None:
        with self.writing():
            value = None if helpful is None else int(helpful)
            self.connection.execute("update turns set helpful = ? where id = ?", (value, turn))

    def load(self, chat: ChatId) -> list[StoredTurn]:
        """The turns of a chat in order."""
        rows = self.rows("select id, question, answer, asked, helpful from turns where chat = ? order by id", (chat,))
        return [
            StoredTurn(TurnId(i), question, answer, datetime.fromisoformat(asked), None if ok is None else bool(ok))
            for i, question, answer, asked, ok in rows
        ]

    def rename(self, chat: ChatId, title: str) -> None:
        with self.writing():
            self.connection.execute("update chats set title = ? where id = ?", (title.strip(), chat))

    def delete(self, chat: ChatId) -> None:
        """Remove a chat for good; freed pages are overwritten (`secure_delete`)."""
        with self.writing():
            self.connection.execute("delete from chats where id = ?", (chat,))

    def purge(self, before: datetime) -> int:
        """Delete chats last touched before `before`; the number deleted."""
        with self.writing():
            return self.connection.execute(
                "delete from chats where updated < ?", (before.isoformat(timespec="seconds"),)
            ).rowcount

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="seconds")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
