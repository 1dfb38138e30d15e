"""Every command of the window, once: menus, tool bar and the shortcuts page are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from designer.app.look import icon
from designer.canvas.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """A command. With `on_canvas` its keys work while the canvas has the focus, and are letters elsewhere."""

    id: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    on_canvas: bool = False


COMMANDS = (
    Command("new", "New", "mdi6.file-outline", ("Ctrl+N",), "An empty design"),
    Command(
        "new_from_template",
        "New from template…",
        "mdi6.view-grid-plus-outline",
        ("Ctrl+Shift+N",),
        "Begin from a published network",
    ),
    Command("gallery", "Gallery…", tip="All templates as cards and as a chart"),
    Command("open", "Open…", "mdi6.folder-open-outline", ("Ctrl+O",), "Open a design"),
    Command(
        "save", "Save", "mdi6.content-save-outline", ("Ctrl+S",), "Save the design"
    ),
    Command("save_as", "Save as…", "", ("Ctrl+Shift+S",)),
    Command(
        "export",
        "Export…",
        "mdi6.export-variant",
        ("Ctrl+Shift+E",),  # Ctrl+E ends a line in a field
        "Take away code or a model, proven to run",
    ),
    Command("quit", "Quit", "", ("Ctrl+Q",)),
    Command("undo", "Undo", "mdi6.undo", ("Ctrl+Z",)),
    Command("redo", "Redo", "mdi6.redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("cut", "Cut", "mdi6.content-cut", ("Ctrl+X",)),
    Command("copy", "Copy", "mdi6.content-copy", ("Ctrl+C",)),
    Command("paste", "Paste", "mdi6.content-paste", ("Ctrl+V",)),
    Command("duplicate", "Duplicate", "mdi6.content-duplicate", ("Ctrl+D",)),
    Command("delete", "Delete", "mdi6.delete-outline", ("Del",), on_canvas=True),
    Command("select_all", "Select all", "mdi6.select-all", ("Ctrl+A",)),
    Command(
        "add",
        "Add a block…",
        "mdi6.plus",
        ("Shift+A",),
        "Find a block and place it; Tab does the same",
        on_canvas=True,
    ),
    Command(
        "arrange",
        "Arrange",
        "mdi6.file-tree-outline",
        ("Ctrl+L",),
        "Lay out all nodes, or those selected",
    ),
    Command("zoom_in", "Zoom in", "mdi6.magnify-plus-outline", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "Zoom out", "mdi6.magnify-minus-outline", ("Ctrl+-",)),
    Command(
        "zoom_reset",
        "Actual size",
        "mdi6.numeric-1-box-outline",
        ("1",),
        on_canvas=True,
    ),
    Command(
        "fit",
        "Fit the network",
        "mdi6.fit-to-page-outline",
        ("Home",),
        "Show the whole network",
        on_canvas=True,
    ),
    Command(
        "fit_selection",
        "Fit the selection",
        "mdi6.image-filter-center-focus",
        ("F",),
        on_canvas=True,
    ),
    Command("search", "Search blocks", "mdi6.magnify", ("Ctrl+F",)),
    Command("next_problem", "Next problem", "mdi6.alert-circle-outline", ("F8",)),
    Command("shortcuts", "Keyboard and mouse", "mdi6.keyboard-outline", ("F1",)),
    Command("about", "About Channelwise", "mdi6.information-outline"),
)

MENUS: Mapping[str, tuple[str, ...]] = {
    "File": (
        "new",
        "new_from_template",
        "open",
        ">Open recent",
        "",
        "save",
        "save_as",
        "",
        "export",
        "",
        "quit",
    ),
    "Edit": (
        "undo",
        "redo",
        "",
        "cut",
        "copy",
        "paste",
        "duplicate",
        "delete",
        "",
        "select_all",
        "add",
        "search",
        "",
        "arrange",
    ),
    "View": (
        "zoom_in",
        "zoom_out",
        "zoom_reset",
        "",
        "fit",
        "fit_selection",
        "",
        ">Theme",
        ">Panels",
        "",
        "next_problem",
    ),
    "Templates": ("gallery", ""),
    "Help": ("shortcuts", "about"),
}

TOOLS = (
    "new",
    "new_from_template",
    "open",
    "save",
    "",
    "undo",
    "redo",
    "",
    "add",
    "arrange",
    "",
    "zoom_out",
    "zoom_in",
    "fit",
)


class Actions(dict[str, QAction]):
    """The commands as actions of a window.

    Args:
        handlers: what each does, by its id.
        canvas: where the keys of `on_canvas` work.
    """

    def __init__(
        self,
        window: QMainWindow,
        canvas: QWidget,
        handlers: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        for command in COMMANDS:
            action = QAction(command.text, window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            if command.on_canvas:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                canvas.addAction(action)
            action.triggered.connect(_call(handlers[command.id]))
            self[command.id] = action
            self.tell(command.id)

    def tell(self, id: str, text: str = "") -> None:
        """Set what an action is called now; the tooltip follows with the keys."""
        command = next(c for c in COMMANDS if c.id == id)
        action = self[id]
        action.setText(text or command.text)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        said = command.tip or (text or command.text).rstrip("…")
        action.setToolTip(f"{said} ({keys})" if keys else said)

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        for command in COMMANDS:
            if command.icon:
                self[command.id].setIcon(icon(command.icon, theme))

    def fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        """The menu bar; returns its menus, and those below that others fill, by title."""
        menus: dict[str, QMenu] = {}
        for title, entries in MENUS.items():
            menu = menus[title] = window.menuBar().addMenu(f"&{title}")
            for entry in entries:
                if entry.startswith(">"):
                    menus[entry[1:]] = menu.addMenu(entry[1:])
                elif entry:
                    menu.addAction(self[entry])
                else:
                    menu.addSeparator()
        return menus

    def tool_bar(self, window: QMainWindow) -> QToolBar:
        """The slim bar of icons; Export, where most work ends, has its name."""
        bar = QToolBar("Tools", window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for id in TOOLS:
            if id:
                bar.addAction(self[id])
                name = self[id].text().rstrip("…")
                bar.widgetForAction(self[id]).setAccessibleName(name)
            else:
                bar.addSeparator()
        window.addToolBar(bar)
        return bar


def choices(
    menu: QMenu, texts: Mapping[str, str], chosen: Callable[[str], object]
) -> dict[str, QAction]:
    """Entries of which one is checked."""
    group = QActionGroup(menu)
    made = {}
    for key, text in texts.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda _=False, key=key: chosen(key))
        made[key] = action
    return made


def _call(handler: Callable[[], object]) -> Callable[[], None]:
    """A slot without the argument that `triggered` brings."""

    def slot() -> None:
        handler()

    return slot


def keys_text(command: Command) -> Sequence[str]:
    """Its keys as this platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(keys).toString(native) for keys in command.keys]
