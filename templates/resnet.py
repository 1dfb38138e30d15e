"""ResNet and what came of it: SE-ResNet and ResNeXt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from designer.model.document import Document, Scalar
from templates.options import CLASSES, INPUT_SIZE
from templates.rows import Row, image, network, row
from templates.template import Option, Published, Template, template

PAPER = "He et al. 2016"
SE_PAPER = "Hu et al. 2018"
NEXT_PAPER = "Xie et al. 2017"

# Blocks of conv2, conv3, conv4 and conv5; parameters and MACs: keras.applications; top-1 of one crop: Hu et al.
MEMBERS = {
    50: ((3, 4, 6, 3), 25_636_712, 3_857_973_248, 75.2),
    101: ((3, 4, 23, 3), 44_707_176, 7_570_194_432, 76.8),
    152: ((3, 8, 36, 3), 60_419_944, 11_282_415_616, 77.6),
}
DEPTHS_50, DEPTHS_101 = MEMBERS[50][0], MEMBERS[101][0]

WIDTH = Option(
    "width",
    default=64,
    minimum=8,
    maximum=256,
    step=8,
    help="channels of the stem and of conv2's 3x3 convolutions; each stage doubles them.",
)
RATIO = Option(
    "ratio",
    default=16,
    minimum=1,
    maximum=32,
    step=1,
    help="channels per unit of squeeze-and-excitation.",
)

DESCRIPTION = """ResNet with {depth} layers: blocks add what they compute to their input, so that depth does no harm.

As in Keras, convolutions have biases, which the batch normalisations undo. Images are expected as in Keras's \
`preprocess_input`: blue, green, red, each less its mean."""


def _stages(
    repeats: Iterable[int],
) -> Iterator[tuple[str, int, dict[str, Scalar], int]]:
    """Name and blocks of each stage, what its first block has instead, and what its channels are multiplied by."""
    for number, repeat in enumerate(repeats, start=2):
        first: dict[str, Scalar] = {"strides": 2} if number > 2 else {}
        yield f"conv{number}", repeat, first, 2 ** (number - 2)


def _bottlenecks(repeats: Iterable[int], **params: Scalar) -> Iterator[Row]:
    """Table 1, from conv2 to conv5."""
    for name, repeat, first, factor in _stages(repeats):
        yield row(
            name,
            "bottleneck",
            repeat=repeat,
            first=first,
            filters=f"={4 * factor} * width",
            width=f"={factor} * width",
            **params,
        )


def _resnet(
    name: str, repeats: tuple[int, ...], input_size: int, classes: int, width: int
) -> Document:
    return network(
        name,
        {
            "width": WIDTH.variable(width),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "resnet_stem", filters="=width", use_bias=True),
        *_bottlenecks(repeats, use_bias=True),
        row("classifier", "classifier", classes="=classes"),
    )


def _member(depth: int) -> Template:
    repeats, params, macs, top1 = MEMBERS[depth]
    name = f"resnet_{depth}"
    return Template(
        id=name,
        title=f"ResNet-{depth}",
        family="ResNet",
        source=f"{PAPER}, Table 1",
        year=2016,
        description=DESCRIPTION.format(depth=depth),
        build=partial(_resnet, name, repeats),
        options=(WIDTH, INPUT_SIZE, CLASSES),
        published=(
            Published(
                {},
                params,
                macs,
                top1,
                f"keras.applications; {SE_PAPER}, Table 2",
            ),
        ),
    )


resnet_50, resnet_101, resnet_152 = map(_member, MEMBERS)


@template(
    "SE-ResNet-50",
    family="ResNet",
    source=f"{SE_PAPER}, Table 1",
    year=2018,
    options=(RATIO, WIDTH, INPUT_SIZE, CLASSES),
    published=(
        Published(
            {},
            28_100_000,
            3_870_000_000,
            76.7,
            f"{SE_PAPER}, Table 2, which counts the scaling of the channels too; parameters of the released model",
        ),
    ),
)
def se_resnet_50(ratio: int, width: int, input_size: int, classes: int) -> Document:
    """ResNet-50 whose blocks weigh their channels by what all channels hold on average, before the input is added."""
    return network(
        "se_resnet_50",
        {
            "ratio": RATIO.variable(ratio),
            "width": WIDTH.variable(width),
            "input_size": INPUT_SIZE.variable(input_size),
            "classes": CLASSES.variable(classes),
        },
        image(),
        row("stem", "resnet_stem", filters="=width"),
        *_bottlenecks(DEPTHS_50, ratio="=ratio"),
        row("classifier", "classifier", classes="=classes"),
    )


def _cardinality(default: int) -> Option:
    return Option(
        "cardinality",
        default=default,
        minimum=1,
        maximum=64,
        step=1,
        help="groups of the 3x3 convolutions.",
    )


def _group_width(default: int) -> Option:
    return Option(
        "width",
        default=default,
        minimum=1,
        maximum=48,
        step=1,
        help="channels of a group in conv2; each stage doubles them.",
    )


# The widest on larger images would have maps of over 2 G numbers, more than TensorFlow holds.
NEXT_SIZE = replace(INPUT_SIZE, maximum=2048)
NEXT_50 = (_cardinality(32), _group_width(4), NEXT_SIZE, CLASSES)
NEXT_101 = (_cardinality(32), _group_width(8), NEXT_SIZE, CLASSES)


def _resnext(
    name: str,
    options: tuple[Option, ...],
    repeats: tuple[int, ...],
    **values: int,
) -> Document:
    return network(
        name,
        {option.name: option.variable(values[option.name]) for option in options},
        image(),
        row("stem", "resnet_stem"),
        *(
            row(
                name,
                "bottleneck",
                repeat=repeat,
                first=first,
                filters=256 * factor,
                width=f"={factor} * cardinality * width",
                groups="=cardinality",
                strides_in="3x3",
            )
            for name, repeat, first, factor in _stages(repeats)
        ),
        row("classifier", "classifier", classes="=classes"),
    )


@template(
    "ResNeXt-50 (32x4d)",
    family="ResNet",
    source=f"{NEXT_PAPER}, Table 1",
    year=2017,
    options=NEXT_50,
    published=(
        Published({}, 25_000_000, 4_200_000_000, 77.8, f"{NEXT_PAPER}, Tables 1 and 3"),
    ),
)
def resnext_50(cardinality: int, width: int, input_size: int, classes: int) -> Document:
    """ResNet-50 whose 3x3 convolutions have many groups, and so may have more channels at the same cost.

    As in the authors' code, the 3x3 convolutions take the strides.
    """
    return _resnext(
        "resnext_50",
        NEXT_50,
        DEPTHS_50,
        cardinality=cardinality,
        width=width,
        input_size=input_size,
        classes=classes,
    )


@template(
    "ResNeXt-101 (32x8d)",
    family="ResNet",
    source="Mahajan et al. 2018",
    year=2018,
    options=NEXT_101,
    published=(
        Published(
            {},
            88_800_000,
            16_400_000_000,
            79.3,
            "torchvision, first version of the weights",
        ),
    ),
)
def resnext_101(
    cardinality: int, width: int, input_size: int, classes: int
) -> Document:
    """ResNeXt with 101 layers and groups twice as wide: the smallest released one of those trained on hashtags.

    As in the authors' code, the 3x3 convolutions take the strides.
    """
    return _resnext(
        "resnext_101",
        NEXT_101,
        DEPTHS_101,
        cardinality=cardinality,
        width=width,
        input_size=input_size,
        classes=classes,
    )
