"""Names of layers in the pictures of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from blocks import literals
from blocks.spec import Shape, text
from designer.app.text.translation import later, tr
from designer.model.document import Node, Scalar

# Layers that do the same to every channel, listed next to the tensor that they change.
QUIET = {
    "BatchNormalization": later("batch norm"),
    "LayerNormalization": later("layer norm"),
    "Normalization": later("normalise"),
    "Rescaling": later("rescale"),
    "Activation": "",
    "ReLU": "relu",
    "Softmax": "softmax",
    "Dropout": later("dropout"),
    "SpatialDropout2D": later("dropout"),
    "ZeroPadding2D": later("zero padding"),
    "Cropping2D": later("crop"),
    "ops_relu": "relu",
    "ops_sigmoid": "sigmoid",
    "channel_scale": later("channel scale"),
}
LOUD = {
    "Conv2D": later("convolution"),
    "GroupedConv2D": later("convolution"),
    "SeparableConv2D": later("depthwise and 1×1"),
    "DepthwiseConv2D": later("depthwise"),
    "MaxPooling2D": later("max pool"),
    "AveragePooling2D": later("average pool"),
    "GlobalAveragePooling2D": later("average of the image"),
    "GlobalMaxPooling2D": later("largest of the image"),
    "Dense": later("dense"),
    "Flatten": later("flatten"),
    "Concatenate": later("concatenate"),
    "ops_concatenate": later("concatenate"),
    "Add": later("add"),
    "ops_add": later("add"),
    "Multiply": later("multiply"),
    "ops_multiply": later("multiply"),
}
SIGNS = {"add": "+", "multiply": "\N{MULTIPLICATION SIGN}"}


def sign(node: Node) -> str:
    """The symbol of a layer that adds or multiplies."""
    return SIGNS.get(LOUD.get(node.block, ""), "")


def words(node: Node) -> tuple[str, ...]:
    """The text of a layer in a picture: kernel size, groups, strides, activation."""
    if node.block == "Activation":
        return (_activation(node) or "linear",)
    return tuple(filter(None, (_named(node), _activation(node))))


def _named(node: Node) -> str:
    params, block = node.params, node.block
    groups = _groups(node)
    if block == "channel_shuffle":
        one = tr("shuffle of one group")
        return one if groups == 1 else tr("shuffle of {n} groups").format(n=groups)
    known = LOUD.get(block) or QUIET.get(block)
    name = tr(known) if known else block.removeprefix("ops_").lower()
    size = params.get("kernel_size", params.get("pool_size", _size_of(block)))
    kernel = f"{_sides(size)} {name}" if size else name
    if groups > 1:
        kernel += ", " + tr("{n} groups").format(n=groups)
    strides = params.get("strides")
    if strides not in (None, 1, "none") and not (
        block.endswith("Pooling2D") and strides == size
    ):
        kernel += ", " + tr("strides {n}").format(n=strides)
    return kernel


def _size_of(block: str) -> Scalar | None:
    """The window of a layer without that argument."""
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
    yield from filter(None, (tr(QUIET[node.block]), _activation(node)))


def _groups(node: Node) -> int:
    groups = node.params.get("groups", 2 if node.block == "channel_shuffle" else 1)
    return groups if isinstance(groups, int) else 1


def size(shape: Shape) -> str:
    """A shape as text for pictures."""
    return text(shape).replace("x", "×")
