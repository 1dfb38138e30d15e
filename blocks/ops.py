"""The functions of `keras.ops` that blocks use: arithmetic on specs, the real function on Keras tensors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import Parameter, Signature
from itertools import pairwise
from typing import Any

from blocks.keras_twin import keras_module
from blocks.rules.arguments import axes
from blocks.rules.merging import joined, joined_view, merged
from blocks.spec import (
    Free,
    InPlace,
    Operation,
    Shape,
    TensorSpec,
    Weightless,
    elements,
    known,
)
from blocks.view import View
from designer.model.wording import brief

__all__ = ["add", "concatenate", "multiply", "relu", "sigmoid", "split"]


@dataclass(eq=False)
class Function(Operation):
    """A function of `keras.ops` by its name."""

    function: str

    @property
    def kind(self) -> str:
        return f"ops.{self.function}"


@dataclass(eq=False)
class Elementwise(Weightless, InPlace, Function):
    """A function of each element, or of two tensors' elements in the same place."""

    def output_shape(self, *inputs: Shape) -> Shape:
        if len({len(shape) for shape in inputs}) > 1:
            self.refuse("rank", "takes tensors with equally many axes")
        return merged(self, self.function, inputs)

    def elementwise_flops(self, output: Shape, *inputs: Shape) -> int:
        return elements(output)


@dataclass(eq=False)
class Concatenation(Free, Function):
    axis: int

    def output_shape(self, *inputs: Shape) -> Shape:
        return joined(self, self.axis, inputs)

    def view(self, output: Shape, *inputs: View) -> View:
        return joined_view(self.axis, output, inputs)


@dataclass(eq=False)
class Split(Free, Function):
    parts: int | Sequence[int]
    axis: int

    def output_shape(self, x: Shape) -> Shape:
        return self.output_shapes(x)[0]

    def output_shapes(self, *inputs: Shape) -> tuple[Shape, ...]:
        (x,) = inputs
        (axis,) = axes(self, self.axis, x)
        axis %= len(x)
        size = x[axis]
        if size is None:
            self.refuse("axis", "axis 0 is the batch; use -1 for the channels")
        if isinstance(self.parts, int):
            if self.parts < 1 or size % self.parts:
                self.refuse("parts", f"{size} does not divide into {self.parts} parts")
            sizes = [size // self.parts] * self.parts
        else:
            sizes = [b - a for a, b in pairwise([0, *self.parts, size])]
            if min(sizes) < 1:
                self.refuse(
                    "parts",
                    f"cannot cut {size} at {brief(list(self.parts))}; "
                    f"places rise from 1 to {size - 1}",
                )
        return tuple((*x[:axis], n, *x[axis + 1 :]) for n in sizes)

    def view(self, output: Shape, x: View) -> View:
        return self.views(self.output_shapes((None, *x.shape)), x)[0]

    def views(self, outputs: Sequence[Shape], *inputs: View) -> tuple[View, ...]:
        (x,) = inputs
        axis = self.axis % len(outputs[0]) - 1
        found, start = [], 0
        for shape in outputs:
            size = known(shape)[axis]
            found.append(x.moved(axis, size, (range(start, start + 1),)))
            start += size
        return tuple(found)


def _elementwise(function: str, *names: str) -> Callable[..., Any]:
    """The function of tensors so named; numbers may stand for tensors."""

    def apply(*arguments: Any) -> Any:
        specs = [value for value in arguments if isinstance(value, TensorSpec)]
        if specs:
            return Elementwise(function).trace(specs)[0]
        return getattr(keras_module().ops, function)(*arguments)

    apply.__name__ = function
    apply.__doc__ = f"`keras.ops.{function}` of each element."
    parameters = [Parameter(name, Parameter.POSITIONAL_ONLY) for name in names]
    vars(apply)["__signature__"] = Signature(parameters)
    return apply


add = _elementwise("add", "x1", "x2")
multiply = _elementwise("multiply", "x1", "x2")
relu = _elementwise("relu", "x")
sigmoid = _elementwise("sigmoid", "x")


def concatenate(xs: Sequence[Any], axis: int = 0) -> Any:
    """Tensors one after the other along an axis."""
    if all(isinstance(x, TensorSpec) for x in xs):
        return Concatenation("concatenate", axis).trace(xs)[0]
    return keras_module().ops.concatenate(xs, axis=axis)


def split(x: Any, indices_or_sections: int | Sequence[int], axis: int = 0) -> list[Any]:
    """A tensor cut along an axis into equal parts, or at the given places."""
    if isinstance(x, TensorSpec):
        return list(Split("split", indices_or_sections, axis).trace([x]))
    return list(keras_module().ops.split(x, indices_or_sections, axis=axis))
