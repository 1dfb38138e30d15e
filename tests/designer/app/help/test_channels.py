"""The pictures of blocks, checked against the papers' formulas and against Keras."""

from __future__ import annotations

import numpy as np
import pytest

from blocks.catalog import catalog
from designer.app.help.arrangement import arranged
from designer.app.help.channel_flow import picture
from designer.app.help.drawing import Drawing
from designer.app.help.examples import example, inside
from designer.canvas.values.theme import DARK, LIGHT

every_block = pytest.mark.parametrize("block", catalog().values(), ids=lambda b: b.id)


def drawn(id, **settings):
    """The picture of a block, other settings than its own among them."""
    from designer.analysis import analyse
    from designer.model.document import BLOCK_INPUT, Document, Edge, Node

    shape = settings.pop("shape", (None, 28, 28, 24))
    nodes = {
        "i": Node("i", BLOCK_INPUT, "i"),
        "row": Node("row", id, "row", params=settings),
    }
    document = Document(nodes=nodes, edges=(Edge("i", "row"),))
    report = analyse(document, ports={"i": shape}).nodes["row"]
    return picture(inside(catalog()[id], report))


def last(made):
    return list(made.bars.values())[-1]


def colours(bar):
    return [lane.colours for lane in bar.lanes]


@every_block
def test_every_block_has_a_picture(block, qapp):
    report = example(block)
    assert report.state == "ok"
    made = picture(inside(block, report))
    for theme in (LIGHT, DARK):
        image = Drawing(made, theme).image()
        assert not image.isNull()
    for bar in made.bars.values():
        assert bar.words
        assert all(lane.colours for lane in bar.lanes)


@every_block
def test_bars_stand_apart(block, qapp):
    made = picture(inside(block, example(block)))
    place = arranged(made)
    spots = [(place.rows[id], place.columns[id]) for id in made.bars]
    assert len(set(spots)) == len(spots)
    for link in made.links:
        assert place.rows[link.source] < place.rows[link.target]


@pytest.mark.parametrize("groups", [2, 3, 4, 6, 8])
def test_a_shuffle_is_reshape_transpose_flatten(groups):
    made = drawn("channel_shuffle", groups=groups)
    numbers = np.arange(24) // (24 // groups)
    wanted = numbers.reshape(groups, -1).T.ravel()
    assert colours(last(made)) == [(n,) for n in wanted]
    assert last(made).words == (f"shuffle of {groups} groups",)


@pytest.mark.keras
@pytest.mark.parametrize(
    ("id", "settings"),
    [
        ("conv", {"filters": 24, "kernel_size": 1}),
        ("grouped_conv", {"filters": 24, "groups": 3, "batch_norm": False}),
        ("grouped_conv", {"filters": 48, "groups": 4, "batch_norm": False}),
        ("depthwise_conv", {"batch_norm": False}),
        ("channel_shuffle", {"groups": 3}),
        ("max_pool", {}),
        ("shufflenet_unit_plain", {"filters": 24, "groups": 2}),
        ("shufflenet_unit_plain", {"filters": 48, "groups": 2, "strides": 2}),
        ("shufflenet_v2_unit", {"filters": 24}),
    ],
)
def test_colours_are_where_the_numbers_go(id, settings):
    """A change in one group of the input's channels changes the output's channels of that colour, and no others."""
    import keras

    keras.utils.set_random_seed(1)
    made = drawn(id, **settings, **({"shape": (None, 8, 8, 24)}))
    inputs = keras.Input((8, 8, 24))
    model = keras.Model(inputs, catalog()[id].function(inputs, **settings))
    # All numbers above zero, so that no activation holds a change back.
    model.set_weights([np.abs(w) + 0.1 for w in model.get_weights()])
    x = np.random.default_rng(2).uniform(1, 2, (1, 8, 8, 24)).astype("float32")
    before = np.asarray(model(x))
    width = before.shape[-1]
    lanes = last(made).lanes
    for group in range(made.colours):
        changed = x.copy()
        size = 24 // made.colours
        changed[..., group * size : (group + 1) * size] += 1
        moved = np.abs(np.asarray(model(changed)) - before).max((0, 1, 2)) > 1e-4
        shown = [
            group in lanes[int((n + 0.5) / width * len(lanes))].colours
            for n in range(width)
        ]
        assert moved.tolist() == shown


def test_a_convolution_mixes_and_a_depthwise_one_does_not():
    assert colours(last(drawn("conv"))) == [(0, 1, 2, 3)] * 24
    depthwise = drawn("depthwise_conv")
    assert colours(last(depthwise)) == [(n // 6,) for n in range(24)]
    (link,) = depthwise.links
    assert [strand.mixes for strand in link.strands] == [False] * 24


def test_excitation_weighs_the_image_by_its_averages():
    made = drawn("squeeze_excite", ratio=4)
    weighing = [link for link in made.links if link.weighs]
    assert len(weighing) == 1
    assert len({lane.strength for lane in last(made).lanes}) > 1
    assert colours(last(made)) == [(n // 6,) for n in range(24)]
    place = arranged(made)
    assert [place.columns[id] for id in made.bars] == [0, 1, 1, 1, 0]


def test_halves_part_and_meet_again():
    made = drawn("shufflenet_v2_unit", filters=24)
    spans = {
        strand.source
        for link in made.links
        for strand in link.strands
        if link.source == next(iter(made.bars)) and strand.mixes
    }
    assert spans == {(0.5, 1.0)}
    joined = next(bar for bar in made.bars.values() if bar.words == ("concatenate",))
    assert colours(joined) == [(0,)] * 12 + [(1,)] * 12


def test_a_shortcut_goes_around_the_main_way():
    made = drawn("inverted_residual", filters=24)
    place = arranged(made)
    assert list(place.skips.values()) == [1]
    assert set(place.columns.values()) == {0}


def test_layers_that_change_no_channel_stand_beside_what_they_follow():
    made = drawn("inverted_residual", filters=24, kernel_size=5, strides=2)
    assert [bar.words for bar in made.bars.values()] == [
        ("input",),
        ("1×1 convolution", "batch norm", "relu6"),
        ("5×5 depthwise, strides 2", "batch norm", "relu6"),
        ("1×1 convolution", "batch norm"),
    ]


def test_a_small_part_of_a_tensor_shows_its_colours():
    made = drawn("shufflenet_unit", filters=240, strides=2, groups=4)
    assert {c for lane in last(made).lanes[:4] for c in lane.colours} == {0, 1, 2, 3}


def test_many_groups_are_drawn_as_eight():
    made = drawn("grouped_conv", filters=256, groups=32, shape=(None, 8, 8, 256))
    assert made.colours == 8
    assert last(made).words[0] == "3×3 convolution, 32 groups"
