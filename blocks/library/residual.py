"""Residual blocks with a bottleneck: ResNet, SE-ResNet, ResNeXt and RegNet."""

import math
from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.library.attention import excite, squeeze_excite
from blocks.library.convolution import conv_bn, grouped_conv
from blocks.ranges import CHANNELS, GROUPS, KERNEL, STRIDES


def resnet_conv(
    x,
    *,
    filters,
    kernel_size=1,
    strides=1,
    groups=1,
    activation="relu",
    use_bias=False,
    name,
):
    """A convolution and batch normalisation, with the small epsilon of ResNets.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the kernel.
        strides: step of the kernel, by which height and width are divided.
        groups: parts of the channels that do not see each other.
        activation: what follows; linear is none.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        name: what the layers' names begin with.
    """
    if groups == 1:
        x = layers.Conv2D(
            filters,
            kernel_size,
            strides=strides,
            padding="same",
            use_bias=use_bias,
            name=f"{name}_conv",
        )(x)
    else:
        x = layers.GroupedConv2D(
            filters,
            kernel_size,
            strides=strides,
            padding="same",
            groups=groups,
            use_bias=use_bias,
            name=f"{name}_conv",
        )(x)
    # As in keras.applications; the papers' code has 1e-5.
    x = layers.BatchNormalization(epsilon=1.001e-5, name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


@block(
    "ResNet stem",
    category="Residual",
    source="He et al. 2016, Table 1",
    ranges={"filters": CHANNELS, "kernel_size": KERNEL},
)
def resnet_stem(
    x,
    *,
    filters: int = 64,
    kernel_size: int = 7,
    use_bias: bool = False,
    name: str = "stem",
):
    """A large convolution and a max pooling, which leave a quarter of height and width.

    The image is padded alike on all sides, as the authors' code and Keras have it.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the kernel.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        name: what the layers' names begin with.
    """
    x = layers.ZeroPadding2D(kernel_size // 2, name=f"{name}_pad")(x)
    x = layers.Conv2D(
        filters, kernel_size, strides=2, use_bias=use_bias, name=f"{name}_conv"
    )(x)
    x = layers.BatchNormalization(epsilon=1.001e-5, name=f"{name}_bn")(x)
    x = layers.Activation("relu", name=f"{name}_relu")(x)
    x = layers.ZeroPadding2D(1, name=f"{name}_pool_pad")(x)
    return layers.MaxPooling2D(3, strides=2, name=f"{name}_pool")(x)


@block(
    "Bottleneck",
    category="Residual",
    source="He et al. 2016, Fig. 5; Xie et al. 2017, Fig. 3c; Hu et al. 2018, Fig. 3",
    ranges={
        "filters": CHANNELS,
        "width": CHANNELS,
        "groups": GROUPS,
        "strides": STRIDES,
        "ratio": Range(0, 64),
    },
)
def bottleneck(
    x,
    *,
    filters: int = 256,
    width: int = 64,
    groups: int = 1,
    strides: int = 1,
    strides_in: Literal["1x1", "3x3"] = "1x1",
    ratio: int = 0,
    use_bias: bool = False,
    name: str = "bottleneck",
):
    """A row of ResNet or ResNeXt: 1x1 to fewer channels, 3x3, 1x1 to more, add the input.

    Where strides or channels differ, a 1x1 convolution brings the input to the output's.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        width: channels of the 3x3 convolution, a multiple of groups.
        groups: groups of the 3x3 convolution; 32 in ResNeXt.
        strides: step that divides height and width; a stage begins with 2.
        strides_in: the convolution that takes the step: ResNet's first, ResNeXt's 3x3.
        ratio: channels per unit of squeeze-and-excitation; 0 is none.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        name: what the layers' names begin with.
    """
    shortcut = x
    if strides > 1 or x.shape[-1] != filters:
        shortcut = resnet_conv(
            x,
            filters=filters,
            strides=strides,
            activation="linear",
            use_bias=use_bias,
            name=f"{name}_shortcut",
        )
    x = resnet_conv(
        x,
        filters=width,
        strides=strides if strides_in == "1x1" else 1,
        use_bias=use_bias,
        name=f"{name}_reduce",
    )
    x = resnet_conv(
        x,
        filters=width,
        kernel_size=3,
        strides=strides if strides_in == "3x3" else 1,
        groups=groups,
        use_bias=use_bias,
        name=f"{name}_middle",
    )
    x = resnet_conv(
        x,
        filters=filters,
        activation="linear",
        use_bias=use_bias,
        name=f"{name}_expand",
    )
    if ratio:
        x = squeeze_excite(x, ratio=ratio, name=f"{name}_se")
    x = layers.Add(name=f"{name}_add")([shortcut, x])
    return layers.Activation("relu", name=f"{name}_relu")(x)


@block(
    "RegNet block",
    category="Residual",
    source="Radosavovic et al. 2020, Fig. 4 and Sec. 4",
    ranges={
        "filters": CHANNELS,
        "group_width": GROUPS,
        "strides": STRIDES,
        "se_ratio": Range(0, 1, 0.05),
    },
)
def regnet_block(
    x,
    *,
    filters: int = 32,
    group_width: int = 16,
    strides: int = 1,
    se_ratio: float = 0.0,
    name: str = "regnet",
):
    """A row of RegNet: 1x1, grouped 3x3, 1x1, all equally wide; the input is added.

    Where strides or channels differ, a 1x1 convolution brings the input to the output's.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of each convolution, a multiple of group_width.
        group_width: channels of a group of the 3x3 convolution.
        strides: step of the 3x3 convolution; a stage begins with 2.
        se_ratio: units of squeeze-and-excitation per input channel, as in RegNetY;
            0 is none.
        name: what the layers' names begin with.
    """
    if group_width < 1 or filters % group_width:
        raise ValueError(
            f"{filters} filters do not divide into groups of {group_width}: "
            f"groups of {math.gcd(filters, group_width)} work"
        )
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
    x = conv_bn(x, filters=filters, kernel_size=1, name=f"{name}_reduce")
    x = grouped_conv(
        x,
        filters=filters,
        groups=filters // group_width,
        strides=strides,
        name=f"{name}_middle",
    )
    if se_ratio:
        units = round(channels * se_ratio)
        if units < 1:
            raise ValueError(
                f"an se_ratio of {se_ratio} leaves no unit for {channels} channels: "
                "0 is none, 1 is one per channel"
            )
        x = excite(x, units=units, name=f"{name}_se")
    x = conv_bn(
        x, filters=filters, kernel_size=1, activation="linear", name=f"{name}_expand"
    )
    x = layers.Add(name=f"{name}_add")([shortcut, x])
    return layers.Activation("relu", name=f"{name}_relu")(x)
