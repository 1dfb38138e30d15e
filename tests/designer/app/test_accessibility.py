"""The window with a screen reader and without a mouse: accessible names, visible focus, a network built by keys."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from designer.app.panel import panels
from templates import gallery

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
DIALOGS = ("gallery", "settings", "shortcuts", "command_palette")


@pytest.fixture
def full(window):
    """A window on MobileNet v2, with a row selected."""
    window.controller.replace_design(gallery()["mobilenet_v2"].document(), None)
    row = window.controller.document.named("row2")
    window.controller.select((row.id,))
    return window


def focusable(root):
    """What Tab or a click may bring the focus to, as it is seen."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for widget in root.findChildren(QWidget):
        policy = widget.focusPolicy() if isValid(widget) else None
        if (
            policy is not None
            and policy is not Qt.FocusPolicy.NoFocus
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.focusProxy() is None
            and not widget.objectName().startswith("qt_")
        ):
            yield widget


def spoken(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def called(widget):
    kinds = [type(widget).__name__, widget.objectName()]
    above = widget.parentWidget()
    return " ".join([*kinds, "in", type(above).__name__ if above else "nothing"])


@pytest.mark.parametrize("panel", panels())
def test_everything_in_a_panel_has_a_name(full, panel, qtbot):
    full.docks.bring(panel)
    nameless = [called(it) for it in focusable(full.docks[panel]) if not spoken(it)]
    assert not nameless


def test_everything_in_the_window_has_a_name(full):
    nameless = [called(it) for it in focusable(full) if not spoken(it)]
    assert not nameless


@pytest.mark.parametrize("command", DIALOGS)
def test_everything_in_a_dialog_has_a_name(full, command, qtbot):
    before = {*QApplication.topLevelWidgets()}
    full.actions_by_id[command].trigger()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    opened = [w for w in shown if w not in before or w.isModal()] or [full]
    for dialog in opened:
        assert spoken(dialog) or dialog.windowTitle()
        nameless = [called(it) for it in focusable(dialog) if not spoken(it)]
        assert not nameless
        if dialog is not full:
            dialog.close()


def test_every_command_has_a_name_and_a_menu_s_keys(full):
    for id, action in full.actions_by_id.items():
        assert action.text(), id
        assert action.toolTip(), id


def picture(widget):
    """The widget as it is seen, with what may be painted around it."""
    rim = widget.rect().adjusted(-2, -2, 2, 2)
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return widget.window().grab(rim.translated(corner)).toImage()


@pytest.mark.parametrize("panel", panels())
def test_the_focus_is_seen(full, panel, qtbot):
    full.docks.bring(panel)
    root = full.docks[panel]
    unseen = []
    for widget in focusable(root):
        if not widget.visibleRegion().intersects(QRegion(widget.rect())):
            continue  # scrolled away
        if QApplication.focusWidget():
            QApplication.focusWidget().clearFocus()
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        if picture(widget) == before:
            unseen.append(called(widget))
    assert not unseen


def test_the_canvas_shows_its_focus(full, qtbot):
    full.view.setFocus()
    QApplication.processEvents()
    focused = picture(full.view)
    full.docks.bring("palette")
    full.workbench.panel("palette").search.setFocus()
    QApplication.processEvents()
    assert picture(full.view) != focused


def test_f6_goes_through_the_parts_of_the_window(full, qtbot):
    full.view.setFocus()
    seen = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        part = QApplication.focusWidget()
        if part is full.view:
            break
        seen.append(next(id for id, it in full.docks.items() if it.isAncestorOf(part)))
    assert full.view.hasFocus()
    assert {"palette", "inspector"} <= {*seen}
    qtbot.keyClick(full.view, Qt.Key.Key_F6, SHIFT)
    assert full.docks[seen[-1]].isAncestorOf(QApplication.focusWidget())


def test_mobilenets_first_rows_by_keys_alone(window, qtbot):
    """Image, stem and three rows, as in Table 2 of Sandler et al.: no mouse."""
    window.view.setFocus()

    def press(*keys, into=None):
        for key in keys:
            target = into or QApplication.focusWidget()
            if isinstance(key, str):
                qtbot.keyClicks(target, key)
            else:
                qtbot.keyClick(target, key)

    def add(typed):
        press(Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: window.popup.line.hasFocus())
        press(typed, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.view.hasFocus())

    def go(name, key):
        """To a part of the inspector by Tab or Shift+Tab."""
        for _ in range(20):
            if QApplication.focusWidget().accessibleName() == name:
                return
            press(key)
        raise AssertionError(f"{name} is not reached")

    def fill(name, value, key=Qt.Key.Key_Tab):
        go(name, key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, CTRL)
        press(str(value))

    def choose(entry):
        """Open the menu of the button that has the focus, and choose an entry by its arrows."""

        def walk():
            menu = QApplication.activePopupWidget()
            for _ in menu.actions():
                qtbot.keyClick(menu, Qt.Key.Key_Down)
                if menu.activeAction().text() == entry:
                    break
            qtbot.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(0, walk)
        press(Qt.Key.Key_Space)
        window.activateWindow()  # off screen, a menu takes that away
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    add("image")
    add("stem")
    for filters, expansion, strides, repeat in (
        (16, 1, 1, 1),
        (24, 6, 2, 2),
        (32, 6, 2, 3),
    ):
        add("inverted residual")
        press(Qt.Key.Key_Return)  # into the inspector
        fill("filters", filters)
        fill("expansion", expansion)
        if repeat > 1:
            fill("repeat", repeat, Qt.Key.Key_Backtab)
            go("add a difference of the first copy", Qt.Key.Key_Tab)
            choose("strides")
            fill("first copy strides", strides)
        press(Qt.Key.Key_Return)  # back to the canvas
        assert window.view.hasFocus()
    analysis = window.controller.analysis
    assert not analysis.errors
    rows = [
        node for node in window.controller.document if node.block == "inverted_residual"
    ]
    assert [node.repeat for node in rows] == [1, 2, 3]
    shapes = [analysis.nodes[row.id].outputs[0][1:] for row in rows]
    assert shapes == [(112, 112, 16), (56, 56, 24), (28, 28, 32)]
