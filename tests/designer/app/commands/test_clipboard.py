"""Copy and paste: clashes of block definitions, kept wires, pictures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from designer.app.widgets.design_picture import LARGEST, drawn, image, thumbnail
from designer.canvas.values.options import DEFAULT
from designer.canvas.values.theme import DARK
from designer.model.document import Definition, Document, Edge, Node
from designer.model.files import dumps

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def unit(inner):
    body = Document(
        nodes={
            "a": Node("a", "block_input", "x"),
            "b": Node("b", inner, "inner"),
            "c": Node("c", "block_output", "y"),
        },
        edges=(Edge("a", "b"), Edge("b", "c")),
    )
    return Definition("Unit", body)


def design(inner):
    return Document(
        nodes={"n1": Node("n1", "unit", "unit")}, definitions={"unit": unit(inner)}
    )


def definitions(window):
    return sorted(window.controller.document.definitions)


@pytest.fixture
def clash(window, qtbot, find):
    """Pastes a design whose block `unit` is another one."""
    window.controller.replace_design(design("stem"))
    QGuiApplication.clipboard().setText(dumps(design("conv_bn")))
    qtbot.keyClick(window.view, Qt.Key.Key_V, CTRL)
    box = find("blocks of one name")

    def answer(text):
        next(b for b in box.buttons() if b.text() == text).click()
        return window

    return answer


def test_a_clash_brings_the_other_block_under_another_name(clash):
    window = clash("Bring its own")
    assert definitions(window) == ["unit", "unit2"]
    blocks = [node.block for node in window.controller.document]
    assert blocks == ["unit", "unit2"]


def test_a_clash_keeps_what_is_here(clash):
    window = clash("Use this design's")
    assert definitions(window) == ["unit"]
    assert len(window.controller.document.nodes) == 2


def test_a_clash_can_be_left(clash):
    window = clash("Cancel")
    assert len(window.controller.document.nodes) == 1
    assert not window.controller.state.dirty


def test_equal_blocks_ask_nothing(window, qtbot):
    window.controller.replace_design(design("stem"))
    QGuiApplication.clipboard().setText(dumps(design("stem")))
    qtbot.keyClick(window.view, Qt.Key.Key_V, CTRL)
    assert len(window.controller.document.nodes) == 2


def test_paste_keeps_the_wires_that_came_in(network, node, qtbot):
    network.controller.select((node(network, "grouped_conv"),))
    qtbot.keyClick(network.view, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(network.view, Qt.Key.Key_V, CTRL | SHIFT)
    (new,) = network.controller.state.selection
    (edge,) = network.controller.document.incoming[new]
    assert edge.source == node(network, "stem")


def test_paste_from_the_menu_goes_where_it_was_called(network, node, find, qtbot):
    network.controller.select((node(network, "stem"),))
    qtbot.keyClick(network.view, Qt.Key.Key_C, CTRL)
    network.scene.context_requested.emit(QPointF(800, 400), QPoint(9, 9), None)
    menu = QApplication.activePopupWidget()
    paste = next(a for a in menu.actions() if a.text() == "Paste")
    at = menu.actionGeometry(paste).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
    (new,) = network.controller.state.selection
    assert network.controller.document.nodes[new].at == (800, 400)
    qtbot.waitUntil(lambda: network.workbench.pointed is None)


def test_text_that_is_no_design_is_refused(window, qtbot, find):
    QGuiApplication.clipboard().setText("import keras")
    qtbot.keyClick(window.view, Qt.Key.Key_V, CTRL)
    assert "holds no blocks" in find("message", window).text()


@pytest.fixture
def emptied():
    """Qt's off-screen clipboard outlives what Python put on it, and crashes at the end."""
    yield
    QGuiApplication.clipboard().clear()


def test_the_whole_design_as_a_picture(network, emptied):
    network.actions_by_id["copy_picture"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    png = QImage(data.imageData())
    assert png.width() > 400
    renderer = QSvgRenderer(data.data("image/svg+xml"))
    assert renderer.isValid()
    ratio = png.width() / png.height()
    size = renderer.defaultSize()
    assert ratio == pytest.approx(size.width() / size.height(), rel=0.02)


def test_nothing_is_no_picture(window, find):
    window.actions_by_id["copy_picture"].trigger()
    assert "nothing to copy" in find("message", window).text()


def test_pictures_stay_within_bounds(network, node):
    far = replace(network.controller.document.nodes["n1"], at=(60_000.0, 0.0))
    nodes = {**network.controller.document.nodes, "n1": far}
    network.controller.replace_design(replace(network.controller.document, nodes=nodes))
    with drawn(network.controller.state.scene, DARK, DEFAULT) as picture:
        assert image(picture).width() == LARGEST
        small = thumbnail(picture, QSize(160, 96))
    assert small.size() == QSize(160, 96)
    assert small.pixelColor(0, 0).name() == DARK.canvas
