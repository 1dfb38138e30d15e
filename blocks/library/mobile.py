"""Blocks of the MobileNet and EfficientNet families."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.library.attention import excite
from blocks.library.convolution import conv_bn, depthwise_conv
from blocks.ranges import CONVOLUTION, RATE
from blocks.rounding import round_channels

EXPANSION = Range(0.25, 16, 0.25)


@block(
    "Depthwise separable",
    category="Mobile",
    source="Howard et al. 2017, Fig. 3",
    ranges=CONVOLUTION,
)
def depthwise_separable(
    x,
    *,
    filters: int = 64,
    kernel_size: int = 3,
    strides: int = 1,
    padding: Literal["same", "end"] = "same",
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu6",
    use_bias: bool = False,
    name: str = "separable",
):
    """A row of MobileNet v1: a depthwise, then a 1x1 convolution, each normalised.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the depthwise kernel.
        strides: step of the depthwise kernel; divides height and width.
        padding: end pads at the bottom and right before strides, as Keras's MobileNet.
        dilation_rate: distance between the kernel's points.
        activation: what follows each normalisation; linear is none.
        use_bias: adds one learnt number per channel, which the normalisation undoes.
        name: what the layers' names begin with.
    """
    pads = padding == "end" and strides > 1
    if pads:
        edge = (max(0, kernel_size // 2 - 1), (kernel_size - 1) // 2)
        x = layers.ZeroPadding2D((edge, edge), name=f"{name}_pad")(x)
    x = depthwise_conv(
        x,
        kernel_size=kernel_size,
        strides=strides,
        padding="valid" if pads else "same",
        dilation_rate=dilation_rate,
        activation=activation,
        use_bias=use_bias,
        name=f"{name}_depthwise",
    )
    return conv_bn(
        x,
        filters=filters,
        kernel_size=1,
        activation=activation,
        use_bias=use_bias,
        name=f"{name}_pointwise",
    )


@block(
    "Inverted residual",
    category="Mobile",
    source="Sandler et al. 2018, Fig. 4; Tan and Le 2019",
    ranges={
        **CONVOLUTION,
        "expansion": EXPANSION,
        "se_ratio": Range(0, 1, 0.05),
        "drop_rate": RATE,
    },
)
def inverted_residual(
    x,
    *,
    filters: int = 32,
    kernel_size: int = 3,
    strides: int = 1,
    expansion: float = 6.0,
    se_ratio: float = 0.0,
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "relu6",
    drop_rate: float = 0.0,
    name: str = "inverted",
):
    """A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input.

    The input is added where strides are 1 and filters equal its channels.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, which no activation follows.
        kernel_size: height and width of the depthwise kernel.
        strides: step of the depthwise kernel; divides height and width.
        expansion: channels in the middle per channel of the input; 1 expands nothing.
        se_ratio: units of squeeze-and-excitation per input channel; 0 is none.
        dilation_rate: distance between the depthwise kernel's points.
        activation: what follows the first two normalisations; linear is none.
        drop_rate: share of images that skip the block in training.
        name: what the layers' names begin with.
    """
    shortcut, channels = x, x.shape[-1]
    expanded = round(channels * expansion)
    if expanded < 1:
        raise ValueError(
            f"an expansion of {expansion} leaves none of {channels} channels: 1 works"
        )
    if expanded != channels:
        x = conv_bn(
            x,
            filters=expanded,
            kernel_size=1,
            activation=activation,
            name=f"{name}_expand",
        )
    x = depthwise_conv(
        x,
        kernel_size=kernel_size,
        strides=strides,
        dilation_rate=dilation_rate,
        activation=activation,
        name=f"{name}_depthwise",
    )
    if se_ratio:
        # Of the block's input, not of the expanded channels, as in EfficientNet.
        units = int(channels * se_ratio)
        if units < 1:
            raise ValueError(
                f"an se_ratio of {se_ratio} leaves no unit for {channels} channels: "
                "0 is none, 1 is one per channel"
            )
        x = excite(x, units=units, activation=activation, name=f"{name}_se")
    x = conv_bn(
        x, filters=filters, kernel_size=1, activation="linear", name=f"{name}_project"
    )
    if strides == 1 and channels == filters:
        if drop_rate:
            x = layers.Dropout(
                drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}_drop"
            )(x)
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


@block(
    "Inverted residual, v3",
    category="Mobile",
    source="Howard et al. 2019, Fig. 4 and Table 1",
    ranges={**CONVOLUTION, "expansion": EXPANSION},
)
def inverted_residual_v3(
    x,
    *,
    filters: int = 40,
    kernel_size: int = 3,
    strides: int = 1,
    expansion: float = 3.0,
    squeeze: bool = False,
    dilation_rate: int = 1,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "hard_silu",
    name: str = "bneck",
):
    """A row of MobileNet v3: expand, depthwise, weigh channels, project, add the input.

    Channels in the middle are rounded to multiples of 8. The input is added where
    strides are 1 and filters equal its channels.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output, which no activation follows.
        kernel_size: height and width of the depthwise kernel.
        strides: step of the depthwise kernel; divides height and width.
        expansion: channels in the middle per channel of the input; 1 expands nothing.
        squeeze: weighs the channels in the middle, by a quarter as many units.
        dilation_rate: distance between the depthwise kernel's points.
        activation: what follows the first two normalisations; linear is none.
        name: what the layers' names begin with.
    """
    shortcut, channels = x, x.shape[-1]
    expanded = channels
    if expansion != 1:
        expanded = round_channels(channels * expansion)
        x = conv_bn(
            x,
            filters=expanded,
            kernel_size=1,
            activation=activation,
            name=f"{name}_expand",
        )
    x = depthwise_conv(
        x,
        kernel_size=kernel_size,
        strides=strides,
        dilation_rate=dilation_rate,
        activation=activation,
        name=f"{name}_depthwise",
    )
    if squeeze:
        x = excite(
            x,
            units=round_channels(expanded / 4),
            gate="hard_sigmoid",
            name=f"{name}_se",
        )
    x = conv_bn(
        x, filters=filters, kernel_size=1, activation="linear", name=f"{name}_project"
    )
    if strides == 1 and channels == filters:
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


@block(
    "Fused inverted residual",
    category="Mobile",
    source="Tan and Le 2021, Fig. 2",
    ranges={**CONVOLUTION, "expansion": EXPANSION, "drop_rate": RATE},
)
def fused_inverted_residual(
    x,
    *,
    filters: int = 24,
    kernel_size: int = 3,
    strides: int = 1,
    expansion: float = 4.0,
    activation: Literal["linear", "relu", "relu6", "silu", "hard_silu"] = "silu",
    drop_rate: float = 0.0,
    name: str = "fused",
):
    """A row of EfficientNetV2: expanded by one convolution, projected, the input added.

    It has more multiplications than an inverted residual, and is faster on most
    hardware. The input is added where strides are 1 and filters equal its channels.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the first kernel.
        strides: step of the first kernel; divides height and width.
        expansion: channels in the middle per channel of the input; 1 leaves out the
            projection.
        activation: what follows the first normalisation; linear is none.
        drop_rate: share of images that skip the block in training.
        name: what the layers' names begin with.
    """
    shortcut, channels = x, x.shape[-1]
    expanded = filters if expansion == 1 else round(channels * expansion)
    if expanded < 1:
        raise ValueError(
            f"an expansion of {expansion} leaves none of {channels} channels: 1 works"
        )
    x = conv_bn(
        x,
        filters=expanded,
        kernel_size=kernel_size,
        strides=strides,
        activation=activation,
        name=f"{name}_expand",
    )
    if expansion != 1:
        x = conv_bn(
            x,
            filters=filters,
            kernel_size=1,
            activation="linear",
            name=f"{name}_project",
        )
    if strides == 1 and channels == filters:
        if drop_rate:
            x = layers.Dropout(
                drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}_drop"
            )(x)
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x
