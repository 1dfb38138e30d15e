"""The state of the window as one frozen value, from which pure functions make the content of panels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from designer.analysis.report import Analysis
from designer.app.session.views import View
from designer.canvas.values.scene_state import SceneState
from designer.model.document import Document
from designer.model.history import History

CHINESE = re.compile(r"[\u4e00-\u9fff]")
Kind = Literal["error", "warning", "success", "info"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user, shown above the canvas."""

    text: str
    kind: Kind = "info"


@dataclass(frozen=True, slots=True)
class Commit:
    """A design right after an edit; the state that the window shows of it may follow later.

    Args:
        digest: of what the file held when it was read or saved last.
    """

    history: History
    path: Path | None
    digest: str | None


@dataclass(frozen=True)
class State:
    """A design, its analysis, the selection, and what the window adds to them.

    On the canvas is the design itself, or a part of it that was entered: then `document` and `analysis` are that
    part's, and `root` and `root_analysis` the whole design's.
    """

    document: Document
    analysis: Analysis
    scene: SceneState = field(repr=False)
    selection: tuple[str, ...] = ()
    path: Path | None = None
    digest: str | None = None  # of what the file held when it was read or saved last
    dirty: bool = False
    read_only: bool = False
    undo_label: str | None = None
    redo_label: str | None = None
    baseline: Analysis | None = None  # as the file has it, for the change since then
    views: tuple[View, ...] = field(default=(), repr=False)  # outermost first
    history: History | None = field(default=None, repr=False)

    @property
    def root(self) -> Document:
        """The whole design."""
        return self.views[0].document if self.views else self.document

    @property
    def root_analysis(self) -> Analysis:
        """The analysis of the whole design."""
        return self.views[0].analysis if self.views else self.analysis

    @property
    def inside(self) -> bool:
        """Whether a part of the design is on the canvas."""
        return len(self.views) > 1

    @property
    def origin(self) -> Document:
        """The first document of the history, which identifies the design."""
        past = self.history.past if self.history else ()
        return past[0].document if past else self.root

    @property
    def title(self) -> str:
        """The design's name in the window's title: the file's, or its own."""
        return self.path.name if self.path else self.root.name


def as_sentence(text: str) -> str:
    """A message as a sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return text
    # A name in front keeps its letters: `row_2` is not `Row_2`.
    head = text.split(maxsplit=1)[0]
    if head.isalpha() and head.islower():
        text = text[0].upper() + text[1:]
    if text[-1] in ".?!:。？！：":
        return text
    return f"{text}。" if CHINESE.search(text) else f"{text}."
