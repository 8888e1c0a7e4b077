"""Faults of the program: written to a log file, told calmly. Also the words for what a job could not do."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from govdesk.errors import GovDeskError
from govdesk.faultlog import write_fault
from govdesk.messages import text_of
from govdesk.ui.jobrunner import Failure


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

    See `faultlog` for what the log holds; it stays on this PC.
    """

    happened = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._lock = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook)

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
        with self._lock:
            write_fault(self.folder, kind, trace)
        self.happened.emit()

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)
