"""Every folder and file used on disk, from source or frozen."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


def install_root() -> Path:
    """The folder that holds `resources/` and `models/`: the bundle when frozen, else the repository."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Read-only files shipped with the program."""
    return install_root() / "resources"


def default_home() -> Path:
    """`GOVDESK_HOME`, or the platform's per-user data folder."""
    given = os.environ.get("GOVDESK_HOME")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("GovDesk", appauthor=False)


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The layout of one data folder; nothing is created until it is written to."""

    root: Path

    @property
    def index(self) -> Path:
        """The LanceDB database."""
        return self.root / "index"

    @property
    def records(self) -> Path:
        """The SQLite file of chats and other work of the person."""
        return self.root / "records.sqlite3"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.root / "writer.lock"

    @property
    def logs(self) -> Path:
        return self.root / "logs"


@dataclass(frozen=True, slots=True)
class Resources:
    """Named folders below `resources/`."""

    root: Path

    @property
    def demo(self) -> Path:
        """The example manuals of the invented city."""
        return self.root / "demo"

    @property
    def help(self) -> Path:
        return self.root / "help"

    @property
    def fonts(self) -> Path:
        return self.root / "fonts"

    @property
    def icons(self) -> Path:
        return self.root / "icons"

    @property
    def thesaurus(self) -> Path:
        """Everyday words, abbreviations and former names of statutes."""
        return self.root / "thesaurus"

    @property
    def questions(self) -> Path:
        """Expected questions by statute."""
        return self.root / "questions"

    @property
    def starters(self) -> Path:
        """Suggested first questions by job."""
        return self.root / "starters"
