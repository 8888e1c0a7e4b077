"""Faults of the program: written to a log file, told calmly. Also the words for what a job could not do."""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from govdesk.errors import GovDeskError
from govdesk.messages import text_of
from govdesk.ui.jobrunner import Failure

LOG = "errors.log"
LARGEST = 1_000_000
"""Bytes after which the log is moved to ``errors.log.1``."""


def explain(failure: Failure) -> tuple[str, str]:
    """What happened and what to do next, in Korean."""
    if isinstance(failure, GovDeskError):
        message = text_of(failure)
        return message.cause, message.next_step
    return (
        "예상하지 못한 문제가 생겼습니다.",
        "하던 일은 그대로 있습니다. 다시 해 보고, 되풀이되면 기록 파일을 전산 담당자에게 보내 주세요.",
    )


class Faults(QObject):
    """Catches what nothing else caught. `happened` is emitted (in the GUI thread) after the fault is written down.

    The log holds tracebacks: places in the program, never questions or documents; it stays on this PC.
    """

    happened = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / LOG
        self._lock = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook)

    @property
    def folder(self) -> Path:
        return self._file.parent

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook` until `uninstall`."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._before

    def report(self, error: BaseException) -> None:
        """Write `error` down and tell the window."""
        self.on_exception(type(error), error, error.__traceback__)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._write("".join([*traceback.format_tb(trace), kind.__name__, "\n"]))
        self.happened.emit()

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, text: str) -> None:
        with self._lock, contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > LARGEST:
                self._file.replace(self._file.with_suffix(".log.1"))
            with self._file.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().isoformat(timespec='seconds')}\n{text}\n")
