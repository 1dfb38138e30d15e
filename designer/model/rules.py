"""What names and values may be, each rule once: edits refuse by it, and files are read by it.

Every function returns the fault as the rest of a sentence, or None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from keyword import iskeyword

from designer.model.bounds import (
    MAX_EXPRESSION,
    MAX_NAME,
    MAX_REPEAT,
    MAX_VALUE,
    text_fault,
)
from designer.model.document import is_expression
from designer.model.spelling import closest

# TensorFlow takes a layer's name as a scope, which may not begin with an underscore
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LARGEST = 2**63
FARTHEST = 10_000_000  # pixels; beyond, a canvas cannot draw


def name_fault(name: object) -> str | None:
    """Node and variable names become Python names and prefixes of Keras layer names."""
    if not isinstance(name, str):
        return "is not text"
    if fault := text_fault(name, MAX_NAME):
        return fault
    if not _NAME.fullmatch(name):
        return "is no name: a letter, then letters, digits and underscores, such as 'row_2'"
    if iskeyword(name):
        return f"is a word of Python's own; '{name}_' would do"
    return None


def value_fault(value: object) -> str | None:
    """A parameter's value: a finite number, true or false, or text."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"is {value}, not a finite number"
    if isinstance(value, int) and abs(value) >= LARGEST:
        return "is beyond 64 bits"
    if not isinstance(value, (int, float, str)):
        return "is neither a number, true, false nor text"
    if isinstance(value, str):
        return text_fault(value, MAX_EXPRESSION if is_expression(value) else MAX_VALUE)
    return None


def number_fault(value: object) -> str | None:
    """A number that is no switch."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "is not a number"
    return value_fault(value)


def repeat_fault(repeat: object) -> str | None:
    """How often a row is repeated: a count, or an expression."""
    if isinstance(repeat, str) and is_expression(repeat):
        return text_fault(repeat, MAX_EXPRESSION)
    if isinstance(repeat, bool) or not isinstance(repeat, int):
        return "is neither a whole number nor an expression such as '=2 * depth'"
    if not 1 <= repeat <= MAX_REPEAT:
        return f"is outside 1 to {MAX_REPEAT:,}"
    return None


def colour_fault(colour: object) -> str | None:
    """A colour that the user gave: `#rrggbb`, or empty for none."""
    if isinstance(colour, str) and (not colour or _COLOUR.fullmatch(colour)):
        return None
    return "is no colour such as '#4a90d9'"


def place_fault(at: object) -> str | None:
    """A place on the canvas: two numbers, as a tuple or, in a file, a list."""
    if isinstance(at, (list, tuple)) and len(at) == 2:
        numbers = all(number_fault(x) is None for x in at)
        if numbers and all(abs(x) <= FARTHEST for x in at):
            return None
    return f"should be two numbers of at most {FARTHEST:,}, such as [420, 80]"


def size_fault(size: object) -> str | None:
    """A width and a height on the canvas."""
    if isinstance(size, (list, tuple)) and place_fault(size) is None and min(size) > 0:
        return None
    return f"should be a width and a height, above 0 and at most {FARTHEST:,}, such as [320, 160]"


def did_you_mean(name: str, known: Iterable[str], others: Iterable[str] = ()) -> str:
    """`; did you mean 'alpha'?`, or nothing when `name` is no misspelling of a known name.

    Args:
        others: names of other things, which `name` may be meant as (see `closest`).
    """
    close = closest(name, known, others=others)
    return f"; did you mean '{close[0]}'?" if close else ""
