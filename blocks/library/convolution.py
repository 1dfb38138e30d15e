"""Convolutions with what usually follows them."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.ranges import CONVOLUTION, GROUPS


@block("Convolution", category="Convolution", ranges=CONVOLUTION)
def conv(
    x,
    *,
    filters: int = 32,
    kernel_size: int = 3,
    strides: int = 1,
    padding: Literal["same", "valid"] = "same",
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "linear",
    use_bias: bool = True,
    name: str = "conv",
):
    """A convolution alone, without batch normalisation.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the kernel.
        strides: step of the kernel, by which height and width are divided.
        padding: same keeps the size (at strides 1), valid loses the border.
        dilation_rate: distance between the kernel's points.
        activation: what follows; linear is none.
        use_bias: adds one learnt number per output channel.
        name: the layer's name.
    """
    return layers.Conv2D(
        filters,
        kernel_size,
        strides=strides,
        padding=padding,
        dilation_rate=dilation_rate,
        activation=activation,
        use_bias=use_bias,
        name=name,
    )(x)


@block("Convolution + BN", category="Convolution", ranges=CONVOLUTION)
def conv_bn(
    x,
    *,
    filters: int = 32,
    kernel_size: int = 3,
    strides: int = 1,
    padding: Literal["same", "valid"] = "same",
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    use_bias: bool = False,
    name: str = "conv_bn",
):
    """A convolution, batch normalisation and an activation.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the kernel; 1 mixes channels only.
        strides: step of the kernel, by which height and width are divided.
        padding: same keeps the size (at strides 1), valid loses the border.
        dilation_rate: distance between the kernel's points.
        activation: what follows the normalisation; linear is none.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        name: what the layers' names begin with.
    """
    x = layers.Conv2D(
        filters,
        kernel_size,
        strides=strides,
        padding=padding,
        dilation_rate=dilation_rate,
        use_bias=use_bias,
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


@block("Stem", category="Convolution", ranges=CONVOLUTION)
def stem(
    x,
    *,
    filters: int = 32,
    kernel_size: int = 3,
    strides: int = 2,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    use_bias: bool = False,
    pool: bool = False,
    name: str = "stem",
):
    """A network's first convolution, which makes small feature maps of a large image.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the kernel.
        strides: step of the kernel, by which height and width are divided.
        activation: what follows the normalisation; linear is none.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        pool: halves height and width once more, with a 3x3 max pooling.
        name: what the layers' names begin with.
    """
    x = conv_bn(
        x,
        filters=filters,
        kernel_size=kernel_size,
        strides=strides,
        activation=activation,
        use_bias=use_bias,
        name=name,
    )
    if pool:
        x = layers.MaxPooling2D(3, strides=2, padding="same", name=f"{name}_pool")(x)
    return x


@block(
    "Grouped convolution",
    category="Convolution",
    source="Krizhevsky et al. 2012; Xie et al. 2017",
    ranges={**CONVOLUTION, "groups": GROUPS},
)
def grouped_conv(
    x,
    *,
    filters: int = 32,
    kernel_size: int = 3,
    groups: int = 2,
    strides: int = 1,
    padding: Literal["same", "valid"] = "same",
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    batch_norm: bool = True,
    use_bias: bool = False,
    name: str = "grouped_conv",
):
    """A convolution whose channels are split into groups that do not see each other.

    It has 1/groups of a convolution's weights and multiplications.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, a multiple of groups.
        kernel_size: height and width of the kernel.
        groups: how many parts; must divide the channels of input and output.
        strides: step of the kernel, by which height and width are divided.
        padding: same keeps the size (at strides 1), valid loses the border.
        dilation_rate: distance between the kernel's points.
        activation: what follows; linear is none.
        batch_norm: normalises between convolution and activation.
        use_bias: adds one learnt number per output channel.
        name: what the layers' names begin with.
    """
    x = layers.GroupedConv2D(
        filters,
        kernel_size,
        strides=strides,
        padding=padding,
        dilation_rate=dilation_rate,
        groups=groups,
        use_bias=use_bias,
        name=f"{name}_conv",
    )(x)
    if batch_norm:
        x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


@block(
    "Depthwise convolution",
    category="Convolution",
    source="Howard et al. 2017, Sec. 3.1",
    ranges={**CONVOLUTION, "depth_multiplier": Range(1, 16)},
)
def depthwise_conv(
    x,
    *,
    kernel_size: int = 3,
    strides: int = 1,
    padding: Literal["same", "valid"] = "same",
    dilation_rate: int = 1,
    depth_multiplier: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu",
    batch_norm: bool = True,
    use_bias: bool = False,
    name: str = "depthwise",
):
    """A convolution of each channel by itself: as many groups as channels.

    Args:
        x: images, (batch, height, width, channels).
        kernel_size: height and width of the kernel.
        strides: step of the kernel, by which height and width are divided.
        padding: same keeps the size (at strides 1), valid loses the border.
        dilation_rate: distance between the kernel's points.
        depth_multiplier: output channels per input channel.
        activation: what follows; linear is none.
        batch_norm: normalises between convolution and activation.
        use_bias: adds one learnt number per output channel.
        name: what the layers' names begin with.
    """
    x = layers.DepthwiseConv2D(
        kernel_size,
        strides=strides,
        padding=padding,
        depth_multiplier=depth_multiplier,
        dilation_rate=dilation_rate,
        use_bias=use_bias,
        name=f"{name}_conv",
    )(x)
    if batch_norm:
        x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x
