"""ConvNeXt."""

from __future__ import annotations

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Option, Published, template

PAPER = "Liu et al. 2022"

# Blocks of each stage, and the share of images that skip one in training: the paper raises that from block to block,
# from 0 to 0.1; these are its means over the stages.
STAGES = ((3, 0.006), (3, 0.024), (9, 0.059), (3, 0.094))

WIDTH = Option(
    "width",
    default=96,
    minimum=8,
    maximum=256,
    step=8,
    help="channels of the first stage; each stage doubles them.",
)


@template(
    "ConvNeXt-Tiny",
    family="ConvNeXt",
    source=f"{PAPER}, Table 9",
    year=2022,
    options=(WIDTH, INPUT_SIZE, CLASSES),
    published=(
        Published(
            {},
            28_589_128,
            4_500_000_000,
            82.1,
            f"{PAPER}, Table 1; parameters of Keras's ConvNeXtTiny",
        ),
    ),
)
def convnext_tiny(width: int, input_size: int, classes: int) -> Document:
    """A ResNet brought step by step to what transformers do, without attention.

    As in Keras, pixels are normalised in the network. The learnt factor of each channel at a block's end is a depthwise
    1x1 convolution here; its multiplications are 0.05 % of the MACs, which other counts leave out.
    """
    return network(
        "convnext_tiny",
        {
            "width": WIDTH.variable(width),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("normalization", "imagenet_normalization"),
        row(
            "stem",
            "conv",
            filters="=width",
            kernel_size=4,
            strides=4,
            padding="valid",
        ),
        row("stem_norm", "layer_norm"),
        *(
            row(
                f"stage{number}",
                "convnext_block",
                repeat=repeat,
                first={"strides": 2} if number > 1 else {},
                filters=f"={2 ** (number - 1)} * width",
                drop_rate=drop_rate,
            )
            for number, (repeat, drop_rate) in enumerate(STAGES, start=1)
        ),
        row("pool", "global_pool"),
        row("head_norm", "layer_norm"),
        row("classifier", "dense", units="=classes", activation="softmax"),
    )
