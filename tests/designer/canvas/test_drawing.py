"""What the canvas draws, held against pictures that were looked at: a few, small, with tolerance.

The font and the scale are pinned. `pytest --regen-all` writes the pictures anew: look at them before they are kept.
"""

import pytest
from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QImage, QPainter

from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.scene_state import (
    IssueState,
    NodeState,
    PortState,
    SceneState,
    Setting,
    WireState,
)
from designer.canvas.values.theme import THEMES
from designer.model.document import Edge, Frame, Note

TOLERANCE = 0.6  # per cent: how antialiasing may differ between builds of Qt
WIDE, HIGH = 264.0, 168.0

PORT = (PortState("", "x", wired=True),)
TWO = (PortState("", "x", wired=True), PortState("b", "shortcut"))
LINES = ((Setting("filters", "24"), Setting("expansion", "6")),)
WRONG = IssueState("error", "116 channels do not divide into 8 groups")
DOUBT = IssueState("warning", "nothing is wired to shortcut")


def node(id, column, row, **changes):
    settings = {
        "title": id,
        "block_title": "Inverted residual",
        "category": "Mobile",
        "lines": LINES,
        "shape": "56×56×24",
        "cost_percent": 12.5,
        "inputs": PORT,
        "outputs": PORT,
    }
    return NodeState(id, at=(WIDE * column, HIGH * row), **{**settings, **changes})


@pytest.fixture
def kinds():
    """Every way in which a node is drawn, and how marks lie under them."""
    nodes = (
        node("plain", 0, 0),
        node("repeated", 1, 0, repeat="×3", category="Convolution"),
        node("composite", 2, 0, kind="composite", category="In this design"),
        node("muted", 0, 1, muted=True, cost_percent=0.0),
        node("collapsed", 1, 1, collapsed=True, repeat="×4"),
        node("port", 2, 1, kind="port", category="Ports", inputs=()),
        node("coloured", 0, 2, colour="#7443c4"),
        node("unknown", 1, 2, state="unknown", shape="", cost_percent=0.0),
        node("wrong", 0, 3, state="error", issues=(WRONG,), category="ShuffleNet"),
        node("two", 2, 3, inputs=TWO, outputs=TWO, issues=(DOUBT,)),
    )
    wires = [
        Edge("plain", "muted"),
        Edge("muted", "coloured"),
        Edge("composite", "port"),
    ]
    return SceneState(
        {each.id: each for each in nodes},
        {edge: WireState(edge, "56×56×24", 75264) for edge in wires},
        {"f1": Frame("f1", "Stage 1", (-24, -56), (264, 544))},
        {"t1": Note("t1", "**Doubles** the channels", (WIDE * 2, HIGH * 2), (216, 72))},
    )


@pytest.fixture
def drawn(qapp, monkeypatch, image_regression):
    """Draws a state and compares."""
    monkeypatch.setattr("designer.canvas.items.paint.SANS", ("DejaVu Sans",))

    def check(state, theme, options, zoom):
        picture = NetworkPicture(THEMES[theme], options=options)
        picture.show_state(state)
        picture.show_labels(zoom > 0.45)
        rect = picture.extent().adjusted(-16, -16, 16, 16)
        if zoom < 0.45:
            rect.setTop(rect.top() - 120)  # titles of frames stand above them
        image = QImage((rect.size() * zoom).toSize(), QImage.Format.Format_RGB32)
        image.fill(picture.look.canvas)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.render(painter, QRectF(image.rect()), rect)
        painter.end()
        kept = QBuffer()
        image.save(kept, "PNG")
        image_regression.check(kept.data().data(), diff_threshold=TOLERANCE)

    return check


@pytest.mark.parametrize("theme", THEMES)
def test_near(drawn, kinds, theme):
    drawn(kinds, theme, ViewOptions(), 1.0)


def test_to_the_right_without_costs(drawn, kinds):
    options = ViewOptions(direction="right", costs=False, wire_style="orthogonal")
    drawn(kinds, "light", options, 1.0)


@pytest.mark.parametrize("zoom", [0.35, 0.15], ids=["middle", "far"])
def test_from_afar(drawn, kinds, zoom):
    drawn(kinds, "dark", ViewOptions(), zoom)
