"""Activations as layers of their own: one operation an element by the counting rule, softmax too."""

from __future__ import annotations

from dataclasses import dataclass

from blocks.rules import arguments
from blocks.spec import InPlace, Layer, SameShape, Shape, Weightless, elements
from blocks.view import View


class Elementwise(Weightless, InPlace, SameShape, Layer):
    """A function of each element."""

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(output)


@dataclass(eq=False, repr=False)
class Activation(Elementwise):
    """An activation by its name."""

    activation: arguments.ActivationName

    def __post_init__(self) -> None:
        super().__post_init__()
        arguments.activation(self, self.activation)

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(output) * arguments.activated(self.activation)

    def view(self, output: Shape, x: View) -> View:
        return arguments.activated_view(self.activation, x)


@dataclass(eq=False, repr=False)
class ReLU(Elementwise):
    """Zero below a threshold, and no more than `max_value` (6 in MobileNet)."""

    max_value: float | None = None
    negative_slope: float = 0.0
    threshold: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_value is not None:
            arguments.number(self, "max_value", self.max_value)
        arguments.number(self, "negative_slope", self.negative_slope)
        arguments.number(self, "threshold", self.threshold)


@dataclass(eq=False, repr=False)
class Softmax(Elementwise):
    """Scores made into shares that sum to 1 along an axis."""

    axis: int | tuple[int, ...] | None = -1  # None: over everything, the batch too

    def output_shape(self, x: Shape) -> Shape:
        if self.axis is not None:
            arguments.check_stretched(self, self.axis, x, reduced=True)
        return x

    def view(self, output: Shape, x: View) -> View:
        axes = range(len(output)) if self.axis is None else self.axis
        return arguments.mixed(axes, output, x)
