"""Which pixels of the inputs each element of a tensor depends on: what the receptive field is computed from.

Rows and columns are followed separately, as a `Span` per input: behind a stride of 2 the first row that an element
depends on is `2 * i`, behind an enlargement by 2 it is `i // 2`, behind a pixel shuffle it has the period of a block.
Images are treated as unbounded, so nothing is cut off at their borders.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from math import prod
from typing import Any

from blocks.reshaped_spans import reshaped
from blocks.spans import ALONE, MOST, NOTHING, Span, Taps, TooLargeError, chained

# Tensors that are joined along an axis: of more, each element is taken to depend on what it depends on in any of them.
# A table of all elements for each would be quadratic.
MANY = 64
MOST_PLACED = (
    2**25
)  # entries of all these tables; beyond, each element is taken to depend on whole images


@dataclass(frozen=True, slots=True)
class Lines:
    """What the elements of a tensor depend on among the rows, or among the columns, of one input.

    Attributes:
        size: how many rows the input has.
        axis: the tensor's axis that runs along them in an image, 0 or 1.
        spans: one per pace at which branches move along the input; an element depends on what any says.
        stride: rows from one pixel of the tensor to the next; a fraction where an image was enlarged.
    """

    size: int
    axis: int
    spans: tuple[Span, ...]
    stride: Fraction = Fraction(1)

    def extent(self, shape: Sequence[int]) -> int | None:
        """The most rows between the first and the last one that an element depends on; None for all."""
        spans = self.spans
        if any(span.whole and span.most(shape) for span in spans):
            return None
        if len(spans) == 1:
            return spans[0].most(shape)
        import numpy as np

        # Branches of different paces drift apart, as far as the image goes: its border counts here.
        every = [
            range(1 if all(span.is_constant(axis) for span in spans) else size)
            for axis, size in enumerate(shape)
        ]
        if prod(map(len, every)) > MOST:
            return self.size
        first: Any = NOTHING
        last: Any = -NOTHING
        for span in spans:
            for axis, index in enumerate(every):
                its_first, its_last = span.at(axis, np.array(index))
                steps = (*span.steps[:axis], None, *span.steps[axis + 1 :])
                span = Span(its_first.shape, steps, its_first, its_last)
            first, last = np.minimum(first, span.first), np.maximum(last, span.last)
        first, last = np.maximum(first, 0), np.minimum(last, self.size - 1)
        return max(0, int((last - first).max()) + 1)

    def everything(self, rank: int) -> Lines:
        """All rows, for a tensor of so many axes: what is said where a table would be too large."""
        whole = Span((1,) * rank, (0,) * rank, 0, self.size - 1, True)
        return replace(self, spans=(whole,))

    def settled(self, span: Span) -> Span:
        """A span that has been mixed along an axis: where no index matters any more it is all rows, or fixed ones."""
        if span.whole or not span.is_fixed():
            return span
        # Rows that a stride leaves over at the end are no reason to call the rest a part.
        left_over = self.stride - 1
        first, last = max(span.first, 0), min(span.last, self.size - 1)
        if first <= left_over and last >= self.size - 1 - left_over:
            return replace(span, first=0, last=self.size - 1, whole=True)
        return replace(span, first=first, last=last)

    def joined(self, other: Lines) -> Lines:
        """What elements that read two others depend on."""
        if self is other:
            return self
        stride = max(self.stride, other.stride)
        for lines in self, other:
            if lines.spans[0].whole and lines.spans[0].is_fixed():
                return replace(lines, stride=stride)
        spans = list(self.spans)
        for span in other.spans:
            for place, each in enumerate(spans):
                try:
                    both = each.joined(span)
                except TooLargeError:
                    return self.everything(len(span.periods))
                if both is not None:
                    spans[place] = both
                    break
            else:
                spans.append(span)
        return replace(self, spans=tuple(spans), stride=stride)


Sources = Mapping[Hashable, tuple[Lines, Lines]]


@dataclass(frozen=True, slots=True)
class View:
    """A tensor's shape without the batch, and what its elements depend on among the rows and columns of each input."""

    shape: tuple[int, ...]
    lines: Sources = field(default_factory=dict)

    @staticmethod
    def of_input(key: Hashable, shape: Sequence[int]) -> View:
        """The view of an input: each pixel depends on itself. A vector has no pixels."""
        rank = len(shape)
        if rank < 2:
            return View(tuple(shape))
        found = []
        for axis in 0, 1:
            steps = tuple(int(i == axis < rank - 1) for i in range(rank))
            size = shape[axis] if axis < rank - 1 else 1
            found.append(Lines(size, axis, (Span((1,) * rank, steps),)))
        return View(tuple(shape), {key: (found[0], found[1])})

    def moved(
        self,
        axis: int,
        size: int,
        taps: Taps = ALONE,
        *,
        stride: int = 1,
        factor: int = 1,
    ) -> View:
        """The view of elements that read others along an axis.

        Args:
            axis: the axis along which they read.
            size: how many elements there are along it.
            taps: per phase, `i % factor`, the offsets of what is read, in ascending order.
            stride: elements from one place of reading to the next.
            factor: elements that read at the same place.
        """
        if (stride, factor, taps, size) == (1, 1, ALONE, self.shape[axis]):
            return self

        def move(lines: Lines) -> Lines:
            along = lines.stride
            if axis == lines.axis and stride != factor:
                along *= Fraction(stride, factor)
            spans = tuple(
                s.moved(axis, size, taps, stride, factor) for s in lines.spans
            )
            return Lines(lines.size, lines.axis, spans, along)

        return self._each((*self.shape[:axis], size, *self.shape[axis + 1 :]), move)

    def mixed(self, axis: int, groups: int = 1, outputs: int = 0) -> View:
        """The view of elements that read their whole group along an axis; there are `outputs` of them."""
        axis %= len(self.shape)
        size, outputs = self.shape[axis], outputs or self.shape[axis]

        def mix(lines: Lines) -> Lines:
            mixed = (s.mixed(axis, size, groups, outputs) for s in lines.spans)
            spans = (
                after if after is before else lines.settled(after)
                for before, after in zip(lines.spans, mixed, strict=True)
            )
            return replace(lines, spans=tuple(spans))

        return self._each((*self.shape[:axis], outputs, *self.shape[axis + 1 :]), mix)

    def without(self, axes: Sequence[int]) -> View:
        """The view without axes along which all is read."""
        made = self
        for axis in sorted(axes, reverse=True):
            shape = made.shape[:axis] + made.shape[axis + 1 :]
            made = made.mixed(axis)._spans(shape, partial(Span.without, axis=axis))
        return made

    def reshaped(self, shape: Sequence[int]) -> View:
        """The view of the same elements in another shape."""
        old = self.shape
        return self._spans(
            tuple(shape), lambda span: reshaped(span, old, shape)
        )._paced()

    def permuted(self, order: Sequence[int]) -> View:
        """The view with the axes in another order, counted from 0."""
        shape = tuple(self.shape[axis] for axis in order)
        return self._spans(shape, lambda span: span.permuted(order))

    def stretched(self, shape: Sequence[int]) -> View:
        """The view with sizes of 1 repeated and axes added in front, as operations on several tensors do."""
        made, added = self, len(shape) - len(self.shape)
        for _ in range(added):
            made = made._spans((1, *made.shape), lambda span: span.with_constant(0))
        for axis, size in enumerate(shape):
            if made.shape[axis] != size:
                made = made._spans(
                    (*made.shape[:axis], size, *made.shape[axis + 1 :]),
                    partial(Span.stretched, axis=axis),
                )
        return made

    def placed(self, axis: int, before: int, total: int) -> View:
        """The view of the elements among others along an axis."""
        size = self.shape[axis]
        shape = (*self.shape[:axis], total, *self.shape[axis + 1 :])
        return self._spans(shape, lambda span: span.placed(axis, size, before, total))

    def _everything(self, shape: tuple[int, ...]) -> View:
        return self._each(shape, lambda lines: lines.everything(len(shape)))

    def _spans(self, shape: tuple[int, ...], change: Callable[[Span], Span]) -> View:
        return self._each(
            shape,
            lambda lines: replace(lines, spans=tuple(map(change, lines.spans))),
        )

    def _each(self, shape: tuple[int, ...], change: Callable[[Lines], Lines]) -> View:
        def changed(lines: Lines) -> Lines:
            try:
                return change(lines)
            except TooLargeError:
                return lines.everything(len(shape))

        return View(
            shape,
            {
                key: (changed(rows), changed(columns))
                for key, (rows, columns) in self.lines.items()
            },
        )

    def _paced(self) -> View:
        """With the strides that the spans have along the image's own axes."""

        def pace(lines: Lines) -> Lines:
            axis = lines.axis
            paces = [
                Fraction(step, span.periods[axis])
                for span in lines.spans
                if axis < len(span.steps) and (step := span.steps[axis])
            ]
            return replace(lines, stride=max(paces)) if paces else lines

        return self._each(self.shape, pace) if len(self.shape) == 3 else self


def joined(views: Sequence[View], shape: Sequence[int]) -> View:
    """The view of elements that read the element in the same place of several tensors."""
    first, *others = (
        view if view.shape == tuple(shape) else view.stretched(shape) for view in views
    )
    if not others:
        return first
    lines = dict(first.lines)
    for view in others:
        for key, (rows, columns) in view.lines.items():
            if key in lines:
                rows, columns = (
                    lines[key][0].joined(rows),
                    lines[key][1].joined(columns),
                )
            lines[key] = (rows, columns)
    return View(tuple(shape), lines)


def concatenated(views: Sequence[View], axis: int) -> View:
    """The view of tensors one after the other along an axis."""
    sizes = [view.shape[axis] for view in views]
    total, first = sum(sizes), views[0]
    shape = (*first.shape[:axis], total, *first.shape[axis + 1 :])
    alike = all(view.lines == first.lines for view in views[1:])
    if alike and all(
        span.is_constant(axis)
        for pair in first.lines.values()
        for lines in pair
        for span in lines.spans
    ):
        return View(shape, first.lines)
    lines = {}
    for key, (rows, columns) in first.lines.items():
        pairs = [view.lines.get(key) for view in views]
        chains = (
            _chained([pair and pair[0] for pair in pairs], rows, sizes, axis),
            _chained([pair and pair[1] for pair in pairs], columns, sizes, axis),
        )
        if chains[0] is None or chains[1] is None:
            break
        lines[key] = (chains[0], chains[1])
    else:
        if all(view.lines.keys() <= lines.keys() for view in views):
            return View(shape, lines)
    if len(views) > MANY and all(
        span.is_constant(axis)
        for view in views
        for pair in view.lines.values()
        for lines in pair
        for span in lines.spans
    ):
        return joined([View(shape, view.lines) for view in views], shape)
    if len(views) * total > MOST_PLACED:
        return joined([view._everything(shape) for view in views], shape)
    placed, before = [], 0
    for view in views:
        placed.append(view.placed(axis, before, total))
        before += view.shape[axis]
    return joined(placed, shape)


def _chained(
    lines: Sequence[Lines | None], first: Lines, sizes: Sequence[int], axis: int
) -> Lines | None:
    """The lines of tensors one after the other that move at one pace, as they mostly do; None where they do not."""
    spans = [each.spans[0] for each in lines if each and len(each.spans) == 1]
    if len(spans) < len(lines):
        return None
    try:
        span = chained(spans, axis, sizes)
    except TooLargeError:
        return None
    stride = max(each.stride for each in lines if each)
    return None if span is None else replace(first, spans=(span,), stride=stride)
