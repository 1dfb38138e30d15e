"""Markers on disk of designs being opened: a design whose process crashed is not reopened without asking.

A marker file exists for each design from before it is read until its window has lived for ten seconds or was closed.
A marker that outlives its process says that the process crashed, was killed or hung. Each process has markers of its
own and holds their locks, so that several windows do not take each other for dead.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from designer.model.files.locking import LockFile, try_lock

if TYPE_CHECKING:
    from designer.app.session.controller import Controller

HEALTHY_MS = 10_000
HANGS_S = 2 * HEALTHY_MS / 1000  # a living process that still has its marker
SUFFIX = ".opening"


def openings_folder() -> Path:
    """The folder of the markers."""
    return user_state_path("channelwise", appauthor=False) / "opening"


@dataclass(frozen=True, slots=True)
class Opening:
    """A path that is being opened.

    Args:
        earlier: markers of attempts that failed; a success removes them.
        timer: ends when the window has lived long enough.
    """

    marker: LockFile
    earlier: tuple[Path, ...]
    timer: QTimer


class Openings(QObject):
    """Writes markers for designs that a controller opens. Where it cannot, there are none.

    Args:
        healthy_ms: how long a window has to live with a design.
    """

    def __init__(
        self, folder: Path, controller: Controller, healthy_ms: int = HEALTHY_MS
    ) -> None:
        super().__init__(controller)
        self._folder, self._healthy_ms = folder, healthy_ms
        self._current: dict[Path, Opening] = {}
        controller.opening.connect(self.begin)
        controller.unreadable.connect(self.end)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.end_all)

    def begin(self, path: Path) -> None:
        """Mark a path; a second call restarts its ten seconds."""
        path = path.absolute()
        opening = self._current.get(path) or self._marked(path)
        if opening is not None:
            self._current[path] = opening
            opening.timer.start()
            with contextlib.suppress(OSError):
                os.utime(opening.marker.path)

    def end(self, path: Path) -> None:
        """Remove the marker: the window lives, was closed, or the path cannot be read."""
        opening = self._current.pop(path.absolute(), None)
        if opening is not None:
            if isValid(opening.timer):  # it goes with the window, before the marks do
                opening.timer.stop()
                opening.timer.deleteLater()
            opening.marker.release()
            for marker in opening.earlier:
                with contextlib.suppress(OSError):
                    marker.unlink()

    def end_all(self) -> None:
        """Remove all markers: the window was closed."""
        for path in tuple(self._current):
            self.end(path)

    def died(self, path: Path) -> bool:
        """Whether a process that was opening this path crashed or hangs, and no later attempt succeeded."""
        return any(found == path.absolute() for _, found in self._dead())

    def _marked(self, path: Path) -> Opening | None:
        earlier = tuple(marker for marker, found in self._dead() if found == path)
        file = self._folder / f"{secrets.token_hex(8)}{SUFFIX}"
        marker = None
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            marker = LockFile.claim(file)
            file.write_bytes(os.fsencode(path))
        except OSError:
            if marker is not None:
                marker.release()
            return None
        assert marker is not None  # no other process knows the name
        timer = QTimer(self, singleShot=True, interval=self._healthy_ms)
        timer.timeout.connect(partial(self.end, path))
        return Opening(marker, earlier, timer)

    def _dead(self) -> Iterator[tuple[Path, Path]]:
        """Markers whose process crashed or hangs, with the path; markers of missing files are removed."""
        try:
            markers = sorted(self._folder.glob(f"*{SUFFIX}"))
        except OSError:
            return
        for marker in markers:
            with contextlib.suppress(OSError):
                if not _is_dead(marker):
                    continue
                path = Path(os.fsdecode(marker.read_bytes()))
                if path.is_absolute() and os.path.lexists(path):
                    yield marker, path
                else:
                    marker.unlink()


def _is_dead(marker: Path) -> bool:
    file = os.open(marker, os.O_RDWR)
    try:
        hangs = time.time() - os.fstat(file).st_mtime > HANGS_S
        return hangs or try_lock(file)
    except OSError:
        return True  # a file system without locks
    finally:
        os.close(file)
