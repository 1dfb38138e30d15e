"""mobilenet_v2: 3,538,984 parameters, 300,774,272 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import math

import keras
from keras import layers


def conv_bn(x, filters, kernel_size, *, strides=1, activation="relu6", name):
    """A convolution, batch normalisation and an activation."""
    x = layers.Conv2D(
        filters,
        kernel_size,
        strides,
        padding="same",
        use_bias=False,
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


def round_channels(value, divisor=8):
    """Round to a multiple of `divisor`, never by more than 10 % down."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def inverted_residual(x, filters, *, strides, expansion, name):
    """A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input."""
    shortcut, channels = x, x.shape[-1]
    expanded = round(channels * expansion)
    if expanded != channels:
        x = conv_bn(x, expanded, 1, name=f"{name}_expand")
    x = layers.DepthwiseConv2D(
        3, strides, padding="same", use_bias=False, name=f"{name}_depthwise_conv"
    )(x)
    x = layers.BatchNormalization(name=f"{name}_depthwise_bn")(x)
    x = layers.Activation("relu6", name=f"{name}_depthwise_relu6")(x)
    x = conv_bn(x, filters, 1, activation="linear", name=f"{name}_project")
    if strides == 1 and channels == filters:
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


def build_model(alpha=1.0, input_size=224, classes=1000):
    """Build mobilenet_v2.

    Args:
        alpha: multiplies the channels of every layer.
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    if keras.config.image_data_format() != "channels_last":
        raise ValueError("needs keras.config.set_image_data_format('channels_last')")
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = conv_bn(inputs, round_channels(32 * alpha), 3, strides=2, name="stem")
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
                round_channels(math.floor(filters * alpha)),
                strides=strides if i == 1 else 1,
                expansion=expansion,
                name=f"{name}_{i}" if repeats > 1 else name,
            )
    x = conv_bn(x, round_channels(1280 * max(1, alpha)), 1, name="head")
    x = layers.GlobalAveragePooling2D(name="classifier_pool")(x)
    x = layers.Dense(classes, activation="softmax", name="classifier_dense")(x)
    return keras.Model(inputs, x, name="mobilenet_v2")


if __name__ == "__main__":
    build_model().summary()
