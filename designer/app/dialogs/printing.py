"""Prints a design on paper or to a PDF file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from designer.app.session.state import Kind, State
from designer.app.text.translation import tr
from designer.app.widgets.design_picture import drawn, extent
from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import LIGHT


def ask_to_print(
    state: State, view: ViewOptions, parent: QWidget, say: Callable[[str, Kind], None]
) -> None:
    """Show the print dialog, and print when it is accepted."""
    if not state.scene.nodes:
        say(tr("There is nothing to print yet."), "info")
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(state.title)
    with drawn(state.scene, LIGHT, view) as picture:
        turn(printer, picture)

    def put() -> None:
        with drawn(state.scene, LIGHT, view) as picture:
            printed = print_on(printer, picture)
        if not printed:
            say(
                tr(
                    "Nothing was printed: the printer or the file cannot be written to."
                ),
                "error",
            )

    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print the design"))
    dialog.setAccessibleName(tr("print the design"))
    dialog.accepted.connect(put)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own `open` wants a slot


def turn(printer: QPrinter, picture: NetworkPicture) -> None:
    """Set the page's orientation to the picture's."""
    bounds = extent(picture)
    wide = bounds.width() > bounds.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )


def print_on(printer: QPrinter, picture: NetworkPicture) -> bool:
    """The whole picture on one page, no larger than on the screen; returns whether the printer took it."""
    bounds = extent(picture)
    page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    page.moveTo(0, 0)
    screen_dots = printer.resolution() / 96
    scale = min(
        page.width() / bounds.width(), page.height() / bounds.height(), screen_dots
    )
    target = QRectF(0, 0, bounds.width() * scale, bounds.height() * scale)
    target.moveCenter(page.center())
    with QPainter() as painter:
        if not painter.begin(printer):
            return False
        picture.render(painter, target, bounds)
    return True
