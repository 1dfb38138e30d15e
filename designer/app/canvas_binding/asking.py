"""What the halves of the binding share: they ask the controller, and the scene gets its answer either way."""

from __future__ import annotations

from collections.abc import Hashable

from designer.app.controller import Controller, Edit
from designer.canvas.scene import CanvasScene
from designer.canvas.shown import MarkRef, Thing
from designer.canvas.translation import tr
from designer.canvas.view import CanvasView


class Asking:
    """Answers requests of the scene with edits.

    Args:
        view: the one that the popups stand over.
    """

    def __init__(
        self, controller: Controller, scene: CanvasScene, view: CanvasView
    ) -> None:
        self.controller, self.scene, self.view = controller, scene, view

    def ask(self, label: str, edit: Edit, *, merge: Hashable | None = None) -> bool:
        """Apply an edit; where it is refused, what the hand moved goes back to its place.

        Args:
            merge: steps in a row with the same key make one.
        """
        done = self.controller.apply(label, edit, merge=merge)
        if not done:
            self.scene.show_state(self.controller.state.scene)
        return done

    def called(self, things: tuple[Thing, ...]) -> str:
        """Nodes, frames and notes, in the name of an undo step."""
        if len(things) > 1:
            count = len(things)
            if any(isinstance(thing, MarkRef) for thing in things):
                return tr("{count} things").format(count=count)
            return tr("{count} nodes").format(count=count)
        (thing,) = things
        if not isinstance(thing, MarkRef):
            return self.controller.document.nodes[thing].name
        return tr("a frame") if thing.kind == "frame" else tr("a note")
