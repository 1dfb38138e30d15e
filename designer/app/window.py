"""The main window: puts the panels together, shows them every state, and passes on what they ask."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.actions import Actions, choices
from designer.app.canvas_binding import CanvasBinding, fill_menu
from designer.app.commands import Commands
from designer.app.controller import Controller
from designer.app.dock import Dock
from designer.app.export_jobs import ExportJobs
from designer.app.file_flow import FileFlow
from designer.app.gallery import GalleryOpener
from designer.app.inspector.panel import Inspector
from designer.app.inspector.parts import Hands
from designer.app.labels import mark
from designer.app.look import icon, put_on, theme_of
from designer.app.memory import Memory
from designer.app.notice import NoticeBar
from designer.app.palette import Palette
from designer.app.problems import Problems
from designer.app.recovery import Recovery
from designer.app.search_popup import SearchPopup
from designer.app.settings import Settings
from designer.app.state import State
from designer.app.templates_menu import TemplatesMenu
from designer.app.totals import TotalsBar
from designer.canvas.scene import CanvasScene
from designer.canvas.theme import GRID
from designer.canvas.view import CanvasView
from templates import gallery

THEME_TEXTS = {"system": "As the system", "light": "Light", "dark": "Dark"}
LEFT, RIGHT, BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)


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
        self.setObjectName("main")
        self.controller, self.jobs, self.recovery = controller, jobs, recovery
        for owned in (controller, jobs, recovery):
            owned.setParent(self)
        self.memory = Memory(settings, settings_path, self)
        self._leaving = False
        self.theme = theme_of(settings.theme)
        self._dress_application()  # widgets take the font that they are made under
        self.files = FileFlow(controller, self)
        self.setAcceptDrops(True)
        self.gallery = GalleryOpener(controller, self.theme, self)
        self._make_panels()
        self.commands = Commands(self)
        self.actions_by_id = Actions(self, self.view, self.commands.handlers)
        self._make_menus()
        self._make_tool_bar()
        self._wire()
        self.memory.restore()
        self.wear(settings.theme)
        self.show_state(controller.state)

    # Putting together

    def _make_panels(self) -> None:
        controller, theme = self.controller, self.theme
        self.scene = CanvasScene(controller.blocks, theme, self)
        self.view = CanvasView(self.scene)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setCentralWidget(centre)
        self.notice = NoticeBar(theme, centre)
        self.popup = SearchPopup(controller.blocks, theme, self)
        self.binding = CanvasBinding(controller, self.scene, self.view, self.popup)
        self.palette_panel = Palette(controller.blocks, theme)
        hands = Hands(
            attempt=controller.attempt,
            new_gesture=controller.new_gesture,
            repair=controller.repair,
            edit=controller.apply,
            say=controller.say,
            theme=theme,
        )
        self.inspector = Inspector(hands, controller.blocks)
        self.problems = Problems(theme)
        self.totals = TotalsBar(theme)
        self.docks = {
            "Blocks": Dock("Blocks", self.palette_panel, theme, self),
            "Inspector": Dock("Inspector", self.inspector, theme, self),
            "Problems": Dock("Problems", self.problems, theme, self, folds=True),
        }
        self.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        self.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        for title, area in (
            ("Blocks", LEFT),
            ("Inspector", RIGHT),
            ("Problems", BOTTOM),
        ):
            self.addDockWidget(area, self.docks[title])
        self.palette_panel.setMinimumWidth(26 * GRID)
        self.inspector.setMinimumWidth(38 * GRID)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.totals, 1)

    def _make_menus(self) -> None:
        menus = self.actions_by_id.fill_menus(self)
        self.recent_menu = menus["Open recent"]
        self.recent_menu.aboutToShow.connect(lambda: self.memory.fill(self.recent_menu))
        self._themes = choices(menus["Theme"], THEME_TEXTS, self.choose_theme)
        for dock in self.docks.values():
            menus["Panels"].addAction(dock.toggleViewAction())
        self.templates = TemplatesMenu(menus["Templates"], gallery(), self)
        for chooser in (self.templates, self.gallery):
            chooser.chosen.connect(self._open_template)

    def _make_tool_bar(self) -> None:
        bar = self.actions_by_id.tool_bar(self)
        bar.setIconSize(QSize(20, 20))
        self.zoom_label = QToolButton()
        self.zoom_label.setAccessibleName("zoom")
        self.zoom_label.setToolTip("Click for actual size")
        self.zoom_label.setMinimumWidth(7 * GRID)
        self.zoom_label.clicked.connect(self.view.zoom_reset)
        bar.addWidget(self.zoom_label)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.export_button = QPushButton("Export")
        mark(self.export_button, "primary", True)
        self.export_button.setAccessibleName("export")
        self.export_button.setToolTip(self.actions_by_id["export"].toolTip())
        self.export_button.clicked.connect(self.export)
        bar.addWidget(self.export_button)

    def _wire(self) -> None:
        controller = self.controller
        controller.changed.connect(self.show_state)
        controller.said.connect(self.notice.say)
        controller.revealed.connect(self._reveal)
        controller.replaced.connect(self._replaced)
        self.palette_panel.block_chosen.connect(self.commands.add_from_palette)
        self.problems.chosen.connect(self.commands.go_to)
        self.problems.counted.connect(self._count_problems)
        self.totals.incomplete_clicked.connect(self.commands.next_problem)
        self.binding.inspect_requested.connect(self.commands.inspect)
        self.scene.context_requested.connect(self._context_menu)
        self.view.zoom_changed.connect(self._show_zoom)
        self.files.used.connect(self.memory.opened)
        self.files.missing.connect(self.memory.forget)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # Showing

    def show_state(self, state: State) -> None:
        """Push a state to every panel."""
        self.binding.show_state(state)
        self.inspector.show_state(state)
        self.problems.show_state(state)
        self.totals.show_state(state)
        self.recovery.follow(state)
        self.setWindowTitle(f"{state.title}[*] \N{EN DASH} Channelwise")
        self.setWindowModified(state.dirty)
        actions, selected = self.actions_by_id, bool(state.selection)
        for id, word, label in (
            ("undo", "Undo", state.undo_label),
            ("redo", "Redo", state.redo_label),
        ):
            actions.tell(id, f"{word} {_lowered(label)}" if label else "")
            actions[id].setEnabled(label is not None)
        for id in ("cut", "copy", "duplicate"):
            actions[id].setEnabled(selected)

    def _count_problems(self, text: str, errors: bool) -> None:
        dock = self.docks["Problems"]
        role = "error" if errors else "muted" if text == "none" else "warning"
        dock.say(text, role)

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(f"{100 * zoom:.0f} %")

    def _reveal(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self.view.reveal(ids[0])
        else:
            self.view.fit_selection()

    def _replaced(self, state: State) -> None:
        self.notice.hide()
        self.view.fit_all()
        self.view.setFocus()

    def _context_menu(self, where: QPointF, screen: QPoint, target: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.actions_by_id, target)
        menu.popup(screen)

    # Theme

    def choose_theme(self, choice: str) -> None:
        """Wear a theme from now on."""
        self.memory.keep(theme=choice)
        self.wear(choice)

    def wear(self, choice: str) -> None:
        """Wear `light`, `dark`, or what the system wears."""
        self._themes[choice].setChecked(True)
        theme = self.theme = theme_of(choice)
        self._dress_application()
        self.view.set_theme(theme)
        self.actions_by_id.set_theme(theme)
        self.popup.theme = theme
        for part in (
            self.notice,
            self.palette_panel,
            self.inspector,
            self.problems,
            self.totals,
            self.gallery,
            *self.docks.values(),
        ):
            part.set_theme(theme)
        self.setWindowIcon(icon("mdi6.layers-triple", theme, theme.accent))
        self._show_zoom(self.view.zoom)

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

    def _open_template(self, id: str, options: object) -> None:
        self.files.open_template(gallery()[id], dict(options))  # type: ignore[call-overload]

    def shape(self) -> float:
        """Width by height of the canvas: long networks are folded to it."""
        return self.view.width() / max(self.view.height(), 1)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_path(Path(paths[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.controller.state.dirty and not self._leaving:
            event.ignore()
            self.files.guard(self._leave)
            return
        self.memory.keep_window()
        self.recovery.clear()
        self.jobs.close()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]
