"""shufflenet_v1: 1,890,208 parameters, 137,460,672 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import math

import keras
from keras import layers, ops


def conv_bn(x, *, filters, kernel_size=3, strides, name):
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
    return layers.Activation("relu", name=f"{name}_relu")(x)


def classifier(x, *, classes, name):
    """The end of a network: global average pooling, dropout, one score per class."""
    if classes == 1:
        raise ValueError("softmax over 1 class is always 1: sigmoid or 2 classes works")
    x = layers.GlobalAveragePooling2D(name=f"{name}_pool")(x)
    return layers.Dense(classes, activation="softmax", name=f"{name}_dense")(x)


@keras.saving.register_keras_serializable(package="channelwise")
class GroupedConv2D(layers.Conv2D):
    """Conv2D with groups that trains fast on a CPU too: same arguments, weights and results.

    TensorFlow and JAX have no fast gradient of a grouped convolution on a CPU: a training step
    of ResNeXt's 3x3 in 32 groups (56x56x128, batch 8, two cores) takes 6 s with TensorFlow's
    Conv2D and 0.02 s with this class. Elsewhere, as on a GPU, this class is Conv2D.
    """

    def convolution_op(self, inputs, kernel):
        if self.groups == 1 or self.data_format != "channels_last" or not on_slow_cpu():
            return super().convolution_op(inputs, kernel)
        depthwise = self.groups == inputs.shape[-1]
        if depthwise and len(set(self.strides)) == 1:  # TensorFlow takes no other
            return self.depthwise(inputs, kernel)
        if self.kernel_size == (1, 1):
            return self.pointwise(inputs, kernel)
        return self.split(inputs, kernel)

    def depthwise(self, inputs, kernel):
        """One channel a group: a depthwise convolution."""
        return ops.depthwise_conv(
            inputs,
            ops.reshape(kernel, (*self.kernel_size, self.groups, -1)),
            strides=self.strides,
            padding=self.padding,
            dilation_rate=self.dilation_rate,
        )

    def pointwise(self, inputs, kernel):
        """A 1x1 kernel: one matrix product a group, all of them in one batched product."""
        x = inputs[:, :: self.strides[0], :: self.strides[1]]
        *pixels, channels = ops.shape(x)
        group = channels // self.groups
        x = ops.reshape(x, (-1, self.groups, group))
        kernel = ops.reshape(kernel, (group, self.groups, -1))
        x = ops.matmul(
            ops.transpose(x, (1, 0, 2)),
            ops.transpose(kernel, (1, 0, 2)),
        )
        return ops.reshape(ops.transpose(x, (1, 0, 2)), (*pixels, self.filters))

    def split(self, inputs, kernel):
        """One convolution a group, or for several groups of few channels together.

        Up to 16 channels, zeros in the kernel cost less than more convolutions.
        """
        group = kernel.shape[2]
        fitting = range(1, max(1, 16 // group) + 1)
        joined = max(n for n in fitting if self.groups % n == 0)
        parts = self.groups // joined
        own = ops.eye(joined, dtype=kernel.dtype)
        own = ops.reshape(own, (joined, 1, 1, joined, 1))
        kernel = ops.reshape(kernel, (*self.kernel_size, 1, group, parts, joined, -1))
        joint = (*self.kernel_size, joined * group, self.filters)
        kernel = ops.reshape(own * kernel, joint)
        convolve = super().convolution_op
        pairs = zip(
            ops.split(inputs, parts, axis=-1),
            ops.split(kernel, parts, axis=-1),
            strict=True,
        )
        return ops.concatenate([convolve(x, k) for x, k in pairs], axis=-1)


def on_slow_cpu():
    """Whether convolutions run on a CPU, in a backend whose grouped ones are slow there."""
    slow = keras.backend.backend() in ("tensorflow", "jax")
    return slow and "cpu:0" in keras.distribution.list_devices()


def grouped_conv(x, *, filters, kernel_size, groups, activation="relu", name):
    """A convolution whose channels are split into groups that do not see each other."""
    x = GroupedConv2D(
        filters,
        kernel_size,
        padding="same",
        groups=groups,
        use_bias=False,
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


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


def depthwise_conv(x, *, kernel_size=3, strides, name):
    """A convolution of each channel by itself: as many groups as channels."""
    x = layers.DepthwiseConv2D(
        kernel_size,
        strides=strides,
        padding="same",
        use_bias=False,
        name=f"{name}_conv",
    )(x)
    return layers.BatchNormalization(name=f"{name}_bn")(x)


def shufflenet_unit(x, *, filters, groups, strides, group_first, name):
    """A unit of ShuffleNet v1: grouped 1x1, shuffle, depthwise, grouped 1x1."""
    channels = x.shape[-1]
    if strides == 1 and filters != channels:
        raise ValueError(
            f"the input is added, so its {channels} channels must be the "
            f"{filters} filters: filters={channels} or strides=2 works"
        )
    if strides > 1 and filters <= channels:
        raise ValueError(
            f"the input's {channels} channels are among the {filters} filters, "
            f"which leaves none to compute: filters={2 * channels} works"
        )
    y = grouped_conv(
        x,
        filters=filters // 4,
        kernel_size=1,
        groups=groups if group_first else 1,
        name=f"{name}_reduce",
    )
    y = channel_shuffle(y, groups=groups, name=f"{name}_shuffle")
    y = depthwise_conv(y, strides=strides, name=f"{name}_depthwise")
    y = grouped_conv(
        y,
        filters=filters if strides == 1 else filters - channels,
        kernel_size=1,
        groups=groups,
        activation="linear",
        name=f"{name}_expand",
    )
    if strides == 1:
        y = layers.Add(name=f"{name}_add")([x, y])
    else:
        x = layers.AveragePooling2D(
            3, strides=strides, padding="same", name=f"{name}_pool"
        )(x)
        y = layers.Concatenate(name=f"{name}_concat")([x, y])
    return layers.Activation("relu", name=f"{name}_relu")(y)


def round_channels(value: float, divisor: int = 8, minimum: int | None = None) -> int:
    """Round to a multiple of `divisor`, never by more than 10 % down."""
    least = divisor if minimum is None else minimum
    rounded = max(least, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def build_model(*, groups=3, scale=1.0, input_size=224, classes=1000) -> keras.Model:
    """Build shufflenet_v1.

    Args:
        groups: groups of the 1x1 convolutions; the channels are the paper's for these.
        scale: multiplies the channels of every stage.
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    width = {1: 144, 2: 200, 3: 240, 4: 272}.get(groups, 384)
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = conv_bn(inputs, filters=24, strides=2, name="stem")
    x = layers.MaxPooling2D(3, strides=2, padding="same", name="pool")(x)
    for name, filters, group_first, repeats in [
        ("stage2", 1, False, 4),
        ("stage3", 2, True, 8),
        ("stage4", 4, True, 4),
    ]:
        for i in range(1, repeats + 1):
            x = shufflenet_unit(
                x,
                filters=round_channels(filters * width * scale, 4 * groups),
                groups=groups,
                strides=2 if i == 1 else 1,
                group_first=group_first if i == 1 else True,
                name=f"{name}_{i}",
            )
    x = classifier(x, classes=classes, name="classifier")
    return keras.Model(inputs, x, name="shufflenet_v1")


def main() -> None:
    build_model().summary()


if __name__ == "__main__":
    main()
