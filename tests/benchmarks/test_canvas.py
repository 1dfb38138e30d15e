"""The canvas beside a bare scene of the same graph, in the same run: ratios, never seconds.

The bare scene draws the same picture with the least that Qt needs for it: one item a node, one a wire, the same two
levels of detail, everything constant; no states to compare, no ports to find, no gestures. The graph is a chain with
skips.
"""

import gc
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
)

from designer.canvas.scene import CanvasScene
from designer.canvas.values.scene_state import (
    NodeState,
    PortState,
    SceneState,
    Setting,
    WireState,
)
from designer.canvas.view.view import CanvasView
from designer.model.document import Edge

SIZE = QSize(1200, 800)
COLUMNS = 70
LARGEST = 5_000
TWICE = 2.0


class BareNode(QGraphicsItem):
    RECT = QRectF(0, 0, 216, 112)
    BOUNDS = RECT.adjusted(-8, -8, 8, 8)

    def __init__(self, title):
        super().__init__()
        self.title = title
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def boundingRect(self):
        return self.BOUNDS

    def paint(self, painter, option, widget=None):
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < 0.2:
            painter.fillRect(self.RECT, QColor("#1f63c4"))
            return
        painter.setPen(QPen(QColor("#bcc5d1"), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(self.RECT, 8, 8)
        painter.setPen(QColor("#18212d"))
        painter.drawText(QPointF(12, 20), self.title)
        painter.drawText(QPointF(12, 96), "56×56×24")
        if detail < 0.45:
            return
        painter.fillRect(QRectF(0, 0, 216, 48), QColor("#dcebe9"))
        painter.drawText(QPointF(12, 36), "Inverted residual")
        for column, text in enumerate(("filters", "24", "expansion", "6")):
            painter.drawText(QPointF(12 + 50 * column, 64), text)
        painter.drawText(QPointF(180, 96), "2.5 %")
        painter.fillRect(QRectF(12, 103, 192, 3), QColor("#e4e9f0"))
        painter.fillRect(QRectF(12, 103, 20, 3), QColor("#0b7569"))
        for y in (0, 112):
            painter.drawEllipse(QPointF(108, y), 5, 5)


class BareWire(QGraphicsItem):
    def __init__(self, path, shape):
        super().__init__()
        self.path, self.text = path, shape
        self.start, self.end = path.pointAtPercent(0), path.pointAtPercent(1)
        self.label = path.boundingRect().center()
        pill = QRectF(self.label.x() - 40, self.label.y() - 9, 80, 18)
        self.bounds = path.controlPointRect().adjusted(-4, -4, 4, 4).united(pill)
        self.setZValue(-1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def boundingRect(self):
        return self.bounds

    def paint(self, painter, option, widget=None):
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if detail < 0.2:
            painter.setPen(QPen(QColor("#77859a"), 0))
            painter.drawLine(self.start, self.end)
            return
        painter.setPen(QPen(QColor("#77859a"), 3))
        painter.drawPath(self.path)
        if detail >= 0.45:
            painter.setPen(QPen(QColor("#bcc5d1"), 1))
            painter.setBrush(QColor("#fbfcfd"))
            pill = QRectF(self.label.x() - 40, self.label.y() - 9, 80, 18)
            painter.drawRoundedRect(pill, 9, 9)
            painter.setPen(QColor("#18212d"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text)


def place(number):
    return 280.0 * (number % COLUMNS), 176.0 * (number // COLUMNS)


def links(count):
    chain = [(n - 1, n) for n in range(1, count)]
    return chain + [(n - 3, n) for n in range(3, count, 3)]


def bare_scene(count):
    scene = QGraphicsScene()
    for number in range(count):
        item = BareNode(f"row{number}")
        item.setPos(*place(number))
        scene.addItem(item)
    for source, target in links(count):
        (x, y), (to_x, to_y) = place(source), place(target)
        path = QPainterPath(QPointF(x + 108, y + 112))
        path.cubicTo(x + 108, y + 160, to_x + 108, to_y - 48, to_x + 108, to_y)
        scene.addItem(BareWire(path, "56×56×24"))
    return scene


def state(count):
    port = (PortState("", "x", wired=True),)
    nodes = {
        f"n{n}": NodeState(
            f"n{n}",
            f"row{n}",
            "Inverted residual",
            "Mobile",
            place(n),
            lines=((Setting("filters", "24"), Setting("expansion", "6")),),
            shape="56×56×24",
            cost_percent=2.5,
            inputs=port,
            outputs=port,
        )
        for n in range(count)
    }
    edges = [Edge(f"n{a}", f"n{b}") for a, b in links(count)]
    return SceneState(
        nodes, {edge: WireState(edge, "56×56×24", 75264) for edge in edges}
    )


def own_scene(shown):
    scene = CanvasScene({})
    scene.show_state(shown)
    return scene


def seconds(*works, times=5):
    """The shortest of each, taken in turns so that a busy machine slows all of them; garbage left alone meanwhile."""
    taken = [[] for _ in works]
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            for work, each in zip(works, taken, strict=True):
                start = perf_counter()
                kept = work()
                each.append(perf_counter() - start)
                del kept
    finally:
        gc.enable()
    return [min(each) for each in taken]


@pytest.fixture(params=[150, 1_000, LARGEST])
def count(request):
    return request.param


@pytest.fixture
def shown(count):
    return state(count)


@pytest.fixture
def views(qtbot, count, shown):
    """A view on the bare scene and one on ours, scenes owned by their views."""
    bare, own = bare_scene(count), own_scene(shown)
    pair = QGraphicsView(bare), CanvasView(own)
    for view, scene in zip(pair, (bare, own), strict=True):
        scene.setParent(view)
        view.setRenderHint(QPainter.RenderHint.Antialiasing)
        view.resize(SIZE)
        qtbot.addWidget(view)
    return pair


def report(what, count, own, bare):
    print(
        f"\n{what}, {count} nodes: {own * 1000:.1f} ms, "
        f"bare {bare * 1000:.1f} ms, ratio {own / bare:.2f}"
    )
    if count == LARGEST:
        assert own <= TWICE * bare


def test_create(qapp, count, shown):
    own, bare = seconds(lambda: own_scene(shown), lambda: bare_scene(count))
    report("create", count, own, bare)


@pytest.mark.parametrize("zoom", [1.0, 0.3, None], ids=["100 %", "30 %", "fitted"])
def test_paint(views, count, zoom):
    rect = views[0].scene().itemsBoundingRect()
    scale = zoom or min(SIZE.width() / rect.width(), SIZE.height() / rect.height())
    views[0].scale(scale, scale)
    views[1].zoom_to(scale)
    for view in views:
        view.centerOn(rect.center())
    target = QPixmap(SIZE)
    painter = QPainter(target)
    area = QRectF(target.rect())
    bare, own = seconds(
        *(lambda view=view: view.render(painter, area) for view in views), times=7
    )
    painter.end()
    report(f"paint at {zoom or 'fitted'}", count, own, bare)


def test_one_change(qapp, count, shown):
    """Showing a state in which one node differs, beside making the bare scene: far below, or typing would stutter."""
    scene = own_scene(shown)
    middle = f"n{count // 2}"
    other = replace(
        shown,
        nodes={**shown.nodes, middle: replace(shown.nodes[middle], title="changed")},
    )
    states = [other, shown] * 5
    change, bare = seconds(
        lambda: scene.show_state(states.pop()), lambda: bare_scene(count)
    )
    print(
        f"\none change, {count} nodes: {change * 1000:.2f} ms, "
        f"bare scene {bare * 1000:.1f} ms, ratio {change / bare:.3f}"
    )
    if count == LARGEST:
        assert change <= bare / 10


@pytest.mark.parametrize("dragging", [False, True], ids=["hover", "drag"])
def test_ten_moves_of_the_pointer(views, count, dragging):
    """What the pointer passes over, or a node in the hand with its wires, beside one frame of the bare scene."""
    bare, own = views
    scene, viewport = own.canvas, own.viewport()
    body = scene.node_item(f"n{COLUMNS // 2}").body
    for view in views:
        view.centerOn(body.center())
    grip = own.mapFromScene(body.center()) + QPoint(40, 0)
    if dragging:
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=grip)
        assert scene.gesture is not None

    def moves():
        for step in range(10):
            QTest.mouseMove(viewport, grip + QPoint(24 * step, 17 * step))

    target = QPixmap(SIZE)
    painter = QPainter(target)
    area = QRectF(target.rect())
    taken, frame = seconds(moves, lambda: bare.render(painter, area), times=7)
    painter.end()
    if dragging:
        assert scene.gesture.moved
        scene.cancel_gesture()
    print(
        f"\nten moves, {count} nodes: {taken * 1000:.2f} ms, "
        f"a frame of the bare scene {frame * 1000:.1f} ms, ratio {taken / frame:.2f}"
    )
    if count == LARGEST:
        assert taken <= frame
