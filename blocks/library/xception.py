"""Separable convolutions, and the units that Xception makes of them."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.library.convolution import conv_bn
from blocks.ranges import CHANNELS, CONVOLUTION, STRIDES


@block(
    "Separable convolution",
    category="Convolution",
    source="Chollet 2017, Fig. 4",
    ranges=CONVOLUTION,
)
def separable_conv(
    x,
    *,
    filters: int = 64,
    kernel_size: int = 3,
    strides: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    name: str = "separable_conv",
):
    """A depthwise and a 1x1 convolution with nothing between them, then normalisation.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the depthwise kernel.
        strides: step of the depthwise kernel; divides height and width.
        activation: what follows the normalisation; linear is none.
        name: what the layers' names begin with.
    """
    x = layers.SeparableConv2D(
        filters,
        kernel_size,
        strides=strides,
        padding="same",
        use_bias=False,
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


@block(
    "Xception unit",
    category="Residual",
    source="Chollet 2017, Fig. 5",
    ranges={"filters": CHANNELS, "convolutions": Range(1, 8), "strides": STRIDES},
)
def xception_unit(
    x,
    *,
    filters: int = 128,
    convolutions: int = 2,
    strides: int = 2,
    relu_first: bool = True,
    widen: Literal["first", "last"] = "first",
    name: str = "unit",
):
    """Separable convolutions, each after an activation, then pooling; add the input.

    Where strides or channels differ, a 1x1 convolution brings the input to the output's.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        convolutions: how many separable convolutions.
        strides: step of the pooling and of the input's convolution; 1 has no pooling.
        relu_first: begins with an activation; not so where one has just been.
        widen: the convolution that goes from the input's channels to filters.
        name: what the layers' names begin with.
    """
    if convolutions < 1:
        raise ValueError(f"a unit of {convolutions} convolutions is none: 2 works")
    shortcut, channels = x, x.shape[-1]
    if strides > 1 or channels != filters:
        shortcut = conv_bn(
            x,
            filters=filters,
            kernel_size=1,
            strides=strides,
            activation="linear",
            name=f"{name}_shortcut",
        )
    for i in range(1, convolutions + 1):
        if relu_first or i > 1:
            x = layers.Activation("relu", name=f"{name}_relu{i}")(x)
        x = separable_conv(
            x,
            filters=filters if widen == "first" or i == convolutions else channels,
            activation="linear",
            name=f"{name}_separable{i}",
        )
    if strides > 1:
        x = layers.MaxPooling2D(
            3, strides=strides, padding="same", name=f"{name}_pool"
        )(x)
    return layers.Add(name=f"{name}_add")([x, shortcut])
