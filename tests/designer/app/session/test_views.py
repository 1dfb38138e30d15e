"""Entered blocks: composites are edited inside, library blocks are read-only, history is shared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from blocks.catalog import catalog
from designer.app.session.controller import Controller
from designer.model.document import Definition, Document, Edge, Node, Variable
from designer.model.edits import remove_nodes, rename_node, set_params
from templates import gallery

BODY = Document(
    nodes={
        "a": Node("a", "block_input", "x"),
        "b": Node("b", "conv_bn", "conv", params={"filters": "=filters"}),
        "c": Node("c", "block_output", "y"),
    },
    edges=(Edge("a", "b"), Edge("b", "c")),
    variables={"filters": Variable(8)},
)
DESIGN = Document(
    name="family",
    nodes={
        "1": Node("1", "image_input", "image", params={"height": 32, "width": 32}),
        "2": Node("2", "unit", "first", params={"filters": 16}),
        "3": Node("3", "unit", "rows", repeat=3),
        "4": Node("4", "classifier", "classifier"),
    },
    edges=(Edge("1", "2"), Edge("2", "3"), Edge("3", "4")),
    definitions={"unit": Definition("Unit", BODY)},
)


@pytest.fixture
def controller(qapp):
    made = Controller()
    made.replace_design(DESIGN)
    return made


@pytest.fixture
def said(controller):
    heard = []
    controller.said.connect(lambda notice: heard.append(notice.text))
    return heard


def set_filters(controller, value):
    return controller.apply(
        "Set filters",
        lambda d: set_params(d, "b", {"filters": value}, catalog=controller.signatures),
    )


def test_inside_it_is_as_the_use_has_it(controller):
    assert controller.enter("2")
    state = controller.state
    assert [view.title for view in state.views] == ["", "first"]
    assert state.analysis.variables == {"filters": 16}
    assert state.analysis.nodes["c"].outputs == ((None, 32, 32, 16),)
    assert state.document.variables["filters"].value == 8
    assert state.root is DESIGN
    controller.leave()
    assert controller.state.document is DESIGN
    assert controller.state.selection == ("2",)


def test_another_copy_has_other_shapes(controller):
    controller.enter("3")
    assert controller.analysis.nodes["a"].outputs == ((None, 32, 32, 16),)
    controller.show_copy(2)
    assert controller.analysis.nodes["a"].outputs == ((None, 32, 32, 8),)
    assert controller.state.views[-1].copies == 3


def test_a_change_inside_reaches_every_use_and_is_one_step(controller):
    params = controller.analysis.total.params
    controller.enter("2")
    assert set_filters(controller, "=2 * filters")
    state = controller.state
    assert state.inside
    assert state.root_analysis.nodes["2"].outputs == ((None, 32, 32, 32),)
    assert state.root_analysis.nodes["3"].outputs == ((None, 32, 32, 16),)
    assert state.root_analysis.total.params > params
    controller.undo()
    assert controller.state.root_analysis.total.params == params
    assert controller.state.inside
    controller.redo()
    controller.leave()
    assert controller.analysis.total == state.root_analysis.total


def test_where_the_entered_node_goes_one_stands_outside(controller):
    controller.apply("Rename", lambda d: rename_node(d, "2", "other"))
    controller.enter("2")
    controller.undo()
    assert controller.state.inside
    controller.leave()
    controller.apply("Remove", lambda d: remove_nodes(d, ["2"]))
    controller.undo()
    controller.enter("2")
    controller.redo()
    assert not controller.state.inside
    assert "2" not in controller.document.nodes


def test_a_renamed_port_keeps_its_wires(controller):
    two = replace(
        BODY,
        nodes={
            **BODY.nodes,
            "d": Node("d", "block_input", "second"),
            "e": Node("e", "block_output", "z"),
        },
        edges=(*BODY.edges, Edge("d", "e")),
    )
    nodes = {
        **DESIGN.nodes,
        "3": Node("3", "unit", "rows"),
    }
    edges = (*DESIGN.edges, Edge("1", "2", "", "second"), Edge("2", "3", "z", "second"))
    controller.replace_design(
        replace(
            DESIGN,
            nodes=nodes,
            edges=edges,
            definitions={"unit": Definition("Unit", two)},
        )
    )
    assert not controller.analysis.errors
    controller.enter("2")
    controller.apply("Rename", lambda d: rename_node(d, "d", "other"))
    controller.apply("Rename", lambda d: rename_node(d, "e", "made"))
    assert not controller.state.root_analysis.errors
    assert Edge("2", "3", "made", "other") in controller.state.root.edges


def test_a_block_cannot_be_put_into_itself(controller, said):
    controller.enter("2")
    before = controller.state.root
    controller.add_block("unit", (0, 0))
    assert controller.state.root is before
    assert "unit" in said[-1].lower()


def test_a_library_block_shows_its_layers_and_cannot_be_changed(controller, said):
    controller.replace_design(gallery()["mobilenet_v2"].document())
    row = controller.document.named("row2")
    assert controller.enter(row.id)
    state = controller.state
    blocks = {node.block for node in state.document}
    assert {"Conv2D", "DepthwiseConv2D", "BatchNormalization"} <= blocks
    report = state.root_analysis.nodes[row.id]
    first = sum(call.macs for call in report.calls[0])
    assert state.analysis.total.macs == first
    assert not controller.apply("Remove", lambda d: remove_nodes(d, list(d.nodes)))
    assert "editable" in said[-1]
    controller.show_copy(1)
    assert controller.analysis.total.macs == sum(c.macs for c in report.calls[1])
    controller.leave()
    assert controller.state.root is controller.document


@pytest.mark.parametrize("block", ["image_input", "Conv2D", "block_output"])
def test_a_single_layer_has_nothing_inside(controller, said, block):
    nodes = {"1": Node("1", block, "alone")}
    controller.replace_design(Document(nodes=nodes))
    assert not controller.enter("1")
    assert "nothing inside" in said[-1]


def test_every_block_that_works_can_be_looked_into(controller):
    def works(id):
        nodes = {
            "1": Node("1", "image_input", "image"),
            "2": Node("2", "conv_bn", "stem", params={"filters": 24, "strides": 4}),
            "3": Node("3", id, "row"),
        }
        ports = catalog()[id].inputs
        edges = tuple(
            Edge("2", "3", "", port.name if place else "")
            for place, port in enumerate(ports)
        )
        controller.replace_design(Document(nodes=nodes, edges=(Edge("1", "2"), *edges)))
        return controller.analysis.nodes["3"].state == "ok"

    looked = 0
    for id, block in catalog().items():
        if block.category in ("Layers", "Ports", "Input") or not works(id):
            continue
        assert controller.enter("3"), id
        inside, outside = controller.state.analysis, controller.state.root_analysis
        assert inside.total == outside.nodes["3"].cost, id
        looked += 1
    assert looked > 15


@pytest.mark.parametrize("settled", [False, True])
def test_leaving_leads_back_to_what_was_seen(window, qtbot, settled):
    controller, view = window.controller, window.view
    controller.replace_design(DESIGN)
    view.zoom_to(1.5)
    view.centerOn(40, 60)

    def seen():
        corner = view.mapToScene(0, 0)
        return view.zoom, round(corner.x()), round(corner.y())

    before = seen()
    controller.enter("2")
    if settled:
        qtbot.waitUntil(window.breadcrumb.isVisible)
        QApplication.processEvents()  # the bar takes its room
    assert seen() != before
    controller.enter("b")
    controller.leave(2)
    assert seen() == before


def test_an_undo_that_takes_the_place_away_is_told(controller):
    told = []
    controller.entered.connect(lambda state: told.append(len(state.views)))
    controller.apply("Remove", lambda d: remove_nodes(d, ["2"]))
    controller.undo()
    controller.enter("2")
    controller.redo()
    assert told == [2, 1]


def test_repairs_inside_a_block_keep_what_is_around_it_working(qapp):
    """The block's output is added to 32 channels, so a repair that leaves 30 is none."""
    body = replace(
        BODY,
        nodes={
            "a": BODY.nodes["a"],
            "b": Node("b", "grouped_conv", "conv", params={"filters": 30, "groups": 4}),
            "c": BODY.nodes["c"],
        },
        variables={},
    )
    design = replace(
        DESIGN,
        nodes={
            "1": DESIGN.nodes["1"],
            "2": Node("2", "conv", "conv"),
            "3": Node("3", "unit", "unit"),
            "4": Node("4", "add", "add"),
        },
        edges=(Edge("1", "2"), Edge("2", "3"), Edge("3", "4"), Edge("2", "4")),
        definitions={"unit": Definition("Unit", body)},
    )
    controller = Controller()
    controller.replace_design(design)
    assert controller.enter("3")

    [issue] = controller.analysis.issues
    assert "use 32 filters" in [repair.title for repair in issue.repairs]
    for repair in issue.repairs:
        before = controller.state.analysis.total
        controller.repair(repair)
        assert controller.state.root_analysis.errors == (), repair.title
        after = controller.state.analysis.total
        assert after.params - before.params == repair.params_change
        controller.undo()
