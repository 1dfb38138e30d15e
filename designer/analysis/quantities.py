"""What is measured of layers, nodes and designs: sums of costs, and receptive fields."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Cost:
    """Sums over layers. Bytes are of one image in float32."""

    params: int = 0
    trainable_params: int = 0
    macs: int = 0
    flops: int = 0
    activation_bytes: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.params + other.params,
            self.trainable_params + other.trainable_params,
            self.macs + other.macs,
            self.flops + other.flops,
            self.activation_bytes + other.activation_bytes,
        )


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """Height and width in input pixels of what one output element depends on; None: the whole image.

    `stride` is how many input pixels lie between neighbouring outputs: a fraction where the image was enlarged.
    Borders are left out of account, so a field may be larger than the image.
    """

    size: tuple[int, int] | None = (1, 1)
    stride: tuple[Fraction, Fraction] = (Fraction(1), Fraction(1))


NO_COST = Cost()
ONE_PIXEL = ReceptiveField()
