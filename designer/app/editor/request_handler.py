"""The base of the request handlers: sends edits to the controller, and shows the result on the scene."""

from __future__ import annotations

from collections.abc import Hashable

from designer.app.session.controller import Edit
from designer.app.workbench import Workbench
from designer.canvas.values.translation import tr
from designer.canvas.values.values import MarkRef, Thing
from designer.model.document import Document


class RequestHandler:
    """Handles requests of the scene by edits."""

    def __init__(self, workbench: Workbench) -> None:
        self.workbench, self.controller = workbench, workbench.controller
        self.scene, self.view = workbench.scene, workbench.view

    def ask(self, label: str, edit: Edit, *, merge: Hashable | None = None) -> bool:
        """Apply an edit; where it is refused, what a gesture moved returns to its place.

        Args:
            merge: consecutive steps with the same key make one.
        """
        done = self.controller.apply(label, edit, merge=merge)
        if not done:
            self.scene.show_state(self.controller.state.scene)
        return done

    def ask_block(self, block: str, edit: Edit) -> None:
        """Apply an edit that adds a node of a block."""
        if not self.controller.add(block, edit):
            self.scene.show_state(self.controller.state.scene)

    def called(self, things: tuple[Thing, ...]) -> str:
        """The name of nodes, frames and notes in an undo step."""
        return called(self.controller.document, things)


def called(document: Document, things: tuple[Thing, ...]) -> str:
    """The name of nodes, frames and notes of a design in an undo step."""
    if len(things) > 1:
        count = len(things)
        if any(isinstance(thing, MarkRef) for thing in things):
            return tr("{count} things").format(count=count)
        return tr("{count} nodes").format(count=count)
    (thing,) = things
    if not isinstance(thing, MarkRef):
        return document.nodes[thing].name
    return tr("a frame") if thing.kind == "frame" else tr("a note")
