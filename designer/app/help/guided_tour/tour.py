"""Runs the guided tour: each step waits until the user has done it in the real window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from designer.app.fields.field import Field
from designer.app.help.guided_tour.bubble import Bubble, Spot
from designer.app.help.guided_tour.steps import END, STEPS, Step, find
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.workbench import Workbench
from designer.model.document import Document


class GuidedTour(QObject):
    """A tour over a window, one at a time; it starts with an empty design, and can be left at any step."""

    def __init__(self, workbench: Workbench) -> None:
        window = workbench.window
        super().__init__(window)
        self._workbench = workbench
        self._place = 0
        self.spot = Spot(workbench.theme, window)
        self.bubble = Bubble(window)
        self.bubble.left.connect(self.leave)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._update_positions)
        workbench.controller.changed.connect(self._follow)
        workbench.controller.replaced.connect(self.leave)  # another design was opened
        window.installEventFilter(self)
        self._begin_step()

    @property
    def step(self) -> Step:
        """The current step."""
        return STEPS[self._place] if self._place < len(STEPS) else END

    def leave(self) -> None:
        """End the tour."""
        self._workbench.window.removeEventFilter(self)
        self._workbench.controller.changed.disconnect(self._follow)
        self._workbench.controller.replaced.disconnect(self.leave)
        self.setParent(None)  # a tour can be restarted
        for part in (self.spot, self.bubble, self):
            part.deleteLater()
        self._workbench.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _follow(self, state: State) -> None:
        """Go to the next step when the design meets the condition."""
        before = self._place
        while self.step is not END and self.step.done(state):
            self._place += 1
        if self._place != before:
            self._begin_step()
        else:
            self._soon.start()

    def _begin_step(self) -> None:
        step, state = self.step, self._workbench.controller.state
        if step.block and not state.inside:
            node = find(state.document, step.block)
            if node is not None and state.selection != (node.id,):
                QTimer.singleShot(
                    0, lambda: self._workbench.controller.select((node.id,))
                )
        if step.place != "canvas":
            self._workbench.show_panel("inspector")
        ended = step is END
        self.bubble.say(
            tr("STEP {number} OF {count}").format(
                number=self._place + 1, count=len(STEPS)
            )
            if not ended
            else tr("DONE"),
            tr(step.title),
            tr(step.text),
            tr("Close") if ended else tr("Leave the tour"),
        )
        self._update_positions()
        self._soon.start()

    def _update_positions(self) -> None:
        """Update the positions of frame and bubble."""
        window = self._workbench.window
        target = self._target()
        place = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        self.spot.theme = self._workbench.theme
        self.spot.setGeometry(place.adjusted(-4, -4, 4, 4))
        self.bubble.place(place, window.size())
        for part in (self.spot, self.bubble):
            part.show()
            part.raise_()

    def _target(self) -> QWidget:
        workbench, place = self._workbench, self.step.place
        if place == "canvas":
            return workbench.view
        inspector: QWidget = workbench.panel("inspector")
        fields = inspector.findChildren(Field)
        named = (f for f in fields if f.key == place and f.isVisible())
        return next(named, inspector)


def begin_tour(workbench: Workbench) -> None:
    """The guided tour, on an empty design."""

    def begin() -> None:
        workbench.controller.replace_design(Document())
        GuidedTour(workbench)

    if workbench.window.findChild(GuidedTour) is None:
        workbench.files.guard(begin)
