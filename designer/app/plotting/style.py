"""The theme as a matplotlib style."""

from __future__ import annotations

from typing import Any

from designer.app.widgets.appearance import body_font
from designer.canvas.values.theme import SMALL_PX, Theme
from designer.model.plain import one_line

LONGEST = 60  # characters of a name in a chart
POINTS_PER_PIXEL = 0.72  # at matplotlib's 100 dots per inch


def families() -> list[str]:
    """The application's font families, and one with every character."""
    return [*body_font().families(), "DejaVu Sans"]


def chart_text(text: str) -> str:
    """Text of a user's in a chart: one line that fits next to the marks, with characters that every font has."""
    shown = one_line(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def font(pixels: int) -> dict[str, Any]:
    """The application's font in a size, as a matplotlib property."""
    return {"fontsize": pixels * POINTS_PER_PIXEL, "fontfamily": families()}


def style_axes(axes: Any, theme: Theme) -> None:
    """Set background, ticks, grid and spines to the theme's colours."""
    axes.figure.set_facecolor(theme.base)
    axes.set_facecolor(theme.base)
    axes.tick_params(
        which="both",
        color=theme.border,
        labelcolor=theme.muted,
        labelsize=SMALL_PX * POINTS_PER_PIXEL,
        labelfontfamily=families(),
    )
    axes.grid(True, color=theme.bar, linewidth=0.6)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(theme.border)
