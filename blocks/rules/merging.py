"""Layers that make one tensor of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from blocks.rules.arguments import BATCH, MOST_RUNS, axes, stretched_runs
from blocks.spec import (
    Free,
    InPlace,
    Layer,
    Operation,
    Shape,
    Weightless,
    elements,
    known,
    text,
)
from blocks.view import View, concatenated
from blocks.view import joined as joined_views
from designer.model.wording import listed


def _shapes(inputs: Sequence[Shape]) -> str:
    return listed(dict.fromkeys(map(text, inputs)))


def broadcast(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...] | None:
    """The sizes that two tensors share, a size of 1 stretching to the other's; None where they do not fit."""
    if len(a) < len(b):
        a, b = b, a
    head, tail = a[: len(a) - len(b)], a[len(a) - len(b) :]
    if any(i != j and i != 1 and j != 1 for i, j in zip(tail, b, strict=True)):
        return None
    return head + tuple(j if i == 1 else i for i, j in zip(tail, b, strict=True))


def merged(operation: Operation, verb: str, inputs: tuple[Shape, ...]) -> Shape:
    """The shape of an operation on elements in the same place; a size of 1 is stretched, as in Keras."""
    sizes = known(inputs[0])
    for shape in inputs[1:]:
        found = broadcast(sizes, known(shape))
        if found is None:
            operation.refuse(
                "shapes",
                f"cannot {verb} {_shapes(inputs)}; sizes must be equal, or 1",
            )
        rank = len(found)
        pair = [(1,) * (rank - len(each)) + each for each in (sizes, known(shape))]
        if stretched_runs((BATCH, *pair[0]), (BATCH, *pair[1])) > MOST_RUNS:
            operation.refuse(
                "shapes",
                f"cannot {verb} {_shapes(inputs)}: their sizes of 1 are in too many places "
                "for TensorFlow's kernels; use fewer axes",
            )
        sizes = found
    return (None, *sizes)


def joined(operation: Operation, axis: int, inputs: tuple[Shape, ...]) -> Shape:
    """The shape of tensors put one after the other."""
    (axis,) = axes(operation, axis, inputs[0])
    axis %= len(inputs[0])
    rest = {(len(shape), *shape[:axis], *shape[axis + 1 :]) for shape in inputs}
    if len(rest) > 1:
        operation.refuse(
            "shapes",
            f"cannot join {_shapes(inputs)} along axis {axis}; "
            "all other sizes must be equal",
        )
    if axis == 0:
        return inputs[0]
    total = sum(known(shape)[axis - 1] for shape in inputs)
    return (*inputs[0][:axis], total, *inputs[0][axis + 1 :])


def joined_view(axis: int, output: Shape, inputs: Sequence[View]) -> View:
    """What the elements of tensors one after the other depend on; along the batch they stay in their places."""
    axis %= len(output)
    return (
        concatenated(inputs, axis - 1) if axis else joined_views(inputs, known(output))
    )


class Merge(Weightless, InPlace, Layer):
    """An operation on elements in the same place of a list of tensors."""

    many: ClassVar[bool] = True
    verb: ClassVar[str]

    def output_shape(self, *inputs: Shape) -> Shape:
        return merged(self, self.verb, inputs)

    def elementwise_flops(self, output: Shape, *inputs: Shape) -> int:
        return elements(output) * (len(inputs) - 1)


@dataclass(eq=False, repr=False)
class Add(Merge):
    """The sum of the inputs: a shortcut joins its block."""

    verb = "add"


@dataclass(eq=False, repr=False)
class Multiply(Merge):
    """The product of the inputs: attention is put onto channels."""

    verb = "multiply"


@dataclass(eq=False, repr=False)
class Maximum(Merge):
    """The larger of the inputs."""

    verb = "compare"


@dataclass(eq=False, repr=False)
class Minimum(Merge):
    """The smaller of the inputs."""

    verb = "compare"


@dataclass(eq=False, repr=False)
class Average(Merge):
    """The mean of the inputs."""

    verb = "average"

    def elementwise_flops(self, output: Shape, *inputs: Shape) -> int:
        return elements(output) * len(inputs)


@dataclass(eq=False, repr=False)
class Subtract(Merge):
    """The first input less the second."""

    verb = "subtract"

    def output_shape(self, *inputs: Shape) -> Shape:
        if len(inputs) != 2:
            self.refuse("inputs", f"takes exactly 2 inputs, not {len(inputs)}")
        return super().output_shape(*inputs)


@dataclass(eq=False, repr=False)
class Concatenate(Free, Layer):
    """The inputs one after the other along an axis, the channels unless said otherwise."""

    axis: int = -1

    many: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        return joined(self, self.axis, inputs)

    def view(self, output: Shape, *inputs: View) -> View:
        return joined_view(self.axis, output, inputs)
