"""Normalisation: two operations an element, the counting rule's scale and shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blocks.rules.arguments import axes
from blocks.spec import Layer, SameShape, Shape, Weight, elements


class Normalizing(SameShape, Layer):
    def macs(self, output: Shape, x: Shape) -> int:
        return 0

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return 2 * elements(output)

    def sizes(self, axis: Any, x: Shape) -> tuple[int, ...]:
        """Sizes along axes; the batch's is unknown and cannot have weights."""
        found: list[int] = []
        for index in axes(self, axis, x):
            size = x[index]
            if size is None:
                self.refuse("axis", "axis 0 is the batch; use -1 for the channels")
            found.append(size)
        return tuple(found)


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

    def output_shape(self, x: Shape) -> Shape:
        self.sizes(self.axis, x)
        return x

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        shape = self.sizes(self.axis, x)
        learned = bool(self.scale) + bool(self.center)
        moving = 5 if self.renorm else 2  # renorm keeps its own mean and deviations
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

    def output_shape(self, x: Shape) -> Shape:
        self.sizes(self.axis, x)
        return x

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        # Keras sorts the axes as they are written, -1 before 1.
        ordered = sorted(axes(self, self.axis, x))
        shape = self.sizes(ordered, x)
        learned = bool(self.scale) + bool(self.center)
        return (Weight(shape, self.trainable),) * learned


@dataclass(eq=False, repr=False)
class Normalization(Normalizing):
    """Fixed means and variances taken off the input, learned from data before training or given."""

    axis: int | tuple[int, ...] | None = -1
    mean: Any = None
    variance: Any = None
    invert: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.mean is None) != (self.variance is None):
            self.refuse("mean", "mean and variance come together; give both or neither")

    def output_shape(self, x: Shape) -> Shape:
        self.sizes(() if self.axis is None else self.axis, x)
        return x

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        if self.mean is not None:
            return ()
        kept = {
            a % len(x) for a in axes(self, () if self.axis is None else self.axis, x)
        }
        shape = self.sizes(sorted(kept), x)
        return (Weight(shape, False), Weight(shape, False), Weight((), False))


@dataclass(eq=False, repr=False)
class Rescaling(Normalizing):
    """The input times `scale` plus `offset`."""

    scale: Any
    offset: Any = 0.0

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        return ()
