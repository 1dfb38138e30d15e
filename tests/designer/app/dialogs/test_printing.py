"""Printing: the dialog and the printed page."""

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from designer.app.dialogs.printing import print_on, turn
from designer.app.widgets.design_picture import drawn
from designer.canvas.values.options import DEFAULT
from designer.canvas.values.theme import LIGHT


def test_one_page_as_wide_as_the_design(network, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "design.pdf"))
    with drawn(network.controller.state.scene, LIGHT, DEFAULT) as picture:
        turn(printer, picture)
        print_on(printer, picture)
    layout = printer.pageLayout()
    assert layout.orientation() is QPageLayout.Orientation.Portrait  # a column
    pdf = (tmp_path / "design.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1


def test_nothing_is_not_printed(window, find):
    window.actions_by_id["print"].trigger()
    assert "nothing to print" in find("message", window).text()


def test_the_dialog_opens_and_can_be_left(network, find):
    network.actions_by_id["print"].trigger()
    dialog = find("print the design")
    dialog.reject()
    assert network.isEnabled()


@pytest.mark.qt_log_ignore("QPainter::", "QPdf")  # Qt's own remarks on it
def test_a_file_that_cannot_be_written_is_one_sentence(network, find, tmp_path):
    network.actions_by_id["print"].trigger()
    dialog = find("print the design")
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "gone" / "design.pdf"))
    QDialog.accept(dialog)
    assert "Nothing was printed" in find("message", network).text()
