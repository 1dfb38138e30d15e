"""One window per user and screen: a second start hands its file to the window that is open.

The two talk over a local socket in a folder that only the user can enter. As a second guard, either side checks that
the other runs as the same user.
"""

from __future__ import annotations

import getpass
import json
import os
import stat
import struct
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500
HALF_MESSAGE_MS = 5_000  # a connection that sends no whole message is closed after this
MAX_MESSAGE = 1_000_000  # bytes; ours have a few hundred
MAX_PATH = 100  # bytes of a socket's path that every system takes
HEARD = b"heard\n"


def door_name(display: str) -> str:
    """The address of the window's socket: each user has one on each screen.

    Args:
        display: which screen.

    Returns:
        A path in a folder of the user's own, on Windows the name of a pipe; empty where there is no such folder, and
        every start then has its own window.
    """
    uid = _own_uid()
    owner = getpass.getuser() if uid is None else str(uid)
    name = f"channelwise-{sha256(f'{owner} {display}'.encode()).hexdigest()[:16]}"
    if uid is None:
        return name
    folder = _private_folder(uid)
    path = str(folder / name) if folder else ""
    return path if len(os.fsencode(path)) <= MAX_PATH else ""


def knock(name: str, message: Mapping[str, object]) -> bool:
    """Hand a message to the window that is open.

    Returns:
        Whether it was taken: False where no window of the same user answers in time.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    if not _is_own(socket):
        socket.abort()
        return False
    socket.write(json.dumps(message).encode() + b"\n")
    heard = (
        socket.waitForBytesWritten(WAIT_MS)
        and socket.waitForReadyRead(WAIT_MS)
        and bytes(socket.readLine(len(HEARD) + 1).data()) == HEARD
    )
    socket.abort()
    return heard


class Door(QObject):
    """Listens for other starts. `open` says whether it could be set up."""

    asked = Signal(object)  # the message, a dict

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)  # of a window that crashed
        self.open = bool(name) and self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            if not _is_own(socket):
                socket.abort()
                continue
            socket.setReadBufferSize(MAX_MESSAGE + 1)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            QTimer.singleShot(HALF_MESSAGE_MS, socket, socket.abort)
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Take the first line of a connection, and close it."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > MAX_MESSAGE:
                socket.abort()
            return
        message = _read(bytes(socket.readLine().data()))
        if message is None:
            socket.abort()
            return
        socket.write(HEARD)
        socket.disconnectFromServer()
        self.asked.emit(message)


def _read(line: bytes) -> dict[str, object] | None:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _own_uid() -> int | None:
    """The user's number; None on Windows, where pipes have owners of their own."""
    return os.getuid() if hasattr(os, "getuid") else None


def _private_folder(uid: int) -> Path | None:
    """A folder that no other user can enter or replace: the session's, else one of our own; None if there is none."""
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    if session and _is_private(Path(session), uid):
        return Path(session)
    own = Path(tempfile.gettempdir(), f"channelwise-{uid}")
    try:
        own.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return own if _is_private(own, uid) else None


def _is_private(folder: Path, uid: int) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    private = not stat.S_IMODE(found.st_mode) & 0o077
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid and private


def _is_own(socket: QLocalSocket) -> bool:
    """Whether the other end runs as the same user; where the system does not tell, the folder's mode answers."""
    uid = _own_uid()
    peer = peer_uid(int(socket.socketDescriptor()))
    return uid is None or peer is None or peer == uid


def peer_uid(descriptor: int) -> int | None:
    """The user that runs the other end of a local socket; None where the system does not tell."""
    import socket

    if not hasattr(socket, "SO_PEERCRED"):
        return None
    form = "3i"  # process, user, group
    with socket.socket(fileno=os.dup(descriptor)) as copy:
        found = copy.getsockopt(
            socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize(form)
        )
    return int(struct.unpack(form, found)[1])
