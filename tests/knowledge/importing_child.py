"""Run as a program: imports a folder in small batches until it is done or killed."""

from __future__ import annotations

import sys
from pathlib import Path

from govdesk.jobs import CancelToken
from govdesk.knowledge import importer
from govdesk.knowledge.store import Store
from govdesk.paths import Resources, resources
from tests.knowledge.conftest import read_here


def main() -> None:
    home, folder = Path(sys.argv[1]), Path(sys.argv[2])
    importer.BATCH_DOCUMENTS = 2
    store = Store.open(
        home / "index", home / "writer.lock", write=True, resources=Resources(resources()), read_many=read_here
    )
    print("ready", flush=True)
    for _ in store.import_paths([folder], None, CancelToken(), words_only=True):
        pass
    store.close()


if __name__ == "__main__":
    main()
