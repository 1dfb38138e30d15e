"""efficientnet_b0: 5,330,571 parameters, 385,814,752 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import math

import keras
from keras import layers


def conv_bn(x, *, filters, kernel_size=3, strides=1, activation, name):
    """A convolution, batch normalisation and an activation."""
    x = layers.Conv2D(
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


def classifier(x, *, classes, dropout, name):
    """The end of a network: global average pooling, dropout, one score per class."""
    if classes == 1:
        raise ValueError("softmax over 1 class is always 1: sigmoid or 2 classes works")
    if not 0 <= dropout < 1:
        raise ValueError(f"a dropout of {dropout} is not from 0 to below 1: 0.2 works")
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
    if dropout:
        x = layers.Dropout(dropout, name=f"{name}_dropout")(x)
    return layers.Dense(classes, activation="softmax", name=f"{name}_dense")(x)


def depthwise_conv(x, *, kernel_size, strides, name):
    """A convolution of each channel by itself: as many groups as channels."""
    x = layers.DepthwiseConv2D(
        kernel_size,
        strides=strides,
        padding="same",
        use_bias=False,
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    return layers.Activation("silu", name=f"{name}_silu")(x)


def excite(x, *, units, name):
    """Weighs each channel, by units that see all channels' averages."""
    # 1x1 convolutions: dense layers that keep the axes, as in keras.applications.
    scale = layers.GlobalAveragePooling2D(keepdims=True, name=f"{name}_squeeze")(x)
    scale = layers.Conv2D(units, 1, activation="silu", name=f"{name}_reduce")(scale)
    scale = layers.Conv2D(x.shape[-1], 1, activation="sigmoid", name=f"{name}_expand")(
        scale
    )
    return layers.Multiply(name=f"{name}_scale")([x, scale])


def inverted_residual(
    x, *, filters, kernel_size, strides, expansion, se_ratio, drop_rate, name
):
    """A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input."""
    shortcut, channels = x, x.shape[-1]
    expanded = round(channels * expansion)
    if expanded < 1:
        raise ValueError(
            f"an expansion of {expansion} leaves none of {channels} channels: 1 works"
        )
    if expanded != channels:
        x = conv_bn(
            x, filters=expanded, kernel_size=1, activation="silu", name=f"{name}_expand"
        )
    x = depthwise_conv(
        x, kernel_size=kernel_size, strides=strides, name=f"{name}_depthwise"
    )
    if se_ratio:
        # Of the block's input, not of the expanded channels, as in EfficientNet.
        units = int(channels * se_ratio)
        if units < 1:
            raise ValueError(
                f"an se_ratio of {se_ratio} leaves no unit for {channels} channels: "
                "0 is none, 1 is one per channel"
            )
        x = excite(x, units=units, name=f"{name}_se")
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


def round_channels(value: float, divisor: int = 8, minimum: int | None = None) -> int:
    """Round to a multiple of `divisor`, never by more than 10 % down."""
    least = divisor if minimum is None else minimum
    rounded = max(least, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def round_repeats(value: float) -> int:
    """Round up: Tan and Le 2019 scale depth so that no stage loses a layer."""
    return math.ceil(value)


def build_model(
    *, phi=0.0, width=1.0, depth=1.0, input_size=224, classes=1000
) -> keras.Model:
    """Build efficientnet_b0.

    Args:
        phi: multiplies width by 1.1, depth by 1.2 and the image by 1.15, each phi times.
        width: multiplies the channels of every layer of B0.
        depth: multiplies the repeats of every row of B0.
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    inputs = layers.Input(
        (round(input_size * 1.15**phi), round(input_size * 1.15**phi), 3), name="image"
    )
    x = layers.Rescaling(1 / 255.0, name="rescaling")(inputs)
    x = layers.Normalization(name="normalization")(x)
    x = conv_bn(
        x,
        filters=round_channels(32 * width * 1.1**phi),
        strides=2,
        activation="silu",
        name="stem",
    )
    for name, filters, kernel_size, strides, expansion, drop_rate, repeats in [
        ("row1", 16, 3, 1, 1.0, 0.006, 1),
        ("row2", 24, 3, 2, 6.0, 0.025, 2),
        ("row3", 40, 5, 2, 6.0, 0.05, 2),
        ("row4", 80, 3, 2, 6.0, 0.081, 3),
        ("row5", 112, 5, 1, 6.0, 0.119, 3),
        ("row6", 192, 5, 2, 6.0, 0.163, 4),
        ("row7", 320, 3, 1, 6.0, 0.194, 1),
    ]:
        repeats = round_repeats(repeats * depth * 1.2**phi)
        for i in range(1, repeats + 1):
            x = inverted_residual(
                x,
                filters=round_channels(filters * width * 1.1**phi),
                kernel_size=kernel_size,
                strides=strides if i == 1 else 1,
                expansion=expansion,
                se_ratio=0.25,
                drop_rate=drop_rate,
                name=f"{name}_{i}" if repeats > 1 else name,
            )
    x = conv_bn(
        x,
        filters=round_channels(1280 * width * 1.1**phi),
        kernel_size=1,
        activation="silu",
        name="head",
    )
    x = classifier(x, classes=classes, dropout=0.2, name="classifier")
    return keras.Model(inputs, x, name="efficientnet_b0")


def main() -> None:
    build_model().summary()


if __name__ == "__main__":
    main()
