"""A block opened: its layers as a design come to the same as the block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import pytest

from blocks import layers
from blocks.catalog import catalog
from blocks.definition import Block, block
from blocks.spec import Shape
from designer.analysis import analyse
from designer.analysis.catalog import _signature
from designer.analysis.opening.opened import opened
from designer.analysis.report import Analysis, NodeReport
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Document,
    Edge,
    Node,
)
from designer.model.edits import Refusal
from designer.model.graph import topological_order
from tests.blocks.block_cases import BLOCKS, cases

TRIED = 400
Ports = Mapping[str, Shape]
every_block = pytest.mark.parametrize(
    "block", [b for b in BLOCKS if b.id != BLOCK_OUTPUT], ids=lambda block: block.id
)


def instance(block: Block, shapes: list[Any], **row: Any) -> tuple[Document, Ports]:
    """A design of one row, called `row`, with images of these shapes at its ports."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    ports: dict[str, Shape] = {}
    for place, (port, given) in enumerate(zip(block.inputs, shapes, strict=True)):
        for shape in given if port.many else [given]:
            id = f"i{len(ports)}"
            nodes[id] = Node(id, BLOCK_INPUT, f"in{len(ports)}")
            edges.append(Edge(id, "row", "", port.name if place else ""))
            ports[id] = (None, *shape)
    nodes["row"] = Node("row", block.id, "row", **row)
    return Document(nodes=nodes, edges=tuple(edges)), ports


def instances(block: Block, count: int) -> Iterator[tuple[Analysis, dict[str, Any]]]:
    """Analysed designs of one row, with settings that work."""
    found = 0
    for shapes, settings in islice(cases(block), TRIED):
        analysis = analysed(block, shapes, params=settings)
        if analysis.nodes["row"].state == "ok":
            yield analysis, settings
            found += 1
        if found == count:
            return
    pytest.fail(f"only {found} of {TRIED} settings worked")


def analysed(block: Block, shapes: list[Any], **row: Any) -> Analysis:
    document, ports = instance(block, shapes, **row)
    return analyse(document, ports=ports)


def analyse_inside(document: Document, report: NodeReport, copy: int = 0) -> Analysis:
    """An opened block, with the shapes that reach the row it was."""
    wires = report.inputs if copy == 0 else (report.copies[copy - 1],)
    shapes = [shape for port in wires for shape in port]
    ids = [node.id for node in document if node.block == BLOCK_INPUT]
    return analyse(document, ports=dict(zip(ids, shapes, strict=True)))


def results(analysis: Analysis) -> list[Shape]:
    document = analysis.document
    return [
        analysis.nodes[node.id].outputs[0]
        for node in document
        if node.block == BLOCK_OUTPUT
    ]


@every_block
def test_layers_come_to_the_same_as_the_block(block: Block) -> None:
    for analysis, _ in instances(block, 8):
        report = analysis.nodes["row"]
        inside = analyse_inside(opened(report, block), report)
        assert not inside.errors
        assert inside.total == analysis.total
        assert results(inside) == list(report.outputs)
        assert inside.receptive_field == analysis.receptive_field


def built(document: Document, shapes: Ports) -> int:
    """The parameters that Keras counts in a design of layers, built node by node."""
    import keras

    tensors: dict[str, Any] = {id: keras.Input(s[1:]) for id, s in shapes.items()}
    inputs = list(tensors.values())
    outputs = []
    for id in topological_order(document):
        node = document.nodes[id]
        if node.block == BLOCK_INPUT:
            continue
        given = []
        for edge in document.incoming[id]:
            made = tensors[edge.source]
            place = ("", "first", "second").index(edge.source_port)
            given.append(made[max(place - 1, 0)] if isinstance(made, list) else made)
        known = catalog()[node.block]
        ports = [given] if known.inputs[0].many else given
        tensors[id] = known.function(*ports, **node.params, name=node.name)
        if node.block == BLOCK_OUTPUT:
            outputs.append(tensors[id])
    return int(keras.Model(inputs, outputs).count_params())


@pytest.mark.keras
@every_block
def test_layers_built_in_keras_have_the_blocks_parameters(block: Block) -> None:
    for analysis, settings in instances(block, 2):
        import keras

        report = analysis.nodes["row"]
        document = opened(report, block)
        flat = [shape for port in report.inputs for shape in port]
        ids = [node.id for node in document if node.block == BLOCK_INPUT]
        images = [keras.Input(shape[1:]) for shape in flat]
        given = [images] if block.inputs[0].many else images
        model = keras.Model(images, block.function(*given, **settings))
        shapes = dict(zip(ids, flat, strict=True))
        assert built(document, shapes) == model.count_params()


def test_a_shuffle_unit_layer_by_layer() -> None:
    report = analysed(catalog()["shufflenet_unit"], [(28, 28, 240)]).nodes["row"]
    document = opened(report, catalog()["shufflenet_unit"])
    assert [(node.name, node.block) for node in document] == [
        ("x", "block_input"),
        ("reduce_conv", "GroupedConv2D"),
        ("reduce_bn", "BatchNormalization"),
        ("reduce_relu", "Activation"),
        ("shuffle_split", "Reshape"),
        ("shuffle_swap", "Permute"),
        ("shuffle_join", "Reshape"),
        ("depthwise_conv", "DepthwiseConv2D"),
        ("depthwise_bn", "BatchNormalization"),
        ("expand_conv", "GroupedConv2D"),
        ("expand_bn", "BatchNormalization"),
        ("add", "Add"),
        ("relu", "Activation"),
        ("output", "block_output"),
    ]
    params = {node.name: dict(node.params) for node in document}
    assert params["reduce_conv"] == {
        "filters": 60,
        "kernel_size": 1,
        "padding": "same",
        "groups": 3,
        "use_bias": False,
    }
    assert params["reduce_bn"] == {}
    assert params["shuffle_split"] == {"target_shape": "28, 28, 3, 20"}
    assert params["shuffle_swap"] == {"dims": "1, 2, 4, 3"}
    into_add = [e for e in document.edges if document.nodes[e.target].name == "add"]
    names = [document.nodes[edge.source].name for edge in into_add]
    assert names == ["x", "expand_bn"]


def test_each_copy_of_a_row_can_be_opened() -> None:
    block = catalog()["inverted_residual"]
    row = {"params": {"filters": 24}, "repeat": 2, "first": {"strides": 2}}
    report = analysed(block, [(32, 32, 16)], **row).nodes["row"]
    first, second = (opened(report, block, copy) for copy in (0, 1))
    assert "add" not in [node.name for node in first]
    assert "add" in [node.name for node in second]
    costs = [
        analyse_inside(document, report, copy).total
        for copy, document in enumerate((first, second))
    ]
    assert costs[0] + costs[1] == report.cost


def test_halves_go_by_the_ports_of_the_split() -> None:
    block = catalog()["shufflenet_v2_unit"]
    report = analysed(block, [(8, 8, 48)], params={"filters": 48}).nodes["row"]
    document = opened(report, block)
    split = document.named("split")
    assert split is not None
    ports = {
        document.nodes[edge.target].name: edge.source_port
        for edge in document.outgoing[split.id]
    }
    assert ports == {"concat": "", "reduce_conv": "second"}


@block("Thirds", category="Test")
def thirds(x: Any, *, name: str = "thirds") -> Any:
    """Cuts in three and joins the other way round."""
    from blocks import ops

    a, b, c = ops.split(x, 3, axis=-1)
    return layers.Concatenate(name=f"{name}_join")([c, b, a])


@block("Twice", category="Test")
def twice(x: Any, *, name: str = "twice") -> Any:
    """One layer, called twice."""
    layer = layers.Conv2D(8, 3, padding="same", name=name)
    return layer(layer(x))


@block("Doubled", category="Test")
def doubled(x: Any, *, name: str = "doubled") -> Any:
    """A tensor added to itself."""
    return layers.Add(name=name)([x, x])


@block("Frozen", category="Test")
def frozen(x: Any, *, name: str = "frozen") -> Any:
    """A layer that is not trained."""
    return layers.Dense(8, trainable=False, name=name)(x)


@block("Plus three", category="Test")
def plus_three(x: Any, *, name: str = "plus") -> Any:
    """A number is added."""
    from blocks import ops

    return ops.add(x, 3.0)


def report_on(function: Any, monkeypatch: pytest.MonkeyPatch) -> NodeReport:
    made = function.__block__
    known = {**catalog(), made.id: made}
    monkeypatch.setattr("designer.analysis.catalog.catalog", lambda: known)
    _signature.cache_clear()  # of a block of that name in another test
    return analysed(made, [(6, 6, 9)]).nodes["row"]


def test_three_parts_are_two_splits(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_on(thirds, monkeypatch)
    document = opened(report, thirds.__block__)
    blocks = [node.block for node in document]
    assert blocks.count("ops_split") == 2
    assert results(analyse_inside(document, report)) == [(None, 6, 6, 9)]
    widths = [
        analyse_inside(document, report).nodes[node.id].outputs
        for node in document
        if node.block == "ops_split"
    ]
    assert widths == [
        ((None, 6, 6, 3), (None, 6, 6, 6)),
        ((None, 6, 6, 3), (None, 6, 6, 3)),
    ]


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (twice, "calls one layer several times, with the same weights"),
        (doubled, "gives Add the same tensor twice"),
        (frozen, "Dense is given trainable here"),
        (plus_three, "ops.add works with a number here"),
    ],
)
def test_what_layers_alone_cannot_say_is_refused(
    function: Any, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = report_on(function, monkeypatch)
    with pytest.raises(Refusal, match=sentence) as refusal:
        opened(report, function.__block__)
    assert refusal.value.code == "no_parts"


def test_an_image_has_nothing_inside() -> None:
    image = catalog()["image_input"]
    report = analysed(image, []).nodes["row"]
    with pytest.raises(Refusal, match="an image has no layers"):
        opened(report, image)


def test_a_row_in_error_is_not_opened() -> None:
    block = catalog()["shufflenet_unit"]
    report = analysed(block, [(8, 8, 3)]).nodes["row"]
    with pytest.raises(Refusal, match="cannot be computed here yet"):
        opened(report, block)
