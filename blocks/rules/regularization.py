"""Layers that act in training alone: outside it they cost nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from blocks.rules.arguments import channels_last, image, number
from blocks.spec import Free, InPlace, Layer, SameShape, Shape
from designer.model.wording import brief


@dataclass(eq=False, repr=False)
class Dropout(Free, InPlace, SameShape, Layer):
    """Numbers set to zero at random while training."""

    rate: float
    noise_shape: tuple[int | None, ...] | None = None
    seed: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        drop(self, self.rate, self.seed)
        sizes = () if self.noise_shape is None else self.noise_shape
        if not isinstance(sizes, (tuple, list)) or not all(
            n is None or (isinstance(n, int) and n > 0) for n in sizes
        ):
            self.refuse(
                "noise_shape",
                f"noise_shape is sizes from 1 or None, such as (None, 1, 1, 8), not {brief(sizes)}",
            )


@dataclass(eq=False, repr=False)
class SpatialDropout2D(Free, InPlace, SameShape, Layer):
    """Whole channels set to zero at random while training."""

    rate: float
    data_format: str | None = None
    seed: int | None = None
    trainable: bool = field(default=True, init=False)  # Keras does not take it here

    def __post_init__(self) -> None:
        super().__post_init__()
        drop(self, self.rate, self.seed)
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        image(self, x)
        return x


def drop(layer: Layer, rate: Any, seed: Any) -> None:
    """Refuse a share that is none, and a seed that Keras's generator does not take."""
    number(layer, "rate", rate, most=1, example=0.2)
    if rate and seed is not None and not isinstance(seed, int):
        layer.refuse("seed", f"seed is a whole number, not {brief(seed)}")
