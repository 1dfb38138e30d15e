"""shufflenet_v1: 1,890,208 parameters, 137,460,672 multiply-accumulates an image.

Designed with Channelwise; needs Keras 3 alone.
"""

import keras
from keras import layers, ops


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


def round_channels(value, divisor):
    """Round to a multiple of `divisor`, never by more than 10 % down."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def grouped_conv(x, filters, *, groups, activation="relu", name):
    """A convolution whose channels are split into groups that do not see each other."""
    x = GroupedConv2D(
        filters, 1, padding="same", groups=groups, use_bias=False, name=f"{name}_conv"
    )(x)
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    if activation != "linear":
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    return x


def channel_shuffle(x, groups, *, name):
    """Mixes the groups of a grouped convolution, so that the next one sees all of them."""
    _, height, width, channels = x.shape
    x = layers.Reshape(
        (height, width, groups, channels // groups), name=f"{name}_split"
    )(x)
    x = layers.Permute((1, 2, 4, 3), name=f"{name}_swap")(x)
    return layers.Reshape((height, width, channels), name=f"{name}_join")(x)


def shufflenet_unit(x, filters, *, groups, strides, group_first, name):
    """A unit of ShuffleNet v1: grouped 1x1, shuffle, depthwise, grouped 1x1."""
    channels = x.shape[-1]
    y = grouped_conv(
        x, filters // 4, groups=groups if group_first else 1, name=f"{name}_reduce"
    )
    y = channel_shuffle(y, groups, name=f"{name}_shuffle")
    y = layers.DepthwiseConv2D(
        3, strides, padding="same", use_bias=False, name=f"{name}_depthwise_conv"
    )(y)
    y = layers.BatchNormalization(name=f"{name}_depthwise_bn")(y)
    y = grouped_conv(
        y,
        filters if strides == 1 else filters - channels,
        groups=groups,
        activation="linear",
        name=f"{name}_expand",
    )
    if strides == 1:
        y = layers.Add(name=f"{name}_add")([x, y])
    else:
        x = layers.AveragePooling2D(3, strides, padding="same", name=f"{name}_pool")(x)
        y = layers.Concatenate(name=f"{name}_concat")([x, y])
    return layers.Activation("relu", name=f"{name}_relu")(y)


def build_model(groups=3, scale=1.0, input_size=224, classes=1000):
    """Build shufflenet_v1.

    Args:
        groups: groups of the 1x1 convolutions; the channels are the paper's for these.
        scale: multiplies the channels of every stage; the stem follows in steps, as in the authors' code.
        input_size: height and width of the images, in pixels.
        classes: how many classes the network tells apart.
    """
    if keras.config.image_data_format() != "channels_last":
        raise ValueError("needs keras.config.set_image_data_format('channels_last')")
    width = {1: 144, 2: 200, 3: 240, 4: 272}.get(groups, 384)
    inputs = layers.Input((input_size, input_size, 3), name="image")
    x = layers.Conv2D(
        round_channels(12 if scale < 1 else 24 if scale < 2 else 24 * scale, groups),
        3,
        strides=2,
        padding="same",
        use_bias=False,
        name="stem_conv",
    )(inputs)
    x = layers.BatchNormalization(name="stem_bn")(x)
    x = layers.Activation("relu", name="stem_relu")(x)
    x = layers.MaxPooling2D(3, strides=2, padding="same", name="pool")(x)
    for name, filters, group_first, repeats in [
        ("stage2", 1, False, 4),
        ("stage3", 2, True, 8),
        ("stage4", 4, True, 4),
    ]:
        for i in range(1, repeats + 1):
            x = shufflenet_unit(
                x,
                round_channels(filters * width * scale, 4 * groups),
                groups=groups,
                strides=2 if i == 1 else 1,
                group_first=i > 1 or group_first,
                name=f"{name}_{i}",
            )
    x = layers.GlobalAveragePooling2D(name="classifier_pool")(x)
    x = layers.Dense(classes, activation="softmax", name="classifier_dense")(x)
    return keras.Model(inputs, x, name="shufflenet_v1")


if __name__ == "__main__":
    build_model().summary()
