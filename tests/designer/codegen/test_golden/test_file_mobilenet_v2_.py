"""mobilenet_v2: 3,538,984 parameters, 300,774,272 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

from math import floor

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


def classifier(x, *, classes, name):
    """The end of a network: global average pooling, dropout, one score per class."""
    if classes == 1:
        raise ValueError("softmax over 1 class is always 1: sigmoid or 2 classes works")
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
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
    return layers.Activation("relu6", name=f"{name}_relu6")(x)


def inverted_residual(x, *, filters, kernel_size=3, strides, expansion, name):
    """A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input."""
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
            activation="relu6",
            name=f"{name}_expand",
        )
    x = depthwise_conv(
        x, kernel_size=kernel_size, strides=strides, name=f"{name}_depthwise"
    )
    x = conv_bn(
        x, filters=filters, kernel_size=1, activation="linear", name=f"{name}_project"
    )
    if strides == 1 and channels == filters:
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


def round_channels(value: float, divisor: int = 8, minimum: int | None = None) -> int:
    """Round to a multiple of `divisor`, never by more than 10 % down."""
    least = divisor if minimum is None else minimum
    rounded = max(least, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def build_model(*, alpha=1.0, input_size=224, classes=1000) -> keras.Model:
    """Build mobilenet_v2.

    Args:
        alpha: multiplies the channels of every layer.
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = conv_bn(
        inputs,
        filters=round_channels(32 * alpha),
        strides=2,
        activation="relu6",
        name="stem",
    )
    for name, filters, strides, expansion, repeats in [
        ("row1", 16, 1, 1, 1),
        ("row2", 24, 2, 6, 2),
        ("row3", 32, 2, 6, 3),
        ("row4", 64, 2, 6, 4),
        ("row5", 96, 1, 6, 3),
        ("row6", 160, 2, 6, 3),
        ("row7", 320, 1, 6, 1),
    ]:
        for i in range(1, repeats + 1):
            x = inverted_residual(
                x,
                filters=round_channels(floor(filters * alpha)),
                strides=strides if i == 1 else 1,
                expansion=expansion,
                name=f"{name}_{i}" if repeats > 1 else name,
            )
    x = conv_bn(
        x,
        filters=round_channels(1280 * max(1, alpha)),
        kernel_size=1,
        activation="relu6",
        name="head",
    )
    x = classifier(x, classes=classes, name="classifier")
    return keras.Model(inputs, x, name="mobilenet_v2")


def main() -> None:
    build_model().summary()


if __name__ == "__main__":
    main()
