"""The RegNets."""

from __future__ import annotations

from dataclasses import replace

from designer.model.document import Document
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import Row, image, network, row
from templates.template import Option, Published, template

PAPER = "Radosavovic et al. 2020"

# Width and depth of each stage: Figs. 15 and 16.
X_STAGES = ((32, 1), (64, 2), (160, 7), (384, 12))
Y_STAGES = ((48, 1), (104, 3), (208, 6), (440, 6))

GROUP_WIDTH = Option(
    "group_width",
    default=16,
    minimum=1,
    maximum=64,
    step=1,
    help="channels of a group; the stages' channels are rounded to its multiples.",
)
Y_GROUP_WIDTH = replace(GROUP_WIDTH, default=8)
SE_RATIO = Option(
    "se_ratio",
    default=0.25,
    type=float,
    minimum=0.05,
    maximum=1,
    step=0.05,
    help="units of squeeze-and-excitation per input channel of a block.",
)


def _stages(stages: tuple[tuple[int, int], ...], **params: str) -> tuple[Row, ...]:
    return tuple(
        row(
            f"stage{number}",
            "regnet_block",
            repeat=depth,
            first={"strides": 2},
            filters=f"=round_channels({width}, group_width)",
            group_width="=group_width",
            **params,
        )
        for number, (width, depth) in enumerate(stages, start=1)
    )


@template(
    "RegNetX-400MF",
    family="RegNet",
    source=f"{PAPER}, Fig. 15",
    year=2020,
    options=(GROUP_WIDTH, INPUT_SIZE, CLASSES),
    published=(Published({}, 5_200_000, 400_000_000, 72.7, f"{PAPER}, Fig. 15"),),
)
def regnetx_400mf(group_width: int, input_size: int, classes: int) -> Document:
    """One of a family that a search narrowed down: channels and depths grow by a rule of four numbers."""
    return network(
        "regnetx_400mf",
        {
            "group_width": GROUP_WIDTH.variable(group_width),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=32),
        *_stages(X_STAGES),
        row("classifier", "classifier", classes="=classes"),
    )


@template(
    "RegNetY-400MF",
    family="RegNet",
    source=f"{PAPER}, Fig. 16",
    year=2020,
    options=(Y_GROUP_WIDTH, SE_RATIO, INPUT_SIZE, CLASSES),
    published=(Published({}, 4_300_000, 400_000_000, 74.1, f"{PAPER}, Fig. 16"),),
)
def regnety_400mf(
    group_width: int, se_ratio: float, input_size: int, classes: int
) -> Document:
    """RegNetX with squeeze-and-excitation in every block, and the channels and depths that suit it."""
    return network(
        "regnety_400mf",
        {
            "group_width": Y_GROUP_WIDTH.variable(group_width),
            "se_ratio": SE_RATIO.variable(se_ratio),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=32),
        *_stages(Y_STAGES, se_ratio="=se_ratio"),
        row("classifier", "classifier", classes="=classes"),
    )
