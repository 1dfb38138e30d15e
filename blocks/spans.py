"""How the elements of a tensor depend on the rows, or on the columns, of an input: functions of their indices.

The arithmetic is exact. Regular networks need plain integers only; numpy is imported when a table is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd, prod
from typing import Any

from blocks.kept_rows import ANY, NOTHING, Rows

MOST = 2**20  # entries of a table

Taps = tuple[range, ...]  # per phase: offsets of the indices that are read
ALONE: Taps = (range(1),)


class TooLargeError(Exception):
    """A table would have more than MOST entries."""


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """First and last row (or column) of an input that each element of a tensor depends on.

    The element at index (i, j, ...) depends on rows `first[i % p0, j % p1, ...] + s0 * (i // p0) + ...` to the same
    of `last`, with the periods p and the steps s.

    Attributes:
        periods: one per axis without the batch.
        steps: rows by which one period advances; None where the axis is listed index by index, and ends there.
        first, last: an integer where all periods are 1, else an array of the shape `periods`.
        whole: every element that depends on anything depends on all rows.
        kept: rows beyond these are not among those of any element: the tables go on over the zeros of a padding.
    """

    periods: tuple[int, ...]
    steps: tuple[int | None, ...]
    first: Any = 0
    last: Any = 0
    whole: bool = False
    kept: Rows = ANY

    def __eq__(self, other: object) -> bool:
        if self is other or not isinstance(other, Span):
            return self is other
        if (self.periods, self.steps, self.whole, self.kept) != (
            other.periods,
            other.steps,
            other.whole,
            other.kept,
        ):
            return False
        tables = self.first == other.first, self.last == other.last
        return all(same if isinstance(same, bool) else same.all() for same in tables)

    __hash__ = None  # type: ignore[assignment]

    def is_constant(self, axis: int) -> bool:
        """Whether the index along an axis makes no difference."""
        return self.periods[axis] == 1 and self.steps[axis] == 0

    def is_fixed(self) -> bool:
        """Whether all elements depend on the same rows."""
        return all(map(self.is_constant, range(len(self.periods))))

    def most(self, shape: Sequence[int]) -> int:
        """The most rows from first to last over the elements of a tensor; 0 where none depends on anything."""
        extent = self.last - self.first
        if not isinstance(extent, int):
            extent = int(extent[tuple(slice(size) for size in shape)].max())
        return int(max(0, extent + 1))

    def bounds(self, shape: Sequence[int]) -> tuple[int, int]:
        """The first and the last row over the elements of a tensor, beyond what is kept too."""
        if isinstance(self.first, int):
            way = sum(s * (n - 1) for s, n in zip(self.steps, shape, strict=True) if s)
            return self.first, self.last + way
        import numpy as np

        inside = tuple(map(slice, shape))
        last = self.last[inside]
        for axis, (step, size) in enumerate(zip(self.steps, shape, strict=True)):
            if step:
                period = self.periods[axis]
                column = [1] * last.ndim
                column[axis] = -1
                rounds = (size - 1 - np.arange(last.shape[axis])) // period
                last = last + (step * rounds).reshape(column)
        return int(self.first[inside].min()), int(last.max())

    def narrowed(self, shape: Sequence[int], *, strides: bool) -> Span:
        """The span that keeps the rows of a tensor's elements only; what strides leave over still counts as there."""
        kept = self.kept.narrowed(*self.bounds(shape), strides=strides)
        return self if kept is self.kept else replace(self, kept=kept)

    def holds(self, kept: Rows, shape: Sequence[int]) -> bool:
        """Whether the elements of a tensor depend on the same if more rows are kept."""
        if kept[:2] == self.kept[:2]:
            return True
        low, high = self.bounds(shape)
        return (low >= self.kept.low or kept.low == self.kept.low) and (
            high <= self.kept.high or kept.high == self.kept.high
        )

    def tables(self) -> tuple[Any, Any]:
        """`first` and `last` as arrays."""
        import numpy as np

        shape = self.periods
        return (
            np.asarray(self.first, np.int64).reshape(shape),
            np.asarray(self.last, np.int64).reshape(shape),
        )

    def at(self, axis: int, index: Any) -> tuple[Any, Any]:
        """`first` and `last` at several indices along an axis, as arrays; raises TooLargeError."""
        import numpy as np

        period, step = self.periods[axis], self.steps[axis]
        if len(index) * (prod(self.periods) // period) > MOST:
            raise TooLargeError
        first, last = self.tables()
        column = [1] * first.ndim
        column[axis] = -1
        if step is None:
            inside = ((index >= 0) & (index < period)).reshape(column)
            index = index.clip(0, period - 1)
            first, last = first.take(index, axis), last.take(index, axis)
            return np.where(inside, first, NOTHING), np.where(inside, last, -NOTHING)
        advance = (step * (index // period)).reshape(column)
        index = index % period
        return first.take(index, axis) + advance, last.take(index, axis) + advance

    def with_axis(self, axis: int, step: int | None, first: Any, last: Any) -> Span:
        """The span with another table along an axis, in its shortest form."""
        periods = first.shape
        steps = (*self.steps[:axis], step, *self.steps[axis + 1 :])
        return Span(periods, steps, first, last, self.whole, self.kept).shortened(axis)

    def shortened(self, axis: int) -> Span:
        """The same function with the smallest period along an axis."""
        period, step = self.periods[axis], self.steps[axis]
        if step is None:
            first, last = self.tables()
            alike = first == first.take([0], axis), last == last.take([0], axis)
            if period > 1 and alike[0].all() and alike[1].all():
                return self.cut(axis, 1, 0)
            return _plain(self)
        for shorter in divisors(period)[:-1]:
            advance, left = divmod(step * shorter, period)
            if not left and _repeats(self, axis, shorter, advance):
                return self.cut(axis, shorter, advance)
        return _plain(self)

    def cut(self, axis: int, period: int, step: int) -> Span:
        first, last = (table.take(range(period), axis) for table in self.tables())
        steps = (*self.steps[:axis], step, *self.steps[axis + 1 :])
        return _plain(Span(first.shape, steps, first, last, self.whole, self.kept))

    def moved(self, axis: int, size: int, taps: Taps, stride: int, factor: int) -> Span:
        """The span of elements that read others: index i reads `i * stride // factor` plus its phase's taps."""
        if self.is_constant(axis):
            return self
        period, step = self.periods[axis], self.steps[axis]
        if period == 1 and step is not None and factor == 1:
            steps = (*self.steps[:axis], step * stride, *self.steps[axis + 1 :])
            low, high = step * taps[0][0], step * taps[0][-1]
            first, last = self.first + low, self.last + high
            return Span(self.periods, steps, first, last, self.whole, self.kept)
        import numpy as np

        longest = max(map(len, taps))
        if step is None:
            length, advance = size, None
        else:
            length = period // gcd(period, stride) if factor == 1 else period * factor
            advance = step * (length * stride // factor) // period
        index = indices(length, longest)
        offsets = np.array(
            [[*phase, *[phase[-1]] * (longest - len(phase))] for phase in taps]
        )
        read = (index * stride // factor)[:, None] + offsets[index % factor]
        first, last = self.at(axis, read.ravel())
        shape = (*first.shape[:axis], length, longest, *first.shape[axis + 1 :])
        return self.with_axis(
            axis,
            advance,
            first.reshape(shape).min(axis + 1),
            last.reshape(shape).max(axis + 1),
        )

    def mixed(self, axis: int, size: int, groups: int, outputs: int) -> Span:
        """The span of elements that read a whole group along an axis."""
        if self.is_constant(axis):
            return self
        period, step = self.periods[axis], self.steps[axis]
        if groups == period == 1 and step is not None:
            reach = step * (size - 1)
            steps = (*self.steps[:axis], 0, *self.steps[axis + 1 :])
            first, last = self.first + min(0, reach), self.last + max(0, reach)
            return Span(self.periods, steps, first, last, self.whole, self.kept)
        import numpy as np

        if groups == 1:
            # Within a residue the function is linear: its extremes lie in the first and in the last period.
            if size <= 2 * period or step is None:
                ends = indices(size)
            else:
                ends = np.r_[indices(period), size - period + indices(period)]
            first, last = self.at(axis, ends)
            first, last = first.min(axis, keepdims=True), last.max(axis, keepdims=True)
            return self.with_axis(axis, 0, first, last)
        first, last = self.at(axis, indices(size))
        shape = (*first.shape[:axis], groups, -1, *first.shape[axis + 1 :])
        first = first.reshape(shape).min(axis + 1).repeat(outputs // groups, axis)
        last = last.reshape(shape).max(axis + 1).repeat(outputs // groups, axis)
        return self.with_axis(axis, None, first, last)

    def placed(self, axis: int, size: int, before: int, total: int) -> Span:
        """The span of elements that stand among others along an axis; the others depend on nothing here."""
        import numpy as np

        first, last = self.at(axis, indices(size))
        around = [(0, 0)] * first.ndim
        around[axis] = (before, total - before - size)
        first = np.pad(first, around, constant_values=NOTHING)
        last = np.pad(last, around, constant_values=-NOTHING)
        return self.with_axis(axis, None, first, last)

    def stretched(self, axis: int) -> Span:
        """The span where the one index along an axis is repeated."""
        if self.is_constant(axis):
            return self
        import numpy as np

        return self.with_axis(axis, 0, *self.at(axis, np.array([0])))

    def permuted(self, order: Sequence[int]) -> Span:
        """The span with its axes in another order."""
        periods = tuple(self.periods[axis] for axis in order)
        steps = tuple(self.steps[axis] for axis in order)
        if max(periods, default=1) == 1:
            return replace(self, periods=periods, steps=steps)
        first, last = (table.transpose(order) for table in self.tables())
        return Span(periods, steps, first, last, self.whole, self.kept)

    def with_constant(self, axis: int) -> Span:
        """The span with one more axis, along which it is constant."""
        periods = (*self.periods[:axis], 1, *self.periods[axis:])
        steps = (*self.steps[:axis], 0, *self.steps[axis:])
        return self._shaped(periods, steps)

    def without(self, axis: int) -> Span:
        """The span without an axis along which it is constant."""
        periods = self.periods[:axis] + self.periods[axis + 1 :]
        steps = self.steps[:axis] + self.steps[axis + 1 :]
        return self._shaped(periods, steps)

    def _shaped(self, periods: tuple[int, ...], steps: tuple[int | None, ...]) -> Span:
        first, last = self.first, self.last
        if max(periods, default=1) > 1:
            first, last = first.reshape(periods), last.reshape(periods)
        return Span(periods, steps, first, last, self.whole, self.kept)


def _plain(span: Span) -> Span:
    """A span whose periods are all 1 has integers for tables."""
    if prod(span.periods) > 1 or isinstance(span.first, int):
        return span
    return replace(span, first=int(span.first.item()), last=int(span.last.item()))


def indices(count: int, each: int = 1) -> Any:
    """The numbers from 0 to `count` as an array, for tables with `each` entries for one; raises TooLargeError."""
    import numpy as np

    if count * each > MOST:
        raise TooLargeError
    return np.arange(count)


def _repeats(span: Span, axis: int, period: int, advance: int) -> bool:
    """Whether a span's tables repeat along an axis after a shorter period."""
    import numpy as np

    before = np.arange(span.periods[axis])
    index = before + period
    for later, earlier in zip(span.at(axis, index), span.at(axis, before), strict=True):
        if not (later - earlier == advance).all():
            return False
    return True


def divisors(number: int) -> list[int]:
    small = [n for n in range(1, int(number**0.5) + 1) if number % n == 0]
    return sorted({*small, *(number // n for n in small)})
