"""What a window remembers: its place, its panels, its theme, the files it had open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Signal
from PySide6.QtWidgets import QMenu

from designer.app.labels import button_text
from designer.app.settings import Settings, save
from designer.app.translation import tr
from designer.canvas.theme import GRID

if TYPE_CHECKING:
    from designer.app.window import MainWindow

SIZE = QSize(170 * GRID, 110 * GRID)
SMALL = 170 * GRID  # a screen that is less wide starts with fewer panels
FRAME = QSize(2 * GRID, 6 * GRID)  # what the window manager draws around it


class Memory(QObject):
    """Keeps the settings of a window, in memory and in their file."""

    changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, path: Path, window: MainWindow) -> None:
        super().__init__(window)
        self.settings, self.path, self._window = settings, path, window
        self._complained = False

    def keep(self, **changes: object) -> None:
        """Remember some settings from now on; that they cannot be written is said once and does no harm."""
        self._keep(replace(self.settings, **changes))  # type: ignore[arg-type]

    def opened(self, path: Path) -> None:
        """A design was opened from there, or saved to it."""
        self._keep(self.settings.opened(path))

    def forget(self, path: Path) -> None:
        """Nothing is there any more."""
        self._keep(self.settings.forgot(path))

    def placed(self, block: str) -> None:
        """A block was added to a design."""
        self._keep(self.settings.placed(block))

    def toggle_favourite(self, block: str) -> None:
        """Star a block, or take its star away."""
        self._keep(self.settings.toggled_favourite(block))

    def keep_window(self) -> None:
        """Remember place and panels."""
        window = self._window
        self.keep(
            geometry=_text(window.saveGeometry()),
            docks=_text(window.saveState()),
            problems_folded=window.docks.folded,
        )

    def restore(self) -> None:
        """The window as it was left; the first time, a good part of the screen."""
        window, kept = self._window, self.settings
        window.resize(SIZE.boundedTo(window.screen().availableSize() - FRAME))
        small = not kept.docks and window.screen().availableSize().width() < SMALL
        window.docks.arrange("small" if small else "standard")
        window.docks.fold(kept.problems_folded)
        if kept.geometry:
            window.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode()))
        if kept.docks:
            window.restoreState(QByteArray.fromBase64(kept.docks.encode()))

    def fill(self, menu: QMenu) -> None:
        """The recent files as a menu."""
        menu.clear()
        for text in self.settings.recent:
            path = Path(text)
            action = menu.addAction(button_text(path.name))
            action.setToolTip(text)
            action.triggered.connect(
                lambda _=False, path=path: self._window.files.open_path(path)
            )
        if not self.settings.recent:
            menu.addAction(tr("Nothing opened yet")).setEnabled(False)

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit(settings)
        try:
            save(settings, self.path)
        except OSError as error:
            if self._complained:
                return
            self._complained = True
            sentence = f"The settings cannot be kept in {self.path}: {error.strerror}"
            self._window.controller.say(sentence, "warning")
        else:
            self._complained = False


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
