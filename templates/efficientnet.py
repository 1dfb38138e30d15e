"""The EfficientNets: one design, scaled in width, depth and image size at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from designer.model.document import Document, Variable
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import image, network, row
from templates.template import Option, Published, Template, template

PAPER = "Tan and Le 2019"
V2_PAPER = "Tan and Le 2021"
TOP1_SOURCE = f"{PAPER}, Table 2 of arXiv:1905.11946v5"

# What width, depth and image size are for each step of phi: those of the authors' code and of Keras at every whole phi,
# and on a straight line between two. They are not the paper's rule, 1.1, 1.2 and 1.15 to the power of phi: B1 has
# width 1.0 and depth 1.1 where the rule gives 1.1 and 1.2, and B2 to B4 stay below it too. Whole numbers before the
# division, so that no stop is a bit off.
WIDTH_OF_PHI = "=max(10, 9 + phi, 6 + 2 * phi) / 10"
DEPTH_OF_PHI = "=max(10 + phi, 2 + 4 * phi, 5 * phi - 4) / 10"
DROPOUT_OF_PHI = "=(2 + phi // 2) / 10"

PHI = Option(
    "phi",
    default=0,
    minimum=0,
    maximum=7,
    step=1,
    help="0 for B0 to 7 for B7: width, depth and image size follow while they are left as they are.",
)
WIDTH = Option(
    "width",
    default=1.0,
    type=float,
    minimum=0.05,
    maximum=4,
    step=0.1,
    help="multiplies the channels of every layer of B0; at its default it follows phi.",
    follows=WIDTH_OF_PHI,
)
DEPTH = Option(
    "depth",
    default=1.0,
    type=float,
    minimum=0.05,
    maximum=4,
    step=0.1,
    help="multiplies the repeats of every row of B0; at its default it follows phi.",
    follows=DEPTH_OF_PHI,
)

# width, depth, input_size, dropout; parameters, MACs: the authors' code and keras.applications. Top-1: Table 2 of the
# paper's revision 5 (September 2020), 77.1 to 84.3; the conference's version prints 76.3 to 84.4.
MEMBERS = (
    (1.0, 1.0, 224, 0.2, 5_330_571, 385_814_752, 77.1),
    (1.0, 1.1, 240, 0.2, 7_856_239, 686_802_832, 79.1),
    (1.1, 1.2, 260, 0.3, 9_177_569, 993_561_872, 80.1),
    (1.2, 1.4, 300, 0.3, 12_320_535, 1_827_141_392, 81.6),
    (1.4, 1.8, 380, 0.4, 19_466_823, 4_393_771_024, 82.9),
    (1.6, 2.2, 456, 0.4, 30_562_527, 10_266_384_752, 83.6),
    (1.8, 2.6, 528, 0.5, 43_265_143, 19_067_593_536, 84.0),
    (2.0, 3.1, 600, 0.5, 66_658_687, 37_745_884_192, 84.3),
)


def _size_of_phi() -> str:
    *steps, last = (member[2] for member in MEMBERS)
    chain = (f"{size} if phi < {phi} else " for phi, size in enumerate(steps, start=1))
    return f"={''.join(chain)}{last}"


SIZE = replace(
    INPUT_SIZE,
    help=f"{INPUT_SIZE.help.removesuffix('.')}; at its default it follows phi.",
    follows=_size_of_phi(),
)

# kernel, expansion, filters, repeats, strides of the first: Table 1; then the share of images that skip a block in
# training. Keras raises that from block to block, from 0 to 0.2; these are its means over the rows of B0.
B0_ROWS = (
    (3, 1.0, 16, 1, 1, 0.006),
    (3, 6.0, 24, 2, 2, 0.025),
    (5, 6.0, 40, 2, 2, 0.05),
    (3, 6.0, 80, 3, 2, 0.081),
    (5, 6.0, 112, 3, 1, 0.119),
    (5, 6.0, 192, 4, 2, 0.163),
    (3, 6.0, 320, 1, 1, 0.194),
)

DROPOUT_NOTE = "share of the features that training drops before the classifier."

ORIGIN = "The network that a search found for phones; the other EfficientNets are this one, scaled."
SCALED = "The rows of B0 with {0} times the channels and {1} times the repeats, on images of {2} pixels."
SHARED = """phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are \
those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.

As in Keras, pixels are rescaled and normalised in the network, which makes 7 of its parameters. The share of images \
that skip a block in training rises from row to row, where Keras raises it from block to block."""


def _member(number: int) -> Template:
    width, depth, size, _, params, macs, top1 = MEMBERS[number]
    name = f"efficientnet_b{number}"
    about = SCALED.format(width, depth, size) if number else ORIGIN
    options = (
        replace(PHI, default=number),
        replace(WIDTH, default=width),
        replace(DEPTH, default=depth),
        replace(SIZE, default=size),
        CLASSES,
    )
    return Template(
        id=name,
        title=f"EfficientNet-B{number}",
        family="EfficientNet",
        source=f"{PAPER}, Table 2",
        year=2019,
        description=f"{about} {SHARED}",
        build=partial(_network, name, options),
        options=options,
        published=(
            Published({}, params, macs, top1, f"keras.applications; {TOP1_SOURCE}"),
        ),
    )


def _network(name: str, options: tuple[Option, ...], **values: float) -> Document:
    chosen = {option.name: option.variable(values[option.name]) for option in options}
    return network(
        name,
        {**chosen, "dropout": Variable(DROPOUT_OF_PHI, note=DROPOUT_NOTE)},
        image(),
        row("rescaling", "rescaling"),
        row("normalization", "normalization"),
        row("stem", "stem", filters=_filters(32), activation="silu"),
        *(
            row(
                f"row{number}",
                "inverted_residual",
                repeat=f"=round_repeats({repeat} * depth)",
                first={"strides": strides} if strides > 1 else {},
                filters=_filters(filters),
                kernel_size=kernel_size,
                expansion=expansion,
                se_ratio=0.25,
                activation="silu",
                drop_rate=drop_rate,
            )
            for number, (
                kernel_size,
                expansion,
                filters,
                repeat,
                strides,
                drop_rate,
            ) in enumerate(B0_ROWS, start=1)
        ),
        row(
            "head", "conv_bn", filters=_filters(1280), kernel_size=1, activation="silu"
        ),
        row("classifier", "classifier", classes="=classes", dropout="=dropout"),
    )


def _filters(base: int) -> str:
    return f"=round_channels({base} * width)"


(
    efficientnet_b0,
    efficientnet_b1,
    efficientnet_b2,
    efficientnet_b3,
    efficientnet_b4,
    efficientnet_b5,
    efficientnet_b6,
    efficientnet_b7,
) = map(_member, range(len(MEMBERS)))


# expansion, filters, repeats, strides of the first: Table 4; then the share of images that skip a block in training, as
# for B0. The first row's two blocks both have a shortcut: Keras's shares there are 0 and 0.005.
V2_S_FUSED = (
    (1.0, 24, 2, 1, 0.005),
    (4.0, 48, 4, 2, 0.02),
    (4.0, 64, 4, 2, 0.04),
)
V2_S_ROWS = (
    (4.0, 128, 6, 2, 0.065),
    (6.0, 160, 9, 1, 0.103),
    (6.0, 256, 15, 2, 0.163),
)
V2_S_SIZE = replace(INPUT_SIZE, default=384)


@template(
    "EfficientNetV2-S",
    family="EfficientNet",
    source=f"{V2_PAPER}, Table 4",
    year=2021,
    options=(V2_S_SIZE, CLASSES),
    published=(
        Published(
            {},
            21_612_360,
            8_365_617_152,
            83.9,
            f"keras.applications; {V2_PAPER}, Table 7",
        ),
    ),
)
def efficientnet_v2_s(input_size: int, classes: int) -> Document:
    """EfficientNet made to train faster: where images are large, one convolution does what two did.

    As in Keras, pixels are brought to -1 to 1 in the network.
    """
    return network(
        "efficientnet_v2_s",
        {
            "input_size": V2_S_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("rescaling", "rescaling", divisor=128.0, offset=-1.0),
        row("stem", "stem", filters=24, activation="silu"),
        *(
            row(
                f"row{number}",
                "fused_inverted_residual",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {"drop_rate": 0.0},
                filters=filters,
                expansion=expansion,
                drop_rate=drop_rate,
            )
            for number, (expansion, filters, repeat, strides, drop_rate) in enumerate(
                V2_S_FUSED, start=1
            )
        ),
        *(
            row(
                f"row{number}",
                "inverted_residual",
                repeat=repeat,
                first={"strides": strides} if strides > 1 else {},
                filters=filters,
                expansion=expansion,
                se_ratio=0.25,
                activation="silu",
                drop_rate=drop_rate,
            )
            for number, (expansion, filters, repeat, strides, drop_rate) in enumerate(
                V2_S_ROWS, start=1 + len(V2_S_FUSED)
            )
        ),
        row("head", "conv_bn", filters=1280, kernel_size=1, activation="silu"),
        row("classifier", "classifier", classes="=classes", dropout=0.2),
    )


TEN_CLASSES = replace(CLASSES, default=10)


@template(
    "Squeeze-and-excitation, as in the article",
    family="EfficientNet",
    source="article on EfficientNet node processing",
    options=(INPUT_SIZE, TEN_CLASSES),
    published=(
        Published(
            {}, 1_388, 10_838_464, source="article on EfficientNet node processing"
        ),
    ),
)
def squeeze_excite_article(input_size: int, classes: int) -> Document:
    """The listing of the article on EfficientNet: squeeze-and-excitation between a convolution and a classifier."""
    return network(
        "squeeze_excite_article",
        {
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": TEN_CLASSES.variable(classes),
        },
        image(),
        row("conv", "conv", filters=32, strides=2),
        row("se", "squeeze_excite", ratio=16),
        row("classifier", "classifier", classes="=classes"),
    )
