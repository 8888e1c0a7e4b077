"""What panes ask of each other. A pane emits a request; the main window routes it. Panes never import each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govdesk.knowledge.model import Collection, DocumentId


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Show a place of a document in the regulation pane. `place` is ``제1항제2호``; `passage` a passage id, if known.

    `as_of` None keeps the window's 기준일.
    """

    document: DocumentId
    article: str = ""
    place: str = ""
    passage: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class OpenReference:
    """What a person typed in the go-to box (``정보공개법 11조``); the window resolves it to `OpenArticle`."""

    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Put `question` into the question box of the chat pane; `send` asks it at once."""

    question: str
    send: bool = False


@dataclass(frozen=True, slots=True)
class ImportFiles:
    """Import `paths` in the documents pane; without paths the pane is shown with its chooser."""

    paths: tuple[Path, ...] = ()
    collection: Collection | None = None


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """Select a document in the documents pane."""

    document: DocumentId


@dataclass(frozen=True, slots=True)
class OpenPane:
    """Show a pane by name: chat, regulations, documents, settings, help. `section` is a part of it.

    Sections of chat: ``"question"`` puts the cursor into the question box, ``"new"`` starts a chat; of settings: a
    group's key or ``"profile"``; of help: a page's name.
    """

    name: str
    section: str = ""


Request = OpenArticle | OpenReference | Ask | ImportFiles | ShowDocument | OpenPane
