"""The main window: assembles the panels, sends them states, and forwards their requests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from designer.app.commands.composites import open_node
from designer.app.commands.view import next_problem
from designer.app.dialogs.gallery import GalleryOpener
from designer.app.editor.binding import CanvasBinding
from designer.app.editor.block_popup import SearchPopup
from designer.app.editor.breadcrumb import Breadcrumb
from designer.app.editor.canvas_return import CanvasReturn, leave_hidden
from designer.app.editor.find_bar import FindBar
from designer.app.editor.remembered_views import RememberedViews
from designer.app.editor.start_page import StartPage
from designer.app.session.autosave import Autosave
from designer.app.session.state import Notice, State
from designer.app.text.translation import tr
from designer.app.widgets.appearance import apply_theme, icon, theme_of
from designer.app.widgets.application import application
from designer.app.widgets.labels import button_text, window_title
from designer.app.widgets.lifetimes import collect_in_main_thread
from designer.app.window.apply_settings import ApplySettings
from designer.app.window.context_menus import ContextMenus
from designer.app.window.docks import Docks
from designer.app.window.key_hints import KeyHints
from designer.app.window.menus import Actions
from designer.app.window.notice_bar import NoticeBar
from designer.app.window.task_indicator import TaskIndicator
from designer.app.window.templates_menu import TemplatesMenu
from designer.app.window.tool_bar import ToolBar
from designer.app.window.totals_bar import TotalsBar
from designer.app.workbench import Workbench
from designer.canvas.values.theme import Theme
from templates import gallery

LARGE_BYTES = 100_000  # a file of some hundred nodes takes half a second
OPENING = "opening a file"  # of notices


class MainWindow(QMainWindow):
    """One design in a window."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        collect_in_main_thread()
        self.setObjectName("main")
        self.workbench = workbench
        workbench.setParent(self)
        self.controller, self.jobs = workbench.controller, workbench.jobs
        self.settings_store, self.files = workbench.settings_store, workbench.files
        self.recovery, self.tasks = workbench.recovery, workbench.tasks
        self.scene, self.view = workbench.scene, workbench.view
        self.when_shown = workbench.when_shown
        self._leaving = False
        self.setAcceptDrops(True)
        self.gallery = GalleryOpener(self.controller, self.theme, self)
        workbench.gallery_wanted.connect(self.gallery.show)
        self._make_centre()
        self.docks = workbench.panels = Docks(workbench, self)
        self.actions_by_id = workbench.actions = Actions(workbench, self)
        self._make_menus()
        thumbnails = self.settings_store.path.parent / "thumbnails"
        self.start_page = StartPage(workbench, thumbnails)
        self.column.addWidget(self.start_page)
        self.notice.set_cover(self.start_page)
        self.key_hints = KeyHints(workbench, self.find_bar)
        self.column.addWidget(self.key_hints)
        self.tool_bar = ToolBar(workbench)
        self.addToolBar(self.tool_bar)
        self.context_menus = ContextMenus(workbench, self.actions_by_id)
        self._wire()
        self.docks.restore()
        ApplySettings(workbench, self.set_theme, self._refresh)
        CanvasReturn(workbench, (self, *self.docks.values()))
        self.autosave = Autosave(self.controller, self.settings_store)
        self.autosave.refused.connect(self.files.watch.look)
        self.recovery.follow(self.controller.commit)
        self.show_state(self.controller.state)

    @property
    def theme(self) -> Theme:
        """The theme."""
        return self.workbench.theme

    # Putting together

    def _make_centre(self) -> None:
        controller, theme = self.controller, self.theme
        centre = QWidget()
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.breadcrumb = Breadcrumb(controller, theme, self._make_editable)
        self.column.addWidget(self.breadcrumb)
        self.find_bar = FindBar(self.workbench, centre)
        self.column.addWidget(self.find_bar)
        self.column.addWidget(self.view)
        self.setCentralWidget(centre)
        self.remembered_views = RememberedViews(self.view)
        self.notice = NoticeBar(theme, centre, self.view)
        self.popup = SearchPopup(controller, self.settings_store, theme, self)
        self.binding = CanvasBinding(self.workbench, self.popup)
        self.totals = TotalsBar(theme)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.totals, 1)
        self.task_indicator = TaskIndicator(self.workbench)
        self.statusBar().addPermanentWidget(self.task_indicator)

    def _make_menus(self) -> None:
        menus = self.actions_by_id.fill_menus()
        recent = self.recent_menu = menus["Open recent"]
        recent.aboutToShow.connect(self._fill_recent)
        menus["Panels"].addActions(self.docks.toggles())
        self.templates = TemplatesMenu(menus["Templates"], gallery(), self)
        for chooser in (self.templates, self.gallery):
            chooser.chosen.connect(self.workbench.open_template)

    def _wire(self) -> None:
        controller = self.controller
        controller.committed.connect(self.recovery.follow)
        controller.changed.connect(self.show_state)
        controller.said.connect(self.notice.say)
        controller.revealed.connect(self._reveal)
        controller.replaced.connect(self._replaced)
        controller.entered.connect(self._entered)
        controller.opening.connect(self._opening)
        controller.unreadable.connect(self._opened)
        self.totals.incomplete_clicked.connect(partial(next_problem, self.workbench))
        self.totals.chosen.connect(controller.reveal)
        self.binding.inspect_requested.connect(partial(open_node, self.workbench))
        controller.added.connect(self.settings_store.placed)
        self.files.used.connect(self.settings_store.opened)
        self.files.missing.connect(self.settings_store.forget)
        self.files.offered.connect(self._offer)
        self.files.settled.connect(partial(self.notice.withdraw, "file"))
        self.recovery.failed.connect(self._warn)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _fill_recent(self) -> None:
        """The recent files as a menu."""
        menu, paths = self.recent_menu, self.settings_store.settings.recent
        menu.clear()
        for path in map(Path, paths):
            action = menu.addAction(button_text(path.name))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self.files.open_path, path))
        if not paths:
            menu.addAction(tr("Nothing opened yet")).setEnabled(False)

    # Showing

    def show_state(self, state: State) -> None:
        """Send a state to all views."""
        self.binding.show_state(state)
        self.breadcrumb.show_state(state)
        self.find_bar.show_state(state)
        self.start_page.show_state(state)
        self.key_hints.refresh()
        self.docks.show_state(state)
        self.totals.show_state(state)
        self.actions_by_id.show_state(state)
        self.autosave.follow(state)
        self.setWindowTitle(f"{window_title(state.title)}[*] \N{EN DASH} Channelwise")
        self.setWindowModified(state.dirty)

    def _refresh(self) -> None:
        self.show_state(self.controller.state)

    def _reveal(self, ids: tuple[str, ...]) -> None:
        self.start_page.leave()
        if len(ids) == 1:
            self.when_shown(partial(self.view.reveal, ids[0]))
        else:
            self.when_shown(self.view.fit_selection)

    def _offer(self, notice: Notice, text: str, run: Callable[[], object]) -> None:
        self.notice.say(notice, text, run, topic="file")

    def _warn(self, sentence: str) -> None:
        self.controller.say(sentence, "warning")

    def _opening(self, path: Path) -> None:
        """Show a notice before a large file is read."""
        with suppress(OSError):
            if path.stat().st_size >= LARGE_BYTES:
                sentence = tr("Opening {name} …").format(name=path.name)
                self.notice.say(Notice(sentence), topic=OPENING, at_once=True)

    def _opened(self) -> None:
        self.notice.withdraw(OPENING)

    def _replaced(self, state: State) -> None:
        self.notice.pass_over()
        self.scene.spotlight.off()  # for items with reused ids
        self.start_page.leave()
        self.when_shown(self.remembered_views.begin)
        self.when_shown(self._opened)
        self.view.setFocus()

    def _entered(self, state: State) -> None:
        self.when_shown(partial(self.remembered_views.go, state))
        self.view.setFocus()

    def _make_editable(self) -> None:
        """Turn the entered block into one of the design, from outside it."""
        node = self.controller.state.views[-1].node
        self.controller.leave()
        self.controller.select((node,))
        self.actions_by_id["make_editable"].trigger()

    # Theme

    def set_theme(self, choice: str) -> None:
        """Draw everything `light`, `dark`, or as the `system` does."""
        theme = theme_of(choice)
        self.view.set_theme(theme)
        apply_theme(application(), theme)
        self.popup.theme = theme
        for part in (
            self.actions_by_id,
            self.breadcrumb,
            self.find_bar,
            self.start_page,
            self.notice,
            self.totals,
            self.task_indicator,
            self.gallery,
            self.docks,
        ):
            part.set_theme(theme)
        self.setWindowIcon(icon("mdi6.layers-triple", theme, theme.accent))
        self.tool_bar.show_zoom(self.view.zoom)

    def _system_changed(self) -> None:
        if self.settings_store.settings.theme == "system":
            self.set_theme("system")

    # Events

    def focusNextPrevChild(self, forward: bool) -> bool:
        return leave_hidden(self.workbench) or super().focusNextPrevChild(forward)

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
        self.docks.keep()
        self.recovery.close()
        self.jobs.close()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()
