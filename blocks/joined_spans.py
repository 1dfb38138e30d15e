"""Spans of elements that read several tensors, and of tensors one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from math import lcm, prod

from blocks.kept_rows import Rows
from blocks.spans import MOST, Span, TooLargeError, indices


def joined_span(
    one: Span, other: Span, shape: Sequence[int], *, loosely: bool = False
) -> Span | None:
    """The span of elements that depend on what either depends on.

    None where their steps differ, or where rows that only one keeps would be taken for the other's too.

    Args:
        shape: the tensor's.
        loosely: rows that one keeps may count as kept by both.
    """
    if one == other:
        return one
    if one.whole != other.whole:
        return None
    periods: list[int] = []
    steps: list[int | None] = []
    for p, s, q, t in zip(
        one.periods, one.steps, other.periods, other.steps, strict=True
    ):
        if s is None or t is None:
            periods.append(p if s is None else q)
            steps.append(None)
        elif s * q != t * p:
            return None
        else:
            periods.append(lcm(p, q))
            steps.append(s * periods[-1] // p)
    kept = one.kept.joined(other.kept)
    if prod(periods) == 1:
        if not loosely and not _share(one, other, shape):
            return None
        low, high = min(one.first, other.first), max(one.last, other.last)
        return replace(one, first=low, last=high, kept=kept)
    if prod(periods) > MOST:
        raise TooLargeError
    import numpy as np

    one, other = (_aligned(each, tuple(periods), tuple(steps)) for each in (one, other))
    if not loosely and not _share(one, other, shape):
        return None
    (first, last), (its_first, its_last) = one.tables(), other.tables()
    first, last = np.minimum(first, its_first), np.maximum(last, its_last)
    made = replace(one, first=first, last=last, kept=kept)
    return reduce(Span.shortened, range(len(periods)), made)


def _aligned(
    span: Span, periods: tuple[int, ...], steps: tuple[int | None, ...]
) -> Span:
    """The same function with other periods."""
    for axis, period in enumerate(periods):
        if span.periods[axis] != period or span.steps[axis] != steps[axis]:
            first, last = span.at(axis, indices(period))
            made = (*span.steps[:axis], steps[axis], *span.steps[axis + 1 :])
            span = Span(first.shape, made, first, last, span.whole, span.kept)
    return span


def _share(one: Span, two: Span, shape: Sequence[int]) -> bool:
    """Whether elements that read two others of equal steps depend on the same if both keep the rows of either."""
    for side, sign in ("low", 1), ("high", -1):
        edges = [sign * getattr(span.kept, side) for span in (one, two)]
        if edges[0] == edges[1]:
            continue
        narrow, wide = (one, two) if edges[0] > edges[1] else (two, one)
        if sign * narrow.bounds(shape)[side == "high"] >= max(edges):
            continue
        further = (
            narrow.first - wide.first if side == "low" else wide.last - narrow.last
        )
        if not (further >= 0 if isinstance(further, int) else (further >= 0).all()):
            return False
    return True


def chained(
    spans: Sequence[Span], axis: int, shapes: Sequence[Sequence[int]]
) -> Span | None:
    """The span of elements one after the other along an axis; None where the spans differ along another one."""
    import numpy as np

    def others(span: Span) -> object:
        return (
            span.periods[:axis] + span.periods[axis + 1 :],
            span.steps[:axis] + span.steps[axis + 1 :],
            span.whole,
        )

    if any(others(span) != others(spans[0]) for span in spans[1:]):
        return None
    kept = reduce(Rows.joined, (span.kept for span in spans))
    parts = []
    for span, shape in zip(spans, shapes, strict=True):
        size = shape[axis]
        first, last = (
            (table.repeat(size, axis) for table in span.tables())
            if span.is_constant(axis)
            else span.at(axis, indices(size))
        )
        if not span.holds(kept, shape):
            if not all(span.is_constant(i) for i in range(len(shape)) if i != axis):
                return None
            first = np.maximum(first, span.kept.low)
            last = np.minimum(last, span.kept.high)
        parts.append((first, last))
    first, last = (np.concatenate(tables, axis) for tables in zip(*parts, strict=True))
    return replace(spans[0], kept=kept).with_axis(axis, None, first, last)
