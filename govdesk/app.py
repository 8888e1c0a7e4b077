"""The one place that joins the parts together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from stat import S_ISDIR
from typing import TYPE_CHECKING

from govdesk.errors import StoreBusy, StoreRefused
from govdesk.paths import DataFolder, Resources
from govdesk.settings.store import Settings

if TYPE_CHECKING:
    from govdesk.assistant.answering import Answerer
    from govdesk.knowledge.store import Store
    from govdesk.records.chats import Chats
    from govdesk.records.marks import Marks
    from govdesk.text.morphemes import Morphemes


class Desk:
    """The program without its face: what window and commands work with.

    Constructing it reads the settings file and nothing else; the store, the language
    parts and the records open when first asked for, on the thread that asks.
    """

    def __init__(self, folder: DataFolder, resources: Resources, today: Callable[[], date] = date.today) -> None:
        self.folder = folder
        self.resources = resources
        self.today = today
        self.settings = Settings(folder.settings)
        self._guard = threading.RLock()
        self._store: Store | None = None
        self._chats: Chats | None = None
        self._marks: Marks | None = None
        self._answerer: Answerer | None = None
        self._morphemes: Morphemes | None = None

    def store(self, *, write: bool = True) -> Store:
        """The document store, writable if no other process writes; reading (not `write`) holds up no writer.

        Opened once; `close` and call again to change over. Raises StoreRefused when the folder cannot be used for
        what is asked; see `Store.open` for the rest.
        """
        with self._guard:
            if self._store is None:
                self._check_folder()
                self._store = self._open_store(write)
            return self._store

    def _check_folder(self) -> None:
        """Nothing but a folder may stand where the data folder is or will be."""
        try:
            usable = S_ISDIR(self.folder.root.stat().st_mode)
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreRefused(self.folder.root) from error
        if not usable:
            raise StoreRefused(self.folder.root)

    def take_settings(self) -> None:
        """Bring what is open in line with settings that were changed."""
        with self._guard:
            if self._store is not None:
                self._store.examples = self.settings.values.examples.use.value
                self._store.use_own_embedder(self._own_embedder())

    def _open_store(self, write: bool) -> Store:
        from govdesk.knowledge.store import Store

        def opened(writing: bool) -> Store:
            store = Store.open(
                self.folder.index,
                self.folder.lock,
                write=writing,
                resources=self.resources,
                morphemes=self.morphemes(),
                examples=self.settings.values.examples.use.value,
            )
            store.use_own_embedder(self._own_embedder())
            return store

        if not write:
            return opened(False)
        try:
            return opened(True)
        except StoreBusy:
            return opened(False)

    def _own_embedder(self) -> bool:
        return self.settings.values.search.embedder.value == "own"

    def morphemes(self) -> Morphemes:
        with self._guard:
            if self._morphemes is None:
                from govdesk.text.morphemes import Morphemes

                self._morphemes = Morphemes()
            return self._morphemes

    def answerer(self) -> Answerer:
        """What answers questions over the store."""
        with self._guard:
            if self._answerer is None:
                from govdesk.assistant.answering import Answerer

                self._answerer = Answerer(self.store(), self.morphemes(), self.resources)
            return self._answerer

    def chats(self) -> Chats:
        """The conversation history; those older than the setting allows are deleted when it opens."""
        with self._guard:
            if self._chats is None:
                from govdesk.records.chats import Chats

                self._chats = Chats(self.folder.records)
                self._chats.purge(datetime.now() - timedelta(days=self.settings.values.chat.history_days))
            return self._chats

    def marks(self) -> Marks:
        """The person's bookmarks, highlights and notes."""
        with self._guard:
            if self._marks is None:
                from govdesk.records.marks import Marks

                self._marks = Marks(self.folder.records)
            return self._marks

    def warm(self) -> None:
        """Load what the first question needs (some seconds); call on a lane after first paint."""
        from govdesk.knowledge.memory import give_back

        self.answerer()
        self.store().warm()
        self.morphemes().content("준비")  # builds Kiwi, a second that the first question would wait for
        give_back()

    def close(self) -> None:
        """Close what was opened; safe to call twice."""
        with self._guard:
            if self._store is not None:
                self._store.close()
            if self._chats is not None:
                self._chats.close()
            if self._marks is not None:
                self._marks.close()
            self._store = self._chats = self._marks = self._answerer = self._morphemes = None
