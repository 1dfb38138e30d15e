"""Expressions that a number might be, the plainest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import isclose

from designer.model.document import Scalar
from designer.model.expressions import ExpressionError, evaluate

DIVISORS = (2, 4, 8, 16)  # that are tried although they leave a rest
SHARES = ("{}", "{} / 2", "{} / 4", "{} / 8")
ROUNDINGS = (
    "round({})",
    "floor({})",
    "round_channels({})",
    "round_channels({}, 4)",
)
SHIFTS = (-1, 1, -2, 2)


def candidates(
    wanted: Scalar,
    names: Sequence[str],
    values: Mapping[str, Scalar],
    terms: Sequence[str] = (),
) -> Iterator[str]:
    """Expressions that may give `wanted`.

    Args:
        names: what they may use.
        values: what the names are worth.
        terms: expressions that explain other numbers, of which this one may be made.
    """
    yield from names
    if isinstance(wanted, (bool, str)):
        return
    names = [n for n in names if isinstance(values[n], (int, float))]
    pairs = [f"{a} * {b}" for a, b in combinations(names, 2)]
    pairs += [f"{a} // {b}" for a, b in permutations(names, 2)]
    pairs += [f"{a} - {b}" for a, b in permutations(names, 2)]
    yield from terms
    for term in (*names, *pairs, *terms):
        yield from _scaled(wanted, term, values)
    if isinstance(wanted, float):
        return
    for term in (*names, *pairs, *terms):
        for share in SHARES:
            for rounding in ROUNDINGS:
                yield rounding.format(share.format(_bracketed(term, share)))


def _scaled(
    wanted: int | float, term: str, values: Mapping[str, Scalar]
) -> Iterator[str]:
    """Multiples, fractions and neighbours of a term."""
    try:
        worth = evaluate(term, values)
    except ExpressionError:
        return
    if isinstance(worth, (str, bool)) or not worth:
        return
    held = _bracketed(term, "*")
    yield term
    factor = wanted / worth
    if isinstance(wanted, float) or isinstance(worth, float):
        if isclose(wanted * worth, 1):
            yield f"1 / {held}"
        yield f"{factor!r} * {held}"
        return
    if factor == int(factor):
        yield f"{int(factor)} * {held}"
    divisors = [*DIVISORS]
    if wanted and worth % wanted == 0:
        divisors.insert(0, worth // wanted)
    yield from (f"{held} // {divisor}" for divisor in dict.fromkeys(divisors))
    for shift in SHIFTS:
        if worth + shift == wanted:
            yield f"{term} {'+' if shift > 0 else '-'} {abs(shift)}"


def _bracketed(term: str, around: str) -> str:
    """A term as a part of a larger one."""
    alone = term.isidentifier() or (
        term.endswith(")") and term.split("(")[0].isidentifier()
    )
    return term if alone or around == "{}" else f"({term})"
