"""User text is shown unchanged: no widget interprets it as HTML, a formula, or a mnemonic."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMessageBox,
    QTabBar,
    QTextBrowser,
    QToolTip,
)

from designer.app.help import open_help
from designer.app.widgets.labels import (
    button_text,
    markdown,
    tooltip,
    window_title,
)
from designer.model.files import loads
from designer.model.plain import one_line
from tests.designer.hostile_text import MARKUP, hostile_design

MARK = " & &File"  # of the hostile text, where Qt would take the ampersands away
PLAIN = Qt.TextFormat.PlainText


def rows(model: QAbstractItemModel, parent):
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows(model, index)


def check_widgets() -> set[str]:
    """Check every widget that there is; returns the classes that show the hostile text."""
    seen = set()
    for widget in QApplication.allWidgets():
        text = ""
        if isinstance(widget, QLabel):
            widget.ensurePolished()
            text = widget.text()
            assert widget.textFormat() == PLAIN or not Qt.mightBeRichText(text), text
        elif isinstance(widget, QAbstractButton):
            text = widget.text().replace("&&", "\0")
            assert "&" not in text or MARK.replace(" ", "") not in text, text
            text = text.replace("\0", "&")
        elif isinstance(widget, QTabBar):
            for index in range(widget.count()):
                assert MARK not in widget.tabText(index)
        if MARK in text:
            seen.add(type(widget).__name__)
        assert len(widget.toolTip()) < 2_000
        for action in widget.actions():
            assert MARK not in action.text(), action.text()
            if "&& &&File" in action.text():
                seen.add("QAction")
    return seen


@pytest.fixture
def hostile(window, tmp_path):
    """A window on a design of which every text is hostile."""
    path = tmp_path / "net.design.json"
    path.write_text(hostile_design())
    window.files.load(path)
    assert window.controller.document.name == loads(hostile_design()).name
    return window


def test_every_widget_with_every_node_and_panel(hostile, qtbot):
    seen = set()
    for dock in hostile.docks.values():
        hostile.docks.bring(dock.panel.id)
    for node in [*hostile.controller.document.nodes, None]:
        hostile.controller.select([node] if node else [])
        qtbot.wait(1)
        seen |= check_widgets()
    assert {"QLabel"} <= seen


def test_the_label_of_undo(hostile):
    hostile.controller.add_block("own", (0, 0))
    assert hostile.controller.state.undo_label is not None
    assert MARK in one_line(hostile.controller.state.undo_label)
    undo = hostile.actions_by_id["undo"]
    assert "&& &&File" in undo.text()
    assert "QAction" in check_widgets()


def test_inside_a_block(hostile):
    hostile.controller.replace_design(loads(hostile_design()))
    assert hostile.controller.enter("a")
    check_widgets()
    back = [
        button.text()
        for button in hostile.findChildren(QAbstractButton)
        if "&& &&File" in button.text()
    ]
    assert back


def test_unsaved_changes(window, tmp_path, find):
    path = tmp_path / f"{MARKUP.replace('/', '')}.design.json"
    window.controller.save(path)
    window.controller.add_block("conv", (0, 0))
    window.close()
    box = find("unsaved changes")
    assert isinstance(box, QMessageBox)
    labels = [label for label in box.findChildren(QLabel) if MARK in label.text()]
    assert labels
    check_widgets()
    next(b for b in box.buttons() if b.text() == "Cancel").click()


def test_a_tooltip(window, qtbot):
    QToolTip.showText(QPoint(10, 10), MARKUP, window)
    (tip,) = (w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel"))
    assert tip.textFormat() == PLAIN
    assert tip.text() == MARKUP
    QToolTip.hideText()


@pytest.mark.parametrize("on", ["node", "port", "wire"])
def test_tooltips_on_the_canvas(network, node, on):
    """They are plain text with line breaks, whatever a node is called."""
    scene, view = network.scene, network.view
    long = "a sentence of many words " * 20
    item = scene.node_item(node(network, "stem"))
    item.node = replace(item.node, title=f"<b>{long}</b>")
    wire = next(iter(scene.state.wires))
    at = {
        "node": item.body.center(),
        "port": item.port_position("output", ""),
        "wire": scene.wire_item(wire).path.pointAtPercent(0.3),
    }[on]
    view.centerOn(at)
    place = view.mapFromScene(at)
    event = QHelpEvent(
        QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), event)
    (tip,) = (w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel"))
    assert tip.textFormat() == PLAIN
    for mark in ("<br", "<div", "&lt;", "&#"):
        assert mark not in tip.text()
    assert max(map(len, tip.text().splitlines())) <= 100
    if on == "node":
        assert "<b>a sentence" in tip.text()
    QToolTip.hideText()


def test_tooltips_of_lists(hostile):
    """The palette's entry of the block: long texts are cut, and QToolTip reads none as HTML."""
    hostile.docks.bring("palette")
    model = hostile.workbench.panel("palette").tree.model()
    tips = [
        index.data(Qt.ItemDataRole.ToolTipRole)
        for index in rows(model, hostile.workbench.panel("palette").tree.rootIndex())
    ]
    assert any(tip and "<b>" in tip for tip in tips)


def test_a_message(hostile, qtbot):
    hostile.controller.say(MARKUP, "error")
    seen = check_widgets()
    assert "QLabel" in seen


def test_the_windows_title(window, tmp_path):
    path = tmp_path / "a[*]b.design.json"
    window.controller.save(path)
    assert window.windowTitle().startswith("a[*][*]b.design.json[*]")


def test_the_help_of_a_block(hostile, qtbot):
    hostile.controller.select(["a"])
    shown = open_help(hostile.workbench, "block:own")
    page = shown.findChild(QTextBrowser)
    text = page.toPlainText()
    assert "<b>bold</b><img src='file:///etc/hostname'>[red]x[/red]" in text
    assert "<img" not in page.toHtml().replace('<img src="channels:', "")
    shown.close()


def test_charts(hostile, qtbot):
    hostile.docks.bring("charts")
    panel = hostile.workbench.panel("charts")
    qtbot.waitUntil(lambda: panel.plot is not None)
    panel.plot.canvas.draw()
    check_texts(panel.plot.axes.figure)


def test_the_gallerys_chart(window, find, qtbot):
    document = loads(
        json.dumps(
            {
                "format": "channelwise.design",
                "version": 1,
                "name": MARKUP + "\x1b\n\x07",
                "nodes": [
                    {"id": "i", "block": "image_input", "name": "image"},
                    {"id": "c", "block": "conv", "name": "conv"},
                ],
                "edges": [["i", "c"]],
            }
        )
    )
    window.controller.replace_design(document)
    window.gallery.show()
    dialog = window.gallery.dialog
    qtbot.mouseClick(find("show chart"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.chart.chart is not None)
    qtbot.waitUntil(lambda: not dialog.idle_work.busy)
    chart = dialog.chart.chart
    chart.canvas.draw()
    texts = check_texts(chart.axes.figure)
    assert any(text.startswith("<b>bold</b>") for text in texts)
    check_widgets()


def check_texts(figure) -> list[str]:
    from matplotlib.text import Text

    texts = figure.findobj(Text)
    assert texts
    for text in texts:
        assert not text.get_parse_math()
        assert not [c for c in text.get_text() if unicodedata.category(c) == "Cc"]
    return [text.get_text() for text in texts]


def test_texts_are_made_plain():
    assert button_text("a & b\n&c") == "a && b &&c"
    assert window_title("a[*]") == "a[*][*]"
    assert len(tooltip("word " * 10_000)) < 2_000
    assert max(map(len, tooltip("word " * 10_000).splitlines())) <= 101


def test_markdown_shows_what_it_is_given(qtbot):
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    for pair in product("*_`<[!#|\\~-+&$", repeat=2):
        text = f"{''.join(pair)}a{''.join(reversed(pair))}(b) 1. c"
        browser.setMarkdown(markdown(text))
        assert browser.toPlainText() == text
