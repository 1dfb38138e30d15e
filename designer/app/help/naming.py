"""What layers are called in the pictures of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from blocks import literals
from blocks.spec import Shape, text
from designer.model.document import Node, Scalar

# Layers that do the same to every channel, told of beside the tensor that they change.
QUIET = {
    "BatchNormalization": "batch norm",
    "LayerNormalization": "layer norm",
    "Normalization": "normalise",
    "Rescaling": "rescale",
    "Activation": "",
    "ReLU": "relu",
    "Softmax": "softmax",
    "Dropout": "dropout",
    "SpatialDropout2D": "dropout",
    "ZeroPadding2D": "zero padding",
    "Cropping2D": "crop",
    "ops_relu": "relu",
    "ops_sigmoid": "sigmoid",
    "channel_scale": "channel scale",
}


def words(node: Node) -> tuple[str, ...]:
    """What a layer is called in a picture: a kernel's size, groups, strides, its activation."""
    if node.block == "Activation":
        return (_activation(node) or "linear",)
    return tuple(filter(None, (_named(node), _activation(node))))


def _named(node: Node) -> str:
    params, block = node.params, node.block
    groups = _groups(node)
    known = {
        "Conv2D": "convolution",
        "GroupedConv2D": "convolution",
        "SeparableConv2D": "depthwise and 1x1",
        "DepthwiseConv2D": "depthwise",
        "MaxPooling2D": "max pool",
        "AveragePooling2D": "average pool",
        "GlobalAveragePooling2D": "average of the image",
        "GlobalMaxPooling2D": "largest of the image",
        "Dense": "dense",
        "Flatten": "flatten",
        "Concatenate": "concatenate",
        "channel_shuffle": f"shuffle of {groups} group{'s' * (groups != 1)}",
    }.get(block)
    name = known or QUIET.get(block) or block.removeprefix("ops_").lower()
    size = params.get("kernel_size", params.get("pool_size", _size_of(block)))
    kernel = f"{_sides(size)} {name}" if size else name
    if groups > 1 and block != "channel_shuffle":
        kernel += f", {groups} groups"
    strides = params.get("strides")
    if strides not in (None, 1, "none") and not (
        block.endswith("Pooling2D") and strides == size
    ):
        kernel += f", strides {strides}"
    return kernel


def _size_of(block: str) -> Scalar | None:
    """The window of a layer that says nothing of it."""
    if "Conv2D" in block:
        return 3
    return 2 if block in ("MaxPooling2D", "AveragePooling2D") else None


def _sides(size: Scalar) -> str:
    found = literals.read(str(size))
    high, wide = found if isinstance(found, tuple) else (found, found)
    return f"{high}×{wide}"


def _activation(node: Node) -> str:
    default = "relu" if node.block == "Activation" else ""
    found = str(node.params.get("activation", default))
    return "" if found == "linear" else found.replace("_", " ")


def quiet(node: Node) -> Iterator[str]:
    yield from filter(None, (QUIET[node.block], _activation(node)))


def _groups(node: Node) -> int:
    groups = node.params.get("groups", 2 if node.block == "channel_shuffle" else 1)
    return groups if isinstance(groups, int) else 1


def size(shape: Shape) -> str:
    """A shape as pictures print it."""
    return text(shape).replace("x", "×")
