"""The variables panel under real mouse and keys: sliders, names, limits, uses."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.model.document import Variable
from designer.model.edits import set_params, set_variable
from templates import gallery

LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton


@pytest.fixture
def panel(window):
    """The panel on MobileNetV2, in front of the inspector."""
    window.controller.replace_design(gallery()["mobilenet_v2"].document())
    window.docks.bring("variables")
    return window.workbench.panel("variables")


def variable(window, name):
    return window.controller.document.variables[name]


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def drag(slider, *places, release=True):
    """Press on the handle where it is, and take it to some shares of the way."""

    def send(kind, x, button, buttons):
        at = QPointF(x, slider.height() / 2)
        keys = Qt.KeyboardModifier.NoModifier
        there = QPointF(slider.mapToGlobal(at))
        event = QMouseEvent(kind, at, there, button, buttons, keys)
        QApplication.sendEvent(slider, event)

    room = slider.width() - 14
    x = 7 + room * (slider.value() - slider.minimum()) / slider.maximum()
    send(QEvent.Type.MouseButtonPress, x, LEFT, LEFT)
    for place in places:
        x = 7 + room * place
        send(QEvent.Type.MouseMove, x, NO_BUTTON, LEFT)
    if release:
        send(QEvent.Type.MouseButtonRelease, x, LEFT, NO_BUTTON)


def scrub(field, way):
    """Drag across a number by some pixels."""
    y = field.height() // 2
    QTest.mousePress(field, LEFT, pos=QPoint(30, y))
    for x in (30 + way // 2, 30 + way):
        QTest.mouseMove(field, QPoint(x, y))
    QTest.mouseRelease(field, LEFT, pos=QPoint(30 + way, y))


def test_a_drag_moves_everything_and_is_one_step(window, panel, find, qtbot):
    slider = find("slider alpha", panel)
    before = window.controller.analysis.total
    drag(slider, 0.5, 0.8, 1.0)
    assert variable(window, "alpha").value == 4
    assert window.controller.analysis.total.params > before.params
    assert find("variable alpha", panel).text() == "4"
    window.controller.undo()
    assert variable(window, "alpha").value == 1.0
    assert window.controller.analysis.total == before
    assert not window.controller.state.dirty


def test_while_one_value_is_worked_out_others_do_not_queue(window, panel, find, qtbot):
    seen = []
    window.controller.changed.connect(
        lambda state: seen.append(variable(window, "alpha").value)
    )
    places = [place / 40 for place in range(41)]
    drag(find("slider alpha", panel), *places, release=False)
    qtbot.waitUntil(lambda: variable(window, "alpha").value == 4)
    assert seen == [4]


def test_every_value_that_is_shown_is_analysed(window, panel, find, qtbot):
    counts = {}
    window.controller.changed.connect(
        lambda state: counts.update(
            {variable(window, "alpha").value: state.analysis.total.params}
        )
    )
    slider = find("slider alpha", panel)
    for place in (0.2, 0.4, 0.6):
        with qtbot.waitSignal(window.controller.changed):
            drag(slider, place, release=False)
    expected = [
        gallery()["mobilenet_v2"].document(alpha=alpha).variables for alpha in counts
    ]
    assert len(expected) == len(set(counts.values())) == 3


def test_escape_takes_a_drag_back(window, panel, find, qtbot):
    slider = find("slider alpha", panel)
    drag(slider, 1.0, release=False)
    qtbot.waitUntil(lambda: variable(window, "alpha").value == 4)
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    assert variable(window, "alpha").value == 1.0


def test_a_click_on_the_groove_takes_the_handle_there(window, panel, find, qtbot):
    slider = find("slider alpha", panel)
    qtbot.mouseClick(slider, LEFT, pos=slider.rect().center())
    assert variable(window, "alpha").value == pytest.approx(2.05, abs=0.1)


def test_a_name_is_changed_in_every_expression(window, panel, find, qtbot):
    name = find("name of alpha", panel)
    type_into(qtbot, name, "width")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    document = window.controller.document
    assert list(document.variables) == ["width", "input_size", "classes"]
    filters = {str(node.params.get("filters")) for node in document}
    assert any("width" in text for text in filters)
    assert not any("alpha" in text for text in filters)
    assert not window.controller.analysis.errors
    assert find("name of width", panel) is name
    window.controller.undo()
    assert "alpha" in window.controller.document.variables


def test_a_name_that_cannot_be_is_explained_and_kept(window, panel, find, qtbot):
    name = find("name of alpha", panel)
    type_into(qtbot, name, "2x")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "2x"
    assert name.property("invalid") == "true"
    assert "2x" in find("problem with name of alpha", panel).text()
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "alpha"
    assert "alpha" in window.controller.document.variables


def test_uses_are_counted_and_a_click_selects_them(window, panel, find, qtbot):
    uses = find("uses of alpha", panel)
    document = window.controller.document
    moved = [node.id for node in document if "alpha" in str(dict(node.params))]
    assert uses.text() == f"used by {len(moved)} parameters"
    qtbot.mouseClick(uses, LEFT)
    assert window.controller.state.selection == tuple(moved)


def test_uses_go_through_other_variables(window, panel, find):
    window.controller.replace_design(gallery()["efficientnet_b0"].document())
    phi, width = find("uses of phi", panel), find("uses of width", panel)
    count = int(phi.text().split()[2])
    assert count > int(width.text().split()[2]) > 8
    assert "width" in phi.toolTip()


def test_what_follows_from_others_shows_its_value(window, panel, find, qtbot):
    window.controller.replace_design(gallery()["efficientnet_b0"].document())
    drag(find("slider phi", panel), 1.0)
    assert variable(window, "phi").value == 7
    row = panel.view.row("width")
    assert row.field.content.resolved == "2"
    assert not row.slider.isVisible()
    assert window.controller.analysis.total.params == 66_658_687  # Keras's B7


def test_limits_are_edited_and_a_slider_follows(window, panel, find, qtbot):
    qtbot.mouseClick(find("limits of alpha", panel), LEFT)
    type_into(qtbot, find("maximum of alpha", panel), "2")
    assert variable(window, "alpha").maximum == 2
    slider = find("slider alpha", panel)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert variable(window, "alpha").value == 2
    type_into(qtbot, find("maximum of alpha", panel), "1")
    assert "above its maximum" in find("problem with maximum of alpha", panel).text()
    assert variable(window, "alpha").maximum == 2
    type_into(qtbot, find("note of alpha", panel), "width of every layer")
    assert variable(window, "alpha").note == "width of every layer"


def test_a_variable_without_limits_gets_a_slider_by_a_click(window, panel, find, qtbot):
    qtbot.keyClicks(find("new variable", panel), "beta")
    qtbot.keyClick(find("new variable", panel), Qt.Key.Key_Return)
    assert find("variable beta", panel).hasFocus()
    qtbot.mouseClick(find("add a slider to beta", panel), LEFT)
    assert variable(window, "beta") == Variable(1.0, 0.25, 2.0, 0.05)
    assert find("slider beta", panel)


def test_a_new_name_that_is_taken_is_explained(window, panel, find, qtbot):
    qtbot.keyClicks(find("new variable", panel), "alpha")
    qtbot.mouseClick(find("add variable", panel), LEFT)
    sentence = find("problem with the new variable", panel).text()
    assert sentence == "There is a variable alpha already."


def test_order_and_removal(window, panel, find, qtbot):
    qtbot.mouseClick(find("limits of classes", panel), LEFT)
    qtbot.mouseClick(find("up variable classes", panel), LEFT)
    order = ["alpha", "classes", "input_size"]
    assert list(window.controller.document.variables) == order
    tops = [panel.view.row(name).y() for name in order]
    qtbot.waitUntil(lambda: tops != [panel.view.row(name).y() for name in order])
    tops = [panel.view.row(name).y() for name in order]
    assert tops == sorted(tops)
    qtbot.mouseClick(find("remove variable classes", panel), LEFT)
    assert "classes" not in window.controller.document.variables
    assert window.controller.analysis.errors
    window.controller.undo()
    assert find("variable classes", panel).text() == "1000"


def test_switches_and_choices(window, panel, find, qtbot):
    controller = window.controller
    head = controller.document.named("head").id

    def edit(document):
        document = set_variable(document, "act", Variable("relu6"))
        document = set_variable(document, "biased", Variable(True))
        return set_params(
            document, head, {"activation": "=act"}, catalog=controller.signatures
        )

    controller.apply("Set", edit)
    choice = find("variable act", panel)
    choice.setFocus()
    before = choice.currentText()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() != before == "relu6"
    assert variable(window, "act").value == choice.currentText()
    qtbot.mouseClick(find("variable biased", panel), LEFT)
    assert variable(window, "biased").value is False


def test_the_panel_follows_the_theme_with_its_rows(window, panel, find):
    row = panel.view.row("alpha")
    window.settings_store.keep(theme="dark")
    assert panel.view.row("alpha") is row


def test_a_value_is_scrubbed(window, panel, find, qtbot):
    field = find("variable classes", panel)
    scrub(field, 40)
    assert variable(window, "classes").value == 1010
    scrub(field, -20)
    assert variable(window, "classes").value == 1005
    window.controller.undo()
    assert variable(window, "classes").value == 1010
