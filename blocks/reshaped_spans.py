"""Spans of the same elements in another shape: axes made into one, and one into several, in row-major order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd, prod

from blocks.spans import Span, divisors, indices


def reshaped(span: Span, old: Sequence[int], new: Sequence[int]) -> Span:
    """The span of the same elements in another shape, in row-major order."""
    made = span
    for (begin, end), (start, stop) in reversed(list(_groups(old, new))):
        sizes = list(old[begin:end])
        if not sizes:
            made, sizes = made.with_constant(begin), [1]
        while len(sizes) > 1:
            made = _fused(made, begin + len(sizes) - 2, (sizes[-2], sizes[-1]))
            sizes[-2:] = [sizes[-2] * sizes[-1]]
        if start == stop:
            made = made.stretched(begin).without(begin)
            continue
        for size in reversed(new[start + 1 : stop]):
            made = _parted(made, begin, (sizes[0] // size, size))
            sizes[0] //= size
    return made


def _fused(span: Span, axis: int, sizes: tuple[int, int]) -> Span:
    """The span with an axis and the next one as one axis, in row-major order."""
    slow, fast = sizes
    if fast == 1 or (span.is_constant(axis) and span.is_constant(axis + 1)):
        return span.stretched(axis + 1).without(axis + 1)
    if slow == 1:
        return span.stretched(axis).without(axis)

    step = span.steps[axis]
    first, last = span.at(axis + 1, indices(fast))
    shape = (*first.shape[:axis], -1, *first.shape[axis + 2 :])
    steps = (*span.steps[:axis], step, *span.steps[axis + 2 :])
    first, last = first.reshape(shape), last.reshape(shape)
    return Span(first.shape, steps, first, last, span.whole, span.kept).shortened(axis)


def _parted(span: Span, axis: int, sizes: tuple[int, int]) -> Span:
    """The span with an axis as two axes, in row-major order."""
    slow, fast = sizes
    if span.is_constant(axis) or fast == 1:
        return span.with_constant(axis + 1)
    if slow == 1:
        return span.with_constant(axis)

    period, step = span.periods[axis], span.steps[axis]
    length = slow if step is None else period // gcd(period, fast)
    advance = None if step is None else step * (length * fast) // period
    first, last = span.at(axis, indices(length * fast))
    shape = (*first.shape[:axis], length, fast, *first.shape[axis + 1 :])
    steps = (*span.steps[:axis], advance, None, *span.steps[axis + 1 :])
    made = Span(
        shape, steps, first.reshape(shape), last.reshape(shape), span.whole, span.kept
    )
    made = _extrapolated(made, axis) if advance is None else made.shortened(axis)
    return _extrapolated(made, axis + 1)


def _extrapolated(span: Span, axis: int) -> Span:
    """The function that a list along an axis is the beginning of, if it repeats."""
    if span.steps[axis] is not None:
        return span
    first, last = span.tables()
    size = span.periods[axis]
    for period in divisors(size):
        if 2 * period > size:
            break
        one, two = range(size - period), range(period, size)
        before, after = first.take(one, axis), first.take(two, axis)
        advance = int((after - before).flat[0])
        if (
            advance >= 0
            and (after - before == advance).all()
            and (last.take(two, axis) - last.take(one, axis) == advance).all()
        ):
            return span.cut(axis, period, advance)
    return span


def _groups(
    old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The shortest runs of axes of two shapes that hold equally many elements, in order."""
    end = stop = 0
    while end < len(old) or stop < len(new):
        begin, start = end, stop
        end, stop = min(end + 1, len(old)), min(stop + 1, len(new))
        while (left := prod(old[begin:end])) != (right := prod(new[start:stop])):
            end, stop = end + (left < right), stop + (left > right)
        yield (begin, end), (start, stop)
