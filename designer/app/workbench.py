"""The parts of a window that panels, commands and dialogs use: the open design, its canvas, settings and tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from designer.app.dialogs.files import FileActions
from designer.app.session.controller import Controller
from designer.app.session.export_jobs import ExportJobs
from designer.app.session.recovery import Recovery
from designer.app.session.settings import Settings
from designer.app.session.settings_store import SettingsStore
from designer.app.session.state import Kind
from designer.app.session.tasks import ExportTasks, Tasks
from designer.app.widgets.appearance import apply_theme, theme_of
from designer.app.widgets.application import application
from designer.canvas.gradual import GradualScene
from designer.canvas.scene import CanvasScene
from designer.canvas.values.theme import GRID, NODE_WIDTH, Theme
from designer.canvas.view.view import CanvasView
from templates import gallery


class PanelHost(Protocol):
    """The interface of what holds the panels of a window."""

    def bring(self, id: str) -> object:
        """Raise a panel in its tab group."""

    def widget_of(self, id: str) -> Any:
        """The panel's widget, made on first use."""

    def arrange(self, perspective: str) -> None:
        """Show the panels of a perspective, each at its first place."""

    def visible(self) -> Sequence[QWidget]:
        """The widgets of the visible panels, from left to right."""


class Workbench(QObject):
    """The services of one window: controller, settings, tasks, files, scene and view. Made before the window.

    Args:
        controller: holds the design.
        jobs: makes exports.
        settings: what was remembered; changes are written to `settings_path`.
        recovery: keeps what is not saved yet.
    """

    canvas_wanted = Signal()  # asks to hide what covers the canvas
    start_page_wanted = Signal()
    find_wanted = Signal()
    gallery_wanted = Signal()

    panels: PanelHost  # set by the window
    actions: Mapping[str, QAction]  # by the id of their command; set by the window

    def __init__(
        self,
        controller: Controller,
        jobs: ExportJobs,
        settings: Settings,
        settings_path: Path,
        recovery: Recovery,
    ) -> None:
        super().__init__()
        theme = theme_of(settings.theme)
        # Widgets take the font that is set when they are made.
        apply_theme(application(), theme)
        self.controller, self.jobs, self.recovery = controller, jobs, recovery
        for owned in (controller, jobs, recovery):
            owned.setParent(self)
        self.settings_store = SettingsStore(settings, settings_path, self)
        self.settings_store.failed.connect(
            lambda sentence: self.say(sentence, "warning")
        )
        self.tasks = Tasks(self)
        ExportTasks(jobs, self.tasks)
        self.scene = CanvasScene(controller.blocks, theme, self)
        self.view = CanvasView(self.scene)
        self.gradual = GradualScene(self.scene)
        self.files = FileActions(controller, self.view, self)
        self.cover: QWidget | None = None  # what lies over the canvas
        self.pointed: QPointF | None = None  # where the open context menu was called

    @property
    def theme(self) -> Theme:
        """The theme."""
        return self.scene.theme

    @property
    def window(self) -> QWidget:
        """The parent of dialogs, and what overlays lie over."""
        return self.view.window()

    # Requests

    def say(self, sentence: str, kind: Kind = "info") -> None:
        """Show a notice above the canvas."""
        self.controller.say(sentence, kind)

    def give(self, command: str) -> None:
        """Run a command by its id, if it is enabled."""
        self.actions[command].trigger()

    def panel(self, id: str) -> Any:
        """A panel's widget, visible or not."""
        return self.panels.widget_of(id)

    def show_panel(self, id: str) -> Any:
        """Bring a panel to the front; returns its widget."""
        self.panels.bring(id)
        return self.panels.widget_of(id)

    def open_template(self, id: str, options: Mapping[str, object]) -> None:
        """Start a design from a template, after asking about unsaved changes."""
        self.files.open_template(gallery()[id], dict(options))

    # Places

    def place_block(self, block: str, where: QPointF | None = None) -> None:
        """Add a block after the selected node if there is one, else at a place of the scene or in the middle."""
        at = self.centre() if where is None else where
        self.controller.add_block(block, (at.x() - NODE_WIDTH / 2, at.y() - 4 * GRID))
        self.show_selection()

    def show_selection(self) -> None:
        """Scroll to the selection, and continue by keyboard from there."""
        self.view.setFocus()
        bounds = self.scene.bounds_of(self.controller.state.selection or None)
        self.view.ensureVisible(bounds, 6 * GRID, 6 * GRID)

    def where(self) -> QPointF:
        """The scene position of a command: where its context menu was opened, else the cursor."""
        return self.cursor() if self.pointed is None else self.pointed

    def cursor(self) -> QPointF:
        """The pointer's position on the canvas, or the middle while it is elsewhere."""
        viewport = self.view.viewport()
        at: QPoint = viewport.mapFromGlobal(viewport.cursor().pos())
        inside = viewport.rect().contains(at)
        return self.view.mapToScene(at) if inside else self.centre()

    def centre(self) -> QPointF:
        """The middle of the visible part of the scene."""
        return self.view.mapToScene(self.view.viewport().rect().center())

    def when_shown(self, then: Callable[[], object]) -> None:
        """Call a function when the canvas shows the design as it was edited last: now, or later."""
        self.controller.slices.when_idle(lambda: self.gradual.when_complete(then))
