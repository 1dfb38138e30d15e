"""History and selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.app.commands import Command
from designer.app.state import State
from designer.app.translation import later, tr

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def delete(window: MainWindow) -> None:
    window.scene.delete_selected()


def select_all(window: MainWindow) -> None:
    window.controller.select(window.controller.document.nodes)


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


def settings(window: MainWindow) -> None:
    """The page of settings."""
    from designer.app.settings_dialog import SettingsDialog

    SettingsDialog(window.memory, window).show()


COMMANDS = (
    Command(
        "undo",
        "Undo",
        lambda window: window.controller.undo(),
        "mdi6.undo",
        ("Ctrl+Z",),
        menu="Edit/history",
        enabled=lambda state: state.undo_label is not None,
        needs=later("There is nothing to undo"),
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
        needs=later("There is nothing to redo"),
        label=_redo,
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
    Command(
        "settings",
        "Settings…",
        settings,
        "mdi6.cog-outline",
        ("Ctrl+,",),
        "Theme, language, units, saving, the canvas",
        menu="Edit/settings",
    ),
)
