"""Finds unsaved designs of processes that crashed, and offers them one by one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from designer.app.session.recovery import Unsaved
from designer.app.session.state import Notice
from designer.app.text.translation import tr
from designer.model.files import UNKNOWN, digest, digest_of, loads
from designer.model.files.disk import read_text
from designer.model.files.locking import LockFile
from designer.model.files.replacing import remove_leftovers

if TYPE_CHECKING:
    from designer.app.window.main_window import MainWindow

DECLINED, DAMAGED = ".declined", ".damaged"
KEPT_DAYS = 30  # what was declined or could not be read
_DIGEST = re.compile("[0-9a-f]{64}")
_OLD = (DECLINED, DAMAGED, ".new")  # earlier versions left .new files


@dataclass(frozen=True, slots=True)
class Found:
    """An unsaved design of another process; its lock keeps other processes from offering it."""

    file: Path
    unsaved: Unsaved
    lock: LockFile

    def remove(self) -> None:
        """Delete it."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.lock.release()

    def decline(self) -> None:
        """Stop offering it; it is kept for some days."""
        _set_aside(self.file, DECLINED)
        self.lock.release()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A recovery file that cannot be read, and where it was moved."""

    file: Path


def left_behind(folder: Path) -> Iterator[Found | Damaged]:
    """Unsaved designs of no running process, the newest first; each is read on demand."""
    for file in _newest_first(folder):
        try:
            lock = LockFile.claim(file.with_suffix(".lock"))
        except OSError:
            continue
        if lock is None:
            continue
        if not os.path.lexists(file):  # another process was faster
            lock.release()
            continue
        try:
            text = read_text(file)
            kept = json.loads(text)
            path = Path(os.fspath(kept["path"])) if kept["path"] else None
            if path is not None and "\0" in str(path):
                raise ValueError("no path")
            known = str(kept.get("digest"))  # earlier versions did not keep it
            if not _DIGEST.fullmatch(known):
                known = UNKNOWN
            found = Found(file, Unsaved(loads(kept["design"]), path, known), lock)
            is_saved = path is not None and digest(path) == digest_of(kept["design"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            aside = _set_aside(file, DAMAGED)
            lock.release()
            yield Damaged(aside)
            continue
        if is_saved:  # the process ended between saving and removing this
            found.remove()
        else:
            yield found


def tidy(folder: Path) -> None:
    """Remove files that were declined or damaged long ago, and partial files of killed processes."""
    remove_leftovers(folder)
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            with contextlib.suppress(OSError):
                age_days = (time.time() - path.stat().st_mtime) / 86_400
                if path.suffix in _OLD and age_days > KEPT_DAYS:
                    path.unlink()
                elif (
                    path.suffix == ".lock"
                    and not path.with_suffix(".json").exists()
                    and (lock := LockFile.claim(path)) is not None
                ):
                    lock.release()


def offer(window: MainWindow, folder: Path) -> None:
    """Offer all unsaved designs, one after the other."""
    tidy(folder)
    _offer_next(window, left_behind(folder))


def _offer_next(window: MainWindow, waiting: Iterator[Found | Damaged]) -> None:
    damaged = None
    for found in waiting:
        if isinstance(found, Found):
            _offer(window, found, lambda: _offer_next(window, waiting))
            break
        damaged = found
    if damaged is not None:  # shown first, and for a while
        window.controller.say(
            tr(
                "An unsaved design was left behind and cannot be read. It is kept in {path}."
            ).format(path=damaged.file),
            "warning",
        )


def _offer(window: MainWindow, found: Found, go_on: Callable[[], object]) -> None:
    unsaved = found.unsaved
    name = unsaved.path.name if unsaved.path else unsaved.document.name

    def restore() -> None:
        window.controller.replace_design(
            unsaved.document, unsaved.path, saved=False, digest=unsaved.digest
        )
        window.controller.slices.settle()
        if window.recovery.flush():
            found.remove()
        go_on()

    def decline() -> None:
        found.decline()
        go_on()

    window.notice.say(
        Notice(
            tr("{name} was not saved when the window closed last.").format(name=name),
            "warning",
        ),
        tr("Restore"),
        lambda: window.files.guard(restore),
        decline,
        topic="recovery",
    )


def _newest_first(folder: Path) -> list[Path]:
    dated = []
    with contextlib.suppress(OSError):
        for file in folder.glob("*.json"):
            with contextlib.suppress(OSError):  # another process has just removed it
                dated.append((file.lstat().st_mtime, file))
    return [file for _, file in sorted(dated, reverse=True)]


def _set_aside(file: Path, suffix: str) -> Path:
    """Rename the file; returns its path, the old one if it cannot be renamed."""
    try:
        return file.rename(file.with_suffix(suffix))
    except OSError:
        return file
