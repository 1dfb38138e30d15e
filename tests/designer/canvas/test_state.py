from dataclasses import replace

import pytest

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.analysis.report import Analysis
from designer.canvas.values.scene_state import SceneState, block_state, scene_state
from designer.canvas.values.wording import MAX_LINES, percent, shape_text, value_text
from designer.model.document import Document, Edge, Node, Variable


def words(node):
    return [
        f"{setting.label} {setting.value}".strip()
        for line in node.lines
        for setting in line
    ]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ((None, 56, 56, 24), "56×56×24"),
        ((None, 1000), "1000"),
        ((None, None, 7, 3), "?×7×3"),
    ],
)
def test_shapes_are_written_without_the_batch(shape, text):
    assert shape_text(shape) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (24, "24"),
        (0.25, "0.25"),
        (1 / 3, "0.3333"),
        (True, "on"),
        (False, "off"),
        ("relu6", "relu6"),
        ("=floor(24 * alpha)", "= floor(24 * alpha)"),
        ("x" * 40, "x" * 19 + "…"),
    ],
)
def test_values_are_short(value, text):
    assert value_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.25, "<1 %"), (1.0, "1 %"), (33.5, "34 %"), (100, "100 %")]
)
def test_shares_are_said_as_people_do(value, text):
    assert percent(value) == text


def test_a_node_says_what_the_analysis_found(design, shown):
    node = shown(design).nodes["n2"]

    assert (node.title, node.block_title) == ("conv", "Convolution + BN")
    assert node.category == "Convolution"
    assert node.shape == "32×32×8"
    assert node.state == "ok"
    assert [port.wired for port in node.inputs + node.outputs] == [True, True]
    assert node.at == (0, 200)


def test_shares_are_of_the_whole_designs_macs(design, shown):
    nodes = {**design.nodes, "n3": replace(design.nodes["n3"], params={"filters": 24})}
    state = shown(
        replace(design, nodes=nodes, edges=(Edge("n1", "n2"), Edge("n1", "n3")))
    )

    assert state.nodes["n2"].cost_percent == 25
    assert state.nodes["n3"].cost_percent == 75
    assert state.nodes["n1"].cost_percent == 0


def test_settings_are_those_that_were_set_evaluated(shown):
    document = Document(
        variables={"alpha": Variable(0.5)},
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node(
                "n2",
                "inverted_residual",
                "row",
                params={"filters": "=round(48 * alpha)", "expansion": 4},
                repeat=2,
                first={"strides": 2},
            ),
        },
        edges=(Edge("n1", "n2"),),
    )
    node = shown(document).nodes["n2"]

    assert words(node) == ["filters 24", "expansion 4", "first strides 2"]
    assert node.repeat == "×2"


def test_the_first_parameter_shows_although_it_was_not_set(shown):
    block = catalog()["conv_bn"]
    name, parameter = next(iter(block.parameters.items()))
    node = shown(Document(nodes={"n1": Node("n1", "conv_bn", "conv")})).nodes["n1"]

    assert words(node) == [f"{name} {value_text(parameter.default)}"]


def test_a_layers_default_is_not_shown(shown):
    layer = {"1": Node("1", "BatchNormalization", "bn")}
    (node,) = shown(Document(nodes=layer)).nodes.values()
    assert not node.lines


def test_many_settings_are_counted_instead_of_listed(shown):
    params = dict.fromkeys(catalog()["conv_bn"].parameters, 1)
    node = shown(Document(nodes={"n1": Node("n1", "conv_bn", "conv", params=params)}))
    node = node.nodes["n1"]

    assert len(node.lines) == MAX_LINES
    listed = words(node)
    assert listed[-1] == f"+{len(params) - len(listed) + 1}"


def test_the_sentence_of_an_error_and_what_is_unknown_behind_it(design, shown):
    broken = {**design.nodes, "n2": replace(design.nodes["n2"], params={"filters": 0})}
    state = shown(replace(design, nodes=broken))

    assert state.nodes["n2"].severity == "error"
    assert "filters" in state.nodes["n2"].issues[0].message
    assert state.nodes["n2"].issues[0].message in state.nodes["n2"].description
    assert state.nodes["n4"].state == "unknown"
    assert state.wires[Edge("n2", "n4")].state == "unknown"
    assert state.wires[Edge("n1", "n2")].shape == "32×32×3"
    assert state.wires[Edge("n1", "n2")].elements == 32 * 32 * 3


def test_shapes_that_do_not_meet_mark_their_wires(design, shown):
    wired = replace(
        design,
        nodes={
            **design.nodes,
            "n3": replace(design.nodes["n3"], params={"filters": 9}),
        },
        edges=(*design.edges, Edge("n1", "n3"), Edge("n3", "n4")),
    )
    state = shown(wired)

    assert state.nodes["n4"].severity == "error"
    marked = [edge for edge, wire in state.wires.items() if wire.state == "error"]
    assert marked == [Edge("n2", "n4"), Edge("n3", "n4")]


def test_a_document_newer_than_its_analysis_is_shown_as_far_as_known(design):
    state = scene_state(design, Analysis(Document()), catalog())

    assert {node.state for node in state.nodes.values()} == {"unknown"}
    assert {wire.state for wire in state.wires.values()} == {"unknown"}


def test_a_wire_to_nowhere_is_not_shown(design, shown):
    state = scene_state(
        replace(design, edges=(Edge("n1", "gone"),)), analyse(design), catalog()
    )

    assert state.wires == {}


def test_what_did_not_change_is_the_same_object(design, edited):
    analysis = analyse(design)
    first = scene_state(design, analysis, catalog())
    later = edited("n3", name="renamed")
    second = scene_state(later, analyse(later, analysis), catalog(), first)

    assert second.nodes["n3"].title == "renamed"
    assert all(second.nodes[id] is first.nodes[id] for id in ("n1", "n2", "n4"))
    assert all(second.wires[edge] is first.wires[edge] for edge in design.edges)


@pytest.mark.parametrize(
    "edit",
    [
        lambda design: replace(design, edges=design.edges[:1]),
        lambda design: replace(design, edges=(*design.edges, Edge("n1", "n3"))),
        lambda design: replace(
            design,
            nodes={
                **design.nodes,
                "n2": replace(design.nodes["n2"], params={"filters": 99}),
            },
        ),
        lambda design: replace(
            design,
            nodes={**design.nodes, "n1": replace(design.nodes["n1"], params={})},
        ),
        lambda design: replace(
            design,
            nodes={id: design.nodes[id] for id in ("n1", "n4")},
            edges=(),
        ),
    ],
    ids=["cut", "wired", "widened", "larger", "removed"],
)
def test_reusing_says_the_same_as_starting_afresh(design, edit):
    analysis = analyse(design)
    first = scene_state(design, analysis, catalog())
    later = edit(design)
    found = analyse(later, analysis)

    assert scene_state(later, found, catalog(), first) == scene_state(
        later, found, catalog(), SceneState()
    )


@pytest.mark.parametrize("block", catalog())
def test_a_block_from_the_palette_has_its_ports(block):
    state = block_state(block, catalog())

    assert state.block_title == catalog()[block].title
    assert [port.label for port in state.inputs] == [
        port.name for port in catalog()[block].inputs
    ]
    assert [port.key for port in state.inputs[:1]] == [""] * len(state.inputs[:1])


def test_a_block_that_is_not_there_can_be_shown():
    state = block_state("attention_9", catalog())

    assert state.block_title == "attention_9"
    assert state.inputs == state.outputs == ()
