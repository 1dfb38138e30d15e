"""Layers that act in training alone: outside it they cost nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from blocks.rules.arguments import channels_last, image, number
from blocks.spec import Free, Layer, SameShape, Shape


@dataclass(eq=False, repr=False)
class Dropout(Free, SameShape, Layer):
    """Numbers set to zero at random while training."""

    rate: float
    noise_shape: Any = None
    seed: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        number(self, "rate", self.rate, most=1)


@dataclass(eq=False, repr=False)
class SpatialDropout2D(Free, SameShape, Layer):
    """Whole channels set to zero at random while training."""

    rate: float
    data_format: str | None = None
    seed: int | None = None
    trainable: bool = field(default=True, init=False)  # Keras does not take it here

    def __post_init__(self) -> None:
        super().__post_init__()
        number(self, "rate", self.rate, most=1)
        channels_last(self, self.data_format)

    def output_shape(self, x: Shape) -> Shape:
        image(self, x)
        return x
