"""What flows between layers before Keras exists: tensor specs, the calls that made them, and the base of all rules.

A spec carries where it came from, as a Keras tensor does, so the record of a network is a walk back from its
outputs and nothing is mutated.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, field
from math import prod
from typing import Any, ClassVar, NoReturn, cast

from blocks.budget import spend
from blocks.keras_twin import keras_twin
from blocks.view import View, joined
from designer.model.wording import brief

Shape = tuple[int | None, ...]

# fmt: off
DTYPES = ("float16", "bfloat16", "float32", "float64", "mixed_float16", "mixed_bfloat16")
# fmt: on


def known(shape: Shape) -> tuple[int, ...]:
    """All sizes but the batch's: `Input` refuses unknown ones and every rule keeps them known."""
    return cast(tuple[int, ...], shape[1:])


def elements(shape: Shape) -> int:
    """Numbers in the tensor of one image."""
    return prod(known(shape))


def text(shape: Shape) -> str:
    """A shape as people write it: `56x56x24`."""
    return "x".join(map(str, shape[1:])) or "a single number"


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


class Operation(ABC):
    """Anything that turns specs into specs: a layer, or a function of `keras.ops`.

    Subclasses state shape, weights and cost, or state that there are none: without a rule, they cannot be made.
    Rules take one shape an input; `**_: Any` lets a rule name them without breaking the base's signature.
    """

    name: str | None = None

    @property
    def kind(self) -> str:
        """What the user knows it as: the name of the Keras layer or function."""
        return type(self).__name__

    @abstractmethod
    def output_shape(self, *inputs: Any, **_: Any) -> Shape:
        """The output's shape; raises LayerError with numbers where Keras would refuse."""

    def output_shapes(self, *inputs: Shape) -> tuple[Shape, ...]:
        return (self.output_shape(*inputs),)

    @abstractmethod
    def weights(self, *inputs: Any, **_: Any) -> tuple[Weight, ...]:
        """The weights in Keras's order."""

    @abstractmethod
    def macs(self, output: Shape, *inputs: Any, **_: Any) -> int:
        """Multiply-accumulates for one image."""

    @abstractmethod
    def elementwise_flops(self, output: Shape, *inputs: Any, **_: Any) -> int:
        """FLOPs beyond 2 x MACs for one image: bias, activation, add, multiply, pooling windows, normalisation."""

    @abstractmethod
    def view(self, output: Shape, *inputs: Any, **_: Any) -> View:
        """What the output's elements depend on, from the views of the inputs, for the receptive field."""

    def views(self, outputs: Sequence[Shape], *inputs: View) -> tuple[View, ...]:
        return (self.view(outputs[0], *inputs),)

    def refuse(self, code: str, message: str) -> NoReturn:
        """Say what cannot work, after the kind of layer that says it."""
        raise LayerError(code, f"{self.kind}: {message}")

    def trace(self, inputs: Sequence[TensorSpec]) -> tuple[TensorSpec, ...]:
        """Apply to specs: arithmetic only."""
        spend()
        shapes = self.output_shapes(*(spec.shape for spec in inputs))
        call = Call(self, tuple(inputs), shapes)
        return tuple(
            TensorSpec(shape, call, index) for index, shape in enumerate(shapes)
        )


@dataclass(eq=False, repr=False)
class Layer(Operation):
    """The twin of the Keras layer of the same name: same arguments, same defaults, arithmetic instead of tensors.

    Arguments that say nothing about shapes and costs (initializers, regularizers, constraints) are not looked at,
    and reach the Keras layer as they came. Layers are channels-last.
    """

    _: KW_ONLY
    name: str | None = None
    dtype: Any = None
    trainable: bool = True

    many: ClassVar[bool] = False  # called on a list of tensors, not on one

    def __post_init__(self) -> None:
        if self.name is not None and (
            not isinstance(self.name, str) or "/" in self.name
        ):
            self.refuse(
                "name", f"{brief(self.name)} is no layer name; use a text without /"
            )
        if not isinstance(self.trainable, bool):
            self.refuse(
                "trainable", f"trainable is True or False, not {brief(self.trainable)}"
            )
        if isinstance(self.dtype, str) and self.dtype not in DTYPES:
            self.refuse(
                "dtype", f"dtype is one of {', '.join(DTYPES)}, not {brief(self.dtype)}"
            )

    def __call__(self, x: Any) -> Any:
        listed = isinstance(x, (list, tuple))
        tensors = tuple(x) if listed else (x,)
        if not all(isinstance(tensor, TensorSpec) for tensor in tensors):
            return keras_twin(self)(x)
        if self.many and not (listed and tensors):
            self.refuse("inputs", "takes a list of tensors, such as [a, b]")
        if listed and not self.many:
            self.refuse("inputs", f"takes one tensor, not a list of {len(tensors)}")
        return self.trace(tensors)[0]


class Weightless(Operation):
    """Mixed into operations without weights and multiply-accumulates, said so on purpose."""

    def weights(self, *inputs: Any, **_: Any) -> tuple[Weight, ...]:
        return ()

    def macs(self, output: Shape, *inputs: Any, **_: Any) -> int:
        return 0


class Free(Weightless):
    """Mixed into operations that only move numbers about: they cost nothing by the counting rule."""

    def elementwise_flops(self, output: Shape, *inputs: Any, **_: Any) -> int:
        return 0


class InPlace(Operation):
    """Mixed into operations whose output elements read the inputs' elements in the same place."""

    def view(self, output: Shape, *inputs: Any, **_: Any) -> View:
        return joined(inputs, known(output))


class SameShape(Operation):
    """Mixed into layers whose output has the shape of their input."""

    def output_shape(self, x: Shape) -> Shape:
        return x


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
