"""Repairs: each makes its issue go, breaks nothing, and says what it costs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from designer.analysis import BLOCKS, analyse
from designer.analysis.issues import Issue
from designer.analysis.repairs.verifying import TRIALS
from designer.analysis.report import Analysis
from designer.analysis.text import issues_text
from designer.model.document import Definition, Document, Edge, Node, Variable
from designer.model.edits import add_node, connect, disconnect, set_params
from designer.model.files import load
from tests.designer.analysis.repaired import check_repairs


def titles(issue: Issue) -> list[str]:
    return [repair.title for repair in issue.repairs]


def check(analysis: Analysis) -> list[str]:
    """Apply every repair of every issue."""
    return [repair.title for repair in check_repairs(analysis)]


def test_groups_that_divide_and_widths_that_do(chain):
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": 116}),
            ("grouped_conv", {"filters": 240, "groups": 8}),
            ("classifier", {}),
        )
    )
    found = check(analysis)

    assert found[0] == "use 4 groups"
    assert "use 112 filters in 'conv_bn'" in found
    assert "use 120 filters in 'conv_bn'" in found
    assert any(title.startswith("insert a 1x1 projection") for title in found)


def test_the_ger_listing_is_offered_the_articles_repair(chain):
    """Its first block adds 32 to 64 channels; with a 1x1 projection the article's network has 77,160 parameters."""
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv", {"filters": 32, "strides": 2}),
            ("max_pool", {}),
            ("ger_block", {"filters": 64}),
            ("ger_block", {"filters": 64, "repeat": 3}),
            ("classifier", {"activation": "linear"}),
        )
    )
    found = check(analysis)

    assert "insert a 1x1 projection to 64 channels" in found
    [repair] = (
        r for r in analysis.issues[0].repairs if r.title == "set shortcut to projection"
    )
    assert analyse(repair.edit(analysis.document)).total.params == 77_160


def test_a_skip_that_does_not_fit_is_projected_in_channels_and_size():
    document = Document()
    for block, params in (
        ("image_input", {}),
        ("conv_bn", {"filters": 24}),
        ("conv_bn", {"filters": 32, "strides": 2}),
        ("add", {}),
    ):
        document, _ = add_node(document, block, catalog=BLOCKS, params=params)
    for source, target in (("n1", "n2"), ("n2", "n3"), ("n2", "n4"), ("n3", "n4")):
        document = connect(document, source, target, catalog=BLOCKS)

    found = check(analyse(document))
    assert "insert a 1x1 projection to 32 channels, strides 2 after 'conv_bn'" in found


def test_widths_are_set_further_up_where_rows_between_keep_them(chain):
    found = check(
        analyse(
            chain(
                ("image_input", {}),
                ("conv_bn", {"filters": 50}),
                ("depthwise_conv", {}),
                ("max_pool", {}),
                ("channel_shuffle", {"groups": 4}),
            )
        )
    )

    assert "use 48 filters in 'conv_bn'" in found
    assert "use 52 filters in 'conv_bn'" in found


def test_the_first_copy_is_mended_where_it_differs(chain):
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": 64}),
            (
                "grouped_conv",
                {"filters": 64, "groups": 8, "repeat": 3, "first": {"groups": 7}},
            ),
        )
    )
    assert "use 8 groups" in check(analysis)
    repair = next(r for r in analysis.issues[0].repairs if r.title == "use 8 groups")
    node = repair.edit(analysis.document).nodes["n3"]
    assert (node.params["groups"], node.first["groups"]) == (8, 8)


def test_far_off_goes_back_to_the_default(chain):
    analysis = analyse(chain(("image_input", {}), ("conv", {"filters": 0})))

    assert check(analysis)[0] == "use 32 filters"


@pytest.mark.parametrize(
    ("params", "title"),
    [
        ({"filers": 8}, "call it filters"),
        ({"filers": 8}, "remove filers"),
        ({"filters": 8.0}, "set filters to 8"),
        ({"filters": "=64 / 2"}, "round it: =round(64 / 2)"),
        ({"padding": "sane"}, "set padding to same"),
        ({"filters": "=nothing"}, "go back to the default, 32"),
    ],
)
def test_values_that_cannot_be_read(params, title):
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", params=params),
        },
        edges=(Edge("n1", "n2"),),
    )

    assert title in check(analyse(document))


def test_faults_around_blocks():
    document = Document(
        nodes={
            "n1": Node("n1", "conv_bm", "a"),
            "n2": Node("n2", "conv", "b", repeat="=3 / 2"),
        },
        edges=(Edge("n1", "n2"),),
    )

    assert {
        "use Convolution + BN; wire a new Image block to it in 'a'",
        "remove it; wire a new Image block to it in 'b'",
        "round it: =round(3 / 2)",
        "do not repeat it",
    } <= set(check(analyse(document)))


def test_a_design_without_input_gets_an_image_where_one_is_missing(chain):
    document = chain(("conv", {}), ("classifier", {}))

    assert check(analyse(document)) == [
        "wire a new Image block to it",
        "add an Image block",
    ]


def test_one_wire_of_two_is_kept():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "a"),
            "n3": Node("n3", "conv", "b"),
        },
        edges=(Edge("n1", "n2"), Edge("n1", "n3"), Edge("n2", "n3")),
    )

    assert {"keep the wire from 'image'", "keep the wire from 'a'"} == set(
        check(analyse(document))
    )


def test_an_input_that_feeds_nothing_is_removed(chain):
    document, _ = add_node(
        chain(("image_input", {}), ("conv", {})), "image_input", catalog=BLOCKS
    )

    assert check(analyse(document)) == ["remove it"]


def test_changes_are_against_the_totals_on_screen(chain):
    """Whatever the design was before; where these leave nodes out, the text says what they become."""
    document = chain(
        ("image_input", {}),
        ("conv_bn", {"filters": 64}),
        ("grouped_conv", {"filters": 64, "groups": 4}),
        ("classifier", {}),
    )
    good = analyse(document)
    broken = set_params(document, "n3", {"groups": 5}, catalog=BLOCKS)
    still = analyse(set_params(broken, "n3", {"groups": 6}, catalog=BLOCKS), good)
    [issue] = still.issues

    repair = next(r for r in issue.repairs if r.title == "use 4 groups")
    assert repair.total == good.total
    assert repair.params_change == good.total.params - still.total.params
    assert not repair.is_comparable
    assert (
        f"use 4 groups (then {good.total.params:,} params, {good.total.macs:,} MACs in total)"
        in issues_text(still)
    )


def test_a_change_of_complete_totals_is_the_repairs_cost(chain):
    document, _ = add_node(
        chain(("image_input", {}), ("conv", {})), "image_input", catalog=BLOCKS
    )
    analysis = analyse(document)

    assert "remove it (+0 params, +0 MACs)" in issues_text(analysis)


def test_totals_that_stay_incomplete_say_so():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", params={"filters": 8.0}),
            "n3": Node("n3", "conv", "other", params={"filters": "eight"}),
        },
        edges=(Edge("n1", "n2"), Edge("n1", "n3")),
    )

    text = issues_text(analyse(document))
    assert (
        "set filters to 8 (then 224 params, 10,838,016 MACs of the nodes that can be counted)"
        in text
    )


def test_repairs_are_looked_for_when_read_and_no_longer_than_so(
    chain, called, monkeypatch
):
    from blocks.catalog import catalog

    document = chain(
        ("image_input", {"channels": 7}), ("grouped_conv", {"groups": 5, "filters": 11})
    )
    analysis = analyse(document)
    assert called == ["image_input", "grouped_conv"]
    assert catalog()["grouped_conv"]
    assert len(analysis.issues[0].repairs) == len(titles(analysis.issues[0]))
    assert 2 < len(called) <= 4 * TRIALS
    seen = len(called)
    assert titles(analysis.issues[0])
    assert len(called) == seen


@pytest.mark.parametrize(
    ("block", "params", "alpha", "kept", "all_of_them"),
    [
        (
            "Conv2D",
            {"filters": "=round(116 * alpha)", "groups": 8},
            1.0,
            "write =round_channels(116 * alpha, 8)",
            [
                "use 4 groups",
                "write =round_channels(116 * alpha, 8)",
                "use 112 filters, in place of =round(116 * alpha)",
                "use 120 filters, in place of =round(116 * alpha)",
            ],
        ),
        (
            "Conv2D",
            {"filters": "=int(2 * alpha)"},
            0.2,
            "write =max(1, int(2 * alpha))",
            [
                "write =max(1, int(2 * alpha))",
                "use 32 filters, in place of =int(2 * alpha)",
                "use 1 filter, in place of =int(2 * alpha)",
            ],
        ),
        (
            "conv",
            {"activation": "='relu' if alpha < 2 else 'sillu'"},
            1,
            "write ='relu' if alpha < 2 else 'silu'",
            [
                "write ='relu' if alpha < 2 else 'silu'",
                "go back to the default, 'linear', in place of ='relu' if alpha < 2 else 'sillu'",
            ],
        ),
    ],
)
def test_an_expression_stays_one_or_its_loss_is_said(
    block, params, alpha, kept, all_of_them
):
    image = Node("n1", "image_input", "image")
    first = Node("n2", "conv", "first", params={"filters": 32})
    document = Document(
        variables={"alpha": Variable(alpha)},
        nodes={"n1": image, "n2": first, "n3": Node("n3", block, "row", params=params)},
        edges=(Edge("n1", "n2"), Edge("n2", "n3")),
    )
    analysis = analyse(document)

    assert check(analysis) == all_of_them
    [issue] = analysis.issues
    [repair] = [repair for repair in issue.repairs if repair.title == kept]
    after = repair.edit(document)
    assert "alpha" in next(v for v in after.nodes["n3"].params.values() if v != 8)


def test_a_width_before_stays_an_expression():
    filters = "=int(116 * alpha)"
    document = Document(
        variables={"alpha": Variable(1.0)},
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "first", params={"filters": filters}),
            "n3": Node("n3", "Conv2D", "row", params={"groups": 8}),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n3")),
    )
    found = check(analyse(document))
    assert "write =round_channels(116 * alpha, 8) in 'first'" in found
    assert f"use 112 filters in 'first', in place of {filters}" in found


def test_a_circle_without_an_input():
    document = Document(
        nodes={
            "n1": Node("n1", "conv", "a"),
            "n2": Node("n2", "conv", "b"),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n1")),
    )
    cycle = next(i for i in analyse(document).issues if i.code == "cycle")

    assert titles(cycle) == [
        "remove the wire from 'a' to 'b'; wire a new Image block to it in 'b'",
        "remove the wire from 'b' to 'a'; wire a new Image block to it in 'a'",
    ]


CASES = Path(__file__).parents[2] / "cases"


def unet(size: int, levels: int, block: str, **sizes: Any) -> Document:
    """An encoder and a decoder: pools and upsampling by two, joined at each level."""
    image = {"height": size, "width": size, **sizes}
    nodes = [Node("image", "image_input", "image", params=image)]
    edges, last = [], "image"

    def add(id: str, kind: str, *sources: str) -> str:
        nodes.append(Node(id, kind, id))
        edges.extend(Edge(source, id) for source in sources)
        return id

    for level in range(levels):
        last = add(f"down{level}", block, last)
        last = add(f"pool{level}", "max_pool", last)
    for level in reversed(range(levels)):
        last = add(f"up{level}", "UpSampling2D", last)
        last = add(f"join{level}", "concatenate", last, f"down{level}")
    return Document(nodes={node.id: node for node in nodes}, edges=tuple(edges))


@pytest.mark.parametrize(
    ("size", "levels", "block", "sizes"),
    [
        (451, 2, "conv", ["set 'image' to 452x452", "set 'image' to 448x448"]),
        (451, 2, "conv_bn", ["set 'image' to 452x452", "set 'image' to 448x448"]),
        (451, 3, "conv_bn", ["set 'image' to 448x448", "set 'image' to 456x456"]),
        (225, 1, "conv", ["set 'image' to 224x224", "set 'image' to 226x226"]),
        (99, 5, "conv", ["set 'image' to 96x96", "set 'image' to 128x128"]),
    ],
)
def test_a_decoder_that_misses_the_encoder_by_a_pixel(size, levels, block, sizes):
    analysis = analyse(unet(size, levels, block))
    repairs = check_repairs(analysis)

    assert [i.code for i in analysis.issues] == ["shapes"]
    assert all(repair.complete for repair in repairs)
    verbs = [repair.title.split()[0] for repair in repairs]
    assert verbs == ["pad", "crop", "set", "set"]
    assert {r.title for r in repairs if r.title.startswith("set")} == set(sizes)


def test_an_input_that_follows_a_variable_is_set_by_it():
    document = unet(0, 2, "conv", height="=size", width="=size")
    document = replace(document, variables={"size": Variable(450, 32, 512)})

    assert {"set size to 448", "set size to 452"} <= set(check(analyse(document)))


def test_the_case_of_an_odd_input():
    analysis = analyse(load(CASES / "unet_odd_bad_repair.design.json"))
    by_title = {repair.title: repair for repair in check_repairs(analysis)}

    assert not any("pool_size" in title for title in by_title)
    padded = by_title["pad 'u1' to 225x225; pad 'u0' to 451x451"]
    after = analyse(padded.edit(analysis.document))
    assert after.nodes["e0"].outputs == ((None, 451, 451, 2),)


def test_larger_differences_are_cut_and_padded_around_the_middle():
    """The first U-Net cuts 568 to 392, and pads nothing."""
    nodes = {
        "image": {"height": 572, "width": 572, "channels": 1},
        "wide": {"padding": "valid", "kernel_size": 5},
        "narrow": {"padding": "valid", "kernel_size": 181},
        "join": {},
    }
    blocks = {"image": "image_input", "join": "concatenate"}
    document = Document(
        nodes={
            id: Node(id, blocks.get(id, "conv"), id, params=params)
            for id, params in nodes.items()
        },
        edges=(
            Edge("image", "wide"),
            Edge("image", "narrow"),
            Edge("narrow", "join"),
            Edge("wide", "join"),
        ),
    )
    analysis = analyse(document)
    assert "crop 'wide' to 392x392" in check(analysis)
    [issue] = analysis.issues
    crop = next(r for r in issue.repairs if r.title.startswith("crop"))
    [added] = [n for n in crop.edit(document) if n.block == "Cropping2D"]
    assert added.params == {"cropping": 88}


def test_an_open_input_is_wired_to_what_nothing_reads(chain):
    document, _ = add_node(
        chain(("image_input", {}), ("conv", {}), ("conv", {})),
        "add",
        catalog=BLOCKS,
    )
    document = connect(document, "n2", "n4", catalog=BLOCKS)
    document = connect(document, "n3", "n4", catalog=BLOCKS)
    document, _ = add_node(document, "classifier", catalog=BLOCKS)

    assert check(analyse(document))[:2] == ["wire 'add' to it", "wire 'conv2' to it"]


@pytest.mark.parametrize("block", ["add", "Subtract", "concatenate"])
def test_a_sum_of_one_is_given_what_nothing_reads(chain, block):
    document = chain(("image_input", {}), ("conv", {}), ("conv", {}))
    document = disconnect(document, [Edge("n2", "n3")])
    document = connect(document, "n1", "n3", catalog=BLOCKS)
    document, _ = add_node(document, block, catalog=BLOCKS)
    document = connect(document, "n2", "n4", catalog=BLOCKS)

    assert check(analyse(document))[0] == "wire 'conv2' to it"


@pytest.mark.parametrize(
    ("variables", "params", "title"),
    [
        ({}, {"filters": "=width"}, "create the variable width with 32"),
        ({}, {"filters": "=round(32 * alpha)"}, "create the variable alpha with 1.0"),
        ({}, {"filters": "=32 * alpha"}, "create the variable alpha with 1"),
        (
            {},
            {"filters": "=a * b"},
            "create the variables a and b with 1",
        ),
        ({}, {"use_bias": "=bias"}, "create the variable bias with true"),
        (
            {"alpha": Variable(2)},
            {"filters": "=8 * alhpa"},
            "write =8 * alpha",
        ),
        ({}, {"filters": "=rund(8.5)"}, "write =round(8.5)"),
        ({"a": Variable("=b")}, {"filters": "=a"}, "create the variable b with 1"),
        ({"a": Variable("=a")}, {"filters": "=a"}, "set a to 1, in place of =a"),
    ],
)
def test_names_that_expressions_miss(variables, params, title):
    document = Document(
        variables=variables,
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", params=params),
        },
        edges=(Edge("n1", "n2"),),
    )

    assert title in check(analyse(document))


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("=8.5 +", ["go back to the default, 32"]),
        (
            "=8.5 # wide",
            ["round it: =round(8.5)", "go back to the default, 32"],
        ),
    ],
)
def test_only_what_can_be_read_is_rounded(chain, filters, found):
    assert (
        check(analyse(chain(("image_input", {}), ("conv", {"filters": filters}))))
        == found
    )


def test_layers_that_there_are_not_are_no_misspellings(chain):
    document = chain(("image_input", {}), ("Normalization", {}), ("conv", {}))
    nodes = {**document.nodes, "n2": Node("n2", "GroupNormalization", "group")}

    assert check(analyse(replace(document, nodes=nodes))) == ["remove it"]


@pytest.mark.parametrize("before", ["global_pool", "classifier", "Flatten"])
@pytest.mark.parametrize(
    "block", ["AveragePooling2D", "MaxPooling2D", "average_pool", "SpatialDropout2D"]
)
def test_layers_of_images_behind_a_vector(chain, before, block):
    check(analyse(chain(("image_input", {}), (before, {}), (block, {}))))


def test_own_blocks_named_like_those_that_repairs_use():
    """A projection, zeros and a cut are of the library, or not offered."""
    body = Document(
        nodes={
            "a": Node("a", "block_input", "x"),
            "b": Node("b", "block_output", "y"),
        },
        edges=(Edge("a", "b"),),
    )
    own = ("conv_bn", "conv", "Conv2D", "ZeroPadding2D", "Cropping2D", "image_input")
    for count in range(1, len(own) + 1):
        document = unet(451, 2, "squeeze_excite")
        narrow = Node("pool0", "depthwise_separable", "pool0", params={"strides": 2})
        document = replace(
            document,
            nodes={**document.nodes, "pool0": narrow},
            definitions={id: Definition(id, body) for id in own[:count]},
        )
        check(analyse(document))
