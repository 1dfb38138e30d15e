"""Pools: over a window that slides, or over the whole image."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from blocks.rules.arguments import Padding, Pair, channels_last, image, pair
from blocks.rules.windows import Sliding
from blocks.spec import Layer, Shape, Weightless, elements
from blocks.view import View


class Pooling2D(Weightless, Sliding):
    """A window that slides; without `strides` it moves by its own size."""

    pool_size: Pair
    strides: Pair | None
    padding: Padding
    data_format: str | None

    def __post_init__(self) -> None:
        super().__post_init__()
        pool = pair(self, "pool_size", self.pool_size)
        strides = pool if self.strides is None else self.strides
        self.slide(pool, strides, self.padding, 1, conv=False)
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        return (None, *self.slid(x), x[-1])

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(output) * prod(self.kernel)

    def view(self, output: Shape, x: View) -> View:
        return self.window(output, x)


@dataclass(eq=False, repr=False)
class MaxPooling2D(Pooling2D):
    """The largest value of each window."""

    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"
    data_format: str | None = None


@dataclass(eq=False, repr=False)
class AveragePooling2D(Pooling2D):
    """The mean of each window."""

    pool_size: Pair
    strides: Pair | None = None
    padding: Padding = "valid"
    data_format: str | None = None


@dataclass(eq=False, repr=False)
class GlobalPooling2D(Weightless, Layer):
    """The whole image as one window."""

    data_format: str | None = None
    keepdims: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        channels = image(self, x)[-1]
        return (None, 1, 1, channels) if self.keepdims else (None, channels)

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(x)

    def view(self, output: Shape, x: View) -> View:
        pooled = x.mixed(0, outputs=1).mixed(1, outputs=1)
        return pooled if self.keepdims else pooled.without((0, 1))


@dataclass(eq=False, repr=False)
class GlobalAveragePooling2D(GlobalPooling2D):
    """The mean of each channel."""


@dataclass(eq=False, repr=False)
class GlobalMaxPooling2D(GlobalPooling2D):
    """The largest value of each channel."""
