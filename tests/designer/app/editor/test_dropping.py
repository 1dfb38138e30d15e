"""A file dropped anywhere on the window is opened."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def let_go(widget, data):
    at = QPoint(40, 40)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, COPY, data, LEFT, NO_KEYS)
        QApplication.sendEvent(widget, event)
    event = QDropEvent(QPointF(at), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def file(network, tmp_path):
    path = tmp_path / "dropped.design.json"
    network.controller.save(path)
    network.files.new()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return path, data


@pytest.mark.parametrize(
    "place",
    [
        lambda window: window.view.viewport(),
        lambda window: window.start_page,
        lambda window: window.workbench.panel("problems"),
    ],
    ids=["canvas", "start page", "panel"],
)
def test_a_file_opens_where_it_is_let_go(network, file, place):
    path, data = file
    if place(network) is network.start_page:
        network.start_page.open()
    let_go(place(network), data)
    assert network.controller.state.path == path
    assert network.view.isVisible()


def test_what_is_no_design_is_said(network, file, tmp_path, find):
    other = tmp_path / "notes.txt"
    other.write_text("nothing")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    let_go(network.view.viewport(), data)
    assert "notes.txt" in find("message", network).text()
    assert network.controller.state.path is None
