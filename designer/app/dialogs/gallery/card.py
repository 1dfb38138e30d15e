"""The content of a card in the gallery, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from designer.app.dialogs.gallery.entries import Count, number, origin, percent
from designer.app.dialogs.gallery.miniature import Miniature
from designer.app.text.prose import prose
from designer.app.text.translation import tr
from templates import Published, Template


@dataclass(frozen=True, slots=True)
class Card:
    """The content of a card; values that are not computed yet are None."""

    template: Template
    published: Published | None
    count: Count | None = None
    drawing: Miniature | None = None

    @property
    def tooltip(self) -> str:
        source = self.published.source if self.published else ""
        figures = "\n" + tr("Figures: {source}").format(source=source) if source else ""
        return f"{prose(self.template.description)}\n\n{origin(self.template)}{figures}"

    @property
    def spoken(self) -> str:
        """The figures as text for screen readers."""
        ours, theirs = self.count, self.published
        return tr(
            "{params} parameters, {macs} MACs; "
            "published: {their_params} parameters, {their_macs} MACs, top-1 {top1}"
        ).format(
            params=number(ours.params if ours else None),
            macs=number(ours.macs if ours else None),
            their_params=number(theirs.params if theirs else None),
            their_macs=number(theirs.macs if theirs else None),
            top1=percent(theirs.top1 if theirs else None),
        )
