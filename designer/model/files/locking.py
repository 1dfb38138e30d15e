"""Locks on open files, which the system releases when the process ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def try_lock(file: int) -> bool:
    """Take the exclusive lock of an open file without waiting; False if another descriptor holds it.

    The lock lasts until the descriptor is closed. A second descriptor of the same process does not share it.

    Raises:
        OSError: the file system has no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


class LockFile:
    """A file that is locked until it is released or the process ends."""

    def __init__(self, path: Path, file: int) -> None:
        """Use `claim`."""
        self.path, self._file = path, file

    @classmethod
    def claim(cls, path: Path) -> LockFile | None:
        """Make the file where it is missing, and lock it; None while it is locked by someone else.

        Where the file system has no locks, the file counts as locked by nobody.

        Raises:
            OSError: the file cannot be made.
        """
        while True:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if not try_lock(file):
                    os.close(file)
                    return None
            except OSError:
                return cls(path, file)
            # Whoever held the lock before may have removed the file meanwhile.
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file), path.stat()):
                    return cls(path, file)
            os.close(file)

    def release(self) -> None:
        """Remove the file and let go of it."""
        with contextlib.suppress(OSError):
            self.path.unlink()
        os.close(self._file)
