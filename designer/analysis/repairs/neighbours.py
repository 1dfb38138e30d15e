"""Whole numbers near one that does not fit, among them those that probably do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import gcd, isqrt

from blocks.definition import Parameter
from designer.analysis.tracing import LARGEST

NEAREST = 6  # on either side; beyond them, as many of the likely ones


def near(
    value: int, numbers: Iterable[int], parameter: Parameter | None
) -> tuple[list[int], ...]:
    """Values below and values above that may fit better, nearest first: neighbours, divisors and multiples.

    Args:
        numbers: what they might have to fit, such as channels and groups.
        parameter: whose range they keep to.
    """
    numbers = sorted(set(numbers))
    found = {value + step for step in (-2, -1, 1, 2)}
    shared: set[int] = set(numbers)  # likelier than their distance says
    for number in numbers:
        found |= {number, 2 * number} | _divisors(number)
        for unit in (number, 4 * number):
            found |= {value // unit * unit, -(-value // unit) * unit}
    for one, other in pairwise(numbers):
        shared |= _divisors(gcd(one, other))
    limits = parameter.range if parameter else None
    least = limits.minimum if limits else 1
    most = limits.maximum if limits else LARGEST
    fitting = sorted(
        n
        for n in found
        if least <= n <= most and n != value and (n in shared or n <= 8 * abs(value))
    )
    sides = (
        [n for n in reversed(fitting) if n < value],
        [n for n in fitting if n > value],
    )
    return tuple(
        side[:NEAREST] + [n for n in side[NEAREST:] if n in shared][:NEAREST]
        for side in sides
    )


def _divisors(number: int) -> set[int]:
    if number > 2**16:
        return set()
    small = [d for d in range(1, isqrt(number) + 1) if number % d == 0]
    return {*small, *(number // d for d in small)}
