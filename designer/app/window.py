"""The main window: puts the panels together, shows them every state, and passes on what they ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from designer.app.actions import Actions
from designer.app.autosave import Autosave
from designer.app.breadcrumb import Breadcrumb
from designer.app.canvas_binding import CanvasBinding
from designer.app.commands.composites import open_node
from designer.app.commands.view import next_problem
from designer.app.context_menus import ContextMenus
from designer.app.controller import Controller
from designer.app.docks import Docks
from designer.app.export_jobs import ExportJobs
from designer.app.file_flow import FileFlow
from designer.app.find_bar import FindBar
from designer.app.gallery import GalleryOpener
from designer.app.guided import GuidedTour
from designer.app.heeding import Heeding
from designer.app.key_hints import KeyHints
from designer.app.labels import window_title
from designer.app.lifetimes import collect_in_main_thread
from designer.app.look import icon, put_on, theme_of
from designer.app.memory import Memory
from designer.app.notice import NoticeBar
from designer.app.recovery import Recovery
from designer.app.returning import CanvasReturn, leave_hidden
from designer.app.search_popup import SearchPopup
from designer.app.settings import Settings
from designer.app.start_page import StartPage
from designer.app.state import State
from designer.app.task_sign import TaskSign
from designer.app.tasks import ExportTasks, Tasks
from designer.app.templates_menu import TemplatesMenu
from designer.app.tool_bar import ToolBar
from designer.app.totals import TotalsBar
from designer.app.translation import tr
from designer.app.viewpoints import Viewpoints
from designer.canvas.scene import CanvasScene
from designer.canvas.view import CanvasView
from templates import gallery


class MainWindow(QMainWindow):
    """One design in a window.

    Args:
        controller: holds the design.
        jobs: makes exports.
        settings: what was remembered; what is to be remembered goes to `settings_path`.
        recovery: keeps what is not saved yet.
    """

    def __init__(
        self,
        controller: Controller,
        jobs: ExportJobs,
        settings: Settings,
        settings_path: Path,
        recovery: Recovery,
    ) -> None:
        super().__init__()
        collect_in_main_thread()
        self.setObjectName("main")
        self.controller, self.jobs, self.recovery = controller, jobs, recovery
        for owned in (controller, jobs, recovery):
            owned.setParent(self)
        self.memory = Memory(settings, settings_path, self)
        self.tasks = Tasks(self)
        ExportTasks(jobs, self.tasks)
        self._leaving = False
        self.theme = theme_of(settings.theme)
        self._dress_application()  # widgets take the font that they are made under
        self.files = FileFlow(controller, self)
        self.setAcceptDrops(True)
        self.gallery = GalleryOpener(controller, self.theme, self)
        self._make_centre()
        self.docks = Docks(self, self.theme)
        self.actions_by_id = Actions(self)
        self._make_menus()
        self.start_page = StartPage(self, settings_path.parent / "thumbnails")
        self.column.addWidget(self.start_page)
        self.key_hints = KeyHints(self)
        self.column.addWidget(self.key_hints)
        self.tour: GuidedTour | None = None  # while it runs
        self.tool_bar = ToolBar(self)
        self.context_menus = ContextMenus(self)
        self._wire()
        self.memory.restore()
        self.heeding = Heeding(self)
        CanvasReturn(self)
        self.autosave = Autosave(controller, self.memory)
        self.autosave.refused.connect(self.files.watch.look)
        self.show_state(controller.state)

    # Putting together

    def _make_centre(self) -> None:
        controller, theme = self.controller, self.theme
        self.scene = CanvasScene(controller.blocks, theme, self)
        self.view = CanvasView(self.scene)
        centre = QWidget()
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.breadcrumb = Breadcrumb(controller, theme, self._make_editable)
        self.column.addWidget(self.breadcrumb)
        self.find_bar = FindBar(self, centre)
        self.column.addWidget(self.find_bar)
        self.column.addWidget(self.view)
        self.setCentralWidget(centre)
        self.viewpoints = Viewpoints(self.view)
        self.notice = NoticeBar(theme, centre, self.view)
        self.popup = SearchPopup(controller, self.memory, theme, self)
        self.binding = CanvasBinding(controller, self.scene, self.view, self.popup)
        self.totals = TotalsBar(theme)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.totals, 1)
        self.task_sign = TaskSign(self)
        self.statusBar().addPermanentWidget(self.task_sign)

    def _make_menus(self) -> None:
        menus = self.actions_by_id.fill_menus()
        recent = self.recent_menu = menus["Open recent"]
        recent.aboutToShow.connect(lambda: self.memory.fill(recent))
        menus["Panels"].addActions(self.docks.toggles())
        self.templates = TemplatesMenu(menus["Templates"], gallery(), self)
        for chooser in (self.templates, self.gallery):
            chooser.chosen.connect(self.open_template)

    def _wire(self) -> None:
        controller = self.controller
        controller.changed.connect(self.show_state)
        controller.said.connect(self.notice.say)
        controller.revealed.connect(self._reveal)
        controller.replaced.connect(self._replaced)
        controller.entered.connect(self._entered)
        self.totals.incomplete_clicked.connect(partial(next_problem, self))
        self.totals.chosen.connect(controller.reveal)
        self.binding.inspect_requested.connect(partial(open_node, self))
        self.scene.drop_requested.connect(lambda block, *_: self.memory.placed(block))
        self.files.used.connect(self.memory.opened)
        self.files.missing.connect(self.memory.forget)
        self.recovery.failed.connect(self._warn)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def panel(self, id: str) -> Any:
        """A panel's widget, whether it is seen or not."""
        return self.docks[id].made()

    # Showing

    def show_state(self, state: State) -> None:
        """Push a state to all that show it."""
        self.binding.show_state(state)
        self.breadcrumb.show_state(state)
        self.find_bar.show_state(state)
        self.start_page.show_state(state)
        self.key_hints.refresh()
        self.docks.show_state(state)
        self.totals.show_state(state)
        self.actions_by_id.show_state(state)
        self.recovery.follow(state)
        self.autosave.follow(state)
        self.setWindowTitle(f"{window_title(state.title)}[*] \N{EN DASH} Channelwise")
        self.setWindowModified(state.dirty)

    def when_shown(self, then: Callable[[], object]) -> None:
        """Call a function when the canvas shows the design as it was edited last: now, or later."""
        self.controller.slices.when_idle(lambda: self.binding.when_complete(then))

    def _reveal(self, ids: tuple[str, ...]) -> None:
        self.start_page.leave()
        if len(ids) == 1:
            self.when_shown(partial(self.view.reveal, ids[0]))
        else:
            self.when_shown(self.view.fit_selection)

    def _warn(self, sentence: str) -> None:
        self.controller.say(sentence, "warning")

    def _replaced(self, state: State) -> None:
        self.notice.pass_over()
        self.scene.spotlight.off()  # on what has an id that is used again
        self.start_page.leave()
        self.when_shown(self.viewpoints.begin)
        self.view.setFocus()

    def _entered(self, state: State) -> None:
        self.when_shown(partial(self.viewpoints.go, state))
        self.view.setFocus()

    def _make_editable(self) -> None:
        """Of the block that is looked into, from inside."""
        node = self.controller.state.views[-1].node
        self.controller.leave()
        self.controller.select((node,))
        self.actions_by_id["make_editable"].trigger()

    # What is under the hand

    @property
    def pointed(self) -> QPointF | None:
        """Where the context menu was called from which a command comes."""
        return self.context_menus.at

    def where(self) -> QPointF:
        """The place of the scene that a command is about: where its menu was called, else the cursor."""
        return self.binding.cursor() if self.pointed is None else self.pointed

    # Theme

    def choose_theme(self, choice: str) -> None:
        """Wear a theme from now on."""
        self.memory.keep(theme=choice)

    def wear(self, choice: str) -> None:
        """Wear `light`, `dark`, or what the system wears."""
        theme = self.theme = theme_of(choice)
        self._dress_application()
        self.view.set_theme(theme)
        self.popup.theme = theme
        for part in (
            self.actions_by_id,
            self.breadcrumb,
            self.find_bar,
            self.start_page,
            self.notice,
            self.totals,
            self.task_sign,
            self.gallery,
            self.docks,
        ):
            part.set_theme(theme)
        self.setWindowIcon(icon("mdi6.layers-triple", theme, theme.accent))
        self.tool_bar.show_zoom(self.view.zoom)

    def _dress_application(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        put_on(application, self.theme)

    def _system_changed(self) -> None:
        if self.memory.settings.theme == "system":
            self.wear("system")

    # Files and exports

    def export(self) -> None:
        """Open the export dialog for the design as it stands."""
        # The formats bring NumPy: loaded by the warm-up, or now, but not before the window.
        from designer.app.export_dialog import ExportDialog

        dialog = ExportDialog(
            self.controller.state, self.jobs, self.files.folder, self.theme, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_template(self, id: str, options: object) -> None:
        """Begin from a template with those of its options."""
        self.files.open_template(gallery()[id], dict(options))  # type: ignore[call-overload]

    def shape(self) -> float:
        """Width by height of the canvas: long networks are folded to it."""
        return self.view.width() / max(self.view.height(), 1)

    # Events

    def focusNextPrevChild(self, forward: bool) -> bool:
        return leave_hidden(self) or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.watch.look()
        super().changeEvent(event)

    def childEvent(self, event: QChildEvent) -> None:
        tabs = event.child()  # of panels that lie behind each other; Qt makes them
        if event.type() is QEvent.Type.ChildPolished and isinstance(tabs, QTabBar):
            tabs.setAccessibleName(tr("panels"))
            tabs.setDrawBase(False)
        super().childEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_path(Path(paths[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.controller.slices.settle()
        if self.controller.state.dirty and not self._leaving:
            event.ignore()
            self.files.guard(self._leave)
            return
        self.memory.keep_window()
        self.recovery.close()
        self.jobs.close()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()
