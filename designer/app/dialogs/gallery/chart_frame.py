"""Axes, grid and legend of the chart, in the theme's colours and fonts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import EngFormatter, LogLocator, NullLocator

from designer.app.plotting.style import POINTS_PER_PIXEL, families, font, style_axes
from designer.app.text import figures
from designer.app.text.translation import tr
from designer.canvas.values.theme import BODY_PX, GRID, SMALL_PX, Theme

ROOMY = 60 * GRID  # from this width on there is room for more ticks
LEFT, RIGHT, TOP, BOTTOM = 8 * GRID, 2 * GRID, 4 * GRID, 7 * GRID


def frame(axes: Any, theme: Theme) -> None:
    """MACs on a logarithmic axis against top-1."""
    style_axes(axes, theme)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter(EngFormatter(sep="\N{NO-BREAK SPACE}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlabel(tr("MACs as published"), color=theme.text, **font(BODY_PX))
    axes.set_ylabel(tr("Top-1 as published, %"), color=theme.text, **font(BODY_PX))
    axes.format_coord = lambda x, y: tr("{macs} MACs, {top1} %").format(
        macs=figures.short(round(x)), top1=f"{y:.1f}"
    )


def margins(axes: Any, width: int, height: int) -> None:
    """As wide as the axis labels at any size in pixels."""
    axes.figure.subplots_adjust(
        left=LEFT / width,
        right=1 - RIGHT / width,
        bottom=BOTTOM / height,
        top=1 - TOP / height,
    )
    subs = (1, 2, 5) if width > ROOMY else (1,)
    axes.xaxis.set_major_locator(LogLocator(subs=subs))


def legend(axes: Any, colours: Sequence[str], theme: Theme) -> None:
    """The legend of families, in the corner of the chart without points."""
    made = axes.legend(
        loc="lower right",
        ncols=2,
        facecolor=theme.base,
        edgecolor=theme.border,
        labelcolor=theme.text,
        prop={"size": SMALL_PX * POINTS_PER_PIXEL, "family": families()},
        handletextpad=0.2,
        columnspacing=1.2,
    )
    for handle, colour in zip(made.legend_handles, colours, strict=True):
        handle.set_facecolor(colour)  # opaque, although the search may dim all points
