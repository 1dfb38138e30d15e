"""Renames, removes and keeps blocks that the user has made."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMessageBox

from designer.app.dialogs.rename_block import RenameDialog
from designer.app.text.translation import tr
from designer.app.workbench import Workbench
from designer.model.document import Document
from designer.model.edits import remove_definition, rename_definition
from designer.model.files import FileError


def look_inside(workbench: Workbench, block: str) -> None:
    """Enter the first use of a block on the canvas."""
    controller = workbench.controller
    use = next((node.id for node in controller.document if node.block == block), None)
    if use is None:
        controller.say(
            tr("“{block}” is not used here: add one, then look inside.").format(
                block=controller.title_of(block)
            )
        )
    else:
        controller.enter(use)


def rename(workbench: Workbench, block: str) -> None:
    """Ask for another title and name, and apply them to every use of the block."""
    controller = workbench.controller
    title = controller.document.definitions[block].title

    def edit(name: str, title: str, document: Document) -> Document:
        return rename_definition(
            document, block, name, title=title, catalog=controller.signatures
        )

    def try_out(name: str, title: str) -> str | None:
        return controller.refusal_of(partial(edit, name, title))

    dialog = RenameDialog(
        title,
        block,
        try_out,
        lambda name, title: controller.apply(
            f"Rename {block}", partial(edit, name, title)
        ),
        workbench.window,
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def remove(workbench: Workbench, block: str) -> None:
    """Remove an unused block from the design."""
    workbench.controller.apply(
        f"Remove the block {block}",
        lambda document: remove_definition(document, block),
    )


def keep(workbench: Workbench, block: str) -> None:
    """Save a block of the design to the user's own; ask before it replaces another."""
    controller = workbench.controller
    if not controller.own_blocks.has_other(controller.document, block):
        _keep(workbench, block)
        return
    box = QMessageBox(workbench.window)
    box.setAccessibleName(tr("replace my block"))
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("My blocks"))
    box.setText(tr("You have another block “{block}”.").format(block=block))
    box.setInformativeText(
        tr("Replacing it changes no design: each has its own copy of what it uses.")
    )
    replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)

    def answered(button: object) -> None:
        if button is replace:
            _keep(workbench, block)

    box.buttonClicked.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()


def _keep(workbench: Workbench, block: str) -> None:
    controller = workbench.controller
    try:
        path = controller.own_blocks.save(controller.document, block)
    except FileError as error:
        controller.say(str(error), "error")
        return
    controller.say(tr("Saved to {path}.").format(path=path), "success")


def forget(workbench: Workbench, block: str) -> None:
    """Remove a block from the user's own; designs that use it keep it."""
    try:
        workbench.controller.own_blocks.remove(block)
    except OSError as error:
        workbench.controller.say(
            tr("“{block}” cannot be removed: {reason}").format(
                block=block, reason=error.strerror
            ),
            "error",
        )
