"""Printing: the dialog, and what comes out."""

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from designer.app.picture import drawn
from designer.app.printing import print_on, turn
from designer.canvas.options import DEFAULT
from designer.canvas.theme import LIGHT


def test_one_page_as_wide_as_the_design(network, tmp_path):
    picture = drawn(network.controller.state.scene, LIGHT, DEFAULT)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "design.pdf"))
    turn(printer, picture)
    layout = printer.pageLayout()
    assert layout.orientation() is QPageLayout.Orientation.Portrait  # a column
    print_on(printer, picture)
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
