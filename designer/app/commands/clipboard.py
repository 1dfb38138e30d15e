"""Commands of the clipboard: cut, copy, paste, duplicate. It holds the text of a design, or a picture."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from designer.app.command import Command, selected
from designer.app.editor.request_handler import called
from designer.app.edits import marks as marking
from designer.app.edits import nodes as editing
from designer.app.text.translation import counted, tr
from designer.app.widgets.design_picture import drawn, image, svg
from designer.app.workbench import Workbench
from designer.canvas.values.theme import LIGHT
from designer.canvas.values.values import Thing
from designer.canvas.values.wire_words import listed
from designer.model import files
from designer.model.edits import Clashes, clashing_definitions
from designer.model.files import FileError


def copy(workbench: Workbench) -> bool:
    """Copy the selection to the clipboard as text."""
    marks = [mark.id for mark in workbench.scene.selected_marks()]
    text = workbench.controller.copied(marks)
    if text:
        QGuiApplication.clipboard().setText(text)
    return bool(text)


def cut(workbench: Workbench) -> None:
    if copy(workbench):
        ids, marks = (
            workbench.controller.state.selection,
            workbench.scene.selected_marks(),
        )
        workbench.controller.apply(
            tr("Cut {nodes}").format(
                nodes=called(workbench.controller.document, _all(workbench))
            ),
            lambda document: (marking.remove(document, ids, (), marks), ()),
        )


def duplicate(workbench: Workbench) -> None:
    things = _all(workbench)
    if things:
        workbench.controller.apply(
            tr("Duplicate {nodes}").format(
                nodes=called(workbench.controller.document, things)
            ),
            lambda document: editing.duplicate(document, marking.ids_of(things)),
        )


def _all(workbench: Workbench) -> tuple[Thing, ...]:
    """The selected nodes, frames and notes."""
    return (*workbench.controller.state.selection, *workbench.scene.selected_marks())


def paste(workbench: Workbench, *, keep_inputs: bool = False) -> None:
    """Paste a copied fragment or a whole design; where block definitions clash, ask which to use."""
    controller = workbench.controller
    try:
        fragment = files.loads(QGuiApplication.clipboard().text())
    except FileError:
        controller.say(
            "The clipboard holds no blocks: copy some on the canvas, or the text of a design file.",
            "warning",
        )
        return
    pointed = workbench.pointed
    at = None if pointed is None else (pointed.x(), pointed.y())

    def add(clashes: Clashes) -> None:
        controller.apply(
            "Paste",
            lambda document: editing.paste(
                document, fragment, at, clashes=clashes, keep_inputs=keep_inputs
            ),
        )

    clashing = clashing_definitions(controller.document, fragment.definitions)
    if clashing:
        _ask_which(workbench, clashing, add)
    else:
        add("refuse")


def copy_picture(workbench: Workbench) -> None:
    """Copy the whole design as a bitmap and as SVG, on a light background."""
    state = workbench.controller.state
    if not state.scene.nodes:
        workbench.controller.say("There is nothing to copy yet.")
        return
    data = QMimeData()
    with drawn(state.scene, LIGHT, workbench.settings_store.settings.view) as picture:
        data.setImageData(image(picture))
        data.setData("image/svg+xml", svg(picture, state.title))
    QGuiApplication.clipboard().setMimeData(data)
    workbench.controller.say("The picture is on the clipboard.", "success")


def _ask_which(
    workbench: Workbench, clashing: Collection[str], add: Callable[[Clashes], object]
) -> None:
    box = QMessageBox(workbench.window)
    box.setAccessibleName(tr("blocks of one name"))
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("Blocks of one name"))
    names = listed(f"“{id}”" for id in clashing)
    box.setText(
        counted(
            len(clashing),
            tr("The block {names} is another one in this design."),
            tr("The blocks {names} are others in this design."),
        ).format(names=names)
    )
    box.setInformativeText(
        tr("What is pasted can use this design's, or bring its own under another name.")
    )
    answers: dict[QPushButton, Clashes] = {
        box.addButton(tr("Bring its own"), QMessageBox.ButtonRole.AcceptRole): "rename",
        box.addButton(
            tr("Use this design's"), QMessageBox.ButtonRole.AcceptRole
        ): "keep",
    }
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(next(iter(answers)))

    def answered(button: QPushButton) -> None:
        if button in answers:
            add(answers[button])

    box.buttonClicked.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()


COMMANDS = (
    Command(
        "cut",
        "Cut",
        cut,
        "mdi6.content-cut",
        ("Ctrl+X",),
        menu="Edit/clipboard",
        context=("node", "several"),
        enabled=selected,
    ),
    Command(
        "copy",
        "Copy",
        copy,
        "mdi6.content-copy",
        ("Ctrl+C",),
        menu="Edit/clipboard",
        context=("node", "several"),
        enabled=selected,
    ),
    Command(
        "paste",
        "Paste",
        paste,
        "mdi6.content-paste",
        ("Ctrl+V",),
        menu="Edit/clipboard",
        context=("ground",),
    ),
    Command(
        "paste_wired",
        "Paste with wires",
        partial(paste, keep_inputs=True),
        "mdi6.clipboard-flow-outline",
        ("Ctrl+Shift+V",),
        "Paste, wired to what the copied nodes were wired to",
        menu="Edit/clipboard",
    ),
    Command(
        "duplicate",
        "Duplicate",
        duplicate,
        "mdi6.content-duplicate",
        ("Ctrl+D",),
        menu="Edit/clipboard",
        context=("node", "several"),
        enabled=selected,
    ),
    Command(
        "copy_picture",
        "Copy as picture",
        copy_picture,
        "mdi6.image-multiple-outline",
        ("Ctrl+Alt+C",),
        "The whole design as PNG and SVG, for documents and slides",
        menu="Edit/clipboard",
    ),
)
