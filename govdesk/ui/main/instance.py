"""One window a data folder: a second one raises the first and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 400


def server_name(folder: Path) -> str:
    """The same for every process on this folder; short enough for a socket path."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"govdesk-{digest[:20]}"


class SingleInstance(QObject):
    """``claim()`` is True for the first window, which then hears of later ones by `raised`.

    A pipe on Windows, a UNIX socket elsewhere, for this user only; nothing leaves the machine.
    """

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        if self._knock():
            return False
        QLocalServer.removeServer(self._name)  # left behind by a process that was killed
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        self._server.close()

    def _knock(self) -> bool:
        """Ask the first window to come forward; whether there is one."""
        caller = QLocalSocket()
        caller.connectToServer(self._name)
        if not caller.waitForConnected(ANSWER_MS):
            return False
        caller.write(b"raise\n")
        caller.waitForBytesWritten(ANSWER_MS)
        caller.disconnectFromServer()
        return True

    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            self.raised.emit()
