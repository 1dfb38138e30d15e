"""Applies a theme to the application: font, palette, style sheet, icons."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from designer.app.widgets.icon_engine import GlyphEngine
from designer.app.widgets.style_sheet import style_sheet
from designer.canvas.values.theme import BODY_PX, DARK, LIGHT, MONO, SANS, Theme


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Apply a theme to the whole application: Fusion, our palette, our style sheet. What is set already is kept."""
    sheet = style_sheet(theme)
    if application.styleSheet() == sheet:
        return
    if not application.styleSheet():  # under a style sheet, Fusion is not seen any more
        application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setFont(body_font())
    application.setStyleSheet(sheet)


def theme_of(choice: str) -> Theme:
    """The theme for `light`, `dark` or `system`."""
    if choice == "system":
        hints = QGuiApplication.styleHints()
        choice = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    return DARK if choice == "dark" else LIGHT


@cache
def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    known = set(QFontDatabase.families())
    return tuple(family for family in families if family in known) or families


def body_font() -> QFont:
    font = QFont(list(_installed(SANS)))
    font.setPixelSize(BODY_PX)
    return font


def mono_font() -> QFont:
    font = QFont(list(_installed(MONO)))
    font.setPixelSize(BODY_PX)
    return font


def icon(name: str, theme: Theme, colour: str | None = None) -> QIcon:
    """An icon of qtawesome's, in the theme's colours for each state."""
    return _icon(
        name, colour or theme.text, theme.disabled, colour or theme.on_selection
    )


@cache
def _icon(name: str, colour: str, disabled: str, selected: str) -> QIcon:
    mode = QIcon.Mode
    colours = {
        mode.Normal: colour,
        mode.Disabled: disabled,
        mode.Selected: selected,
    }
    return QIcon(GlyphEngine(name, colours))


def palette(theme: Theme) -> QPalette:
    """The palette of the theme."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.border,
        QPalette.ColorRole.Shadow: theme.shadow,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.on_selection,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.tooltip,
        QPalette.ColorRole.ToolTipText: theme.on_tooltip,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return made
