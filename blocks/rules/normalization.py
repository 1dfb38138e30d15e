"""Normalisation: two operations an element, the counting rule's scale and shift."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

from blocks.rules.arguments import (
    Numbers,
    axes,
    check_stretched,
    finite,
    mixed,
    number,
)
from blocks.spec import (
    InPlace,
    Layer,
    Shape,
    Weight,
    Weightless,
    elements,
    known,
    text,
)
from blocks.view import View
from designer.model.wording import brief

SMALLEST = 2.0**-126  # of float32; TensorFlow takes what is smaller for 0


class Normalizing(InPlace, Layer):
    """A scale and a shift of every element, by numbers kept along an axis."""

    axis: Any

    def output_shape(self, x: Shape) -> Shape:
        self.kept(x)
        return x

    def macs(self, output: Shape, x: Shape) -> int:
        return 0

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return 2 * elements(output)

    def kept(self, x: Shape) -> tuple[int, ...]:
        """Sizes along the axes that have numbers of their own."""
        named = axes(self, self.axis, x)
        if any(axis % len(x) == 0 for axis in named):
            self.refuse("axis", "axis 0 is the batch; use -1 for the channels")
        # In Keras's order, that of the numbers as written: -1 comes before 1.
        return tuple(known(x)[axis % len(x) - 1] for axis in sorted(named))


@dataclass(eq=False, repr=False)
class BatchNormalization(Normalizing):
    """Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted."""

    axis: int = -1
    momentum: float = 0.99
    epsilon: float = 1e-3
    center: bool = True
    scale: bool = True
    beta_initializer: Any = "zeros"
    gamma_initializer: Any = "ones"
    moving_mean_initializer: Any = "zeros"
    moving_variance_initializer: Any = "ones"
    beta_regularizer: Any = None
    gamma_regularizer: Any = None
    beta_constraint: Any = None
    gamma_constraint: Any = None
    renorm: bool = False
    renorm_clipping: Any = None
    renorm_momentum: float = 0.99
    synchronized: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not isinstance(self.axis, int):
            self.refuse("axis", f"axis is one whole number, not {brief(self.axis)}")
        number(self, "momentum", self.momentum, most=1, example=0.99)
        number(self, "renorm_momentum", self.renorm_momentum, most=1, example=0.99)
        number(self, "epsilon", self.epsilon, example=0.001)
        if self.renorm and self.renorm_clipping:
            limits = {"rmin": -inf, "rmax": inf, "dmax": inf} | self.renorm_clipping
            if len(limits) > 3 or limits["rmax"] < limits["rmin"] or limits["dmax"] < 0:
                self.refuse(
                    "renorm_clipping",
                    "renorm_clipping is limits such as {'rmin': 0.3, 'rmax': 3, 'dmax': 5}, "
                    f"not {brief(self.renorm_clipping)}",
                )

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        shape = self.kept(x)
        learned = bool(self.scale) + bool(self.center)
        moving = 5 if self.renorm else 2  # renorm has a mean and deviations of its own
        return (Weight(shape, self.trainable),) * learned + (
            Weight(shape, False),
        ) * moving


@dataclass(eq=False, repr=False)
class LayerNormalization(Normalizing):
    """Each image brought to mean 0 and variance 1 along an axis, then scaled and shifted."""

    axis: int | tuple[int, ...] = -1
    epsilon: float = 1e-3
    center: bool = True
    scale: bool = True
    beta_initializer: Any = "zeros"
    gamma_initializer: Any = "ones"
    beta_regularizer: Any = None
    gamma_regularizer: Any = None
    beta_constraint: Any = None
    gamma_constraint: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.epsilon is None:
            return
        number(self, "epsilon", self.epsilon, example=0.001)
        if self.epsilon < SMALLEST:
            self.refuse(
                "epsilon",
                f"epsilon {brief(self.epsilon)} is 0 in float32, and where all inputs are equal 0 would be divided "
                "by 0; 0.001 works",
            )

    def output_shape(self, x: Shape) -> Shape:
        check_stretched(self, self.axis, x, reduced=True)
        return super().output_shape(x)

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        learned = bool(self.scale) + bool(self.center)
        return (Weight(self.kept(x), self.trainable),) * learned

    def view(self, output: Shape, x: View) -> View:
        return mixed(self.axis, output, x)


@dataclass(eq=False, repr=False)
class Normalization(Normalizing):
    """Means and variances taken off the input, learned from data before training or given."""

    axis: int | tuple[int, ...] | None = -1
    mean: Numbers | None = None
    variance: Numbers | None = None
    invert: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.mean is None) != (self.variance is None):
            self.refuse("mean", "mean and variance come together; give both or neither")
        if extent(self.mean) != extent(self.variance):
            self.refuse(
                "mean",
                f"mean {brief(self.mean)} and variance {brief(self.variance)} differ in length",
            )
        if self.mean is not None:
            finite(self, "mean", self.mean)
            finite(self, "variance", self.variance, least=0)

    def kept(self, x: Shape) -> tuple[int, ...]:
        if self.axis is None:
            return ()
        super().kept(x)
        named = sorted(axis % len(x) for axis in axes(self, self.axis, x))
        return tuple(known(x)[axis - 1] for axis in named)

    def output_shape(self, x: Shape) -> Shape:
        kept, given = self.kept(x), extent(self.mean)
        fits = zip(reversed(kept), reversed(given), strict=False)
        if len(given) > len(kept) or any(n not in (1, size) for size, n in fits):
            self.refuse("mean", f"mean {brief(self.mean)} does not fit {text(x)}")
        check_stretched(self, self.axis, x, reduced=False)
        return x

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        if self.mean is not None:
            return ()
        shape = self.kept(x)
        return (Weight(shape, False), Weight(shape, False), Weight((), False))


@dataclass(eq=False, repr=False)
class Rescaling(Weightless, InPlace, Layer):
    """The input times `scale` plus `offset`; a list has a number for each channel."""

    scale: Numbers
    offset: Numbers = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        for name, value in (("scale", self.scale), ("offset", self.offset)):
            finite(self, name, value)

    def output_shape(self, x: Shape) -> Shape:
        for name, value in (("scale", self.scale), ("offset", self.offset)):
            if extent(value) not in ((), (1,), x[-1:]):
                self.refuse(name, f"{name} has a number for each channel of {text(x)}")
        return x

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return 2 * elements(output)


def extent(values: Any) -> tuple[int, ...]:
    """The shape of a number, of nested lists of numbers or of an array."""
    if isinstance(values, (list, tuple)):
        return (len(values), *(extent(values[0]) if values else ()))
    return tuple(getattr(values, "shape", ()))
