"""The export dialog: what, where to, how far it is, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.export_form import ExportForm
from designer.app.export_jobs import ExportJobs
from designer.app.export_outcome import Outcome, Running
from designer.app.labels import keep_room
from designer.app.state import State
from designer.app.translation import told, tr
from designer.canvas.theme import GRID, Theme
from designer.export.formats import FORMATS, Format
from designer.export.proof import Proof
from designer.export.protocol import Progress


class ExportDialog(QDialog):
    """Orders an export of the design as it stands when the button is pressed.

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
        self.setMinimumWidth(72 * GRID)
        self._state, self._jobs, self._theme = state, jobs, theme
        self._working = False

        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(12)
        self.form = ExportForm(state.title, folder, formats, theme)
        self._column.addWidget(self.form)
        self.running = Running()
        keep_room(self.running)
        self._column.addWidget(self.running)
        self.outcome = Outcome(theme)
        self.outcome.open_folder.connect(self._open_folder)
        self._column.addWidget(self.outcome)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons())

        jobs.progressed.connect(self._progressed)
        jobs.proven.connect(self._proven)
        jobs.failed.connect(self._failed)
        jobs.cancelled.connect(self._cancelled)
        self._block_on_errors()
        self.form.begin()

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
        self.go.clicked.connect(self._start)
        keep_room(self.go)  # a second click does not meet another button
        row = QHBoxLayout()
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
                    f"{nodes[e.node].name}: {told(e.message)}"
                    if e.node in nodes
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

    def _fit(self) -> None:
        """As high as what it shows now; wrapped text tells a dialog too late."""
        self._column.activate()
        high = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), high))

    # The work

    def _start(self) -> None:
        order = self.form.order(self._state.root_analysis)
        if order is None:
            self.outcome.fail(tr("Name a file to export to."), "")
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
        self._fit()

    def _leave(self) -> None:
        """Let the export go on without the dialog."""
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
        self._fit()
        self.go.setText(tr("Export again"))
        self.stop.setFocus()
        self.exported.emit(proof)

    def _failed(self, sentence: str, detail: str) -> None:
        if not self._working:
            return  # another's
        self._set_busy(False)
        self.outcome.fail(sentence, detail)
        self._fit()

    def _cancelled(self) -> None:
        if not self._working:
            return  # another's
        self._set_busy(False)
        self.outcome.say(tr("Cancelled. Nothing was written."))
        self._fit()

    def reject(self) -> None:
        """Escape and the close button: first they cancel what is going on."""
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
