"""What flows between layers before Keras exists: tensor specs, the calls that made them, and the base of all rules.

A spec carries where it came from, as a Keras tensor does, so the record of a network is a walk back from its
outputs and nothing is mutated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any, ClassVar

Shape = tuple[int | None, ...]


class LayerError(ValueError):
    """A setting or input that a layer refuses; `code` names the rule, the text is the sentence for the user."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Weight:
    """One weight array of a layer."""

    shape: tuple[int, ...]
    trainable: bool = True

    @property
    def size(self) -> int:
        return prod(self.shape)


@dataclass(frozen=True, slots=True)
class Window:
    """How far a layer looks, for the receptive field: `size` input pixels, moving by `stride` (height, width).

    `size` counts dilation in: a 3x3 kernel with dilation 2 looks at 5 pixels.
    """

    size: tuple[int, int] = (1, 1)
    stride: tuple[int, int] = (1, 1)
    whole: bool = (
        False  # global pooling and the like: every output sees the whole input
    )


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """An operation applied to specs, and the shapes that it returned."""

    operation: Operation
    inputs: tuple[TensorSpec, ...]
    outputs: tuple[Shape, ...]

    @property
    def input_shapes(self) -> tuple[Shape, ...]:
        return tuple(spec.shape for spec in self.inputs)

    @property
    def weights(self) -> tuple[Weight, ...]:
        return self.operation.weights(*self.input_shapes)

    @property
    def macs(self) -> int:
        return self.operation.macs(self.outputs[0], *self.input_shapes)

    @property
    def flops(self) -> int:
        """2 x MACs and the elementwise work, by the counting rule of DESIGN and the help page."""
        return 2 * self.macs + self.operation.elementwise_flops(
            self.outputs[0], *self.input_shapes
        )


@dataclass(frozen=True, slots=True)
class TensorSpec:
    """A tensor before Keras exists: its shape `(None, height, width, channels)`, and the call that made it."""

    shape: Shape
    source: Call | None = field(default=None, compare=False, repr=False)
    index: int = field(default=0, compare=False, repr=False)


class Operation:
    """Anything that turns specs into specs: a layer, or a function of `keras.ops`.

    Subclasses state shape, weights and cost, or state that there are none: a missing rule is an error, never a 0.
    """

    name: str | None

    def output_shape(self, *inputs: Shape) -> Shape:
        """The output's shape; raises LayerError with numbers where Keras would refuse."""
        raise NotImplementedError(f"{type(self).__name__} has no shape rule")

    def output_shapes(self, *inputs: Shape) -> tuple[Shape, ...]:
        return (self.output_shape(*inputs),)

    def weights(self, *inputs: Shape) -> tuple[Weight, ...]:
        """The weights in Keras's order."""
        raise NotImplementedError(f"{type(self).__name__} has no weight rule")

    def macs(self, output: Shape, *inputs: Shape) -> int:
        """Multiply-accumulates for one image."""
        raise NotImplementedError(f"{type(self).__name__} has no cost rule")

    def elementwise_flops(self, output: Shape, *inputs: Shape) -> int:
        """FLOPs beyond 2 x MACs for one image: bias, activation, add, multiply, pooling windows, normalisation."""
        raise NotImplementedError(f"{type(self).__name__} has no FLOP rule")

    @property
    def window(self) -> Window:
        return Window()

    def trace(self, inputs: Sequence[TensorSpec]) -> tuple[TensorSpec, ...]:
        """Apply to specs: arithmetic only."""
        shapes = self.output_shapes(*(spec.shape for spec in inputs))
        call = Call(self, tuple(inputs), shapes)
        return tuple(
            TensorSpec(shape, call, index) for index, shape in enumerate(shapes)
        )


class Free:
    """Mixed into operations without weights and multiply-accumulates, said so on purpose."""

    def weights(self, *inputs: Shape) -> tuple[Weight, ...]:
        return ()

    def macs(self, output: Shape, *inputs: Shape) -> int:
        return 0


class Layer(Operation):
    """The twin of the Keras layer of the same name: same arguments, same defaults, arithmetic instead of tensors."""

    keras_name: ClassVar[str | None] = None  # where the Keras class is called otherwise

    def __call__(self, x: Any) -> Any:
        tensors = tuple(x) if isinstance(x, (list, tuple)) else (x,)
        if all(isinstance(tensor, TensorSpec) for tensor in tensors):
            return self.trace(tensors)[0]
        from blocks.layers import (
            keras_twin,
        )  # late: that module gathers the subclasses of this class

        return keras_twin(self)(x)


def record(*outputs: TensorSpec) -> Iterator[Call]:
    """Every call that led to `outputs`, once each, producers first."""
    seen: set[int] = set()
    stack = [(spec.source, False) for spec in reversed(outputs)]
    while stack:
        call, ready = stack.pop()
        if call is None or (id(call) in seen and not ready):
            continue
        if ready:
            yield call
            continue
        seen.add(id(call))
        stack.append((call, True))
        stack.extend((spec.source, False) for spec in reversed(call.inputs))
