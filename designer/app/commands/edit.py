"""Commands for history and selection."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.session.state import State
from designer.app.text.translation import later, tr
from designer.app.workbench import Workbench


def delete(workbench: Workbench) -> None:
    workbench.scene.delete_selected()


def select_all(workbench: Workbench) -> None:
    workbench.controller.select(workbench.controller.document.nodes)


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


def settings(workbench: Workbench) -> None:
    """Show the settings dialog."""
    from designer.app.dialogs.settings import SettingsDialog

    SettingsDialog(workbench.settings_store, workbench.window).show()


COMMANDS = (
    Command(
        "undo",
        "Undo",
        lambda workbench: workbench.controller.undo(),
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
        lambda workbench: workbench.controller.redo(),
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
