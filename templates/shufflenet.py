"""The ShuffleNets."""

from __future__ import annotations

from designer.model.document import Document, Variable
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Option, Published, template

V1_PAPER = "Zhang et al. 2018"
V2_PAPER = "Ma et al. 2018"

# Output channels of stage 2 by groups, Table 1: more groups are cheaper, so there may be more channels.
V1_WIDTHS = {1: 144, 2: 200, 3: 240, 4: 272, 8: 384}

V1_WIDTH = "=" + " else ".join(
    f"{width} if groups == {groups}" if groups < 8 else str(width)
    for groups, width in V1_WIDTHS.items()
)

# Channels of the stem by scale, as in the authors' code: half of the 24 below 1, twice as many at 2; 16 where 12 do
# not divide into the groups that the first unit's concatenation needs. Table 2's MACs are met with these alone.
V1_STEM = (
    "=round_channels(12 if scale < 1 else 24 if scale < 2 else 24 * scale, groups)"
)

UNITS = (4, 8, 4)  # of stages 2, 3 and 4; each doubles the channels

# Output channels of stage 2 and of the last convolution by scale: Table 5 of the second paper.
V2_WIDTHS = {0.5: 48, 1.0: 116, 1.5: 176, 2.0: 244}

V2_WIDTH = (
    "=48 if scale == 0.5 else 116 if scale == 1 else 176 if scale == 1.5 else 244"
)
V2_HEAD = "=2048 if scale == 2 else 1024"

GROUPS = Option(
    "groups",
    default=3,
    choices=tuple(V1_WIDTHS),
    minimum=1,
    maximum=8,
    step=1,
    help="groups of the 1x1 convolutions; the channels are the paper's for these.",
)
SCALE = Option(
    "scale",
    default=1.0,
    type=float,
    minimum=0.25,
    maximum=4,
    step=0.25,
    help="multiplies the channels of every stage; the stem follows in steps, as in the authors' code.",
)
V2_SCALE = Option(
    "scale",
    default=1.0,
    type=float,
    choices=tuple(V2_WIDTHS),
    minimum=0.5,
    maximum=2,
    step=0.5,
    help="multiplies the channels, about; they are the paper's for these.",
)


def _published(groups: int, mega_macs: int, error: float) -> Published:
    """A row of Table 1 with its error from Table 2."""
    return Published(
        {"groups": groups},
        macs=mega_macs * 1_000_000,
        top1=round(100 - error, 1),
        source=f"{V1_PAPER}, Tables 1 and 2, without the classifier's MACs",
    )


def _published_scaled(scale: float, mega_macs: int, table: int) -> Published:
    """A network at 3 groups and another scale; these figures have the classifier in them."""
    return Published(
        {"groups": 3, "scale": scale},
        macs=mega_macs * 1_000_000,
        source=f"{V1_PAPER}, Table {table}",
    )


@template(
    "ShuffleNet v1",
    family="ShuffleNet",
    source=f"{V1_PAPER}, Table 1",
    year=2018,
    options=(GROUPS, SCALE, INPUT_SIZE, CLASSES),
    published=(
        _published(1, 143, 33.6),
        _published(2, 140, 32.7),
        _published(3, 137, 32.6),
        _published(4, 133, 32.8),
        _published(8, 137, 32.4),
        _published_scaled(0.25, 13, 2),
        _published_scaled(0.5, 38, 2),
        _published_scaled(2.0, 524, 5),
    ),
)
def shufflenet_v1(groups: int, scale: float, input_size: int, classes: int) -> Document:
    """Grouped 1x1 convolutions, whose groups a channel shuffle mixes.

    Channels are rounded to multiples of four times the groups, so that every scale divides; at scale 1 they are
    the paper's.
    """
    return network(
        "shufflenet_v1",
        {
            "groups": GROUPS.variable(groups),
            "width": Variable(V1_WIDTH, note="channels of stage 2 at scale 1."),
            "scale": SCALE.variable(scale),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=V1_STEM),
        row("pool", "max_pool", pool_size=3, padding="same"),
        *(
            row(
                f"stage{stage}",
                "shufflenet_unit",
                repeat=repeat,
                # The stem's 24 channels are too few to be grouped (Table 1's caption).
                first={"strides": 2, "group_first": False}
                if stage == 2
                else {"strides": 2},
                filters=f"=round_channels({factor} * width * scale, 4 * groups)",
                groups="=groups",
            )
            for stage, repeat, factor in _stages(1)
        ),
        row("classifier", "classifier", classes="=classes"),
    )


@template(
    "ShuffleNet v1, as in the article",
    family="ShuffleNet",
    source="article on ShuffleNet in TensorFlow 2",
    options=(INPUT_SIZE, CLASSES),
    published=(
        Published({}, params=1_470_730, source="article on ShuffleNet in TensorFlow 2"),
    ),
)
def shufflenet_v1_article(input_size: int, classes: int) -> Document:
    """The listing of the article on ShuffleNet in TensorFlow 2.

    Unlike the paper's, its units have one group, biases, no batch normalisation and no activation.
    """
    return network(
        "shufflenet_v1_article",
        {
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=24, use_bias=True),
        row("pool", "max_pool", pool_size=3, padding="same"),
        *(
            row(
                f"stage{stage}",
                "shufflenet_unit_plain",
                repeat=repeat,
                first={"strides": 2},
                filters=width,
                groups=1,
            )
            for stage, repeat, width in _stages(V1_WIDTHS[1])
        ),
        row("global_pool", "global_pool"),
        row("classifier", "dense", units="=classes"),
    )


def _published_v2(
    scale: float, mega_params: float, mega_macs: int, error: float
) -> Published:
    """A scale's parameters from Table 5, its MACs and error from Table 8."""
    return Published(
        {"scale": scale},
        round(mega_params * 1e6),
        mega_macs * 1_000_000,
        round(100 - error, 1),
        f"{V2_PAPER}, Tables 5 and 8",
    )


@template(
    "ShuffleNet v2",
    family="ShuffleNet",
    source=f"{V2_PAPER}, Table 5",
    year=2018,
    options=(V2_SCALE, INPUT_SIZE, CLASSES),
    published=(
        _published_v2(0.5, 1.4, 41, 39.7),
        _published_v2(1.0, 2.3, 146, 30.6),
        _published_v2(1.5, 3.5, 299, 27.4),
        _published_v2(2.0, 7.4, 591, 25.1),
    ),
)
def shufflenet_v2(scale: float, input_size: int, classes: int) -> Document:
    """Half of the channels skip each unit: what is fast on a device, not what has the fewest multiplications."""
    return network(
        "shufflenet_v2",
        {
            "scale": V2_SCALE.variable(scale),
            "width": Variable(V2_WIDTH, note="channels of stage 2."),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "stem", filters=24),
        row("pool", "max_pool", pool_size=3, padding="same"),
        *(
            row(
                f"stage{stage}",
                "shufflenet_v2_unit",
                repeat=repeat,
                first={"strides": 2},
                filters=f"={factor} * width",
            )
            for stage, repeat, factor in _stages(1)
        ),
        row("head", "conv_bn", filters=V2_HEAD, kernel_size=1),
        row("classifier", "classifier", classes="=classes"),
    )


def _stages(width: int) -> tuple[tuple[int, int, int], ...]:
    """Number, units and output channels of each stage."""
    return tuple(
        (stage, units, width * 2 ** (stage - 2))
        for stage, units in enumerate(UNITS, start=2)
    )
