"""The program's side of the reader process: files in, documents out, restarts included.

No thread and no polling, so that it works on Windows pipes: a few requests are written ahead, then the next answer
is read, blocking. This cannot lock up. The program writes only while all unanswered requests together fit the
smallest pipe buffer (`AHEAD_BYTES`), or while the child waits for its first; the child writes one answer at a time
and the program always reads it. The time limit is kept inside the child (see `worker`), whose end ends the read.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from govdesk.errors import FileDamaged, FileError, FileTimedOut
from govdesk.knowledge.model import ParsedDocument
from govdesk.knowledge.worker import EXIT_TIMED_OUT
from govdesk.knowledge.worker_protocol import BrokenProtocol, document_in, error_in, pack, receive
from govdesk.paths import install_root

SECONDS = 120.0
"""Time limit of one file."""
AHEAD_BYTES = 3_500
"""The buffer of an anonymous Windows pipe holds 4,096 bytes, that of Linux 65,536."""
AHEAD_FILES = 16
_PIPE_BYTES = 1 << 20
"""Asked for on Linux, so that the child can work ahead by about fifteen statutes."""
_STOP_SECONDS = 2.0

Result = ParsedDocument | FileError


def command() -> list[str]:
    """How the reader process is started: this program with a hidden argument, or the module from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader-worker"]
    return [sys.executable, "-P", "-m", "govdesk.knowledge.worker"]


class ReaderFault(Exception):
    """The reader process does not start: a fault of the program, not of a file."""


class ReaderProcess:
    """One reader process, started when first needed and replaced as often as necessary.

    Not for use by several threads at once. `close` (or leaving the `with` block) ends it.
    """

    def __init__(self, *, seconds: float = SECONDS, argv: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._argv = list(argv) if argv is not None else command()
        self._child: subprocess.Popen[bytes] | None = None
        self._waiting: deque[tuple[Path, bytes]] = deque()
        self.starts = 0

    def read_many(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Result]]:
        """Each path with its document or the error that kept it out, in order; `paths` is drawn a few ahead.

        Raises `ReaderFault` when no process can be started at all. Leaving the iteration early ends the process.
        """
        source = iter(paths)
        upcoming: tuple[Path, bytes] | None = None
        try:
            while True:
                upcoming = self._fill(source, upcoming)
                if not self._waiting:
                    return
                yield self._next()
        finally:
            if self._waiting:
                self._stop()
                self._waiting.clear()

    def read(self, path: Path) -> Result:
        """The document or error of one file."""
        return next(result for _, result in self.read_many([path]))

    def close(self) -> None:
        """End the process; the object may be used again and starts a new one."""
        self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fill(self, source: Iterator[Path], held: tuple[Path, bytes] | None) -> tuple[Path, bytes] | None:
        """Write requests while they fit; the one that did not is given back to be written later."""
        while len(self._waiting) < AHEAD_FILES:
            if held is None:
                path = next(source, None)
                if path is None:
                    return None
                held = (path, pack({"path": str(path), "seconds": self._seconds}))
            if self._waiting and len(held[1]) + sum(len(raw) for _, raw in self._waiting) > AHEAD_BYTES:
                return held
            self._waiting.append(held)
            self._write(held[1])
            held = None
        return held

    def _write(self, raw: bytes) -> None:
        """Send a request; a child that has gone is noticed when its answer is read."""
        stream = self._running().stdin
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.write(raw)
                stream.flush()

    def _next(self) -> tuple[Path, Result]:
        """The answer to the oldest request; what the child's end means if there is none."""
        path, _ = self._waiting[0]
        child = self._running()
        try:
            answer = receive(_stream(child.stdout))
            if answer is None:
                raise BrokenProtocol("no answer")
            result = document_in(answer["document"]) if "document" in answer else error_in(answer, path)
            last = bool(answer.get("last"))
        except (BrokenProtocol, OSError, KeyError):
            result, last = self._lost(child, path), True
        self._waiting.popleft()
        if last:
            self._stop()
            self._resend()
        return path, result

    def _lost(self, child: subprocess.Popen[bytes], path: Path) -> FileError:
        status = _status(child)
        return FileTimedOut(path, self._seconds) if status == EXIT_TIMED_OUT else FileDamaged(path)

    def _resend(self) -> None:
        """Give what was still waiting to a new process."""
        for _, raw in self._waiting:
            self._write(raw)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = _start(self._argv)
            self.starts += 1
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def _start(argv: Sequence[str]) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if not getattr(sys, "frozen", False):
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(install_root()), os.environ.get("PYTHONPATH")]))
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        child = subprocess.Popen(  # noqa: S603 (our own executable, no shell)
            list(argv),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=flags,
            # Ctrl+C is for the program: a reader that ended by it would make a sound file look damaged
            process_group=0 if os.name == "posix" else None,
        )
    except OSError as error:
        raise ReaderFault(str(error)) from error
    _widen(child.stdout)
    _greet(child)
    return child


def _greet(child: subprocess.Popen[bytes]) -> None:
    try:
        ready = receive(_stream(child.stdout))
    except BrokenProtocol:
        ready = None
    if not ready or not ready.get("ready"):
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()
        raise ReaderFault(f"the reader process ended with status {child.returncode}")


def _widen(stream: IO[bytes] | None) -> None:
    """A larger pipe where the system has such a thing; refused without harm."""
    if sys.platform == "linux" and stream is not None:
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _stream(stream: IO[bytes] | None) -> Any:
    if stream is None:
        raise BrokenProtocol("no pipe")
    return stream


def _status(child: subprocess.Popen[bytes]) -> int | None:
    """The exit status of a child whose pipe ended; it is killed if it does not end by itself."""
    try:
        return child.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        return None
