"""`govdesk documents list|remove ID…`"""

from __future__ import annotations

import argparse
from typing import Any

from govdesk.app import Desk
from govdesk.cli import opening
from govdesk.cli import options as shared
from govdesk.cli.console import Console
from govdesk.knowledge.model import DocumentId, DocumentState
from govdesk.messages import plain

STATES = {
    DocumentState.IN_FORCE: "시행 중",
    DocumentState.FUTURE: "시행 예정",
    DocumentState.FUTURE_HIDDEN: "시행 예정",
    DocumentState.SUPERSEDED: "옛 판",
    DocumentState.REPEALED: "폐지",
}


def add(commands: Any) -> None:
    command: argparse.ArgumentParser = commands.add_parser("documents", help="가져온 자료를 보고 지웁니다")
    actions = command.add_subparsers(title="할 일", metavar="할일", required=True)
    listing = actions.add_parser("list", help="자료 목록")
    shared.add_as_of(listing)
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=list_documents)
    removing = actions.add_parser("remove", help="자료를 지움")
    removing.add_argument("ids", nargs="+", metavar="번호")
    removing.set_defaults(run=remove_documents)


def list_documents(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = desk.store(write=False)
    states = store.states(options.as_of or desk.today())
    for document in store.documents():
        state = states.get(document.id, DocumentState.IN_FORCE)
        effective = document.effective.isoformat() if document.effective else "-"
        if options.json:
            console.json(
                {
                    "id": document.id,
                    "title": document.title,
                    "kind": document.kind,
                    "collection": document.collection.value,
                    "source": document.source,
                    "effective_date": effective if document.effective else None,
                    "state": state.value,
                    "passages": document.passages,
                }
            )
        else:
            console.line(
                f"{document.id}\t{document.collection.value}\t{effective}\t{STATES[state]}\t"
                f"{document.passages}\t{plain(document.title)}\t{plain(document.source)}"
            )
    return 0


def remove_documents(options: argparse.Namespace, desk: Desk, console: Console) -> int:
    store = opening.writing(desk)
    wanted = [store.document(DocumentId(identity)) for identity in options.ids]
    store.remove([document.id for document in wanted])
    for document in wanted:
        console.line(f"지움: {document.title}")
    return 0
