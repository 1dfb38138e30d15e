"""Highlights everything up to a node, and shows its total cost on the canvas."""

from __future__ import annotations

from designer.analysis.measures import Place, Unit, shown
from designer.analysis.upto import UpTo, up_to
from designer.app.editor.request_handler import RequestHandler
from designer.app.text.figures import FORMS
from designer.app.workbench import Workbench
from designer.canvas.values.scene_state import shape_text
from designer.canvas.values.translation import tr


class UpToNode(RequestHandler):
    """Shows the totals of the network up to a node until it is switched off."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.scene.up_to_requested.connect(self.toggle)
        self.scene.shown.connect(self._follow)

    def toggle(self, node: str) -> None:
        """Show or hide the totals up to a node."""
        if node == self.scene.spotlight.up_to:
            self.scene.spotlight.off()
        else:
            self._show(node)

    def _follow(self) -> None:
        """Update the totals of the changed design."""
        node = self.scene.spotlight.up_to
        if node in self.controller.analysis.nodes:
            self._show(node)
        elif node:
            self.scene.spotlight.off()

    def _show(self, node: str) -> None:
        found = up_to(self.controller.analysis, node)
        self.scene.spotlight.show_up_to(node, found.nodes, rows(found))


def rows(found: UpTo) -> list[tuple[str, str]]:
    """The lines of its card."""
    unknown = tr("unknown")
    shapes = ", ".join(map(shape_text, found.shapes)) or unknown
    lines = [(tr("Shape"), shapes)]
    for measure in shown(Place.UP_TO, "receptive_field"):
        seen = found.shapes or measure.unit is not Unit.PIXELS
        text = FORMS[measure.unit].brief(measure.total(found.network))
        lines.append((tr(measure.name), text if seen else unknown))
    if found.left_out:
        count = len(found.left_out)
        lines.append((tr("Not counted"), tr("{count} nodes").format(count=count)))
    return lines
