"""The oldest version of Keras that a design's layers need, from the sources of Keras's releases."""

from __future__ import annotations

from blocks.rules.convolution import Convolution
from blocks.spec import Layer
from designer.analysis.report import Analysis

Version = tuple[int, int]

ANY: Version = (3, 0)
BATCH_RENORMALIZATION: Version = (3, 14)
STRIDED_AND_DILATED: Version = (3, 15)  # depthwise and separable convolutions
ACTIVATIONS: dict[str, Version] = {
    "celu": (3, 7),
    "hard_shrink": (3, 7),
    "hard_tanh": (3, 7),
    "log_sigmoid": (3, 7),
    "soft_shrink": (3, 7),
    "squareplus": (3, 7),
    "tanh_shrink": (3, 7),
    "sparse_plus": (3, 8),
    "sparsemax": (3, 8),
    "sparse_sigmoid": (3, 10),
}


def least_keras(analysis: Analysis) -> Version:
    """The oldest Keras that runs the code of a design with the variables' values; `ANY` if every Keras 3 does."""
    return max(
        (
            _needed(call.operation)
            for report in analysis.nodes.values()
            for copy in report.calls
            for call in copy
            if isinstance(call.operation, Layer)
        ),
        default=ANY,
    )


def _needed(layer: Layer) -> Version:
    needed = ACTIVATIONS.get(str(getattr(layer, "activation", "")), ANY)
    match layer.kind:
        case "BatchNormalization" if getattr(layer, "renorm", False):
            needed = max(needed, BATCH_RENORMALIZATION)
        case "DepthwiseConv2D" | "SeparableConv2D":
            assert isinstance(layer, Convolution)
            if max(layer.stride) > 1 and max(layer.dilation) > 1:
                needed = max(needed, STRIDED_AND_DILATED)
    return needed
