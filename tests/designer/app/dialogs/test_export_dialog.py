"""The export dialog with an export that the test controls."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from designer.app.dialogs.export.dialog import ExportDialog
from designer.export.process.protocol import ExportError


@pytest.fixture
def dialog(network, qtbot, find, tmp_path):
    """Open on a design without errors, with a target typed."""
    control, shift = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.keyClick(network.view, Qt.Key.Key_E, control | shift)
    opened = network.findChild(ExportDialog)
    line = find("export target", opened)
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, str(tmp_path / "net.py"))
    return opened


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_an_export_ends_with_its_proof(dialog, stage, find, qtbot, tmp_path):
    click(qtbot, find("start export", dialog))
    qtbot.waitUntil(
        lambda: find("export stage", dialog).text() == "Comparing 17 nodes…"
    )
    assert find("export progress", dialog).value() == 250
    with qtbot.waitSignal(dialog.exported):
        stage.proceed.set()
    outcome = find("export outcome", dialog).text()
    assert outcome == "net.py is written and proven in 1.5 s."
    assert "parameters: 992 = 992" in texts(dialog)
    click(qtbot, find("copy the proof", dialog))
    assert "shapes: 2 equal." in QGuiApplication.clipboard().text()
    (call,) = stage.calls
    assert (call.format, call.target) == ("py", tmp_path / "net.py")
    assert call.options == {"grouped_conv": "fast"}
    assert call.proof_beside is False
    click(qtbot, find("close export", dialog))
    assert not dialog.isVisible()


def test_nothing_moves_when_the_proof_comes(dialog, stage, find, qtbot):
    stage.error = ExportError("A sentence of many words. " * 60, "detail")
    names = "start export", "export target", "close export"

    def seen():
        places = [find(it, dialog).mapTo(dialog, QPoint()) for it in names]
        return dialog.geometry(), places, find("start export", dialog).size()

    before, go = seen(), find("start export", dialog)
    for error in (stage.error, None):
        stage.error = error
        stage.proceed.clear()
        click(qtbot, go)
        assert not go.isVisible()
        assert dialog.geometry() == before[0]
        stage.proceed.set()
        qtbot.waitUntil(go.isVisible)
        assert find("export outcome", dialog).isVisible()
        qtbot.waitUntil(lambda: seen() == before)
    assert not dialog._scroll.verticalScrollBar().isVisible()


def test_a_small_screen_scrolls_the_dialog(dialog, stage, find, qtbot):
    dialog.resize(600, 320)
    stage.proceed.set()
    with qtbot.waitSignal(dialog.exported):
        click(qtbot, find("start export", dialog))
    shown = find("export outcome", dialog)
    assert shown.visibleRegion().boundingRect() == shown.rect()
    line = find("export target", dialog)
    while not line.hasFocus():
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert line.visibleRegion().boundingRect() == line.rect()


def test_format_and_options_are_the_users(dialog, stage, find, qtbot, tmp_path):
    choice = find("option: grouped_conv", dialog)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    click(qtbot, find("store the proof beside the export", dialog))
    stage.proceed.set()
    with qtbot.waitSignal(dialog.exported):
        click(qtbot, find("start export", dialog))
    assert stage.calls[-1].options == {"grouped_conv": "plain"}
    assert stage.calls[-1].proof_beside is True
    click(qtbot, find("format: TensorFlow SavedModel", dialog))
    with qtbot.waitSignal(dialog.exported):
        click(qtbot, find("start export", dialog))
    assert stage.calls[-1].format == "savedmodel"
    assert stage.calls[-1].options == {"grouped_conv": "plain"}
    choice = find("option: grouped_conv", dialog)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.exported):
        click(qtbot, find("start export", dialog))
    assert stage.calls[-1].options == {"grouped_conv": "fast"}


def test_cancel_stops_the_work_and_keeps_the_dialog(dialog, stage, find, qtbot):
    click(qtbot, find("start export", dialog))
    qtbot.waitUntil(stage.started.is_set)
    with qtbot.waitSignal(dialog._jobs.cancelled):
        click(qtbot, find("cancel export", dialog))
    assert find("export outcome", dialog).text() == "Cancelled. Nothing was written."
    assert find("start export", dialog).isEnabled()
    qtbot.waitUntil(lambda: not dialog._jobs.busy)


def test_escape_cancels_before_it_closes(dialog, stage, find, qtbot):
    click(qtbot, find("start export", dialog))
    qtbot.waitUntil(stage.started.is_set)
    with qtbot.waitSignal(dialog._jobs.cancelled):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog._jobs.busy)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_failure_is_one_sentence_with_details(dialog, stage, find, qtbot):
    stage.error = ExportError("TensorFlow is missing.", "ModuleNotFoundError: ...")
    stage.proceed.set()
    with qtbot.waitSignal(dialog._jobs.failed):
        click(qtbot, find("start export", dialog))
    assert find("export outcome", dialog).text() == "TensorFlow is missing."
    click(qtbot, find("copy details", dialog))
    assert QGuiApplication.clipboard().text() == "ModuleNotFoundError: ..."


def test_a_defect_of_ours_does_not_leave_the_dialog_waiting(dialog, stage, find, qtbot):
    stage.error = RuntimeError("surprise")
    stage.proceed.set()
    with qtbot.waitSignal(dialog._jobs.failed):
        click(qtbot, find("start export", dialog))
    assert "surprise" in find("export outcome", dialog).text()
    assert find("start export", dialog).isEnabled()


def test_an_existing_target_is_announced(dialog, find, qtbot, tmp_path):
    (tmp_path / "net.pyx").write_text("")
    assert not dialog.form.replaces.text()
    qtbot.keyClicks(find("export target", dialog), "x")
    assert "takes its place" in dialog.form.replaces.text()


def test_a_folder_with_files_of_the_users_is_announced(dialog, find, qtbot, tmp_path):
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "saved_model.pb").write_text("")
    (tmp_path / "net" / "notes.txt").write_text("")
    line = find("export target", dialog)
    for _ in ".py":
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert "is a folder, and the export is a file" in dialog.form.replaces.text()
    click(qtbot, find("format: TensorFlow SavedModel", dialog))
    assert "holds notes.txt, which no export" in dialog.form.replaces.text()
    assert "such as net-2." in dialog.form.replaces.text()
    (tmp_path / "net" / "notes.txt").unlink()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "t")
    assert "takes its place" in dialog.form.replaces.text()


def test_the_home_of_an_unknown_user_is_left_to_the_export(dialog, find, qtbot, stage):
    find("export target", dialog).clear()
    qtbot.keyClicks(find("export target", dialog), "~no_such_user/net.py")
    click(qtbot, find("start export", dialog))
    qtbot.waitUntil(stage.started.is_set)
    assert stage.calls[0].target.name == "net.py"


def test_tab_goes_down_the_form(dialog, find, qtbot):
    radio = find("format: TensorFlow SavedModel", dialog)
    click(qtbot, radio)
    for name in (
        "option: grouped_conv",
        "export target",
        "browse for the export target",
        "store the proof beside the export",
        "close export",
        "start export",
    ):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget().accessibleName() == name


def test_a_target_is_needed(dialog, find, qtbot, stage):
    find("export target", dialog).clear()
    click(qtbot, find("start export", dialog))
    assert find("export outcome", dialog).text() == "Name a file to export to."
    assert not stage.calls


def test_errors_of_the_design_block_the_export(network, find, qtbot, node):
    network.controller.select((node(network, "grouped_conv"),))
    field = find("groups", network)
    field.selectAll()
    qtbot.keyClicks(field, "3")
    click(qtbot, find("export", network))
    dialog = network.findChild(ExportDialog)
    assert not find("start export", dialog).isEnabled()
    assert any("do not divide into 3 groups" in text for text in texts(dialog))


def test_an_empty_design_says_so(window, find, qtbot):
    click(qtbot, find("export", window))
    dialog = window.findChild(ExportDialog)
    assert "nothing to export" in find("export outcome", dialog).text()


def test_closing_the_window_stops_the_export(dialog, stage, find, qtbot, network):
    click(qtbot, find("start export", dialog))
    qtbot.waitUntil(stage.started.is_set)
    network.jobs.close()
    assert not network.jobs.busy
