"""Choose window or command; nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code (0 done, 1 the request could not be met, 2 usage)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--reader-worker"]:
        from govdesk.knowledge.worker import main as read_documents

        return read_documents()
    from govdesk.knowledge import memory

    memory.spare()
    try:
        from govdesk.cli.main import on_fault, run

        sys.excepthook = on_fault
        return run(arguments)
    except KeyboardInterrupt:  # before there is a command that could answer it
        return 1


if __name__ == "__main__":
    sys.exit(main())
