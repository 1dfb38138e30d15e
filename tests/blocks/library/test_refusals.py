"""What Keras accepts in silence, or refuses without a way out: the blocks name numbers and something that works."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.catalog import catalog
from blocks.spec import TensorSpec

REFUSED: list[tuple[str, Any, dict[str, Any], str, dict[str, Any]]] = [
    (
        "channel_shuffle",
        (8, 8, 10),
        {"groups": 4},
        "10 channels do not divide into 4 groups: 2 works",
        {"groups": 2},
    ),
    (
        "channel_shuffle",
        (8, 8, 10),
        {"groups": 0},
        "10 channels do not divide into 0 groups: 10 works",
        {"groups": 10},
    ),
    (
        "squeeze_excite",
        (8, 8, 8),
        {"ratio": 16},
        "a ratio of 16 leaves no unit for 8 channels: 1 to 8 works",
        {"ratio": 8},
    ),
    (
        "inverted_residual",
        (8, 8, 3),
        {"expansion": 0.1},
        "an expansion of 0.1 leaves none of 3 channels: 1 works",
        {"expansion": 1},
    ),
    (
        "inverted_residual",
        (8, 8, 3),
        {"se_ratio": 0.25},
        "an se_ratio of 0.25 leaves no unit for 3 channels: 0 is none, 1 is one per channel",
        {"se_ratio": 1},
    ),
    (
        "fused_inverted_residual",
        (8, 8, 3),
        {"expansion": 0.1},
        "an expansion of 0.1 leaves none of 3 channels: 1 works",
        {"expansion": 1},
    ),
    (
        "ghost_module",
        (8, 8, 3),
        {"filters": 33},
        "33 filters are not a multiple of the ratio 2: 32 works",
        {"filters": 32},
    ),
    (
        "ghost_module",
        (8, 8, 3),
        {"ratio": 1},
        "a ratio of 1 makes no ghosts: 2 works",
        {"ratio": 2},
    ),
    (
        "ghost_bottleneck",
        (8, 8, 3),
        {"expanded": 1},
        "1 filters are not a multiple of the ratio 2: 2 works",
        {"expanded": 2},
    ),
    (
        "rescaling",
        (8, 8, 3),
        {"divisor": 0},
        "pixels cannot be divided by 0: 255 works",
        {"divisor": 255},
    ),
    (
        "shufflenet_unit",
        (8, 8, 1),
        {"filters": 240},
        "the input is added, so its 1 channels must be the 240 filters: filters=1 or strides=2 works",
        {"filters": 241, "groups": 1, "strides": 2},
    ),
    (
        "shufflenet_unit",
        (8, 8, 240),
        {"filters": 240, "strides": 2},
        "the input's 240 channels are among the 240 filters, which leaves none to compute: filters=480 works",
        {"filters": 480, "strides": 2},
    ),
    (
        "shufflenet_unit_plain",
        (8, 8, 24),
        {"filters": 26, "strides": 2},
        "the input's 24 channels are among the 26 filters, which leaves 2 to compute: filters=48 works",
        {"filters": 48, "strides": 2},
    ),
    (
        "shufflenet_v2_unit",
        (8, 8, 24),
        {"filters": 48},
        "half of the input goes past, so its 24 channels must be the 48 filters: filters=24 or strides=2 works",
        {"filters": 48, "strides": 2},
    ),
    (
        "shufflenet_v2_unit",
        (8, 8, 24),
        {"filters": 24, "strides": 2},
        "the input's 24 channels are among the 24 filters, which leaves none to compute: filters=48 works",
        {"filters": 48, "strides": 2},
    ),
    (
        "regnet_block",
        (8, 8, 32),
        {"filters": 40, "group_width": 16},
        "40 filters do not divide into groups of 16: groups of 8 work",
        {"filters": 40, "group_width": 8},
    ),
    (
        "regnet_block",
        (8, 8, 3),
        {"se_ratio": 0.1},
        "an se_ratio of 0.1 leaves no unit for 3 channels: 0 is none, 1 is one per channel",
        {"se_ratio": 1},
    ),
    (
        "xception_unit",
        (8, 8, 64),
        {"convolutions": 0},
        "a unit of 0 convolutions is none: 2 works",
        {"convolutions": 2},
    ),
    (
        "convnext_block",
        (8, 8, 96),
        {"filters": 192},
        "the input is added, so its 96 channels must be the 192 filters: filters=96 or strides=2 works",
        {"filters": 192, "strides": 2},
    ),
    (
        "ger_block",
        (56, 56, 32),
        {"filters": 64},
        "the input's 32 channels cannot be added to 64 filters: filters=32 or shortcut='projection' works",
        {"filters": 64, "shortcut": "projection"},
    ),
    (
        "ger_block",
        (8, 8, 64),
        {"expansion": 0.001},
        "an expansion of 0.001 leaves none of 64 filters: 1 works",
        {"expansion": 1},
    ),
    (
        "dropout",
        (8,),
        {"rate": 1},
        "a rate of 1 is not from 0 to below 1: 0.2 works",
        {"rate": 0.2},
    ),
    (
        "classifier",
        (8, 8, 3),
        {"classes": 1},
        "softmax over 1 class is always 1: sigmoid or 2 classes works",
        {"classes": 1, "activation": "sigmoid"},
    ),
    (
        "classifier",
        (8, 8, 3),
        {"dropout": 1.0},
        "a dropout of 1.0 is not from 0 to below 1: 0.2 works",
        {"dropout": 0.2},
    ),
    (
        "dense",
        (8,),
        {"units": 1, "activation": "softmax"},
        "softmax over 1 unit is always 1: sigmoid or 2 units works",
        {"units": 2, "activation": "softmax"},
    ),
]


@pytest.mark.parametrize(
    ("block", "shape", "settings", "message", "works"),
    REFUSED,
    ids=[f"{case[0]}-{'-'.join(case[2])}" for case in REFUSED],
)
def test_a_refusal_names_numbers_and_what_works(
    block: str,
    shape: tuple[int, ...],
    settings: dict[str, Any],
    message: str,
    works: dict[str, Any],
) -> None:
    function = catalog()[block].function
    x = TensorSpec((None, *shape))
    with pytest.raises(ValueError) as refusal:
        function(x, **settings)
    assert str(refusal.value) == message
    function(x, **works)


def test_a_shuffle_of_vectors_is_refused() -> None:
    with pytest.raises(ValueError, match="takes images of height x width x channels"):
        catalog()["channel_shuffle"].function(TensorSpec((None, 12)))


@pytest.mark.parametrize("block", ["add", "concatenate"])
@pytest.mark.parametrize("wires", [0, 1])
def test_too_few_wires_are_refused(block: str, wires: int) -> None:
    with pytest.raises(ValueError, match=f"joins 2 wires or more, not {wires}"):
        catalog()[block].function([TensorSpec((None, 4))] * wires)


def test_an_image_of_one_channel_is_not_added_to_all() -> None:
    grey, colour = TensorSpec((None, 8, 8, 1)), TensorSpec((None, 8, 8, 3))
    with pytest.raises(ValueError) as refusal:
        catalog()["add"].function([grey, colour])
    assert str(refusal.value) == "cannot add 8x8x1 and 8x8x3: 8x8x1 everywhere works"


def test_imagenets_figures_are_refused_for_grey_images() -> None:
    with pytest.raises(ValueError) as refusal:
        catalog()["imagenet_normalization"].function(TensorSpec((None, 8, 8, 1)))
    assert str(refusal.value) == (
        "ImageNet's figures are for 3 channels of colour, not 1: normalization takes any"
    )
