"""Layers that move numbers about without computing any."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor, prod
from typing import Any, Literal, get_args

from blocks.rules.arguments import (
    MOST_AXES,
    Pair,
    Sides,
    channels_last,
    image,
    pair,
)
from blocks.spec import Free, Layer, Shape, elements, known, text
from blocks.view import View
from designer.model.wording import brief


@dataclass(eq=False, repr=False)
class Reshape(Free, Layer):
    """The same numbers in another shape; one size may be -1, which is what is left."""

    target_shape: tuple[int, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        target = self.target_shape
        if not isinstance(target, (tuple, list)) or not all(
            isinstance(n, int) and n >= -1 for n in target
        ):
            self.refuse(
                "target_shape",
                f"target_shape is a tuple of whole numbers, such as (7, 7, 8), not {brief(target)}",
            )
        if target.count(-1) > 1:
            self.refuse(
                "target_shape", f"only one size of {brief(tuple(target))} can be -1"
            )
        if len(target) >= MOST_AXES:
            self.refuse(
                "target_shape",
                f"target_shape has {len(target)} sizes; TensorFlow's kernels take at most {MOST_AXES - 1}",
            )

    def output_shape(self, x: Shape) -> Shape:
        size, target = elements(x), tuple(self.target_shape)
        left = prod(n for n in target if n != -1)
        if -1 not in target and left == size:
            return (None, *target)
        if -1 not in target or not left or size % left:
            self.refuse(
                "size", f"the {size:,} numbers of {text(x)} do not fill {brief(target)}"
            )
        return (None, *(size // left if n == -1 else n for n in target))

    def view(self, output: Shape, x: View) -> View:
        return x.reshaped(known(output))


@dataclass(eq=False, repr=False)
class Permute(Free, Layer):
    """The axes in another order; 1 is the first after the batch."""

    dims: tuple[int, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        dims = self.dims
        if (
            not isinstance(dims, (tuple, list))
            or not all(isinstance(axis, int) for axis in dims)
            or sorted(dims) != list(range(1, len(dims) + 1))
        ):
            self.refuse(
                "dims",
                f"dims names every axis from 1 once, such as (1, 2, 4, 3), not {brief(dims)}",
            )

    def output_shape(self, x: Shape) -> Shape:
        if len(x) != len(self.dims) + 1:
            self.refuse(
                "rank",
                f"dims {brief(tuple(self.dims))} order {len(self.dims)} axes, but {text(x)} has {len(x) - 1}",
            )
        return (None, *(x[axis] for axis in self.dims))

    def view(self, output: Shape, x: View) -> View:
        return x.permuted([axis - 1 for axis in self.dims])


@dataclass(eq=False, repr=False)
class Flatten(Free, Layer):
    """The whole image as one row of numbers."""

    data_format: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        return (None, elements(x))

    def view(self, output: Shape, x: View) -> View:
        return x.reshaped(known(output))


class Bordered(Free, Layer):
    """Layers that change the image's border."""

    border: tuple[tuple[int, int], tuple[int, int]]

    def sides(self, name: str, value: Any) -> None:
        """One number, two for height and width, or ((top, bottom), (left, right))."""
        if isinstance(value, int):
            value = (value, value)
        if not isinstance(value, (tuple, list)) or len(value) != 2:
            self.refuse(
                name,
                f"{name} is one number, two, or ((top, bottom), (left, right)), not {brief(value)}",
            )
        height, width = (pair(self, name, side, least=0, example=1) for side in value)
        self.border = height, width

    def shifted(self, output: Shape, x: View, sign: int) -> View:
        """What the pixels depend on when the image begins at another one."""
        for axis, (before, _) in enumerate(self.border):
            start = sign * before
            x = x.moved(axis, known(output)[axis], (range(start, start + 1),))
        return x


@dataclass(eq=False, repr=False)
class ZeroPadding2D(Bordered):
    """Zeros put around the image."""

    padding: Sides = (1, 1)
    data_format: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.sides("padding", self.padding)
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        height, width, channels = image(self, x)
        (top, bottom), (left, right) = self.border
        return (None, height + top + bottom, width + left + right, channels)

    def view(self, output: Shape, x: View) -> View:
        return self.shifted(output, x, -1)


@dataclass(eq=False, repr=False)
class Cropping2D(Bordered):
    """Pixels cut from the image's border."""

    cropping: Sides = ((0, 0), (0, 0))
    data_format: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.sides("cropping", self.cropping)
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        height, width, channels = image(self, x)
        (top, bottom), (left, right) = self.border
        rows, columns = height - top - bottom, width - left - right
        if rows < 1 or columns < 1:
            self.refuse(
                "cropping",
                f"cutting {top + bottom} rows and {left + right} columns leaves nothing of "
                f"{height}x{width} pixels; cut at most {height - 1} and {width - 1}",
            )
        return (None, rows, columns, channels)

    def view(self, output: Shape, x: View) -> View:
        return self.shifted(output, x, 1)


Interpolation = Literal["nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"]
INTERPOLATIONS = get_args(Interpolation)
# Pixels on each side of a place that an interpolation reads.
RADII = {"nearest": 0, "bilinear": 1, "bicubic": 2, "lanczos3": 3, "lanczos5": 5}


@dataclass(eq=False, repr=False)
class UpSampling2D(Free, Layer):
    """The image enlarged by whole factors."""

    size: Pair = (2, 2)
    data_format: str | None = None
    interpolation: Interpolation = "nearest"

    def __post_init__(self) -> None:
        super().__post_init__()
        self.factors = pair(self, "size", self.size)
        channels_last(self, self.data_format)
        if str(self.interpolation).lower() not in INTERPOLATIONS:
            self.refuse(
                "interpolation",
                f"there is no interpolation {brief(self.interpolation)}; use one of {', '.join(INTERPOLATIONS)}",
            )

    def output_shape(self, x: Shape) -> Shape:
        height, width, channels = image(self, x)
        return (None, height * self.factors[0], width * self.factors[1], channels)

    def view(self, output: Shape, x: View) -> View:
        for axis, factor in enumerate(self.factors):
            taps = tuple(self._read(phase, factor) for phase in range(factor))
            x = x.moved(axis, known(output)[axis], taps, factor=factor)
        return x

    def _read(self, phase: int, factor: int) -> range:
        """Offsets of the pixels that an interpolated one is made of; its centre lies between two of them."""
        radius = RADII[str(self.interpolation).lower()]
        place = Fraction(2 * phase + 1 - factor, 2 * factor)
        if not radius or not place:
            return range(1)
        return range(floor(place) - radius + 1, floor(place) + radius + 1)
