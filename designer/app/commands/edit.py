"""History, clipboard and selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from designer.app import editing
from designer.app.commands import Command, selected
from designer.app.state import State
from designer.app.translation import tr

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def copy(window: MainWindow) -> bool:
    """The selected nodes as text on the clipboard."""
    text = window.controller.copied()
    if text:
        QGuiApplication.clipboard().setText(text)
    return bool(text)


def cut(window: MainWindow) -> None:
    if copy(window):
        ids = window.controller.state.selection
        window.controller.apply(
            tr("Cut {nodes}").format(nodes=_count(window, ids)),
            lambda document: editing.delete(document, ids, heal=True),
        )


def paste(window: MainWindow) -> None:
    window.controller.paste(QGuiApplication.clipboard().text())


def duplicate(window: MainWindow) -> None:
    ids = window.controller.state.selection
    if ids:
        window.controller.apply(
            tr("Duplicate {nodes}").format(nodes=_count(window, ids)),
            lambda document: editing.duplicate(document, ids),
        )


def delete(window: MainWindow) -> None:
    window.scene.delete_selected()


def select_all(window: MainWindow) -> None:
    window.controller.select(window.controller.document.nodes)


def _count(window: MainWindow, ids: tuple[str, ...]) -> str:
    if len(ids) == 1:
        return window.controller.document.nodes[ids[0]].name
    return tr("{count} nodes").format(count=len(ids))


def _undo(state: State) -> str:
    if state.undo_label is None:
        return tr("Undo")
    return tr("Undo {step}").format(step=_lowered(state.undo_label))


def _redo(state: State) -> str:
    if state.redo_label is None:
        return tr("Redo")
    return tr("Redo {step}").format(step=_lowered(state.redo_label))


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


COMMANDS = (
    Command(
        "undo",
        "Undo",
        lambda window: window.controller.undo(),
        "mdi6.undo",
        ("Ctrl+Z",),
        menu="Edit/history",
        enabled=lambda state: state.undo_label is not None,
        label=_undo,
    ),
    Command(
        "redo",
        "Redo",
        lambda window: window.controller.redo(),
        "mdi6.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        menu="Edit/history",
        enabled=lambda state: state.redo_label is not None,
        label=_redo,
    ),
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
        "delete",
        "Delete",
        delete,
        "mdi6.delete-outline",
        ("Del",),
        on_canvas=True,
        menu="Edit/clipboard",
        context=("node", "several", "wire"),
    ),
    Command(
        "select_all",
        "Select all",
        select_all,
        "mdi6.select-all",
        ("Ctrl+A",),
        menu="Edit/select",
        context=("ground",),
    ),
)
