"""The export dialog: format, target, progress, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer.app.dialogs.export.form import ExportForm
from designer.app.dialogs.export.outcome import Outcome, Running
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.state import State
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import keep_room
from designer.app.widgets.scrolled import fit_screen, scrolled
from designer.canvas.values.theme import GRID, Theme
from designer.export.definition import Format
from designer.export.formats import FORMATS
from designer.export.process.protocol import Progress
from designer.export.proof import Proof

WIDTH = 72 * GRID
END_HEIGHT = 34 * GRID  # height of the progress, or of a proof of a SavedModel


class ExportDialog(QDialog):
    """Exports the design as it is when the button is pressed.

    Args:
        jobs: does the work; lives longer than the dialog.
        folder: where targets go as long as the user names no other place.
    """

    exported = Signal(object)  # Proof

    def __init__(
        self,
        state: State,
        jobs: ExportJobs,
        folder: Path,
        theme: Theme,
        parent: QWidget | None = None,
        formats: Mapping[str, Format] = FORMATS,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setAccessibleName(tr("export"))
        self._state, self._jobs, self._theme = state, jobs, theme
        self._working = False

        self.form = ExportForm(state.title, folder, formats, theme)
        self.running = Running()
        self.outcome = Outcome(theme)
        self.outcome.open_folder.connect(self._open_folder)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        self._end = self._end_area()
        column.addWidget(self._end)
        self._scroll = scrolled(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24 - 2 * GRID, 24)
        whole.setSpacing(12)
        whole.addWidget(self._scroll)
        whole.addLayout(self._buttons())

        jobs.progressed.connect(self._progressed)
        jobs.proven.connect(self._proven)
        jobs.failed.connect(self._failed)
        jobs.cancelled.connect(self._cancelled)
        self._block_on_errors()
        self.form.begin()
        self.ensurePolished()  # sizes depend on the style sheet's fonts
        whole.activate()
        margins = whole.contentsMargins()
        wide = WIDTH - margins.left() - margins.right()
        inner = max(column.totalHeightForWidth(wide), column.totalSizeHint().height())
        others = whole.totalSizeHint().height() - self._scroll.sizeHint().height()
        # Buttons of other styles are a few pixels higher.
        fit_screen(self, QSize(WIDTH, inner + others + GRID))

    def _end_area(self) -> QScrollArea:
        """The area of progress and outcome, of constant height, so that nothing moves when they appear."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.running)
        column.addWidget(self.outcome)
        column.addStretch(1)
        area = scrolled(content)
        area.setFixedHeight(END_HEIGHT)
        return area

    def _buttons(self) -> QHBoxLayout:
        self.stop = QPushButton(tr("Close"))
        self.stop.setAccessibleName(tr("close export"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.reject)
        self.behind = QPushButton(tr("In the background"))
        self.behind.setAccessibleName(tr("export in the background"))
        self.behind.setToolTip(tr("Go on working; the task list shows how far it is"))
        self.behind.setAutoDefault(False)
        self.behind.hide()
        self.behind.clicked.connect(self._leave)
        self.go = QPushButton(tr("Export"))
        self.go.setAccessibleName(tr("start export"))
        self.go.setDefault(True)
        self.go.ensurePolished()
        wide = self.go.fontMetrics().horizontalAdvance
        more = wide(tr("Export again")) - wide(self.go.text())
        self.go.setMinimumWidth(self.go.sizeHint().width() + max(more, 0))
        self.go.clicked.connect(self._start)
        keep_room(self.go)  # a second click does not hit another button
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 2 * GRID, 0)
        row.addStretch(1)
        row.addWidget(self.behind)
        row.addWidget(self.stop)
        row.addWidget(self.go)
        return row

    def _block_on_errors(self) -> None:
        errors = self._state.root_analysis.errors
        empty = not self._state.root.nodes
        if empty:
            self.outcome.refuse(
                tr("There is nothing to export yet: add some blocks."), ()
            )
        elif errors:
            nodes = self._state.root.nodes
            self.outcome.refuse(
                tr("The design has errors; mend these first:"),
                [
                    f"{node.name}: {told(e.message)}"
                    if (node := nodes.get(e.node or ""))
                    else told(e.message)
                    for e in errors
                ],
            )
        elif self._jobs.busy:
            self.outcome.refuse(
                tr("Another export is on its way; the task list shows how far it is."),
                (),
            )
        self.go.setEnabled(not errors and not empty and not self._jobs.busy)

    def _show_end(self) -> None:
        """Scroll to the outcome, where the screen is too small for the whole dialog."""
        self._end.verticalScrollBar().setValue(0)
        self._scroll.verticalScrollBar().setValue(self._end.y())

    # The work

    def _start(self) -> None:
        order = self.form.order(self._state.root_analysis)
        if order is None:
            self.outcome.fail(tr("Name a file to export to."), "")
            self._show_end()
            self.form.begin()
            return
        self._target = order.target
        self.outcome.clear()
        self.running.begin()
        self._set_busy(True)
        self._jobs.start(order)

    def _set_busy(self, busy: bool) -> None:
        self._working = busy
        self.form.setEnabled(not busy)
        self.go.setVisible(not busy)
        self.behind.setVisible(busy)
        self.stop.setText(tr("Cancel") if busy else tr("Close"))
        self.stop.setAccessibleName(tr("cancel export") if busy else tr("close export"))
        self.stop.setEnabled(True)
        if busy:
            self.stop.setFocus()
        else:
            self.running.hide()
        self._show_end()

    def _leave(self) -> None:
        """Close the dialog while the export continues."""
        self._working = False
        super().reject()

    def _progressed(self, progress: Progress) -> None:
        self.running.show_progress(progress)

    def _proven(self, proof: Proof) -> None:
        if not self._working:
            return  # another's
        self._set_busy(False)
        self.outcome.succeed(proof)
        self.form.say_what_is_replaced()
        self._show_end()
        self.go.setText(tr("Export again"))
        self.stop.setFocus()
        self.exported.emit(proof)

    def _failed(self, sentence: str, detail: str) -> None:
        if not self._working:
            return  # another's
        self._set_busy(False)
        self.outcome.fail(sentence, detail)
        self._show_end()

    def _cancelled(self) -> None:
        if not self._working:
            return  # another's
        self._set_busy(False)
        self.outcome.say(tr("Cancelled. Nothing was written."))
        self._show_end()

    def reject(self) -> None:
        """Escape and the close button: they cancel a running export first."""
        if self._working:
            self.stop.setEnabled(False)
            self.running.say(tr("Cancelling"))
            self._jobs.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))
