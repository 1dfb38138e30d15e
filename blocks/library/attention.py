"""Blocks that weigh channels, and how others do it."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block


def excite(x, *, units, activation="relu", gate="sigmoid", name):
    """Weighs each channel, by units that see all channels' averages.

    Args:
        x: images, (batch, height, width, channels).
        units: units in the middle.
        activation: what follows the squeeze.
        gate: what makes a weight between 0 and 1.
        name: what the layers' names begin with.
    """
    # 1x1 convolutions: dense layers that keep the axes, as in keras.applications.
    y = layers.GlobalAveragePooling2D(keepdims=True, name=f"{name}_squeeze")(x)
    y = layers.Conv2D(units, 1, activation=activation, name=f"{name}_reduce")(y)
    y = layers.Conv2D(x.shape[-1], 1, activation=gate, name=f"{name}_expand")(y)
    return layers.Multiply(name=f"{name}_scale")([x, y])


@block(
    "Squeeze-and-excitation",
    category="Attention",
    source="Hu et al. 2018, Fig. 1",
    ranges={"ratio": Range(1, 64)},
)
def squeeze_excite(
    x,
    *,
    ratio: int = 16,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    gate: Literal["sigmoid", "hard_sigmoid"] = "sigmoid",
    name: str = "se",
):
    """Weighs each channel by what all channels hold on average.

    Args:
        x: images, (batch, height, width, channels).
        ratio: channels per unit in the middle.
        activation: what follows the squeeze.
        gate: what makes a weight between 0 and 1.
        name: what the layers' names begin with.
    """
    channels = x.shape[-1]
    if not 1 <= ratio <= channels:
        raise ValueError(
            f"a ratio of {ratio} leaves no unit for {channels} channels: "
            f"1 to {channels} works"
        )
    return excite(
        x, units=channels // ratio, activation=activation, gate=gate, name=name
    )
