"""Detects when another program changes, removes or restores the file of the open design."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from designer.app.session.controller import Controller
from designer.app.session.state import State
from designer.app.widgets.coalesce import Coalesce
from designer.model import files

UNSEEN = "unseen"
SETTLED_MS = 200  # programs write a file in several steps

Change = Literal["changed", "removed", "as known"]


class FileWatch(QObject):
    """Compares the file with the content last read or saved, whenever the file may have changed.

    Where the system reports no changes, as on some network drives, `look` is what finds them.
    """

    found = Signal(str)  # a Change, once each time that the content is another

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._watcher = QFileSystemWatcher(self)
        self._look_soon = Coalesce(self.look, self, SETTLED_MS)
        self._known: tuple[Path | None, str | None] = (None, None)
        self._seen: str | None = None  # the digest of what was there last
        self._stamp: object = UNSEEN  # the file's status from the system
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged):
            signal.connect(self._look_soon.ask)
        controller.changed.connect(self._follow)
        self._follow(controller.state)

    def look(self, *_: object) -> None:
        """Compare now, and report changes."""
        path, known = self._known
        if path is None or known == files.UNKNOWN:
            return
        self._watch(path)
        stamp = _stamp(path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        digest = files.digest(path)
        if digest == self._seen:
            return
        self._seen = digest
        if digest == known:
            self.found.emit("as known")
        else:
            self.found.emit("removed" if digest is None else "changed")

    def _follow(self, state: State) -> None:
        if self._known == (state.path, state.digest):
            return
        self._known = state.path, state.digest
        self._seen, self._stamp = state.digest, UNSEEN
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        if state.path is not None:
            self._watch(state.path)
            self._look_soon.ask()  # for what happened since it was read

    def _watch(self, path: Path) -> None:
        """Watch the file and its folder, which reports a file that is replaced or created again."""
        real = Path(os.path.realpath(path))
        wanted = {
            str(it) for one in (path.absolute(), real) for it in (one, one.parent)
        }
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = [it for it in wanted - watched if os.path.exists(it)]
        if missing:
            self._watcher.addPaths(missing)


def _stamp(path: Path) -> object:
    """The file's size and time, which change with its content."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
