"""The layout is stable: fields and buttons keep their positions when something appears."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from designer.analysis.catalog import BLOCKS
from designer.app.dialogs.export.dialog import ExportDialog
from designer.model.edits import set_params, set_repeat


@pytest.fixture(params=[(1360, 880), (1280, 720)], ids="{0[0]}x{0[1]}".format)
def grouped(network, node, request, qtbot):
    network.resize(*request.param)
    network.controller.select((node(network, "grouped_conv"),))
    seen = []
    while (
        len(seen) < 4 or seen[-4:] != 4 * seen[-1:]
    ):  # on a busy machine, laying out takes a while
        qtbot.wait(20)
        seen.append(places(network))
    return network


def places(window):
    """Where every field is in the window, and how wide."""
    QApplication.processEvents()
    fields = window.workbench.panel("inspector")._view.all_fields()
    return {
        it.editor.accessibleName(): (
            it.editor.mapTo(window, QPoint()).toTuple(),
            it.editor.width(),
        )
        for it in fields
    }


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("groups", "3"),  # an error with repairs
        ("groups", "3x"),  # no value
        ("filters", "=round_channels(64 * 2)"),  # an expression, letter by letter
        ("repeat", "3"),  # a row can be unrolled
        ("node name", "stem"),  # refused
    ],
)
def test_fields_stay_while_one_is_edited(grouped, find, qtbot, name, typed):
    field = find(name, grouped)
    field.setFocus()
    before = places(grouped)
    type_into(qtbot, field, typed)
    assert places(grouped) == before
    qtbot.wait(250)  # the repairs are there
    assert places(grouped) == before
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert places(grouped) == before
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(grouped.view.hasFocus)
    if name != "filters":  # the expression gets a line of its own now
        assert places(grouped) == before


def _apply(window, edit):
    window.controller.apply("Edit", edit)


def test_fields_stay_when_the_design_changes_elsewhere(grouped, node):
    id, before = node(grouped, "grouped_conv"), places(grouped)
    for edit in (
        lambda document: set_params(document, id, {"groups": 3}, catalog=BLOCKS),
        lambda document: set_repeat(document, id, 3),
        lambda document: set_params(document, id, {"groups": 4}, catalog=BLOCKS),
    ):
        _apply(grouped, edit)
        assert places(grouped) == before
    grouped.controller.undo()
    assert places(grouped) == before


@pytest.mark.parametrize("filters", [48, "=round_channels(24 * 2)"])
def test_all_nodes_of_a_block_have_their_fields_at_the_same_places(
    grouped, node, filters
):
    """One is a row, one in error, one like its neighbour, one an expression."""
    controller = grouped.controller
    for _ in range(3):
        controller.add_block("grouped_conv", (0.0, 0.0))
    ids = [it.id for it in controller.document if it.block == "grouped_conv"]
    _apply(grouped, lambda document: set_repeat(document, ids[0], 3))
    for id, params in ((ids[1], {"groups": 3}), (ids[2], {"filters": filters})):
        _apply(
            grouped,
            lambda document, id=id, params=params: set_params(
                document, id, params, catalog=BLOCKS
            ),
        )
    grouped.view.setFocus()
    seen = []
    for id in (*ids, *ids):
        controller.select((id,))
        seen.append(places(grouped))
    assert all(found == seen[0] for found in seen)


def test_a_long_expression_gets_its_line_when_the_hand_has_left(grouped, find, qtbot):
    field = find("filters", grouped)
    type_into(qtbot, field, "=round_channels(64 * 2)")
    narrow = field.width()
    assert field.accessibleDescription() == "= 128"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.width() > 1.5 * narrow)


def test_why_text_is_no_value_stays_readable(grouped, find, qtbot):
    type_into(qtbot, find("groups", grouped), "3x")
    sentence = find("problem with groups", grouped)
    qtbot.waitUntil(lambda: not sentence.visibleRegion().isEmpty())
    assert sentence.visibleRegion().boundingRect() == sentence.rect()
    field = find("groups", grouped)
    top = sentence.mapTo(grouped, QPoint()).y()
    field_top = field.mapTo(grouped, QPoint()).y()
    assert top >= field_top + field.height() or top + sentence.height() <= field_top
    find("filters", grouped).setFocus()
    assert not sentence.isVisible()
    assert "whole number" in find("groups", grouped).accessibleDescription()


def test_the_issues_are_gone_once_the_hand_has_left(grouped, find, qtbot):
    pane = grouped.workbench.panel("inspector")._pane
    type_into(qtbot, find("groups", grouped), "3")
    assert pane.isVisible()
    type_into(qtbot, find("groups", grouped), "4")
    assert pane.isVisible()
    qtbot.keyClick(find("groups", grouped), Qt.Key.Key_Return)
    assert not pane.isVisible()


def test_a_variables_fields_stay(window, find, qtbot):
    for name in ("alpha", "beta"):
        qtbot.keyClicks(find("new variable", window), name)
        qtbot.keyClick(find("new variable", window), Qt.Key.Key_Return)
    before = places(window)
    for name, typed in (
        ("variable alpha", "2x"),
        ("variable alpha", "=beta * 2 + beta * 3"),
        ("name of alpha", "beta"),
        ("new variable", "beta"),
    ):
        type_into(qtbot, find(name, window), typed)
        qtbot.keyClick(find(name, window), Qt.Key.Key_Return)
        if not window.view.hasFocus():
            assert places(window) == before, name
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        while len(window.controller.state.history.past) > 2:
            window.controller.undo()
        assert places(window) == before, name


def test_the_export_dialogs_buttons_stay(network, find, qtbot, tmp_path):
    (tmp_path / "there.py").write_text("")
    network.actions_by_id["export"].trigger()
    dialog = network.findChild(ExportDialog)
    names = ("start export", "close export", "export target")

    def places():
        QApplication.processEvents()
        return [find(it, dialog).mapTo(dialog, QPoint()).toTuple() for it in names]

    before = places()
    for target in (tmp_path / "there.py", tmp_path / "new.py"):
        type_into(qtbot, find("export target", dialog), str(target))
        assert places() == before
    for radio in dialog.findChildren(QRadioButton):
        radio.click()
        assert places() == before
    dialog.close()
