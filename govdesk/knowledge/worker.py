"""The reader process: parses one file after the other so that a hostile or broken one cannot harm the program.

It ends by itself when its input ends (the program is gone), when a file takes longer than its limit, and after an
answer marked ``last``, which it sends when it has read many files or holds much memory. The time limit is kept by
`faulthandler`, whose watchdog works in C and so stops even a library that never returns to Python; it ends the
process with status `EXIT_TIMED_OUT`. Every other unforeseen end has another status.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from govdesk.errors import FileError
from govdesk.knowledge import memory
from govdesk.knowledge.worker_protocol import document_out, error_out, pack, receive

EXIT_TIMED_OUT = 1
"""The status `faulthandler.dump_traceback_later(exit=True)` ends a process with."""
EXIT_FAULT = 70
FILES = 2_000
"""Files one process reads before it asks to be replaced; libraries leak a little with each."""
MEMORY_LIMIT = 900_000_000
"""Bytes resident after a file at which the process asks to be replaced."""
MEMORY_CEILING = 4_000_000_000
"""Bytes of address space above which allocating fails, where the system can hold a process to it."""
_NICE = 5
"""The window goes first on two cores."""


def main() -> int:
    """Serve until the input ends; the exit status."""
    sys.excepthook = _fault
    try:
        requests, answers = _pipes()
        memory.limit(MEMORY_CEILING)
        _lower_priority()
        gc.set_threshold(50_000, 20, 20)
        return _serve(requests, answers)
    except (BrokenPipeError, KeyboardInterrupt):
        return 0


def _fault(_kind: type[BaseException], _value: BaseException, _trace: TracebackType | None) -> None:
    """End with a status of its own: Python's would be the one of the time limit."""
    os._exit(EXIT_FAULT)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, moved away from stdin and stdout so that nothing a library prints gets into them."""
    incoming, outgoing = os.dup(_descriptor(0)), os.dup(_descriptor(1))
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(incoming, os.O_BINARY)
        msvcrt.setmode(outgoing, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nothing, standard)
    if sys.stdout is None:
        sys.stdout = sys.stderr = os.fdopen(os.dup(nothing), "w", encoding="utf-8")
    return os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb")


def _descriptor(number: int) -> int:
    """Descriptor `number`; a windowed Windows program gets its pipes as handles without a descriptor."""
    if sys.platform == "win32":
        try:
            os.fstat(number)
        except OSError:
            import ctypes
            import msvcrt

            handle = ctypes.windll.kernel32.GetStdHandle(-10 - number)
            return msvcrt.open_osfhandle(handle, os.O_BINARY)
    return number


def _lower_priority() -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(_NICE)


def _serve(requests: BinaryIO, answers: BinaryIO) -> int:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        _send(answers, {"ready": True})
        done = 0
        while (request := receive(requests)) is not None:
            faulthandler.dump_traceback_later(float(request["seconds"]), exit=True, file=nowhere)
            answer = _answer(Path(str(request["path"])))
            faulthandler.cancel_dump_traceback_later()
            done += 1
            if done >= FILES or memory.resident() > MEMORY_LIMIT:
                _send(answers, answer | {"last": True})
                return 0
            _send(answers, answer)
    return 0


def _answer(path: Path) -> dict[str, object]:
    from govdesk.knowledge.readers.registry import read

    try:
        return {"document": document_out(read(path))}
    except FileError as error:
        return error_out(error)


def _send(stream: BinaryIO, message: dict[str, object]) -> None:
    stream.write(pack(message))
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
