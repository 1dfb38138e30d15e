"""Make editable: the design comes to the same, and stays a family as far as its layers follow parameters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from blocks.catalog import catalog
from blocks.definition import Block, Parameter
from designer.analysis import BLOCKS, Analysis, analyse
from designer.analysis.editable import editable
from designer.model.document import Document, Node, Variable
from designer.model.edits import Refusal, add_node, connect, set_variable
from templates.gallery import gallery
from tests.designer.analysis.opening.test_opened import (
    analysed,
    every_block,
    report_on,
    twice,
)

WIDTHS = st.sampled_from([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48])


def value(parameter: Parameter) -> st.SearchStrategy[Any]:
    """What a hand can set a parameter to, in small numbers."""
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    if parameter.type is bool:
        return st.booleans()
    limits = parameter.range
    assert limits is not None
    most = min(limits.maximum, limits.minimum + 40 * limits.step)
    steps = st.integers(0, round((most - limits.minimum) / limits.step))
    stepped = steps.map(lambda n: parameter.type(limits.minimum + n * limits.step))
    return st.one_of(st.just(parameter.default), WIDTHS.map(parameter.type), stepped)


@st.composite
def rows(draw: st.DrawFn, block: Block) -> Analysis:
    """A row of the block, repeated at times, on images that often have as many channels as it has filters."""
    params = {name: draw(value(p)) for name, p in block.parameters.items()}
    side = st.integers(5, 14)
    shape = (draw(side), draw(side), draw(WIDTHS))
    if "filters" in params and draw(st.booleans()):
        params["filters"] = shape[-1]
    shapes = [[shape] * 3 if port.many else shape for port in block.inputs]
    repeat = 1 if block.inputs[0].many else draw(st.sampled_from([1, 1, 2, 3]))
    return analysed(block, shapes, params=params, repeat=repeat)


def same(made: Document, analysis: Analysis) -> None:
    found = analyse(made, ports=analysis.ports)
    assert not found.errors
    assert found.total == analysis.total
    assert found.peak_activation_bytes == analysis.peak_activation_bytes
    assert found.receptive_field == analysis.receptive_field
    assert found.nodes["row"].outputs == analysis.nodes["row"].outputs


@every_block
def test_an_edited_row_comes_to_the_same(block: Block) -> None:
    @settings(
        max_examples=6,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(rows(block))
    def check(analysis: Analysis) -> None:
        assume(analysis.nodes["row"].state == "ok")
        same(editable(analysis.document, "row", analysis), analysis)

    check()


def row(block: str, shape: tuple[int, ...], **given: Any) -> Document:
    analysis = analysed(catalog()[block], [shape], **given)
    return editable(analysis.document, "row", analysis)


def inside(document: Document, name: str, use: str = "row") -> dict[str, Any]:
    body = document.definitions[document.nodes[use].block].body
    node = body.named(name)
    assert node is not None
    return dict(node.params)


def test_arguments_follow_the_parameters_that_they_came_from() -> None:
    made = row("inverted_residual", (14, 14, 24), params={"filters": 24})
    (definition,) = made.definitions.values()
    assert definition.title == "Inverted residual, edited"
    assert inside(made, "expand_conv")["filters"] == "=round(filters * expansion)"
    assert inside(made, "depthwise_conv")["kernel_size"] == "=kernel_size"
    assert inside(made, "project_conv")["filters"] == "=filters"
    assert inside(made, "depthwise_relu6")["activation"] == "=activation"
    # strides above 1 would take the addition away, and an se_ratio would add layers
    assert list(definition.body.variables) == [
        "filters",
        "kernel_size",
        "expansion",
        "dilation_rate",
        "activation",
    ]
    kernel = definition.body.variables["kernel_size"]
    assert (kernel.value, kernel.minimum, kernel.maximum) == (3, 1, 31)
    assert kernel.note == "height and width of the depthwise kernel."


def test_the_inputs_channels_are_a_parameter_where_layers_depend_on_them() -> None:
    made = row("shufflenet_unit", (28, 28, 24), params={"filters": 240, "strides": 2})
    assert inside(made, "reduce_conv")["filters"] == "=filters // 4"
    assert inside(made, "expand_conv")["filters"] == "=filters - channels"
    assert inside(made, "shuffle") == {"groups": "=groups"}
    assert made.nodes["row"].params == {}
    (definition,) = made.definitions.values()
    assert definition.body.variables["channels"].value == 24


@pytest.mark.parametrize(
    ("block", "shape", "params", "layer", "argument", "expression"),
    [
        ("ghost_module", (8, 8, 16), {}, "primary_conv", "filters", "filters // ratio"),
        ("ghost_module", (8, 8, 16), {"ratio": 4}, "cheap_conv", "depth_multiplier", "ratio - 1"),
        ("squeeze_excite", (8, 8, 64), {"ratio": 4}, "reduce", "filters", "channels // ratio"),
        ("rescaling", (8, 8, 3), {}, "rescaling", "scale", "1 / divisor"),
        ("regnet_block", (8, 8, 32), {}, "middle_conv", "groups", "filters // group_width"),
        ("convnext_block", (8, 8, 96), {}, "expand", "units", "filters * expansion"),
        ("classifier", (8, 8, 96), {}, "dense", "activation", "activation"),
        ("conv_bn", (8, 8, 96), {}, "conv", "use_bias", "use_bias"),
    ],
)  # fmt: skip
def test_expressions(
    block: str,
    shape: tuple[int, ...],
    params: dict[str, Any],
    layer: str,
    argument: str,
    expression: str,
) -> None:
    made = row(block, shape, params=params)
    assert inside(made, layer)[argument] == f"={expression}"


def test_a_rounding_is_told_from_another() -> None:
    params = {"filters": 40, "se_ratio": 0.25, "strides": 2}
    made = row("inverted_residual", (14, 14, 24), params=params)
    assert inside(made, "se_reduce")["filters"] == "=floor(se_ratio * channels)"


def test_a_scale_keeps_what_it_begins_with() -> None:
    made = row("convnext_block", (8, 8, 96))
    body = next(iter(made.definitions.values())).body
    scale = body.named("scale")
    assert scale is not None
    assert (scale.block, dict(scale.params)) == ("channel_scale", {})


def test_a_first_copy_that_is_built_otherwise_becomes_a_node_of_its_own() -> None:
    made = row(
        "inverted_residual",
        (14, 14, 16),
        params={"filters": 24},
        repeat=3,
        first={"strides": 2},
    )
    first, rest = (node for node in made if node.block in made.definitions)
    assert (first.name, first.repeat, rest.name, rest.id) == (
        "row_first",
        1,
        "row",
        "row",
    )
    assert rest.repeat == 2
    assert list(made.definitions) == [
        "inverted_residual_first",
        "inverted_residual_edited",
    ]
    assert inside(made, "depthwise_conv", first.id)["strides"] == "=strides"
    assert "strides" not in inside(made, "depthwise_conv")
    chain = [(edge.source, edge.target) for edge in made.edges]
    assert chain == [("i0", first.id), (first.id, "row")]


def test_a_first_copy_of_the_same_layers_stays_an_override() -> None:
    made = row(
        "conv_bn", (14, 14, 16), params={"filters": 24}, repeat=3, first={"strides": 2}
    )
    node = made.nodes["row"]
    assert (node.repeat, dict(node.first)) == (3, {"strides": 2})
    assert len(made.definitions) == 1


def test_wires_into_one_port_get_ports_of_their_own() -> None:
    analysis = analysed(catalog()["concatenate"], [[(4, 4, 8), (4, 4, 2), (4, 4, 1)]])
    made = editable(analysis.document, "row", analysis)
    same(made, analysis)
    assert [edge.target_port for edge in made.edges] == ["", "xs_2", "xs_3"]
    assert made.definitions["concatenate_edited"].inputs == ("xs_1", "xs_2", "xs_3")


def test_a_second_block_of_the_kind_has_an_id_of_its_own() -> None:
    analysis = analysed(catalog()["conv_bn"], [(4, 4, 8)])
    document = replace(
        analysis.document,
        nodes={**analysis.document.nodes, "n9": Node("n9", "conv_bn", "again")},
    )
    document = connect(document, "row", "n9", catalog=BLOCKS)
    for id in ("row", "n9"):
        document = editable(document, id, analyse(document, ports=analysis.ports))
    titles = {id: made.title for id, made in document.definitions.items()}
    assert titles == {
        "conv_bn_edited": "Convolution + BN, edited",
        "conv_bn_edited2": "Convolution + BN, edited 2",
    }


def test_a_family_stays_one() -> None:
    """Channels that reach the row follow alpha, and so does what the row makes of them."""
    document = set_variable(Document(), "alpha", Variable(1.0))
    document, image = add_node(document, "image_input", catalog=BLOCKS)
    params = {"filters": "=round_channels(32 * alpha)"}
    document, stem = add_node(document, "stem", catalog=BLOCKS, params=params)
    params = {"filters": "=round_channels(64 * alpha)", "strides": 2}
    document, last = add_node(
        document, "inverted_residual", catalog=BLOCKS, params=params
    )
    document = connect(document, image, stem, catalog=BLOCKS)
    document = connect(document, stem, last, catalog=BLOCKS)
    made = editable(document, last, analyse(document))
    assert dict(made.nodes[last].params) == {
        "filters": "=round_channels(64 * alpha)",
        "channels": "=round_channels(32 * alpha)",
    }
    for alpha in (0.35, 0.5, 1.0, 1.4):
        variable = Variable(alpha)
        wanted = analyse(set_variable(document, "alpha", variable)).total
        assert analyse(set_variable(made, "alpha", variable)).total == wanted


@pytest.mark.parametrize(
    ("template", "variable", "value"),
    [
        ("mobilenet_v2", "alpha", 0.35),
        ("shufflenet_v1", "groups", 8),
        ("efficientnet_b1", "phi", 4),
    ],
)
def test_a_network_made_of_edited_rows_is_the_same_family(
    template: str, variable: str, value: Any
) -> None:
    document = gallery()[template].document()
    analysis = analyse(document)
    made, found = document, analysis
    for node in document:
        if node.block != "image_input":
            made = editable(made, node.id, found)
            found = analyse(made, found)
    assert not found.errors
    assert found.total == analysis.total
    assert found.peak_activation_bytes == analysis.peak_activation_bytes
    changed = replace(document.variables[variable], value=value)
    wanted = analyse(set_variable(document, variable, changed))
    assert analyse(set_variable(made, variable, changed)).total == wanted.total


@pytest.mark.parametrize(
    ("block", "shapes", "sentence"),
    [
        ("image_input", [], "an image has no layers"),
        ("Conv2D", [(8, 8, 3)], "'row' is a single layer"),
        ("block_output", [(8, 8, 3)], "'row' is a single layer"),
        ("shufflenet_unit", [(8, 8, 3)], "cannot be computed here yet"),
    ],
)
def test_what_cannot_be_made_editable(
    block: str, shapes: list[Any], sentence: str
) -> None:
    analysis = analysed(catalog()[block], shapes)
    with pytest.raises(Refusal, match=sentence):
        editable(analysis.document, "row", analysis)


def test_weights_that_calls_share_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    report_on(twice, monkeypatch)
    analysis = analysed(twice.__block__, [(6, 6, 8)])
    with pytest.raises(Refusal, match="with the same weights"):
        editable(analysis.document, "row", analysis)


def test_a_block_of_the_design_is_entered_instead() -> None:
    made = row("conv_bn", (8, 8, 3))
    with pytest.raises(Refusal, match="enter it to edit what is inside"):
        editable(made, "row", analyse(made, ports={"i0": (None, 8, 8, 3)}))


def test_an_unknown_block_is_refused() -> None:
    document = Document(nodes={"n1": Node("n1", "conv_bm", "conv")})
    with pytest.raises(Refusal, match="there is no block 'conv_bm'; did you mean"):
        editable(document, "n1", analyse(document))
