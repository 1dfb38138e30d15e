"""The focus after a key: Enter and Esc lead to the canvas, Tab from field to field."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

Key = Qt.Key


@pytest.fixture
def grouped(network, node):
    network.controller.select((node(network, "grouped_conv"),))
    return network


@pytest.fixture
def press(qtbot):
    """Presses keys where the focus is; text is typed."""

    def pressed(*keys):
        for key in keys:
            if isinstance(key, str):
                qtbot.keyClicks(QApplication.focusWidget(), key)
            else:
                qtbot.keyClick(QApplication.focusWidget(), key)

    return pressed


def focused():
    return QApplication.focusWidget().accessibleName()


def params(window):
    (node,) = window.controller.selected()
    return dict(node.params)


def test_enter_commits_and_returns(grouped, press):
    selection = grouped.controller.state.selection
    press(Key.Key_Return, "64", Key.Key_Return)
    assert grouped.view.hasFocus()
    assert params(grouped) == {"filters": 64}
    assert grouped.controller.state.selection == selection


def test_esc_takes_back_what_was_typed_and_returns(grouped, press):
    history = grouped.controller.state.history.past
    press(Key.Key_Return, "64", Key.Key_Escape)
    assert grouped.view.hasFocus()
    assert params(grouped) == {}
    assert grouped.controller.state.history.past == history


def test_esc_takes_back_only_the_field_that_it_leaves(grouped, press):
    press(Key.Key_Return, "64", Key.Key_Tab, "5", Key.Key_Escape)
    assert params(grouped) == {"filters": 64}


def test_text_that_is_no_value_is_not_left_by_enter_but_by_esc(grouped, press):
    press(Key.Key_Return, "6x", Key.Key_Return)
    assert focused() == "filters"
    press(Key.Key_Escape)
    assert grouped.view.hasFocus()
    assert params(grouped) == {}


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
@pytest.mark.parametrize(
    "name",
    ["node name", "repeat", "muted", "activation", "batch_norm", "groups"],
)
def test_every_field_of_the_inspector_leads_back(grouped, find, press, name, key):
    find(name, grouped).setFocus()
    press(key)
    assert grouped.view.hasFocus()
    assert grouped.controller.state.selection


@pytest.mark.parametrize("name", ["activation", "batch_norm", "muted"])
def test_esc_takes_back_a_choice_and_a_switch(grouped, find, press, name):
    before = grouped.controller.document
    find(name, grouped).setFocus()
    press(Key.Key_Down if name == "activation" else Key.Key_Space)
    assert grouped.controller.document != before
    press(Key.Key_Escape)
    assert grouped.controller.document == before
    assert grouped.view.hasFocus()


@pytest.mark.parametrize("panel", ["inspector", "variables"])
def test_a_variables_fields_lead_back(window, find, press, panel):
    window.docks.bring(panel)
    widget = window.workbench.panel(panel)
    find("new variable", widget).setFocus()
    press("width", Key.Key_Return)
    assert focused() == "variable width"
    press("2", Key.Key_Return)
    assert window.view.hasFocus()
    assert window.controller.document.variables["width"].value == 2
    for name, key in (
        ("name of width", Key.Key_Escape),
        ("new variable", Key.Key_Return),
        ("new variable", Key.Key_Escape),
        ("variable width", Key.Key_Escape),
    ):
        find(name, widget).setFocus()
        press(key)
        assert window.view.hasFocus(), name


def test_esc_takes_back_what_keys_did_to_a_slider(window, find, press):
    from templates import gallery

    window.controller.replace_design(gallery()["mobilenet_v2"].document())
    before = window.controller.document
    find("slider alpha", window).setFocus()
    press(Key.Key_End, Key.Key_Left)
    assert window.controller.document != before
    press(Key.Key_Escape)
    assert window.controller.document == before
    assert window.view.hasFocus()


@pytest.mark.parametrize("panel", ["palette", "layers", "code", "history", "problems"])
def test_esc_leads_back_from_every_panel(network, press, panel, qtbot):
    network.docks.bring(panel)
    network.workbench.panel(panel).setFocus()
    widget = network.workbench.panel(panel)
    stop = next(
        w
        for w in (widget, *widget.findChildren(QWidget))
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    )
    stop.setFocus()
    press(Key.Key_Escape)
    assert network.view.hasFocus()


@pytest.mark.parametrize("tab", [Key.Key_Tab, Key.Key_Backtab])
def test_tab_goes_from_field_to_field_and_never_to_a_reset(grouped, press, tab):
    grouped.controller.apply("Set", _set(grouped, filters=48, groups=4))
    inspector = grouped.workbench.panel("inspector")
    press(Key.Key_Return)
    seen = []
    for _ in range(60):
        name = focused()
        if name in seen:
            break
        seen.append(name)
        assert not isinstance(QApplication.focusWidget(), QToolButton)
        press(tab)
        assert inspector.isAncestorOf(QApplication.focusWidget())
    fields = [field.editor.accessibleName() for field in inspector._view.all_fields()]
    place = fields.index("filters")
    expected = [*fields[place:], *fields[:place]]
    met = [name for name in seen if name in fields]
    assert met == (expected if tab is Key.Key_Tab else expected[:1] + expected[:0:-1])
    resets = inspector.findChildren(QToolButton)
    assert {"reset filters", "reset groups"} <= {it.accessibleName() for it in resets}


def _set(window, **values):
    from designer.analysis.catalog import BLOCKS
    from designer.model.edits import set_params

    (id,) = window.controller.state.selection
    return lambda document: set_params(document, id, values, catalog=BLOCKS)


def test_96_tab_96_tab_1_makes_a_grey_image(window, press, qtbot):
    press(Key.Key_Tab)
    qtbot.waitUntil(window.popup.line.hasFocus)
    press("image", Key.Key_Return)
    press(Key.Key_Return, "96", Key.Key_Tab, "96", Key.Key_Tab, "1", Key.Key_Return)
    assert params(window) == {"height": 96, "width": 96, "channels": 1}


def test_a_page_made_anew_under_the_hand_keeps_the_focus(grouped, find, press):
    """A choice as an expression is a line, a line with a choice's value a choice."""
    grouped.controller.apply("Set", _set(grouped, activation='="relu"'))
    find("activation", grouped).setFocus()
    find("activation", grouped).selectAll()
    press("relu6")
    assert params(grouped) == {"activation": "relu6"}
    assert focused() == "activation"
    press(Key.Key_Return)
    assert grouped.view.hasFocus()


def test_what_vanishes_with_the_focus_leaves_it_to_the_canvas(
    grouped, find, press, qtbot
):
    press(Key.Key_Return)
    find("groups", grouped).setFocus()
    find("groups", grouped).selectAll()
    press("3")
    qtbot.waitUntil(lambda: any(it.isVisible() for it in _repairs(grouped)))
    _repairs(grouped)[0].setFocus()
    qtbot.waitUntil(_repairs(grouped)[0].hasFocus)
    press(Key.Key_Space)
    assert not grouped.controller.analysis.errors
    assert grouped.view.hasFocus()
    find("filters", grouped).setFocus()
    grouped.docks["inspector"].close()
    assert grouped.view.hasFocus()


def _repairs(window):
    buttons = window.workbench.panel("inspector").findChildren(QPushButton)
    return [b for b in buttons if b.accessibleName().startswith("repair: ")]


def test_names_are_completed_without_variables_too(grouped, find, press, qtbot):
    press(Key.Key_Return, "=roun")
    names = find("names")
    qtbot.keyClick(names, Key.Key_Escape)
    assert focused() == "filters"  # only the list is closed
    assert not names.isVisible()
    press("d")
    qtbot.keyClick(find("names"), Key.Key_Tab)
    press("20)", Key.Key_Return)
    assert grouped.view.hasFocus()
    assert params(grouped) == {"filters": "=round_channels(20)"}


def test_a_name_that_is_complete_is_not_completed_to_a_longer_one(grouped, press):
    from designer.model.document import Variable
    from designer.model.edits import set_variable

    for name in ("alpha_2", "alpha"):
        grouped.controller.apply(
            "Add", lambda document, name=name: set_variable(document, name, Variable(8))
        )
    press(Key.Key_Return, "=alpha", Key.Key_Return)
    assert grouped.view.hasFocus()
    assert params(grouped) == {"filters": "=alpha"}


def test_the_keys_of_the_moment_are_named(grouped, find, press):
    def named():
        return [hint.keys for hint in grouped.key_hints.shown()]

    assert named()[:3] == ["Tab", "Enter", "F2"]
    press(Key.Key_Return)
    assert named()[:3] == ["Tab", "Enter", "Esc"]
    press(Key.Key_Escape, Key.Key_Escape)
    assert named()[:2] == ["Tab", "Arrows"]
    find("palette search", grouped).setFocus()
    assert named() == ["Enter", "Down", "Esc"]
    press(Key.Key_Escape)
    assert grouped.view.hasFocus()


def test_letters_are_no_shortcuts_while_a_menu_is_open(network, node, qtbot):
    """The keys go to the window, as the system sends them."""
    handle = network.windowHandle()
    before = network.scene.options, network.controller.state.document

    def type_all():
        for key in (Qt.Key.Key_M, Qt.Key.Key_H, Qt.Key.Key_B, Qt.Key.Key_N):
            QTest.keyClick(handle, key)

    network.controller.select((node(network, "stem"),))
    network.scene.context_requested.emit(
        QPointF(), QPoint(10, 10), node(network, "stem")
    )
    menu = QApplication.activePopupWidget()
    type_all()
    assert (network.scene.options, network.controller.state.document) == before
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    type_all()
    assert network.scene.options.minimap != before[0].minimap
    assert network.controller.state.document != before[1]
