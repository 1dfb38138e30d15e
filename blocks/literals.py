"""Several numbers, or none, as text in one field: what Keras takes as tuples and as None."""

from __future__ import annotations

import ast
from typing import Any

from designer.model.wording import brief

LONGEST = 2000  # characters; Python's parser is not to be tried with more
LARGEST = 2**31 - 1  # TensorFlow counts in 32 bits


def read(text: str) -> Any:
    """What text spells: `3`, `3, 1`, `(0, 1), (0, 1)`, `None, 1` or `none`.

    Raises:
        ValueError: it spells nothing of the kind.
    """
    if text.strip().lower() == "none":
        return None
    found: Any = None
    try:
        if len(text) <= LONGEST:
            found = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        pass
    if not _is_numbers(found):
        raise ValueError(
            f"{brief(text)} is no number; write one such as 3, or several such as 3, 1"
        )
    return found


def spell(value: Any) -> str:
    """A value as text that `read` takes: numbers with commas between them."""
    if value is None:
        return "none"
    if not isinstance(value, (tuple, list)):
        return str(value)
    if not value:
        return "()"
    parts = [f"({spell(v)})" if isinstance(v, (tuple, list)) else str(v) for v in value]
    return ", ".join(parts) + ("," if len(parts) == 1 else "")


def _is_numbers(value: Any) -> bool:
    if isinstance(value, (tuple, list)):
        return all(part is None or _is_numbers(part) for part in value)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and abs(value) <= LARGEST
