"""A canvas with a small design, and a driver: real mouse, key and drop events on the view's viewport."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.canvas.scene import BLOCK_MIME, CanvasScene
from designer.canvas.values.scene_state import PortRef, scene_state
from designer.canvas.view.view import CanvasView
from designer.model.document import Document, Edge, Node

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ORIGIN = QPoint(0, 0)
SIGNALS = (
    "connect_requested",
    "disconnect_requested",
    "rewire_requested",
    "bend_requested",
    "insert_requested",
    "pull_out_requested",
    "move_requested",
    "nudge_requested",
    "delete_requested",
    "resize_requested",
    "text_requested",
    "up_to_requested",
    "drop_requested",
    "search_requested",
    "context_requested",
    "selection_changed",
    "activated",
)


@pytest.fixture
def design():
    """image -> conv -> add, and beside them a convolution that nothing is wired to."""
    nodes = (
        Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
        Node("n2", "conv_bn", "conv", (0, 200), {"filters": 8}),
        Node("n3", "conv_bn", "free", (320, 200), {"filters": 8}),
        Node("n4", "add", "sum", (160, 440)),
    )
    return Document(
        nodes={node.id: node for node in nodes},
        edges=(Edge("n1", "n2"), Edge("n2", "n4")),
    )


@pytest.fixture
def shown():
    """What the canvas shows for a document."""
    return lambda document, previous=None: scene_state(
        document, analyse(document), catalog(), previous
    )


class Hand:
    """A canvas under a user's hand, and what it asked for: (signal, arguments), in order."""

    def __init__(self, scene, view):
        self.scene, self.view = scene, view
        self.asked = []
        self.down = []  # buttons
        for name in SIGNALS:
            getattr(scene, name).connect(
                lambda *args, name=name: self.asked.append((name, args))
            )

    def requests(self, name):
        return [args for signal, args in self.asked if signal == name]

    def px(self, at):
        """A point of the scene in the viewport."""
        return self.view.mapFromScene(at)

    def port(self, node, side, key=""):
        return self.px(self.scene.port_position(PortRef(node, side, key)))

    def body(self, node):
        return self.px(self.scene.node_item(node).body.center() + QPointF(40, 0))

    def wire(self, edge):
        path = self.scene.wire_item(edge).path
        return self.px(path.pointAtPercent(0.25))

    def ground(self, x=-160, y=340):
        return self.px(QPointF(x, y))

    def press(self, at, keys=PLAIN, button=LEFT):
        self.down.append(button)
        QTest.mousePress(self.view.viewport(), button, keys, at)

    def move(self, at):
        QTest.mouseMove(self.view.viewport(), at)

    def release(self, at, keys=PLAIN, button=LEFT):
        self.down = [held for held in self.down if held != button]
        QTest.mouseRelease(self.view.viewport(), button, keys, at)

    def click(self, at, keys=PLAIN, button=LEFT):
        self.press(at, keys, button)
        self.release(at, keys, button)

    def hold(self, start, end, keys=PLAIN, button=LEFT):
        """Press at `start` and go to `end`, as a hand does: over points between."""
        self.press(start, keys, button)
        for step in range(1, 5):
            self.move(start + (end - start) * step / 4)

    def drag(self, start, end, keys=PLAIN, button=LEFT):
        self.hold(start, end, keys, button)
        self.release(end, keys, button)

    def key(self, key, keys=PLAIN):
        QTest.keyClick(self.view.viewport(), key, keys)

    def drop_event(self, kind, at=ORIGIN, block="conv_bn", keys=PLAIN):
        """A drag and drop event as the palette's QDrag sends it; whether it was accepted."""
        self._mime = QMimeData()
        self._mime.setData(BLOCK_MIME, block.encode())
        arguments = at, Qt.DropAction.CopyAction, self._mime, LEFT, keys
        if kind is QDragLeaveEvent:
            event = QDragLeaveEvent()
        elif kind is QDropEvent:
            event = QDropEvent(QPointF(at), *arguments[1:])
        else:
            event = kind(*arguments)
        QApplication.sendEvent(self.view.viewport(), event)
        return event.isAccepted()

    def hover_block(self, at, block="conv_bn", keys=PLAIN):
        self.drop_event(QDragEnterEvent, at, block, keys)
        return self.drop_event(QDragMoveEvent, at, block, keys)

    def drop_block(self, at, block="conv_bn", keys=PLAIN):
        self.hover_block(at, block, keys)
        return self.drop_event(QDropEvent, at, block, keys)

    def places(self):
        return {id: self.scene.place_of(id) for id in self.scene.state.nodes}


@pytest.fixture
def bare_hand(qtbot):
    """A hand on an empty canvas of 800x700 pixels."""
    scene = CanvasScene(catalog())
    view = CanvasView(scene)
    scene.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    hand = Hand(scene, view)
    yield hand
    for button in hand.down:  # QTest would hold it down in the next test
        QTest.mouseRelease(view.viewport(), button)


@pytest.fixture
def hand(bare_hand, design, shown):
    """A hand on the canvas with the design, at 100 %."""
    bare_hand.scene.show_state(shown(design))
    bare_hand.view.centerOn(200, 280)
    return bare_hand


@pytest.fixture
def edited(design):
    """The design with one node changed."""

    def edit(id, **changes):
        nodes = {**design.nodes, id: replace(design.nodes[id], **changes)}
        return replace(design, nodes=nodes)

    return edit
