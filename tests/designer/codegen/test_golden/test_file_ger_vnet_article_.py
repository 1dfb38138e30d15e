"""ger_vnet_article: 77,160 parameters, 43,215,360 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import math

import keras
from keras import layers


def classifier(x, *, classes, name):
    """The end of a network: global average pooling, dropout, one score per class."""
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
    return layers.Dense(classes, name=f"{name}_dense")(x)


def channel_shuffle(x, *, groups, name):
    """Mixes the groups of a grouped convolution, so that the next one sees all of them."""
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


def ger_block(x, *, filters=64, groups=4, expansion=0.25, shortcut, name):
    """Group-enhanced residual: 1x1, channel shuffle, depthwise, 1x1, add the input."""
    channels, middle = x.shape[-1], round(filters * expansion)
    if middle < 1:
        raise ValueError(
            f"an expansion of {expansion} leaves none of {filters} filters: 1 works"
        )
    if shortcut == "identity" and channels != filters:
        raise ValueError(
            f"the input's {channels} channels cannot be added to {filters} filters: "
            f"filters={channels} or shortcut='projection' works"
        )
    y = layers.Conv2D(middle, 1, name=f"{name}_reduce")(x)
    y = layers.BatchNormalization(name=f"{name}_reduce_bn")(y)
    y = layers.Activation("relu", name=f"{name}_relu")(y)
    y = channel_shuffle(y, groups=groups, name=f"{name}_shuffle")
    y = layers.DepthwiseConv2D(3, padding="same", name=f"{name}_depthwise")(y)
    y = layers.BatchNormalization(name=f"{name}_depthwise_bn")(y)
    y = layers.Conv2D(filters, 1, name=f"{name}_expand")(y)
    if shortcut == "projection":
        x = layers.Conv2D(filters, 1, name=f"{name}_shortcut")(x)
    return layers.Add(name=f"{name}_add")([x, y])


def build_model(*, input_size=224, classes=1000) -> keras.Model:
    """Build ger_vnet_article.

    Args:
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = layers.Conv2D(32, 3, strides=2, padding="same", name="stem")(inputs)
    x = layers.MaxPooling2D(2, strides=2, name="pool")(x)
    for i in range(1, 5):
        x = ger_block(
            x, shortcut="projection" if i == 1 else "identity", name=f"blocks_{i}"
        )
    x = classifier(x, classes=classes, name="classifier")
    return keras.Model(inputs, x, name="ger_vnet_article")


def main() -> None:
    build_model().summary()


if __name__ == "__main__":
    main()
