"""How blocks round channels that their user does not state; expressions of a design round in the same way."""

from __future__ import annotations


def round_channels(value: float, divisor: int = 8, minimum: int | None = None) -> int:
    """Round to a multiple of `divisor`, never by more than 10 % down.

    Sandler et al. 2018, as TensorFlow's and Keras's `_make_divisible` has it.
    """
    least = divisor if minimum is None else minimum
    rounded = max(least, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded
