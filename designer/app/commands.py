"""What each command of the window does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from designer.app import editing, help_pages
from designer.canvas.geometry import node_sizes
from designer.layout import arrange
from designer.model.edits import move_nodes

if TYPE_CHECKING:
    from designer.app.window import MainWindow


class Commands:
    """The commands of one window, by the ids of `designer.app.actions.COMMANDS`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._controller = window.controller
        self._last_problem = -1

    @property
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        window, files, view = self._window, self._window.files, self._window.view
        return {
            "new": files.new,
            "new_from_template": window.gallery.show,
            "gallery": window.gallery.show,
            "open": files.open,
            "save": files.save,
            "save_as": files.save_as,
            "export": window.export,
            "quit": window.close,
            "undo": self._controller.undo,
            "redo": self._controller.redo,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "select_all": self.select_all,
            "add": self.add,
            "arrange": self.arrange,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "zoom_reset": view.zoom_reset,
            "fit": view.fit_all,
            "fit_selection": view.fit_selection,
            "search": self.search,
            "next_problem": self.next_problem,
            "shortcuts": partial(self._help, help_pages.shortcuts),
            "about": partial(self._help, help_pages.about),
        }

    # Edit

    def copy(self) -> bool:
        """The selected nodes as text on the clipboard."""
        text = self._controller.copied()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def cut(self) -> None:
        if self.copy():
            ids = self._controller.state.selection
            self._controller.apply(
                f"Cut {self._count(ids)}",
                lambda document: editing.delete(document, ids, heal=True),
            )

    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._controller.paste(text)

    def duplicate(self) -> None:
        ids = self._controller.state.selection
        if ids:
            self._controller.apply(
                f"Duplicate {self._count(ids)}",
                lambda document: editing.duplicate(document, ids),
            )

    def delete(self) -> None:
        scene = self._window.scene
        nodes, edges = scene.selected_nodes(), scene.selected_edges()
        if nodes or edges:
            scene.delete_requested.emit(nodes, edges)

    def select_all(self) -> None:
        self._controller.select(self._controller.document.nodes)

    def add(self) -> None:
        """The search popup at the cursor."""
        binding = self._window.binding
        binding.search(binding.cursor(), None)

    def add_from_palette(self, block: str) -> None:
        """Enter in the palette: after the selected node, else in the middle of what is seen."""
        centre = self._window.binding.centre()
        self._window.binding.place(block, QPointF(centre))

    def search(self) -> None:
        """Into the palette's search."""
        self._window.docks["Blocks"].show()
        line: QLineEdit = self._window.palette_panel.search
        line.setFocus()
        line.selectAll()

    # View

    def arrange(self) -> None:
        """Lay out the selected nodes, or all."""
        chosen = self._controller.state.selection
        only = chosen if len(chosen) > 1 else None
        places = arrange(
            self._controller.document,
            node_sizes(self._controller.state.scene),
            wrap=self._window.shape(),
            only=only,
        )
        self._controller.apply("Arrange", lambda document: move_nodes(document, places))
        if only is None:
            self._window.view.fit_all()

    def next_problem(self) -> None:
        """From one problem to the next."""
        found = [i for i in self._controller.analysis.issues if i.node is not None]
        if not found:
            self._controller.say("There are no problems.", "success")
            return
        self._last_problem = (self._last_problem + 1) % len(found)
        issue = found[self._last_problem]
        self._controller.reveal((issue.node,) if issue.node else ())
        self._controller.say(issue.message, issue.severity)

    def go_to(self, node: str, parameter: str) -> None:
        """To a node, and into the field that a problem is about."""
        self._controller.reveal((node,))
        if parameter:
            self._window.inspector.focus_field(parameter)

    def inspect(self, node: str) -> None:
        """Into the first field of a node."""
        self._controller.select((node,))
        self._window.docks["Inspector"].show()
        parameters = self._controller.blocks.get(
            self._controller.document.nodes[node].block
        )
        names = list(parameters.parameters) if parameters else []
        self._window.inspector.focus_field(names[0] if names else "name")

    def _help(self, page: Callable[..., object]) -> None:
        dialog = page(self._window)
        dialog.show()  # type: ignore[attr-defined]

    def _count(self, ids: tuple[str, ...]) -> str:
        nodes = self._controller.document.nodes
        return nodes[ids[0]].name if len(ids) == 1 else f"{len(ids)} nodes"
