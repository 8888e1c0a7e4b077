"""What the store holds on the 기준일, and the tree that shows it. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from govdesk.knowledge.model import Document, DocumentId, DocumentState
from govdesk.knowledge.readers.annexes import annex_series
from govdesk.ui.panes.regulations.arranging import Arrangement
from govdesk.ui.panes.regulations.contract import RegulationsView, Shop, Work
from govdesk.ui.panes.regulations.library import key_of, tree
from govdesk.ui.panes.regulations.links import Goal
from govdesk.ui.panes.regulations.opening import Catalogue, read_catalogue
from govdesk.ui.panes.regulations.states import warning

ACTION = "기준일의 판 보기"


class Librarian:
    """``refresh(then)`` reads the catalogue on a lane, shows it and calls ``then(former catalogue)``."""

    def __init__(self, view: RegulationsView, shop: Shop, work: Work, as_of: Callable[[], date]) -> None:
        self._view = view
        self._shop = shop
        self._work = work
        self._as_of = as_of
        self._catalogue: Catalogue | None = None
        self._filter = ""
        self._how = Arrangement.NAME
        self._chosen = ""
        self._asked = 0

    def refresh(self, then: Callable[[Catalogue | None], None], on_error: Callable[[Exception], None]) -> None:
        as_of = self._as_of()
        self._asked += 1
        number = self._asked

        def take(catalogue: Catalogue) -> None:
            if number != self._asked:  # another 기준일 was asked for meanwhile
                return
            former, self._catalogue = self._catalogue, catalogue
            self._show()
            then(former)

        self._work.read(lambda: read_catalogue(self._shop.store(), as_of), on_finished=take, on_error=on_error)

    def filter(self, text: str) -> None:
        """Show only what `text` names."""
        self._filter = text
        self._show()

    @property
    def arrangement(self) -> Arrangement:
        """How the tree is arranged."""
        return self._how

    def arrange(self, how: Arrangement) -> None:
        self._how = how
        self._show()

    def choose(self, identity: DocumentId | None) -> None:
        """Select a document's row."""
        self._chosen = key_of(identity) if identity else ""
        self._view.choose_document(self._chosen)

    def _show(self) -> None:
        if self._catalogue is None:
            return
        library = self._catalogue.library
        rows = tree(library, self._filter, self._how)
        self._view.show_library(rows, empty=library.empty, filtered=bool(self._filter.strip()))
        self._view.choose_document(self._chosen)

    def holds(self, identity: DocumentId) -> bool:
        """Whether the document is (still) there; True while nothing has been read yet."""
        return self._catalogue is None or identity in self._catalogue.library.by_id

    def unchanged(self, document: Document) -> bool:
        """Whether `document` is there with the same text."""
        held = self._catalogue.library.by_id.get(document.id) if self._catalogue else None
        return held is not None and held.content_hash == document.content_hash

    def title(self, identity: DocumentId) -> str:
        """``""`` for a document that is not known yet."""
        found = self._catalogue.library.by_id.get(identity) if self._catalogue else None
        return found.title if found else ""

    def series_of(self, title: str) -> str:
        return self._catalogue.series_of(title) if self._catalogue else ""

    def state(self, document: Document) -> DocumentState:
        states = self._catalogue.library.states if self._catalogue else {}
        return states.get(document.id, DocumentState.IN_FORCE)

    def other_edition(self, document: Document) -> DocumentId | None:
        """The edition that stands in the tree instead of `document`."""
        current = self._catalogue.library.current(document) if self._catalogue else None
        return current.id if current is not None and current.id != document.id else None

    def warning(self, document: Document) -> tuple[str, str, str]:
        """Headline, text and the name of the action for a text that does not simply answer; empty ones if it does."""
        other = self.other_edition(document)
        current = self._catalogue.library.by_id[other] if other and self._catalogue else None
        headline, text = warning(document, self.state(document), self._as_of(), current)
        return headline, text, ACTION if headline and other else ""

    def edition_of(self, identity: DocumentId, former: Catalogue | None) -> DocumentId:
        """The document to show for one that is open, after the catalogue changed: the edition that took the place
        it had in the former tree, else itself."""
        held = self._catalogue.library.by_id.get(identity) if self._catalogue else None
        if held is None or former is None or identity not in former.library.by_id:
            return identity
        before = former.library.current(held)
        if before is None or before.id != identity:
            return identity
        return self.other_edition(held) or identity

    def attached(self, statute: Document, annex: str) -> DocumentId | None:
        """The file that was imported as an annex of a statute."""
        held = self._catalogue.library.by_id.values() if self._catalogue else ()
        series = annex_series(statute.title, annex)
        return next((one.id for one in held if one.series == series), None)

    def place_of(self, goal: Goal, here: DocumentId) -> DocumentId | None:
        """The document that a goal met in the document `here` lies in."""
        if goal.series:
            return self.document_of(goal)
        held = self._catalogue.library.by_id.get(here) if self._catalogue else None
        annex = self.attached(held, goal.annex) if held is not None and goal.annex else None
        return annex or here

    def document_of(self, goal: Goal) -> DocumentId | None:
        """The document that a citation of another statute leads to."""
        families = self._catalogue.library.families if self._catalogue else ()
        for group in families:
            for entry in group:
                if entry.document.series == goal.series:
                    annex = self.attached(entry.document, goal.annex) if goal.annex else None
                    return annex or entry.document.id
        return None
