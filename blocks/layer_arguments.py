"""What is said of the layers' arguments where layers are blocks of their own, by the arguments' names.

A name means the same in all layers, or else stands behind its layer's. One that is missing here works too: it is
explained by Keras.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from blocks.definition import Range
from blocks.ranges import CHANNELS, DILATION, GROUPS, KERNEL, STRIDES

AXIS = Range(-4, 4)
SHARE = Range(0, 1, 0.05)
ANY_WHOLE = Range(-65_536, 65_536)
ANY_NUMBER = Range(-65_536, 65_536, 0.1)


class About(NamedTuple):
    """An argument: its help, what its field lets it be, and where it starts if Keras has no default."""

    help: str
    range: Range | None = None
    start: Any = None


# fmt: off
ABOUT = {
    "activation": About("what follows the layer; linear is nothing."),
    "Activation.activation": About("the function, by its name.", start="relu"),
    "axis": About("the axis; -1 is the channels.", AXIS, -1),
    "center": About("whether a learned shift is added."),
    "cropping": About("pixels cut off: 1 is on all sides; or (top, bottom), (left, right).", Range(0, 512)),
    "depth_multiplier": About("channels made of each channel.", Range(1, 64)),
    "dilation_rate": About("steps between the kernel's pixels; two numbers are height and width.", DILATION),
    "dims": About("the axes in their new order, from 1, such as 1, 2, 4, 3.", start="1, 2, 3"),
    "epsilon": About("what keeps the variance away from zero.", Range(0, 1, 0.001)),
    "filters": About("channels of the output.", CHANNELS, 32),
    "groups": About("groups of channels that do not see each other.", GROUPS),
    "indices_or_sections": About("2 cuts into halves, 24, (with the comma) after 24.", ANY_WHOLE, 2),
    "interpolation": About("how pixels between pixels come about."),
    "keepdims": About("whether the image stays an image, of 1x1 pixels."),
    "kernel_size": About("pixels that one output sees; two numbers are height and width.", KERNEL, 3),
    "max_value": About("the largest value that goes through, or none.", Range(0, 65_536), 6),
    "mean": About("what is taken off: one number, one a channel, or none.", ANY_NUMBER),
    "momentum": About("how slowly the moving averages follow.", SHARE),
    "negative_slope": About("slope below the threshold.", Range(0, 65_536, 0.1)),
    "noise_shape": About("what is dropped together, such as None, 1, 1, 1 for whole images."),
    "offset": About("what is added after that: one number, or one a channel.", ANY_NUMBER),
    "padding": About("same keeps the size (at strides 1), valid loses the border."),
    "ZeroPadding2D.padding": About("zeros around: 1 is on all sides; or (top, bottom), (left, right).", Range(0, 512)),
    "pool_size": About("pixels of a window; two numbers are height and width.", KERNEL, 2),
    "rate": About("share that is dropped in training.", SHARE, 0.2),
    "renorm": About("whether batches are renormalised (Ioffe 2017)."),
    "renorm_momentum": About("how slowly the averages of renormalisation follow.", SHARE),
    "scale": About("whether a learned factor is put on."),
    "Rescaling.scale": About("what is multiplied by: one number, or one a channel.", ANY_NUMBER, 1.0),
    "seed": About("what randomness starts from, or none.", ANY_WHOLE),
    "size": About("factors for the height and the width.", Range(1, 64)),
    "strides": About("step of the window; two numbers are height and width.", STRIDES),
    "synchronized": About("whether statistics are taken over all devices."),
    "target_shape": About("the new shape, such as 56, 56, 24; one size may be -1, what is left.", start="-1"),
    "threshold": About("what is below becomes zero.", Range(0, 65_536, 0.1)),
    "units": About("numbers that come out.", CHANNELS, 64),
    "use_bias": About("whether a learned number is added to each channel."),
    "variance": About("the variance that goes with the mean, or none.", ANY_NUMBER),
}
# fmt: on
