"""Blocks of GhostNet: feature maps that are cheap variants of others."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.library.attention import excite
from blocks.library.convolution import conv_bn, depthwise_conv
from blocks.ranges import CHANNELS, KERNEL, STRIDES
from blocks.rounding import round_channels


@block(
    "Ghost module",
    category="Mobile",
    source="Han et al. 2020, Fig. 2",
    ranges={
        "filters": CHANNELS,
        "ratio": Range(2, 16),
        "kernel_size": KERNEL,
        "cheap_kernel": KERNEL,
    },
)
def ghost_module(
    x,
    *,
    filters: int = 32,
    ratio: int = 2,
    kernel_size: int = 1,
    cheap_kernel: int = 3,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    name: str = "ghost",
):
    """A convolution to some of the channels; a depthwise one makes the others of these.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, a multiple of ratio.
        ratio: channels of the output per channel that is computed in full.
        kernel_size: height and width of the convolution's kernel.
        cheap_kernel: height and width of the depthwise kernel.
        activation: what follows each normalisation; linear is none.
        name: what the layers' names begin with.
    """
    if ratio < 2:
        raise ValueError(f"a ratio of {ratio} makes no ghosts: 2 works")
    if filters < 1 or filters % ratio:
        raise ValueError(
            f"{filters} filters are not a multiple of the ratio {ratio}: "
            f"{ratio * max(1, filters // ratio)} works"
        )
    x = conv_bn(
        x,
        filters=filters // ratio,
        kernel_size=kernel_size,
        activation=activation,
        name=f"{name}_primary",
    )
    ghosts = depthwise_conv(
        x,
        kernel_size=cheap_kernel,
        depth_multiplier=ratio - 1,
        activation=activation,
        name=f"{name}_cheap",
    )
    return layers.Concatenate(name=f"{name}_concat")([x, ghosts])


@block(
    "Ghost bottleneck",
    category="Mobile",
    source="Han et al. 2020, Fig. 3 and Table 1",
    ranges={
        "filters": CHANNELS,
        "expanded": CHANNELS,
        "kernel_size": KERNEL,
        "strides": STRIDES,
    },
)
def ghost_bottleneck(
    x,
    *,
    filters: int = 16,
    expanded: int = 48,
    kernel_size: int = 3,
    strides: int = 1,
    squeeze: bool = False,
    name: str = "ghost",
):
    """A row of GhostNet: a ghost module expands, another projects, the input is added.

    Where strides or channels differ, the input is brought to the output's by a
    depthwise and a 1x1 convolution.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, an even number.
        expanded: channels in the middle, an even number.
        kernel_size: height and width of the depthwise kernels.
        strides: step of the depthwise kernels; at 1 there is none in the middle.
        squeeze: weighs the channels in the middle, by a quarter as many units.
        name: what the layers' names begin with.
    """
    shortcut = x
    x = ghost_module(x, filters=expanded, name=f"{name}_expand")
    if strides > 1:
        x = depthwise_conv(
            x,
            kernel_size=kernel_size,
            strides=strides,
            activation="linear",
            name=f"{name}_depthwise",
        )
    if squeeze:
        x = excite(
            x,
            units=round_channels(expanded / 4, 4),
            gate="hard_sigmoid",
            name=f"{name}_se",
        )
    x = ghost_module(x, filters=filters, activation="linear", name=f"{name}_project")
    if strides > 1 or shortcut.shape[-1] != filters:
        shortcut = depthwise_conv(
            shortcut,
            kernel_size=kernel_size,
            strides=strides,
            activation="linear",
            name=f"{name}_shortcut_depthwise",
        )
        shortcut = conv_bn(
            shortcut,
            filters=filters,
            kernel_size=1,
            activation="linear",
            name=f"{name}_shortcut",
        )
    return layers.Add(name=f"{name}_add")([shortcut, x])
