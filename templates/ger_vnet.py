"""GER-VNet: group-enhanced residual blocks."""

from __future__ import annotations

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Option, Published, template

ARTICLE = "article on GER-VNet"

# filters and blocks of each stage: 16 blocks of 3 convolutions. The article prints no widths; these come to within
# 1.5 % of its 2.3 G multiply-accumulates, and divide into 8 groups at every expansion that it recommends.
STAGES = ((96, 3), (192, 4), (384, 6), (768, 3))

GROUPS = Option(
    "groups",
    default=4,
    choices=(4, 8),
    minimum=4,
    maximum=8,
    step=4,
    help="groups that the channel shuffle mixes.",
)
EXPANSION = Option(
    "expansion",
    default=2.0,
    type=float,
    choices=(1.5, 1.75, 2.0),
    minimum=1.5,
    maximum=2,
    step=0.25,
    help="channels in the middle of a block per channel that it puts out.",
)
DROPOUT = Option(
    "dropout",
    default=0.2,
    type=float,
    minimum=0,
    maximum=0.9,
    step=0.05,
    help="share dropped before the classifier; the article recommends 0.2 to 0.5.",
)


@template(
    "GER-VNet, as in the article",
    family="GER-VNet",
    source=ARTICLE,
    options=(INPUT_SIZE, CLASSES),
    published=(
        Published({}, params=77_160, macs=43_215_360, source=f"{ARTICLE}, repaired"),
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


@template(
    "GER-VNet-48",
    family="GER-VNet",
    source=ARTICLE,
    options=(GROUPS, EXPANSION, DROPOUT, INPUT_SIZE, CLASSES),
    published=(Published({}, macs=2_300_000_000, top1=75.8, source=ARTICLE),),
)
def ger_vnet_48(
    groups: int, expansion: float, dropout: float, input_size: int, classes: int
) -> Document:
    """The larger network of the article on GER-VNet: 48 convolution layers in group-enhanced residual blocks.

    The article prints neither widths nor stages: those here were chosen to cost its 2.3 G multiply-accumulates at 224
    pixels, within 2 %. The accuracy of 75.8 % is the article's claim and has not been reproduced.
    """
    return network(
        "ger_vnet_48",
        {
            "groups": GROUPS.variable(groups),
            "expansion": EXPANSION.variable(expansion),
            "dropout": DROPOUT.variable(dropout),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=STAGES[0][0]),
        *(
            row(
                f"stage{number}",
                "ger_block",
                repeat=repeat,
                first={"strides": 2},
                filters=filters,
                groups="=groups",
                expansion="=expansion",
            )
            for number, (filters, repeat) in enumerate(STAGES, start=1)
        ),
        row("classifier", "classifier", classes="=classes", dropout="=dropout"),
    )
