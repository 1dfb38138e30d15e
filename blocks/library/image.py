"""Where a network begins."""

from blocks import layers
from blocks.definition import Range, block
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


@block(
    "Rescaling",
    category="Input",
    ranges={"divisor": Range(0.5, 65_535, 0.5), "offset": Range(-1, 1, 0.5)},
)
def rescaling(
    x, *, divisor: float = 255.0, offset: float = 0.0, name: str = "rescaling"
):
    """Brings pixels of 0 to 255 to the range that a network was trained on.

    Args:
        x: images as they are read from files.
        divisor: what each pixel is divided by; 127.5 and an offset of -1 give -1 to 1.
        offset: what is added after that.
        name: the layer's name.
    """
    if divisor < 1e-9:  # float32 cannot hold pixels divided by much less
        raise ValueError(f"pixels cannot be divided by {divisor}: 255 works")
    return layers.Rescaling(1 / divisor, offset=offset, name=name)(x)


@block("Normalisation of the input", category="Input")
def normalization(x, *, name: str = "normalization"):
    """Brings each channel to mean 0 and variance 1, as found in data before training.

    The layer's `adapt` finds them; until then it changes nothing.

    Args:
        x: images or vectors.
        name: the layer's name.
    """
    return layers.Normalization(name=name)(x)


@block("ImageNet normalisation", category="Input")
def imagenet_normalization(x, *, name: str = "normalization"):
    """Brings pixels of 0 to 255 to mean 0 and variance 1, as ImageNet's are on average.

    Args:
        x: images in colour as they are read from files.
        name: the layer's name.
    """
    if x.shape[-1] != 3:
        raise ValueError(
            f"ImageNet's figures are for 3 channels of colour, not {x.shape[-1]}: "
            "normalization takes any"
        )
    return layers.Normalization(
        mean=[0.485 * 255, 0.456 * 255, 0.406 * 255],
        variance=[(0.229 * 255) ** 2, (0.224 * 255) ** 2, (0.225 * 255) ** 2],
        name=name,
    )(x)
