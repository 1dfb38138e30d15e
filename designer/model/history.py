"""The history of a design: every document that there was, so that undo and redo are exact and without limit."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from designer.model.document import Document


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what it is called, and the document on its other side (before it when done, after it when undone)."""

    label: str
    document: Document


@dataclass(frozen=True, slots=True)
class History:
    """Where the design is among its steps. Every method returns another history."""

    present: Document
    past: tuple[Step, ...] = ()  # oldest first
    future: tuple[Step, ...] = ()  # next to be redone last
    saved: Document | None = None
    merge_key: Hashable | None = None  # of the last step, while it can still grow

    @classmethod
    def start(cls, document: Document, *, saved: bool = True) -> History:
        """A history that begins with `document`; not `saved`, it is dirty from the start."""
        return cls(document, saved=document if saved else None)

    def do(
        self, label: str, document: Document, merge: Hashable | None = None
    ) -> History:
        """Go on to `document`. What had been undone is forgotten.

        Args:
            merge: steps in a row with the same key make one, so that a drag is one step; a gesture that begins
                anew brings a new key.
        """
        if document is self.present:
            return self
        if merge is not None and merge == self.merge_key:
            # The label names the value that was set last.
            past = (*self.past[:-1], replace(self.past[-1], label=label))
            return replace(self, present=document, past=past)
        past = (*self.past, Step(label, self.present))
        return History(document, past, (), self.saved, merge)

    def undo(self) -> History:
        """Back by one step; itself at the beginning."""
        if not self.past:
            return self
        *past, step = self.past
        future = (*self.future, Step(step.label, self.present))
        return History(step.document, tuple(past), future, self.saved)

    def redo(self) -> History:
        """Forward by one step; itself at the end."""
        if not self.future:
            return self
        *future, step = self.future
        past = (*self.past, Step(step.label, self.present))
        return History(step.document, past, tuple(future), self.saved)

    def at(self, place: int) -> History:
        """Back or forward to where so many steps are done, as far as there are any."""
        history = self
        while len(history.past) > place and history.past:
            history = history.undo()
        while len(history.past) < place and history.future:
            history = history.redo()
        return history

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back; None at the beginning."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again; None at the end."""
        return self.future[-1].label if self.future else None

    def mark_saved(self) -> History:
        """The present document is what the file holds."""
        return replace(self, saved=self.present, merge_key=None)

    @property
    def dirty(self) -> bool:
        """Whether the file holds something else. Undoing to the saved document makes it clean again."""
        return self.present is not self.saved
