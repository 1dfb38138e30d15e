"""The functions of `keras.ops` that blocks use: arithmetic on specs, the real function on Keras tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from blocks.rules.arguments import axes
from blocks.rules.merging import broadcast, joined
from blocks.spec import (
    Free,
    LayerError,
    Operation,
    SameShape,
    Shape,
    TensorSpec,
    Weightless,
    elements,
    known,
    text,
)


@dataclass(eq=False)
class Elementwise(Weightless, SameShape):
    """A function of each element, or of two tensors' elements in the same place."""

    function: str

    def output_shape(self, *inputs: Shape) -> Shape:
        merged = known(inputs[0])
        for shape in inputs[1:]:
            found = broadcast(merged, known(shape))
            if found is None:
                raise LayerError(
                    "shapes",
                    f"ops.{self.function}: {text(inputs[0])} and {text(shape)} do not fit; "
                    "sizes must be equal, or 1",
                )
            merged = found
        return (None, *merged)

    def elementwise_flops(self, output: Shape, *inputs: Shape) -> int:
        return elements(output)


@dataclass(eq=False)
class Concatenation(Free, Operation):
    axis: int

    def output_shape(self, *inputs: Shape) -> Shape:
        return joined(self, self.axis, inputs)


@dataclass(eq=False)
class Split(Free, Operation):
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
                self.refuse("parts", f"{size} do not divide into {self.parts} parts")
            sizes = [size // self.parts] * self.parts
        else:
            sizes = [b - a for a, b in pairwise([0, *self.parts, size])]
            if min(sizes) < 1:
                self.refuse("parts", f"{size} cannot be cut at {list(self.parts)}")
        return tuple((*x[:axis], n, *x[axis + 1 :]) for n in sizes)


def _on_specs(tensors: Sequence[Any]) -> bool:
    return all(isinstance(tensor, TensorSpec) for tensor in tensors)


def _elementwise(function: str, *tensors: Any) -> Any:
    specs = [tensor for tensor in tensors if isinstance(tensor, TensorSpec)]
    if specs:
        return Elementwise(function).trace(specs)[0]
    import keras

    return getattr(keras.ops, function)(*tensors)


def add(x1: Any, x2: Any) -> Any:
    return _elementwise("add", x1, x2)


def multiply(x1: Any, x2: Any) -> Any:
    return _elementwise("multiply", x1, x2)


def relu(x: Any) -> Any:
    return _elementwise("relu", x)


def sigmoid(x: Any) -> Any:
    return _elementwise("sigmoid", x)


def concatenate(xs: Sequence[Any], axis: int = 0) -> Any:
    """Tensors one after the other along an axis."""
    if _on_specs(xs):
        return Concatenation(axis).trace(xs)[0]
    import keras

    return keras.ops.concatenate(xs, axis=axis)


def split(x: Any, indices_or_sections: int | Sequence[int], axis: int = 0) -> Any:
    """A tensor cut along an axis into equal parts, or at the given places."""
    if isinstance(x, TensorSpec):
        return list(Split(indices_or_sections, axis).trace([x]))
    import keras

    return keras.ops.split(x, indices_or_sections, axis=axis)
