"""What the elements of a tensor depend on among the rows, or among the columns, of one input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import prod
from typing import Any

from blocks.joined_spans import joined_span
from blocks.kept_rows import NOTHING, Rows
from blocks.spans import MOST, Span, TooLargeError

MOST_SPANS = 6  # beyond, spans of equal steps are joined though they keep other rows


@dataclass(frozen=True, slots=True)
class Lines:
    """What the elements of a tensor depend on among the rows, or among the columns, of one input.

    Attributes:
        size: how many rows the input has.
        axis: the tensor's axis that runs along them in an image, 0 or 1.
        spans: one per pace at which branches move along the input, and per crop that makes a difference; an element
            depends on what any says.
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
        kept = self.kept
        if len(spans) == 1 and kept.are_all(self.size):
            return spans[0].most(shape)
        if len(spans) == 1 and (most := _linear(spans[0], shape)) is not None:
            return most
        import numpy as np

        # Branches of different paces drift apart, as far as the image goes: its border counts here, as where it is cut.
        every = [
            range(1 if all(span.is_constant(axis) for span in spans) else size)
            for axis, size in enumerate(shape)
        ]
        if prod(map(len, every)) > MOST:
            return kept.size
        first: Any = NOTHING
        last: Any = -NOTHING
        for span in spans:
            rows = span.kept
            for axis, index in enumerate(every):
                its_first, its_last = span.at(axis, np.array(index))
                steps = (*span.steps[:axis], None, *span.steps[axis + 1 :])
                span = Span(its_first.shape, steps, its_first, its_last)
            first = np.minimum(first, np.maximum(span.first, rows.low))
            last = np.maximum(last, np.minimum(span.last, rows.high))
        return max(0, int((last - first).max()) + 1)

    @property
    def kept(self) -> Rows:
        """The rows that any element depends on."""
        return reduce(Rows.joined, (span.kept for span in self.spans))

    def everything(self, rank: int) -> Lines:
        """All rows that are left, for a tensor of so many axes: what is said where a table would be too large."""
        kept = self.kept
        fixed = Span((1,) * rank, (0,) * rank, kept.low, kept.high, kept=kept)
        return replace(self, spans=(self.settled(fixed),))

    def settled(self, span: Span) -> Span:
        """A span that has been mixed along an axis: where no index matters any more it is all rows, or fixed ones."""
        if span.whole or not span.is_fixed():
            return span
        kept = span.kept
        first, last = max(span.first, kept.low), min(span.last, kept.high)
        if kept.are_all(self.size) and (first, last) == (kept.low, kept.high):
            return replace(span, first=0, last=self.size - 1, whole=True)
        return replace(span, first=first, last=last)

    def joined(self, other: Lines, shape: Sequence[int]) -> Lines:
        """What elements of a tensor that read two others depend on."""
        if self is other:
            return self
        stride = max(self.stride, other.stride)
        for lines in self, other:
            if lines.spans[0].whole and lines.spans[0].is_fixed():
                return replace(lines, stride=stride)
        spans = list(self.spans)
        for span in other.spans:
            for place, each in enumerate(spans):
                loosely = len(spans) >= MOST_SPANS
                try:
                    both = joined_span(each, span, shape, loosely=loosely)
                except TooLargeError:
                    return self.everything(len(span.periods))
                if both is not None:
                    spans[place] = both
                    break
            else:
                spans.append(span)
        return replace(self, spans=tuple(spans), stride=stride)


def _linear(span: Span, shape: Sequence[int]) -> int | None:
    """The most kept rows over the elements of a tensor where one index counts and rows grow with it, else None."""
    moving = [(s, n) for s, n in zip(span.steps, shape, strict=True) if s]
    if len(moving) > 1 or not isinstance(span.first, int):
        return None
    (step, size), (low, high, _) = moving[0] if moving else (1, 1), span.kept
    # Rows grow until the first one is kept, and shrink when the last one no longer is.
    edges = (low - span.first) // step, (high - span.last) // step
    near = {min(max(edge + more, 0), size - 1) for edge in edges for more in (0, 1)}
    kept = (
        min(span.last + step * i, high) - max(span.first + step * i, low) for i in near
    )
    return max(0, int(max(kept)) + 1)
