"""The settings dialog; each change is applied and saved at once.

The language waits for the page to close.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from designer.app.fields.editors import Choice, Switch
from designer.app.session.settings import INPUT_SIZES, Settings
from designer.app.session.settings_store import SettingsStore
from designer.app.text.languages import LANGUAGES
from designer.app.text.translation import later, tr
from designer.app.widgets.labels import plain
from designer.app.widgets.scrolled import fit_screen, scrolled
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import GRID

WIDTH, HEIGHT = 72 * GRID, 88 * GRID

Words = Mapping[str, str]
SYSTEM = later("As the system")
THEMES: Words = {"system": SYSTEM, "light": later("Light"), "dark": later("Dark")}
SPOKEN: Words = {"system": SYSTEM, **LANGUAGES}
COUNTS: Words = {
    "auto": later("As it suits: 3,538,984 and 300.8 M"),
    "full": later("All digits: 300,774,272"),
    "short": later("Short: 3.54 M"),
}
SIZES: Words = {
    "decimal": later("kB and MB, by thousands"),
    "binary": later("KiB and MiB, by 1,024"),
}
DIRECTIONS: Words = {"down": later("Downwards"), "right": later("To the right")}
WIRES: Words = {"curved": later("Curved"), "orthogonal": later("With corners")}
WHEELS: Words = {
    "zoom": later("Zooms"),
    "scroll": later("Scrolls; with Ctrl it zooms"),
}


class SettingsDialog(QDialog):
    """Shows and changes the settings."""

    def __init__(self, settings_store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAccessibleName(tr("settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings_store = settings_store
        self._shows: list[Callable[[Settings], object]] = []
        # Settings that rebuild the window, this dialog included: applied when the dialog closes.
        self._later: dict[str, Any] = {}
        self.finished.connect(lambda: settings_store.keep(**self._later))
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setContentsMargins(0, 0, 2 * GRID, 0)
        self._form.setHorizontalSpacing(3 * GRID)
        self._form.setVerticalSpacing(GRID)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(
            QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        )
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        reset = buttons.addButton(
            tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole
        )
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(scrolled(body))
        column.addWidget(buttons)
        fit_screen(self, QSize(WIDTH, HEIGHT))
        settings_store.changed.connect(self._show)
        self._show(settings_store.settings)

    def _fill(self) -> None:
        self._section(tr("WINDOW"))
        self._choice(tr("Theme"), "theme", THEMES)
        self._choice(tr("Language"), "language", SPOKEN)
        self._remark(tr("Changes when this page is closed."))
        self._switch(tr("Begin with the start page"), "start_page")
        self._section(tr("FIGURES"))
        self._choice(tr("Counts"), "counts", COUNTS)
        self._choice(tr("Bytes"), "sizes", SIZES)
        self._section(tr("DESIGNS"))
        self._switch(tr("Save by itself"), "autosave")
        self._remark(
            tr("A design that has a file is saved a moment after each change.")
        )
        self._number(tr("Size of a new image"), "input_size", *INPUT_SIZES)
        self._section(tr("CANVAS"))
        self._choice(tr("The network flows"), "direction", DIRECTIONS, view=True)
        self._choice(tr("Wires"), "wire_style", WIRES, view=True)
        self._choice(tr("The wheel"), "wheel", WHEELS, view=True)
        self._switch(tr("Motion"), "motion", view=True)
        self._remark(tr("Off: nothing glides, everything is in its place at once."))
        self._switch(tr("Snap to neighbours"), "guides", view=True)
        self._switch(tr("Parameters on nodes"), "parameters", view=True)
        self._switch(tr("Shapes"), "shapes", view=True)
        self._switch(tr("Cost bars"), "costs", view=True)

    # Rows

    def _section(self, title: str) -> None:
        if self._form.rowCount():
            self._form.addRow(plain(""))
        self._form.addRow(plain(title, "section"))

    def _remark(self, text: str) -> None:
        self._form.addRow("", plain(text, "small", wrap=True))

    def _choice(
        self, label: str, name: str, words: Words, *, view: bool = False
    ) -> None:
        box = Choice()
        box.setAccessibleName(label)
        # On a small screen the combo boxes shrink, not the page.
        box.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        box.setMinimumContentsLength(6)
        for value, text in words.items():
            box.addItem(tr(text), value)
        box.activated.connect(lambda: self._keep(name, box.currentData(), view))
        self._shows.append(
            lambda kept: box.setCurrentIndex(box.findData(_of(kept, name, view)))
        )
        self._form.addRow(label, box)

    def _switch(self, label: str, name: str, *, view: bool = False) -> None:
        switch = Switch()
        switch.setAccessibleName(label)
        switch.clicked.connect(lambda on: self._keep(name, on, view))
        self._shows.append(lambda kept: switch.setChecked(_of(kept, name, view)))
        self._form.addRow(label, switch)

    def _number(self, label: str, name: str, least: int, greatest: int) -> None:
        box = QSpinBox()
        box.setAccessibleName(label)
        box.setRange(least, greatest)
        box.setSingleStep(32)
        box.setSuffix(" px")
        box.lineEdit().setTextMargins(GRID // 2, 0, GRID // 2, 0)
        box.editingFinished.connect(lambda: self._keep(name, box.value(), False))
        self._shows.append(lambda kept: box.setValue(_of(kept, name, False)))
        self._form.addRow(label, box)

    # What is kept

    def _keep(self, name: str, value: Any, view: bool) -> None:
        if name == "language":
            self._later[name] = value
        elif view:
            options = self._settings_store.settings.view
            self._settings_store.keep(view=replace(options, **{name: value}))
        else:
            self._settings_store.keep(**{name: value})

    def _show(self, settings: Settings) -> None:
        for show in self._shows:
            show(replace(settings, **self._later))

    def _reset(self) -> None:
        fresh = Settings()
        names = ("theme", "language", "start_page", "counts", "sizes", "autosave")
        chosen = {name: getattr(fresh, name) for name in (*names, "input_size")}
        self._later["language"] = chosen.pop("language")
        self._settings_store.keep(**chosen, view=ViewOptions())
        self._show(self._settings_store.settings)


def _of(settings: Settings, name: str, view: bool) -> Any:
    return getattr(settings.view if view else settings, name)
