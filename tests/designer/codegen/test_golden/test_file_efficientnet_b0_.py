"""efficientnet_b0: 5,330,571 parameters, 385,814,752 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import math

import keras
from keras import layers


def conv_bn(x, filters, kernel_size, *, strides=1, activation="silu", name):
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


def excite(x, units, *, name):
    """Weighs each channel, by units that see all channels' averages."""
    # 1x1 convolutions: dense layers that keep the axes, as in keras.applications.
    y = layers.GlobalAveragePooling2D(keepdims=True, name=f"{name}_squeeze")(x)
    y = layers.Conv2D(units, 1, activation="silu", name=f"{name}_reduce")(y)
    y = layers.Conv2D(x.shape[-1], 1, activation="sigmoid", name=f"{name}_expand")(y)
    return layers.Multiply(name=f"{name}_scale")([x, y])


def inverted_residual(
    x, filters, kernel_size, *, strides, expansion, se_ratio, drop_rate, name
):
    """A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input."""
    shortcut, channels = x, x.shape[-1]
    expanded = round(channels * expansion)
    if expanded != channels:
        x = conv_bn(x, expanded, 1, name=f"{name}_expand")
    x = layers.DepthwiseConv2D(
        kernel_size,
        strides,
        padding="same",
        use_bias=False,
        name=f"{name}_depthwise_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_depthwise_bn")(x)
    x = layers.Activation("silu", name=f"{name}_depthwise_silu")(x)
    # Of the block's input, not of the expanded channels, as in EfficientNet.
    x = excite(x, int(channels * se_ratio), name=f"{name}_se")
    x = conv_bn(x, filters, 1, activation="linear", name=f"{name}_project")
    if strides == 1 and channels == filters:
        x = layers.Dropout(drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}_drop")(
            x
        )
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x


def classifier(x, classes, *, dropout, name):
    """The end of a network: global average pooling, dropout, one score per class."""
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
    if dropout:
        x = layers.Dropout(dropout, name=f"{name}_dropout")(x)
    return layers.Dense(classes, activation="softmax", name=f"{name}_dense")(x)


def build_model(phi=0, classes=1000):
    """Build efficientnet_b0.

    Args:
        phi: 0 for B0 to 7 for B7: width, depth and image size follow while they are left as they are.
        classes: how many classes the network tells apart.
    """
    if keras.config.image_data_format() != "channels_last":
        raise ValueError("needs keras.config.set_image_data_format('channels_last')")
    width = max(10, 9 + phi, 6 + 2 * phi) / 10
    depth = max(10 + phi, 2 + 4 * phi, 5 * phi - 4) / 10
    input_size = [224, 240, 260, 300, 380, 456, 528, 600][max(0, min(int(phi), 7))]
    dropout = (2 + phi // 2) / 10
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = layers.Rescaling(1 / 255, name="rescaling")(inputs)
    x = layers.Normalization(name="normalization")(x)
    x = conv_bn(x, round_channels(32 * width), 3, strides=2, name="stem")
    for name, filters, kernel_size, strides, expansion, drop_rate, repeats in [
        ("row1", 16, 3, 1, 1.0, 0.006, 1),
        ("row2", 24, 3, 2, 6.0, 0.025, 2),
        ("row3", 40, 5, 2, 6.0, 0.05, 2),
        ("row4", 80, 3, 2, 6.0, 0.081, 3),
        ("row5", 112, 5, 1, 6.0, 0.119, 3),
        ("row6", 192, 5, 2, 6.0, 0.163, 4),
        ("row7", 320, 3, 1, 6.0, 0.194, 1),
    ]:
        repeats = math.ceil(repeats * depth)
        for i in range(1, repeats + 1):
            x = inverted_residual(
                x,
                round_channels(filters * width),
                kernel_size,
                strides=strides if i == 1 else 1,
                expansion=expansion,
                se_ratio=0.25,
                drop_rate=drop_rate,
                name=f"{name}_{i}" if repeats > 1 else name,
            )
    x = conv_bn(x, round_channels(1280 * width), 1, name="head")
    x = classifier(x, classes, dropout=dropout, name="classifier")
    return keras.Model(inputs, x, name="efficientnet_b0")


if __name__ == "__main__":
    build_model().summary()
