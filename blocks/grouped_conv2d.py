"""The fast grouped convolution, copied as it stands into exported files."""

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="channelwise")
class GroupedConv2D(keras.layers.Conv2D):
    """Conv2D with groups that also trains fast on a CPU; arguments and weights are Conv2D's."""

    def convolution_op(self, inputs: Any, kernel: Any) -> Any:
        if self.groups == 1 or keras.distribution.list_devices("gpu"):
            return super().convolution_op(inputs, kernel)
        parts = zip(
            ops.split(inputs, self.groups, axis=-1),
            ops.split(kernel, self.groups, axis=-1),
            strict=True,
        )
        convolve = super().convolution_op
        return ops.concatenate([convolve(x, k) for x, k in parts], axis=-1)
