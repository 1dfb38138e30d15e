"""GER-VNet: group-enhanced residual blocks."""

from __future__ import annotations

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Published, template


@template(
    "GER-VNet, as in the article",
    family="GER-VNet",
    source="article on GER-VNet",
    options=(INPUT_SIZE, CLASSES),
    published=(
        Published(
            {}, params=77_160, macs=43_215_360, source="article on GER-VNet, repaired"
        ),
    ),
)
def ger_vnet_article(input_size: int, classes: int) -> Document:
    """The listing of the article on GER-VNet: four group-enhanced residual blocks.

    As listed it cannot run: the first block adds an input of 32 channels to 64. The smallest repair is made here,
    a 1x1 convolution on that shortcut. Set the shortcut of the blocks' first copy to identity to see the mistake.
    """
    return network(
        "ger_vnet_article",
        {
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "conv", filters=32, strides=2),
        row("pool", "max_pool"),
        row(
            "blocks",
            "ger_block",
            repeat=4,
            first={"shortcut": "projection"},
            filters=64,
            groups=4,
        ),
        row("classifier", "classifier", classes="=classes", activation="linear"),
    )
