"""A single instance: a second start passes its file to the window that is open."""

from __future__ import annotations

import getpass
import json
from collections.abc import Mapping
from hashlib import sha256

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500
LARGEST = 1_000_000  # bytes of a message; ours have a few hundred


def server_name(display: str) -> str:
    """The name of the local server: one for each user and display.

    Args:
        display: of the window system.
    """
    owner = f"{getpass.getuser()} {display}"
    return f"channelwise-{sha256(owner.encode()).hexdigest()[:16]}"


def send_to_instance(name: str, message: Mapping[str, object]) -> bool:
    """Send a message to the running instance; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(json.dumps(message).encode() + b"\n")
    heard = socket.waitForBytesWritten(WAIT_MS) and socket.waitForReadyRead(WAIT_MS)
    socket.disconnectFromServer()
    return bool(heard)


class InstanceServer(QObject):
    """Listens for files from other starts."""

    asked = Signal(object)  # the message, a dict

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)  # of a window that crashed
        self.open = self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LARGEST:
                socket.abort()
            return
        line = bytes(socket.readLine().data())
        socket.write(b"heard\n")
        socket.flush()
        try:
            message = json.loads(line)
        except ValueError:
            return
        if isinstance(message, dict):
            self.asked.emit(message)
