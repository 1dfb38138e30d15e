"""The requests of the variables panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from designer.model.document import Variable


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of a row. Those with an answer return the sentence that refuses, or None."""

    set: Callable[[str, Variable, int], str | None]
    rename: Callable[[str, str], str | None]
    remove: Callable[[str], None]
    move: Callable[[str, int], None]
    new_gesture: Callable[[], int]
    withdraw: Callable[[int], None]  # undoes what a gesture has done
