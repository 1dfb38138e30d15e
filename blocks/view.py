"""Which pixels of the inputs each element of a tensor depends on: what the receptive field is computed from.

Rows and columns are followed separately, as a `Span` per input: behind a stride of 2 the first row that an element
depends on is `2 * i`, behind an enlargement by 2 it is `i // 2`, behind a pixel shuffle it has the period of a block.
Images are treated as unbounded, so nothing is cut off at their borders. Where pixels were cut away, only what is left
of an image counts: a padded window behind a crop reads zeros, not the pixels that were there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from blocks.joined_spans import chained
from blocks.kept_rows import Rows
from blocks.lines import Lines
from blocks.reshaped_spans import reshaped
from blocks.spans import ALONE, Span, Taps, TooLargeError

# Tensors that are joined along an axis: of more, each element is taken to depend on what it depends on in any of them.
# A table of all elements for each would be quadratic.
MANY = 64
MOST_PLACED = (
    2**25
)  # entries of all these tables; beyond, each element is taken to depend on whole images


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
            span = Span((1,) * rank, steps, kept=Rows.of(size))
            found.append(Lines(size, axis, (span,)))
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

        shape = (*self.shape[:axis], size, *self.shape[axis + 1 :])

        def move(lines: Lines) -> Lines:
            along = lines.stride
            if axis == lines.axis and stride != factor:
                along *= Fraction(stride, factor)
            spans = []
            for before in lines.spans:
                after = before.moved(axis, size, taps, stride, factor)
                if after is not before:
                    after = after.narrowed(shape, strides=stride > 1)
                spans.append(after)
            return Lines(lines.size, lines.axis, tuple(spans), along)

        return self._each(shape, move)

    def mixed(self, axis: int, groups: int = 1, outputs: int = 0) -> View:
        """The view of elements that read their whole group along an axis; there are `outputs` of them."""
        axis %= len(self.shape)
        size, outputs = self.shape[axis], outputs or self.shape[axis]

        def mix(lines: Lines) -> Lines:
            if all(span.is_constant(axis) for span in lines.spans):
                return lines
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
                    lines[key][0].joined(rows, shape),
                    lines[key][1].joined(columns, shape),
                )
            lines[key] = (rows, columns)
    return View(tuple(shape), lines)


def concatenated(views: Sequence[View], axis: int) -> View:
    """The view of tensors one after the other along an axis."""
    shapes = [view.shape for view in views]
    total, first = sum(shape[axis] for shape in shapes), views[0]
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
            _chained([pair and pair[0] for pair in pairs], rows, shapes, axis),
            _chained([pair and pair[1] for pair in pairs], columns, shapes, axis),
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
    lines: Sequence[Lines | None],
    first: Lines,
    shapes: Sequence[Sequence[int]],
    axis: int,
) -> Lines | None:
    """The lines of tensors one after the other that move at one pace, as they mostly do; None where they do not."""
    spans = [each.spans[0] for each in lines if each and len(each.spans) == 1]
    if len(spans) < len(lines):
        return None
    try:
        span = chained(spans, axis, shapes)
    except TooLargeError:
        return None
    stride = max(each.stride for each in lines if each)
    return None if span is None else replace(first, spans=(span,), stride=stride)
