"""What a target format is, and what the worker passes to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .process.protocol import ProgressCallback

SOURCE_FILE = "network.py"  # what comes with a job: the generated file,
EXPECTED_FILE = "expected.json"  # and what the analysis says of its network


@dataclass(frozen=True, slots=True)
class Format:
    """A target format. Its module defines `FORMAT` and `run(task)`, which makes and proves the result in the worker.

    `options` are the user's choices by name, the default first. A format whose result is a folder names every file
    that it may write into it, so that a folder that holds anything else is never replaced.
    """

    id: str
    title: str
    description: str
    suffix: str = ""  # of the target's name, such as ".py"
    # Patterns of paths below the folder; the first is in every export. Empty: the result is one file.
    folder_files: tuple[str, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    task: str = ""  # the module's name in this package, filled in when it is found

    @property
    def is_folder(self) -> bool:
        return bool(self.folder_files)


@dataclass(frozen=True, slots=True)
class Task:
    """One job, as its module sees it in the worker."""

    folder: Path  # holds the files that came with the job; goes when it is over
    target: Path  # what to make: beside the user's target, moved into place when proven
    arguments: Mapping[str, Any]
    report: ProgressCallback
