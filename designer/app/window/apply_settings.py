"""Applies the settings to a window, at once and whenever they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from designer.app.session.settings import Settings
from designer.app.text import figures
from designer.app.text.figures import Habits
from designer.app.workbench import Workbench

IMAGE = "image_input"


class ApplySettings(QObject):
    """Updates the parts of a window when its settings change.

    Args:
        set_theme: takes `light`, `dark` or `system`.
        refresh: shows all figures again.
    """

    def __init__(
        self,
        workbench: Workbench,
        set_theme: Callable[[str], object],
        refresh: Callable[[], object],
    ) -> None:
        super().__init__(workbench)
        self._workbench, self._set_theme = workbench, set_theme
        self._refresh = refresh
        self._applied = workbench.settings_store.settings
        self._apply(self._applied)
        set_theme(self._applied.theme)
        workbench.settings_store.changed.connect(self._changed)

    def _changed(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        self._apply(settings)
        if settings.theme != before.theme:
            self._set_theme(settings.theme)
        if (settings.counts, settings.sizes) != (before.counts, before.sizes):
            self._refresh()

    def _apply(self, settings: Settings) -> None:
        controller = self._workbench.controller
        controller.options = settings.view
        self._workbench.view.set_options(settings.view)
        figures.use(Habits(settings.counts, settings.sizes))
        size = settings.input_size
        controller.starting = {IMAGE: {"height": size, "width": size}}
