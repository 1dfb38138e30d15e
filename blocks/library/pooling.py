"""Pooling."""

from typing import Literal

from blocks import layers
from blocks.definition import Range, block
from blocks.ranges import STRIDES

POOL = {"pool_size": Range(1, 64), "strides": STRIDES}


@block("Max pooling", category="Pooling", ranges=POOL)
def max_pool(
    x,
    *,
    pool_size: int = 2,
    strides: int = 2,
    padding: Literal["same", "valid"] = "valid",
    name: str = "max_pool",
):
    """The largest value of each window.

    Args:
        x: images, (batch, height, width, channels).
        pool_size: height and width of the window.
        strides: step of the window, by which height and width are divided.
        padding: valid leaves out windows that the border cuts, same keeps them.
        name: the layer's name.
    """
    return layers.MaxPooling2D(pool_size, strides=strides, padding=padding, name=name)(
        x
    )


@block("Average pooling", category="Pooling", ranges=POOL)
def average_pool(
    x,
    *,
    pool_size: int = 2,
    strides: int = 2,
    padding: Literal["same", "valid"] = "valid",
    name: str = "average_pool",
):
    """The average of each window.

    Args:
        x: images, (batch, height, width, channels).
        pool_size: height and width of the window.
        strides: step of the window, by which height and width are divided.
        padding: valid leaves out windows that the border cuts, same keeps them.
        name: the layer's name.
    """
    return layers.AveragePooling2D(
        pool_size, strides=strides, padding=padding, name=name
    )(x)


@block("Global pooling", category="Pooling", source="Lin et al. 2014, Sec. 3.2")
def global_pool(
    x,
    *,
    kind: Literal["average", "max"] = "average",
    keepdims: bool = False,
    name: str = "global_pool",
):
    """One number per channel, of the whole image.

    Args:
        x: images, (batch, height, width, channels).
        kind: which number: the average or the largest.
        keepdims: keeps height and width, as 1x1.
        name: the layer's name.
    """
    if kind == "max":
        return layers.GlobalMaxPooling2D(keepdims=keepdims, name=name)(x)
    return layers.GlobalAveragePooling2D(keepdims=keepdims, name=name)(x)
