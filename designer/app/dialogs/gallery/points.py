"""The points of the chart: published variants with both MACs and top-1 accuracy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.app.dialogs.gallery.entries import Options, defaults, describe, percent
from designer.app.text import figures
from designer.app.text.translation import told, tr
from designer.canvas.values.theme import LIGHT
from templates import Template

MARKERS = ("o", "s", "D", "^", "v", "P")


@dataclass(frozen=True)
class Point:
    """A published variant of a template."""

    template: Template
    options: Options
    macs: int
    top1: float
    source: str

    @property
    def name(self) -> str:
        """The title of the template with the options of the variant."""
        special = describe(self.options)
        title = told(self.template.title)
        return f"{title}, {special}" if special else title

    @property
    def text(self) -> str:
        """The tooltip."""
        return tr("{name}\n{macs} MACs, {top1} top-1, as published\n{source}").format(
            name=self.name,
            macs=figures.short(self.macs),
            top1=percent(self.top1),
            source=self.source,
        )

    def is_of(self, id: str, options: Options) -> bool:
        """Whether it is that template with these options."""
        usual = defaults(self.template)
        same = {**usual, **self.options} == {**usual, **options}
        return self.template.id == id and same


@dataclass(frozen=True, slots=True)
class Series:
    """The points of a family, with its hue and marker."""

    family: str
    hue: str
    marker: str
    points: tuple[Point, ...]

    @property
    def best(self) -> Point:
        return max(self.points, key=lambda point: point.top1)


def series(templates: Iterable[Template]) -> Sequence[Series]:
    """The points by family. No two families share both hue and marker."""
    families: dict[str, list[Point]] = {}
    for template in templates:
        for it in template.published:
            if it.macs is not None and it.top1 is not None:
                point = Point(template, it.options, it.macs, it.top1, it.source)
                families.setdefault(template.family, []).append(point)
    hues = tuple(LIGHT.categories)[1:]  # without the input's greyscale
    return [
        Series(
            family,
            hues[place % len(hues)],
            MARKERS[(place + place // len(hues)) % len(MARKERS)],
            tuple(sorted(points, key=lambda point: point.macs)),
        )
        for place, (family, points) in enumerate(families.items())
    ]


def in_order(all_series: Iterable[Series]) -> list[Point]:
    """All points from the fewest MACs to the most, as arrows go through them."""
    points = (point for one in all_series for point in one.points)
    return sorted(points, key=lambda point: (point.macs, point.top1))


def limits(values: Sequence[float], share: float) -> tuple[float, float]:
    """The range of the values with a margin on both sides."""
    low, high = min(values), max(values)
    room = (high - low) * share or 1
    return low - room, high + room
