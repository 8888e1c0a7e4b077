"""The store as commands open it."""

from __future__ import annotations

from govdesk.app import Desk
from govdesk.cli.console import Console
from govdesk.errors import StoreBusy, StoreRefused
from govdesk.jobs import CancelToken
from govdesk.knowledge.model import Collection
from govdesk.knowledge.store import Store
from govdesk.settings.schema import ExamplesUse


def writing(desk: Desk) -> Store:
    """The store, held against other writers. Raises StoreBusy if another program holds it, StoreRefused."""
    store = desk.store()
    if not store.writable:
        raise StoreBusy
    return store


def reading(desk: Desk, console: Console) -> Store:
    """The store for finding and showing, which holds up no writer and needs no permission to write.

    Where the example manuals would answer they are brought in first, unless another program writes just now.
    """
    store = desk.store(write=False)
    if not _examples_wanted(desk, store):
        return store
    others = bool(store.documents())
    desk.close()
    try:
        writer = desk.store()
        if writer.writable:
            for event in writer.ensure_examples(CancelToken()):
                console.progress(event)
    except StoreRefused:
        if not others:
            raise
    finally:
        desk.close()
    return desk.store(write=False)


def _examples_wanted(desk: Desk, store: Store) -> bool:
    use = desk.settings.values.examples.use
    if use is ExamplesUse.NEVER or not store.examples_due():
        return False
    own = (document for document in store.documents() if document.collection is not Collection.EXAMPLES)
    return use is ExamplesUse.ALWAYS or next(own, None) is None
