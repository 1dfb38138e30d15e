"""Opens the gallery of a window, which is made on first use and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from designer.app.session.controller import Controller
from designer.canvas.values.theme import Theme
from templates import gallery

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from designer.app.dialogs.gallery.dialog import Gallery


class GalleryOpener(QObject):
    """Opens the gallery; `chosen` carries a template and its options."""

    chosen = Signal(str, object)  # template id, options

    def __init__(self, controller: Controller, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._theme, self._window = controller, theme, window
        self.dialog: Gallery | None = None

    def show(self) -> None:
        """Open it, or bring it to the front."""
        if self.dialog is None:
            self.dialog = self._made()
        self.dialog.show_state(self._controller.state)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.search.setFocus()
        self.dialog.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def _made(self) -> Gallery:
        # Imported here: the first frame does not wait for it.
        from designer.app.dialogs.gallery.dialog import Gallery

        controller = self._controller
        dialog = Gallery(gallery(), controller.blocks, self._theme, self._window)
        dialog.chosen.connect(self.chosen)
        controller.changed.connect(dialog.show_state)
        return dialog
