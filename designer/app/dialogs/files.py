"""Opens and saves designs with dialogs that do not block, and asks before unsaved changes are lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from designer.app.dialogs.conflict import ConflictDialog
from designer.app.edits import nodes as editing
from designer.app.session.controller import Controller
from designer.app.session.file_watch import FileWatch
from designer.app.session.state import Notice, State
from designer.app.text.translation import tr
from designer.app.widgets.file_dialog import file_dialog
from designer.canvas.view.view import CanvasView
from designer.model.document import Document
from designer.model.files import ChangedError
from templates import Template, TemplateError

SUFFIX = ".design.json"

Then = Callable[[], object]


class FileActions(QObject):
    """Shows the dialogs, then calls the controller.

    Args:
        view: the canvas; dialogs belong to its window, and new designs are laid out for its shape.
    """

    used = Signal(object)  # a path that was opened or saved to
    missing = Signal(object)  # a path that could not be opened
    offered = Signal(object, str, object)  # Notice, text of its button, what it does
    settled = Signal()  # the last offer is out of date

    def __init__(
        self, controller: Controller, view: CanvasView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller, self._view = controller, view
        self._known: tuple[Path | None, str | None] = (None, None)
        self.watch = FileWatch(controller, self)
        self.watch.found.connect(self.report)
        controller.changed.connect(self._forget)
        self.folder = Path.cwd()

    # Before another design replaces this one

    def guard(self, then: Then) -> None:
        """Continue at once, or after asking what to do with unsaved changes."""
        self._controller.slices.settle()
        state = self._controller.state
        if not state.dirty:
            then()
            return
        box = QMessageBox(self._view.window())
        box.setAccessibleName(tr("unsaved changes"))
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setText(tr("Save the changes to {title}?").format(title=state.title))
        box.setInformativeText(tr("Without saving they are lost."))
        box.setStandardButtons(
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel
        )
        box.setDefaultButton(QMessageBox.StandardButton.Save)
        box.buttonClicked.connect(
            lambda button: self._answered(box.standardButton(button), then)
        )
        box.finished.connect(box.deleteLater)
        box.open()

    def _answered(self, answer: QMessageBox.StandardButton, then: Then) -> None:
        if answer is QMessageBox.StandardButton.Discard:
            then()
        elif answer is QMessageBox.StandardButton.Save:
            self.save(then)

    # Requests of the menu

    def new(self) -> None:
        self.guard(lambda: self._controller.replace_design(Document()))

    def open(self) -> None:
        """Ask for a file and open it."""
        self.guard(self._ask_open)

    def open_path(self, path: Path) -> None:
        """Open a file, after asking about unsaved changes."""
        self.guard(lambda: self.load(path))

    def open_template(self, template: Template, options: dict[str, object]) -> None:
        """Start a design from a template, after asking about unsaved changes."""
        try:
            document = template.document(**options)
        except TemplateError as error:
            self._controller.say(str(error), "error")
            return
        self.guard(lambda: self.begin(document))

    def begin(self, document: Document) -> None:
        """Replace the design by a template's, which has no file and no unsaved changes."""
        controller, shape = self._controller, self.shape()
        laid = editing.laid_out(
            document, controller.blocks, shape, options=controller.options
        )
        self._controller.replace_design(laid)

    def shape(self) -> float:
        """The aspect ratio of the canvas, to which long networks are folded."""
        return self._view.width() / max(self._view.height(), 1)

    def load(self, path: Path) -> bool:
        """Open a file without asking, and report errors."""
        if self._controller.open(path):
            self.folder = path.absolute().parent
            self.used.emit(path)
            return True
        if not path.exists():
            self.missing.emit(path)
        return False

    def save(self, then: Then = lambda: None) -> None:
        """Save to the design's file; the first time, ask where."""
        path = self._controller.state.path
        if path is None:
            self.save_as(then)
        else:
            self._save_to(path, then)

    def save_as(self, then: Then = lambda: None) -> None:
        """Ask where, and save there."""
        state = self._controller.state
        dialog = self._dialog(tr("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        named = state.path.name if state.path else _file_name(state.root.name)
        dialog.selectFile(named)
        dialog.fileSelected.connect(  # which asks before it replaces a file
            lambda text: self._save_to(Path(text), then, overwrite=True)
        )
        dialog.open()

    def _save_to(self, path: Path, then: Then, *, overwrite: bool = False) -> None:
        try:
            saved = self._controller.save(path, overwrite=overwrite)
        except ChangedError:
            self._resolve(path, then)
            return
        if saved:
            self.folder = path.absolute().parent
            self.used.emit(path)
            then()

    # Where another program writes the same file

    def report(self, change: str) -> None:
        """Report what happened to the file, and offer actions."""
        controller = self._controller
        self.settled.emit()
        path = controller.state.path
        if path is None:
            return
        controller.file_is(there=change != "removed")
        if change == "removed":
            self.offered.emit(
                Notice(
                    tr("{file} was removed or renamed by another program.").format(
                        file=path.name
                    ),
                    "warning",
                ),
                tr("Save it again"),
                self.save,
            )
        elif change == "changed" and controller.state.dirty:
            self.offered.emit(
                Notice(
                    tr(
                        "{file} was changed by another program, and is changed here too."
                    ).format(file=path.name),
                    "warning",
                ),
                tr("Resolve…"),
                lambda: self._resolve(path),
            )
        elif change == "changed":
            self.offered.emit(
                Notice(
                    tr("{file} was changed by another program.").format(file=path.name)
                ),
                tr("Reload"),
                controller.reload,
            )

    def _resolve(self, path: Path, then: Then = lambda: None) -> None:
        """Ask which of two versions of a file to keep."""

        def reload() -> None:
            if self._controller.reload():
                then()

        ConflictDialog(
            path,
            self._controller.state.root,
            self._view.canvas.theme,
            self._view.window(),
            overwrite=lambda: self._save_to(path, then, overwrite=True),
            save_as=lambda: self.save_as(then),
            reload=reload,
        ).open()

    def _forget(self, state: State) -> None:
        """Withdraw the notice: the design has another file, or its file has the known content."""
        known = state.path, state.digest
        if known != self._known:
            self._known = known
            self.settled.emit()

    def _ask_open(self) -> None:
        dialog = self._dialog(tr("Open a design"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda text: self.load(Path(text)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = file_dialog(
            self._view.window(), title, self.folder, self._view.canvas.theme
        )
        dialog.setNameFilter(
            tr("Designs (*{suffix});;All files (*)").format(suffix=SUFFIX)
        )
        return dialog


def _file_name(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)
    return f"{kept or 'design'}{SUFFIX}"
