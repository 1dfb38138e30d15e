"""The commands as QActions of a window, and the menu bar and context menus made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from designer.app.command import Command, commands, in_groups, menu_titles
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import button_text
from designer.app.workbench import Workbench
from designer.canvas.values.theme import Theme

# In a context menu, actions of the item come before actions of the window.
_CONTEXT_ORDER = ("Block", "Edit", "View")


class Actions(dict[str, QAction]):
    """An action for every command, by its id."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__()
        self._workbench, self._window = workbench, window
        for command in commands().values():
            action = QAction(tr(command.text), window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setAutoRepeat(command.repeats)
            action.setCheckable(command.checked is not None)
            if command.on_canvas:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                workbench.view.addAction(action)
            else:
                window.addAction(action)
            action.triggered.connect(partial(self._run, command))
            self[command.id] = action
            self._tell(command, tr(command.text))

    def _run(self, command: Command, checked: bool = False) -> None:
        # A menu closes before it triggers: this is a shortcut, but the keys are for what is open.
        if QApplication.activePopupWidget() is None:
            command.run(self._workbench)
        self.show_state(self._workbench.controller.state)

    def show_state(self, state: State) -> None:
        """Update which actions are enabled, their texts, and which are checked."""
        for command in commands().values():
            action = self[command.id]
            action.setEnabled(command.enabled(state))
            if command.checked is not None:
                action.setChecked(command.checked(self._workbench))
            if command.label is not None:
                self._tell(command, command.label(state), button_text)

    def _tell(
        self, command: Command, text: str, written: Callable[[str], str] = str
    ) -> None:
        """Set the text of an action; the tooltip adds the keys.

        Args:
            written: makes the menu's text of it, where it contains user text.
        """
        action = self[command.id]
        if action.text() == written(text) and action.toolTip() != text:
            return
        action.setText(written(text))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        said = tr(command.tip) if command.tip else text.rstrip("…")
        action.setToolTip(f"{said} ({keys})" if keys else said)

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        for command in commands().values():
            if command.icon:
                self[command.id].setIcon(icon(command.icon, theme))

    def fill_menus(self) -> dict[str, QMenu]:
        """Fill the menu bar; returns its menus and submenus by their English title."""
        menus: dict[str, QMenu] = {}
        bar = self._window.menuBar()
        for title in menu_titles():
            menu = menus[title] = bar.addMenu(f"&{tr(title)}")
            for group, found in in_groups(title):
                if group.startswith(">"):
                    menus[group[1:]] = menu.addMenu(tr(group[1:]))
                    continue
                if menu.actions() and found:
                    menu.addSeparator()
                self._fill(menu, found, menus)
        return menus

    def _fill(
        self, menu: QMenu, found: Iterable[Command], menus: dict[str, QMenu]
    ) -> None:
        for command in found:
            below = "".join(command.menu.split("/")[2:])
            if below and below not in menus:
                menus[below] = menu.addMenu(tr(below))
            (menus[below] if below else menu).addAction(self[command.id])

    def context_menu(self, kinds: Sequence[str]) -> QMenu:
        """Make the context menu of an item of these kinds."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = menu_titles()
        order = [*_CONTEXT_ORDER, *(t for t in titles if t not in _CONTEXT_ORDER)]
        for title in order:
            for _, found in in_groups(title):
                here = [c for c in found if set(kinds) & set(c.context)]
                if menu.actions() and here:
                    menu.addSeparator()
                for command in here:
                    menu.addAction(self[command.id])
        return menu
