"""The export dialog: what, where to, how far it is, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.export_jobs import ExportJobs, Order
from designer.app.export_outcome import Outcome, Running
from designer.app.inspector.editors import Choice, Switch
from designer.app.inspector.parts import plain
from designer.app.state import State
from designer.canvas.theme import GRID, Theme
from designer.export.formats import FORMATS, Format
from designer.export.proof import Proof
from designer.export.protocol import Progress

# What formats' options are called here; one that is not listed keeps its own name.
OPTIONS = {"grouped_conv": "Grouped convolutions"}
CHOICES = {
    ("grouped_conv", "fast"): "GroupedConv2D, fast to train on a CPU",
    ("grouped_conv", "plain"): "Plain Conv2D(groups=...)",
}


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
        self.setWindowTitle("Export")
        self.setAccessibleName("export")
        self.setMinimumWidth(72 * GRID)
        self._state, self._jobs, self._theme = state, jobs, theme
        self._formats, self._folder = formats, folder
        self._named = False  # whether the user gave the target a name of their own
        self._radios: dict[str, QRadioButton] = {}
        self._options: dict[str, Choice] = {}

        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(12)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(plain(f"Export {state.document.name}", "title"))
        form.addLayout(self._format_choice())
        self._option_grid = QGridLayout()
        self._option_grid.setColumnStretch(1, 1)
        self._option_grid.setHorizontalSpacing(12)
        form.addLayout(self._option_grid)
        form.addWidget(plain("SAVE AS", "section"))
        form.addLayout(self._target_row())
        self.replaces = plain("", "small", wrap=True)
        form.addWidget(self.replaces)
        self.beside = Switch()
        self.beside.setText("Store the proof beside it")
        self.beside.setAccessibleName("store the proof beside the export")
        form.addWidget(self.beside)
        self._column.addWidget(self._form)
        self.running = Running()
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
        self._choose(next(iter(formats)))
        self._block_on_errors()
        self.target.setFocus()
        self.target.selectAll()

    # The form

    def _format_choice(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for id, form in self._formats.items():
            radio = QRadioButton(form.title)
            radio.setAccessibleName(f"format: {form.title}")
            radio.setAccessibleDescription(form.description)
            radio.clicked.connect(lambda _=False, id=id: self._choose(id))
            words = plain(form.description, "muted", wrap=True)
            words.setContentsMargins(24, 0, 0, 0)
            column.addWidget(radio)
            column.addWidget(words)
            self._radios[id] = radio
        return column

    def _target_row(self) -> QHBoxLayout:
        self.target = QLineEdit()
        self.target.setAccessibleName("export target")
        self.target.textEdited.connect(self._name_target)
        self.target.textChanged.connect(self._say_what_is_replaced)
        browse = QPushButton("Browse…")
        browse.setAccessibleName("browse for the export target")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(browse)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.stop = QPushButton("Close")
        self.stop.setAccessibleName("close export")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.reject)
        self.go = QPushButton("Export")
        self.go.setAccessibleName("start export")
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        row.addWidget(self.go)
        return row

    @property
    def format(self) -> Format:
        """The chosen format."""
        return next(
            self._formats[id] for id, r in self._radios.items() if r.isChecked()
        )

    def _choose(self, id: str) -> None:
        self._radios[id].setChecked(True)
        form = self._formats[id]
        while self._option_grid.count():
            item = self._option_grid.takeAt(0)
            if item.widget():
                item.widget().deleteLater()
        self._options = {}
        for row, (name, choices) in enumerate(form.options.items()):
            called = OPTIONS.get(name, name.replace("_", " ").capitalize())
            choice = Choice()
            choice.setAccessibleName(f"option: {name}")
            for value in choices:
                choice.addItem(CHOICES.get((name, value), value), value)
            self._option_grid.addWidget(plain(called), row, 0)
            self._option_grid.addWidget(choice, row, 1)
            self._options[name] = choice
        if not self._named:
            self.target.setText(str(self._folder / f"{self._stem()}{form.suffix}"))
        self._say_what_is_replaced()

    def _stem(self) -> str:
        name = self._state.title.removesuffix(".json").removesuffix(".design")
        kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)
        return kept or "network"

    def _name_target(self) -> None:
        self._named = True

    def _browse(self) -> None:
        form = self.format
        dialog = QFileDialog(self, "Export to", str(Path(self.target.text()).parent))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # said below the path
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if form.suffix:
            dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.selectFile(Path(self.target.text()).name)
        dialog.fileSelected.connect(self._browsed)
        dialog.open()

    def _browsed(self, path: str) -> None:
        self._named = True
        self.target.setText(path)

    def _say_what_is_replaced(self) -> None:
        text = self.target.text().strip()
        there = bool(text) and Path(text).expanduser().exists()
        self.replaces.setText(
            "Something of that name is there; a proven export takes its place."
            if there
            else ""
        )
        self.replaces.setVisible(there)

    def _block_on_errors(self) -> None:
        errors = self._state.analysis.errors
        empty = not self._state.document.nodes
        if empty:
            self.outcome.refuse("There is nothing to export yet: add some blocks.", ())
        elif errors:
            nodes = self._state.document.nodes
            self.outcome.refuse(
                "The design has errors; mend these first:",
                [
                    f"{nodes[e.node].name}: {e.message}"
                    if e.node in nodes
                    else e.message
                    for e in errors
                ],
            )
        self.go.setEnabled(not errors and not empty)

    def _fit(self) -> None:
        """As high as what it shows now; wrapped text tells a dialog too late."""
        self._column.activate()
        high = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), high))

    # The work

    def _start(self) -> None:
        text = self.target.text().strip()
        if not text:
            self.outcome.fail("Name a file to export to.", "")
            self.target.setFocus()
            return
        order = Order(
            self._state.analysis,
            self.format.id,
            Path(text).expanduser().absolute(),
            {name: choice.currentData() for name, choice in self._options.items()},
            self.beside.isChecked(),
        )
        self._target = order.target
        self.outcome.clear()
        self.running.begin()
        self._set_busy(True)
        self._jobs.start(order)

    def _set_busy(self, busy: bool) -> None:
        self._form.setEnabled(not busy)
        self.go.setVisible(not busy)
        self.stop.setText("Cancel" if busy else "Close")
        self.stop.setAccessibleName("cancel export" if busy else "close export")
        self.stop.setEnabled(True)
        if busy:
            self.stop.setFocus()
        else:
            self.running.hide()
        self._fit()

    def _progressed(self, progress: Progress) -> None:
        self.running.show_progress(progress)

    def _proven(self, proof: Proof) -> None:
        self._set_busy(False)
        self.outcome.succeed(proof)
        self._say_what_is_replaced()
        self._fit()
        self.go.setText("Export again")
        self.stop.setFocus()
        self.exported.emit(proof)

    def _failed(self, sentence: str, detail: str) -> None:
        self._set_busy(False)
        self.outcome.fail(sentence, detail)
        self._fit()

    def _cancelled(self) -> None:
        self._set_busy(False)
        self.outcome.say("Cancelled. Nothing was written.")
        self._fit()

    def reject(self) -> None:
        """Escape and the close button: first they cancel what is going on."""
        if self._jobs.busy:
            self.stop.setEnabled(False)
            self.running.say("Cancelling")
            self._jobs.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._jobs.busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))
