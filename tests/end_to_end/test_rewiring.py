"""Nodes that are wired already taken to other wires by hand, and a wire let go at the end of a long port."""

import pytest
from PySide6.QtCore import QPoint, QPointF

from designer.model.document import Document, Edge, Node

DESIGN = Document(
    nodes={
        node.id: node
        for node in (
            Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
            Node("n2", "conv_bn", "conv", (0, 168), {"filters": 8}),
            Node("n3", "add", "sum", (0, 400)),
            Node("m1", "image_input", "other", (320, 0), {"height": 32, "width": 32}),
            Node("m2", "conv_bn", "row", (320, 168), {"filters": 8}, repeat=3),
            Node("m3", "conv_bn", "end", (320, 400), {"filters": 8}),
        )
    },
    edges=(Edge("n1", "n2"), Edge("n2", "n3"), Edge("m1", "m2"), Edge("m2", "m3")),
)


@pytest.mark.window
def test_a_row_goes_into_another_wire_and_a_wire_to_the_end_of_a_port(person):
    window = person.window
    window.controller.replace_design(DESIGN)
    window.view.zoom_to(1.0)
    window.view.centerOn(200, 240)
    person.settle()

    def wires():
        edges = window.controller.document.edges
        return {(edge.source, edge.target) for edge in edges}

    title = window.scene.node_item("m2").body.topLeft() + QPointF(90, 20)
    wire = window.scene.wire_item(Edge("n2", "n3")).path.pointAtPercent(0.5)
    person.drag(person.on_canvas(title), person.on_canvas(wire))
    ends = {("n1", "n2"), ("n2", "m2"), ("m2", "n3"), ("m1", "m3")}
    person.wait(lambda: wires() == ends, "the row is not in the wire")
    window.view.centerOn(200, 300)
    person.settle()

    left_end = person.port("sum", "input") - QPoint(10, 0)
    person.drag(person.port("end", "output"), left_end)
    person.wait(lambda: ("m3", "n3") in wires(), "no wire from 'end' to 'sum'")
    person.key("ctrl+z", "ctrl+z")
    before = {(edge.source, edge.target) for edge in DESIGN.edges}
    person.wait(lambda: wires() == before, "not as before")
