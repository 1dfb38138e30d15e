"""Names that were probably meant: those that differ from what was typed by a slip of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST_SLIPS = 3  # letters that are missing, added, wrong, or swapped
_left: ContextVar[list[int] | None] = ContextVar("pairs_left", default=None)
_DIGITS = re.compile(r"\d+")
_SEPARATORS = re.compile(r"[\W_]+")


def closest(
    name: str, known: Iterable[str], *, n: int = 1, others: Iterable[str] = ()
) -> list[str]:
    """The known names that `name` is a misspelling of, closest first.

    A name is close if it differs by capitals and separators only, if it is the first words of a longer one
    (`kernel` of `kernel_size`), or by one slip in three letters. Beyond one slip the first letters agree. Names with
    different numbers, such as Conv2D and Conv3D, are different names.

    Args:
        n: how many at most.
        others: names of things that exist and are not among `known`. A name that is one of these, or is closer to
            one of these, was meant as it is: GroupNormalization is not a misspelling of Normalization.
    """
    known = list(dict.fromkeys(known))
    others = frozenset(others)
    left = _left.get()
    if left is not None:
        left[0] -= len(known) + len(others)
        if left[0] < 0:
            return []
    plain = _plain(name)
    found = sorted(
        (score, place)
        for place, candidate in enumerate(known)
        if (score := _score(name, plain, candidate)) is not None
    )
    if not found:
        return []
    best = found[0][0]
    absent = set(others) - set(known)
    if name in absent or any(
        (score := _score(name, plain, other)) is not None and score < best
        for other in absent
    ):
        return []
    return [known[place] for _, place in found[:n]]


@contextmanager
def suggestions_at_most(pairs: int) -> Iterator[None]:
    """Inside, `closest` finds nothing any more after it has compared so many pairs of names.

    A list of thousands of unknown names is no help to anyone, and takes minutes to compare. Inside itself it has no
    effect.
    """
    if _left.get() is not None:
        yield
        return
    token = _left.set([pairs])
    try:
        yield
    finally:
        _left.reset(token)


def _score(name: str, plain: str, candidate: str) -> int | None:
    """How far the names are apart; None if one is no misspelling of the other."""
    other = _plain(candidate)
    if plain == other:
        return 0
    digits, wanted = _DIGITS.findall(plain), _DIGITS.findall(other)
    if digits and wanted and digits != wanted:
        return None
    longest = max(len(plain), len(other))
    most = min(MOST_SLIPS, max(1, (longest + 1) // 3))
    if longest < 2 or not plain or not other:
        return None
    slips = _slips(plain, other, most if plain[0] == other[0] else 1)
    if slips is not None:
        return slips
    begins = len(name) > 2 and candidate.lower().startswith(f"{name.lower()}_")
    return MOST_SLIPS + 1 if begins else None


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()


def _slips(a: str, b: str, most: int) -> int | None:
    """The least number of insertions, deletions, substitutions and swaps of neighbours; None beyond `most`."""
    if abs(len(a) - len(b)) > most:
        return None
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    a, b = a[shared:], b[shared:]
    beyond = most + 1
    rows = [list(range(len(b) + 1))]
    for i, letter in enumerate(a):
        above, row = rows[-1], [i + 1] + [beyond] * len(b)
        # Farther from the diagonal there are more slips than `most`.
        for j in range(max(0, i - most), min(len(b), i + most + 1)):
            other = b[j]
            cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != other))
            if i and j and letter == b[j - 1] and other == a[i - 1]:
                cost = min(cost, rows[-2][j - 1] + 1)
            row[j + 1] = cost
        if min(row) > most:
            return None
        rows.append(row)
    return rows[-1][-1] if rows[-1][-1] <= most else None
