"""The layers that blocks are written with: `from blocks import layers`, then as with `keras.layers`.

Called on a `TensorSpec` a layer does arithmetic; called on a Keras tensor it is the Keras layer.
"""

from __future__ import annotations

from collections.abc import Sequence

from blocks.rules.activation import Activation, ReLU, Softmax
from blocks.rules.convolution import (
    Conv2D,
    DepthwiseConv2D,
    GroupedConv2D,
    SeparableConv2D,
)
from blocks.rules.dense import Dense
from blocks.rules.merging import (
    Add,
    Average,
    Concatenate,
    Maximum,
    Minimum,
    Multiply,
    Subtract,
)
from blocks.rules.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
)
from blocks.rules.pooling import (
    AveragePooling2D,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    MaxPooling2D,
)
from blocks.rules.regularization import Dropout, SpatialDropout2D
from blocks.rules.reshaping import (
    Cropping2D,
    Flatten,
    Permute,
    Reshape,
    UpSampling2D,
    ZeroPadding2D,
)
from blocks.spec import LayerError, TensorSpec
from designer.model.wording import brief

__all__ = [
    "Activation",
    "Add",
    "Average",
    "AveragePooling2D",
    "BatchNormalization",
    "Concatenate",
    "Conv2D",
    "Cropping2D",
    "Dense",
    "DepthwiseConv2D",
    "Dropout",
    "Flatten",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling2D",
    "GroupedConv2D",
    "Input",
    "LayerNormalization",
    "MaxPooling2D",
    "Maximum",
    "Minimum",
    "Multiply",
    "Normalization",
    "Permute",
    "ReLU",
    "Rescaling",
    "Reshape",
    "SeparableConv2D",
    "Softmax",
    "SpatialDropout2D",
    "Subtract",
    "UpSampling2D",
    "ZeroPadding2D",
]


def Input(shape: Sequence[int], name: str | None = None) -> TensorSpec:
    """The network's input: `shape` without the batch, such as (224, 224, 3).

    Raises:
        LayerError: a size is not a whole number from 1; costs need known sizes.
    """
    if not isinstance(shape, (tuple, list)) or not all(
        isinstance(size, int) and size > 0 for size in shape
    ):
        raise LayerError(
            "shape",
            f"Input: shape is whole numbers from 1, such as (224, 224, 3), not {brief(shape)}",
        )
    return TensorSpec((None, *shape))
