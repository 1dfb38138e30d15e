"""Everything up to a node: what it is and costs, on the canvas."""

from __future__ import annotations

from designer.analysis.upto import UpTo, up_to
from designer.app.editor.request_handler import Asking
from designer.app.text.figures import exact, in_bytes, receptive, short
from designer.app.workbench import Workbench
from designer.canvas.values.scene_state import shape_text
from designer.canvas.values.translation import tr


class UpToNode(Asking):
    """Answers the question what a network comes to up to a node, for as long as it is asked."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.scene.up_to_requested.connect(self.toggle)
        self.scene.shown.connect(self._follow)

    def toggle(self, node: str) -> None:
        """Show it; once more ends it."""
        if node == self.scene.spotlight.up_to:
            self.scene.spotlight.off()
        else:
            self._show(node)

    def _follow(self) -> None:
        """The design has changed: say what it comes to now."""
        node = self.scene.spotlight.up_to
        if node in self.controller.analysis.nodes:
            self._show(node)
        elif node:
            self.scene.spotlight.off()

    def _show(self, node: str) -> None:
        found = up_to(self.controller.analysis, node)
        self.scene.spotlight.show_up_to(node, found.nodes, rows(found))


def rows(found: UpTo) -> list[tuple[str, str]]:
    """What is said of it, line by line."""
    unknown = tr("unknown")
    shapes = ", ".join(map(shape_text, found.shapes)) or unknown
    field = receptive(found.receptive_field) if found.shapes else unknown
    lines = [
        (tr("Shape"), shapes),
        (tr("Receptive field"), field),
        (tr("Parameters"), exact(found.cost.params)),
        (tr("MACs"), short(found.cost.macs)),
        (tr("FLOPs"), short(found.cost.flops)),
        (tr("Peak memory"), in_bytes(found.peak_activation_bytes)),
    ]
    if found.left_out:
        count = len(found.left_out)
        lines.append((tr("Not counted"), tr("{count} nodes").format(count=count)))
    return lines
