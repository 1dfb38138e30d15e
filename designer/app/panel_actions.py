"""The actions that panels request of the controller and the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from designer.app.workbench import Workbench
from designer.canvas.values.theme import Theme


@dataclass(frozen=True, slots=True)
class PanelActions:
    """What panels can request of the controller and the window, and the theme."""

    attempt: Callable[..., str | None]
    new_gesture: Callable[[], int]
    withdraw: Callable[[int], None]  # undoes what a gesture has done
    repair: Callable[..., None]
    edit: Callable[..., bool]
    say: Callable[..., None]
    reveal: Callable[..., None]
    command: Callable[[str], object]  # gives the window's command of an id
    theme: Theme

    @classmethod
    def of(cls, workbench: Workbench) -> PanelActions:
        """The actions of a window."""
        controller = workbench.controller
        return cls(
            attempt=controller.attempt,
            new_gesture=controller.new_gesture,
            withdraw=controller.withdraw,
            repair=controller.repair,
            edit=controller.apply,
            say=controller.say,
            reveal=controller.reveal,
            command=lambda id: workbench.give(id),
            theme=workbench.theme,
        )
