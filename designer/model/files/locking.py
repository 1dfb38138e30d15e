"""Locks on open files, which the system releases when the process ends, however it ends."""

from __future__ import annotations

import sys


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
