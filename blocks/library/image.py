"""Where a network begins."""

from blocks import layers
from blocks.definition import block
from blocks.ranges import CHANNELS, PIXELS


@block(
    "Image",
    category="Input",
    ranges={"height": PIXELS, "width": PIXELS, "channels": CHANNELS},
)
def image_input(
    *, height: int = 224, width: int = 224, channels: int = 3, name: str = "image"
):
    """The images that the network is given.

    Args:
        height: pixels from top to bottom.
        width: pixels from left to right.
        channels: numbers per pixel: 3 for colour, 1 for grey.
        name: the input's name.
    """
    return layers.Input((height, width, channels), name=name)
