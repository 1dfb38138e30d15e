"""ger_vnet_article: 77,160 parameters, 43,215,360 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import keras
from keras import layers


def channel_shuffle(x, groups, *, name):
    """Mixes the groups of a grouped convolution, so that the next one sees all of them."""
    _, height, width, channels = x.shape
    x = layers.Reshape(
        (height, width, groups, channels // groups), name=f"{name}_split"
    )(x)
    x = layers.Permute((1, 2, 4, 3), name=f"{name}_swap")(x)
    return layers.Reshape((height, width, channels), name=f"{name}_join")(x)


def ger_block(x, *, shortcut, name):
    """Group-enhanced residual: 1x1, channel shuffle, depthwise, 1x1, add the input."""
    y = layers.Conv2D(16, 1, name=f"{name}_reduce")(x)
    y = layers.BatchNormalization(name=f"{name}_reduce_bn")(y)
    y = layers.Activation("relu", name=f"{name}_relu")(y)
    y = channel_shuffle(y, 4, name=f"{name}_shuffle")
    y = layers.DepthwiseConv2D(3, padding="same", name=f"{name}_depthwise")(y)
    y = layers.BatchNormalization(name=f"{name}_depthwise_bn")(y)
    y = layers.Conv2D(64, 1, name=f"{name}_expand")(y)
    if shortcut == "projection":
        x = layers.Conv2D(64, 1, name=f"{name}_shortcut")(x)
    return layers.Add(name=f"{name}_add")([x, y])


def build_model(input_size=224, classes=1000):
    """Build ger_vnet_article.

    Args:
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    if keras.config.image_data_format() != "channels_last":
        raise ValueError("needs keras.config.set_image_data_format('channels_last')")
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = layers.Conv2D(32, 3, strides=2, padding="same", name="stem")(inputs)
    x = layers.MaxPooling2D(2, strides=2, name="pool")(x)
    for i in range(1, 5):
        x = ger_block(
            x, shortcut="projection" if i == 1 else "identity", name=f"blocks_{i}"
        )
    x = layers.GlobalAveragePooling2D(name="classifier_pool")(x)
    x = layers.Dense(classes, name="classifier_dense")(x)
    return keras.Model(inputs, x, name="ger_vnet_article")


if __name__ == "__main__":
    build_model().summary()
