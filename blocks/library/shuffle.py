"""Channel shuffle, and the blocks that live by it."""

import math
from typing import Literal

from blocks import layers, ops
from blocks.definition import Range, block
from blocks.library.convolution import conv_bn, depthwise_conv, grouped_conv
from blocks.ranges import CHANNELS, GROUPS, RATE, STRIDES


@block(
    "Channel shuffle",
    category="ShuffleNet",
    source="Zhang et al. 2018, Fig. 1",
    ranges={"groups": GROUPS},
)
def channel_shuffle(x, *, groups: int = 2, name: str = "shuffle"):
    """Mixes the groups of a grouped convolution, so that the next one sees all of them.

    Args:
        x: images, (batch, height, width, channels).
        groups: groups of the convolution before; must divide the channels.
        name: what the layers' names begin with.
    """
    if len(x.shape) != 4:
        raise ValueError(
            f"a shuffle takes images of height x width x channels, not {x.shape[1:]}"
        )
    _, height, width, channels = x.shape
    if groups < 1 or channels % groups:
        raise ValueError(
            f"{channels} channels do not divide into {groups} groups: "
            f"{math.gcd(channels, groups)} works"
        )
    x = layers.Reshape(
        (height, width, groups, channels // groups), name=f"{name}_split"
    )(x)
    x = layers.Permute((1, 2, 4, 3), name=f"{name}_swap")(x)
    return layers.Reshape((height, width, channels), name=f"{name}_join")(x)


@block(
    "ShuffleNet unit",
    category="ShuffleNet",
    source="Zhang et al. 2018, Fig. 2",
    ranges={"filters": CHANNELS, "groups": GROUPS, "strides": STRIDES},
)
def shufflenet_unit(
    x,
    *,
    filters: int = 240,
    groups: int = 3,
    strides: int = 1,
    group_first: bool = True,
    name: str = "unit",
):
    """A unit of ShuffleNet v1: grouped 1x1, shuffle, depthwise, grouped 1x1.

    At strides 1 the input is added; otherwise it is pooled and concatenated.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, a multiple of 4 x groups.
        groups: groups of both 1x1 convolutions.
        strides: step of the depthwise kernel; a stage begins with 2.
        group_first: groups in the first 1x1 too; not so in a network's first unit.
        name: what the layers' names begin with.
    """
    channels = x.shape[-1]
    if strides == 1 and filters != channels:
        raise ValueError(
            f"the input is added, so its {channels} channels must be the "
            f"{filters} filters: filters={channels} or strides=2 works"
        )
    if strides > 1 and filters <= channels:
        raise ValueError(
            f"the input's {channels} channels are among the {filters} filters, "
            f"which leaves none to compute: filters={2 * channels} works"
        )
    y = grouped_conv(
        x,
        filters=filters // 4,
        kernel_size=1,
        groups=groups if group_first else 1,
        name=f"{name}_reduce",
    )
    y = channel_shuffle(y, groups=groups, name=f"{name}_shuffle")
    y = depthwise_conv(
        y, strides=strides, activation="linear", name=f"{name}_depthwise"
    )
    y = grouped_conv(
        y,
        filters=filters if strides == 1 else filters - channels,
        kernel_size=1,
        groups=groups,
        activation="linear",
        name=f"{name}_expand",
    )
    if strides == 1:
        y = layers.Add(name=f"{name}_add")([x, y])
    else:
        x = layers.AveragePooling2D(
            3, strides=strides, padding="same", name=f"{name}_pool"
        )(x)
        y = layers.Concatenate(name=f"{name}_concat")([x, y])
    return layers.Activation("relu", name=f"{name}_relu")(y)


@block(
    "ShuffleNet unit, plain",
    category="ShuffleNet",
    source="article on ShuffleNet in TensorFlow 2",
    ranges={"filters": CHANNELS, "groups": GROUPS, "strides": STRIDES},
)
def shufflenet_unit_plain(
    x, *, filters: int = 144, groups: int = 1, strides: int = 1, name: str = "unit"
):
    """The ShuffleNet unit with biases instead of batch normalisation and activations.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        groups: groups of both 1x1 convolutions.
        strides: step of the depthwise kernel; above 1 the input is concatenated.
        name: what the layers' names begin with.
    """
    channels = x.shape[-1]
    if strides == 1 and filters != channels:
        raise ValueError(
            f"the input is added, so its {channels} channels must be the "
            f"{filters} filters: filters={channels} or strides=2 works"
        )
    # The bottleneck is a quarter of what the unit computes, not of what it puts out.
    computed = filters if strides == 1 else filters - channels
    if computed < 4:
        raise ValueError(
            f"the input's {channels} channels are among the {filters} filters, "
            f"which leaves {max(0, computed)} to compute: filters={2 * channels} works"
        )
    y = layers.GroupedConv2D(computed // 4, 1, groups=groups, name=f"{name}_reduce")(x)
    y = channel_shuffle(y, groups=groups, name=f"{name}_shuffle")
    y = layers.DepthwiseConv2D(
        3, strides=strides, padding="same", name=f"{name}_depthwise"
    )(y)
    y = layers.GroupedConv2D(computed, 1, groups=groups, name=f"{name}_expand")(y)
    if strides == 1:
        return layers.Add(name=f"{name}_add")([x, y])
    x = layers.AveragePooling2D(
        3, strides=strides, padding="same", name=f"{name}_pool"
    )(x)
    return layers.Concatenate(name=f"{name}_concat")([x, y])


@block(
    "ShuffleNet v2 unit",
    category="ShuffleNet",
    source="Ma et al. 2018, Fig. 3",
    ranges={"filters": CHANNELS, "strides": STRIDES},
)
def shufflenet_v2_unit(x, *, filters: int = 116, strides: int = 1, name: str = "unit"):
    """A unit of ShuffleNet v2: half of the channels go through it, half go past.

    At strides above 1 all channels go both ways.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        strides: step of the depthwise kernels; a stage begins with 2.
        name: what the layers' names begin with.
    """
    channels = x.shape[-1]
    if strides == 1 and filters != channels:
        raise ValueError(
            f"half of the input goes past, so its {channels} channels must be the "
            f"{filters} filters: filters={channels} or strides=2 works"
        )
    if strides == 1 and channels % 2:
        raise ValueError(
            f"{channels} channels have no halves: filters={channels + 1} before works"
        )
    if strides > 1 and filters <= channels:
        raise ValueError(
            f"the input's {channels} channels are among the {filters} filters, "
            f"which leaves none to compute: filters={2 * channels} works"
        )
    if strides == 1:
        shortcut, x = ops.split(x, 2, axis=-1)
    else:
        shortcut = depthwise_conv(
            x,
            strides=strides,
            activation="linear",
            name=f"{name}_shortcut_depthwise",
        )
        shortcut = conv_bn(
            shortcut, filters=channels, kernel_size=1, name=f"{name}_shortcut"
        )
    x = conv_bn(x, filters=filters // 2, kernel_size=1, name=f"{name}_reduce")
    x = depthwise_conv(
        x, strides=strides, activation="linear", name=f"{name}_depthwise"
    )
    # The rest, which is half where the unit doubles the channels, as in the authors' code.
    x = conv_bn(
        x, filters=filters - shortcut.shape[-1], kernel_size=1, name=f"{name}_expand"
    )
    x = layers.Concatenate(name=f"{name}_concat")([shortcut, x])
    return channel_shuffle(x, groups=2, name=f"{name}_shuffle")


@block(
    "GER block",
    category="ShuffleNet",
    source="article on GER-VNet",
    ranges={
        "filters": CHANNELS,
        "groups": GROUPS,
        "strides": STRIDES,
        "expansion": Range(0.25, 8, 0.25),
        "drop_rate": RATE,
    },
)
def ger_block(
    x,
    *,
    filters: int = 64,
    groups: int = 4,
    strides: int = 1,
    expansion: float = 0.25,
    shortcut: Literal["identity", "projection"] = "identity",
    drop_rate: float = 0.0,
    name: str = "ger",
):
    """Group-enhanced residual: 1x1, channel shuffle, depthwise, 1x1, add the input.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        groups: what the shuffle mixes; must divide the channels in the middle.
        strides: step of the depthwise kernel; the input is added at 1 only.
        expansion: channels in the middle per filter.
        shortcut: projection brings the input to the same channels by a 1x1 convolution.
        drop_rate: share of the block's output that is dropped in training.
        name: what the layers' names begin with.
    """
    channels, middle = x.shape[-1], round(filters * expansion)
    if middle < 1:
        raise ValueError(
            f"an expansion of {expansion} leaves none of {filters} filters: 1 works"
        )
    if strides == 1 and shortcut == "identity" and channels != filters:
        raise ValueError(
            f"the input's {channels} channels cannot be added to {filters} filters: "
            f"filters={channels} or shortcut='projection' works"
        )
    y = layers.Conv2D(middle, 1, name=f"{name}_reduce")(x)
    y = layers.BatchNormalization(name=f"{name}_reduce_bn")(y)
    y = layers.Activation("relu", name=f"{name}_relu")(y)
    y = channel_shuffle(y, groups=groups, name=f"{name}_shuffle")
    y = layers.DepthwiseConv2D(
        3, strides=strides, padding="same", name=f"{name}_depthwise"
    )(y)
    y = layers.BatchNormalization(name=f"{name}_depthwise_bn")(y)
    y = layers.Conv2D(filters, 1, name=f"{name}_expand")(y)
    if drop_rate:
        y = layers.Dropout(drop_rate, name=f"{name}_drop")(y)
    if strides > 1:
        return y
    if shortcut == "projection":
        x = layers.Conv2D(filters, 1, name=f"{name}_shortcut")(x)
    return layers.Add(name=f"{name}_add")([x, y])
