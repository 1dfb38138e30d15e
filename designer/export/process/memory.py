"""How much memory the machine has left."""

from __future__ import annotations

from pathlib import Path

MEMINFO = Path("/proc/meminfo")
CONTAINER = Path("/sys/fs/cgroup")


def available_bytes(meminfo: Path = MEMINFO, container: Path = CONTAINER) -> int | None:
    """The memory that a new process can have without others losing theirs; None where that is not known.

    In a container with a limit, no more than what is left of it.
    """
    found = [_of_machine(meminfo), _of_container(container)]
    return min((size for size in found if size is not None), default=None)


def _of_machine(meminfo: Path) -> int | None:
    try:
        lines = meminfo.read_text().splitlines()
        sizes = dict(line.split(":", 1) for line in lines if ":" in line)
        return int(sizes["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, LookupError):
        return None


def _of_container(container: Path) -> int | None:
    """The limit of control groups (version 2), less what is used and could not be given back."""
    try:
        limit = int((container / "memory.max").read_text())
        used = int((container / "memory.current").read_text())
        lines = (container / "memory.stat").read_text().splitlines()
        stat = dict(line.split() for line in lines)
        return limit - used + int(stat["inactive_file"])
    except (OSError, ValueError, LookupError):
        return None
