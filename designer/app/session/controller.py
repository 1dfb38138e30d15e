"""The controller of a design: holds the history, runs the analysis, and sends states to the views.

Views ask by calling its methods; a refusal comes back as a sentence, never as an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from designer.analysis import analyse, analysing
from designer.analysis.catalog import design_blocks
from designer.analysis.issues import Repair
from designer.analysis.report import Analysis
from designer.app.block_choice.available import BlocksInView
from designer.app.block_choice.own_blocks import OwnBlocks
from designer.app.edits import nodes as editing
from designer.app.session.remarks import locked, remark_on
from designer.app.session.slices import Slices, Work
from designer.app.session.state import Commit, Kind, Notice, State, as_sentence
from designer.app.session.views import (
    Place,
    View,
    refusal_to_enter,
    views,
    written_back,
)
from designer.app.text.translation import tr
from designer.canvas.values.geometry import node_sizes
from designer.canvas.values.options import DEFAULT
from designer.canvas.values.scene_state import SceneState, drawing, scene_state
from designer.model import files
from designer.model.bounds import document_fault
from designer.model.document import EMPTY, Document, Node, Scalar
from designer.model.edits import Refusal, extract
from designer.model.files import ChangedError, FileError
from designer.model.history import History

Edit = Callable[[Document], Document | tuple[Document, tuple[str, ...]]]


class Controller(QObject):
    """One open design: its history, analysis and selection, and the entered block, if any."""

    committed = Signal(object)  # Commit, right after each edit
    changed = Signal(object)  # State, a large design's a little later
    said = Signal(object)  # Notice
    revealed = Signal(object)  # ids of nodes to bring into view
    replaced = Signal(object)  # State, when another design has taken the place
    entered = Signal(object)  # State, when another part of the design is shown
    opening = Signal(object)  # a path, before it is read, and before it is shown
    unreadable = Signal(object)  # a path that could not be read
    added = Signal(str)  # a block of which the user has added a node

    def __init__(
        self, parent: QObject | None = None, *, own_blocks: OwnBlocks | None = None
    ) -> None:
        super().__init__(parent)
        self.own_blocks = own_blocks or OwnBlocks()
        self.own_blocks.setParent(self)
        self._selection: tuple[str, ...] = ()
        self._path: Path | None = None
        self._digest: str | None = None  # of what the file held last
        self._removed: Document | None = None  # what it held before it was removed
        self._scene: SceneState | None = None
        self._gesture = 0
        self._history = History.start(Document())
        root = self._history.present
        self._places: tuple[Place, ...] = ()
        self._views: tuple[View, ...] = (View(root, analyse(root)),)
        self._baseline = self._views[0].analysis
        self.starting: Mapping[str, Mapping[str, Scalar]] = {}  # by block
        self.blocks = BlocksInView(lambda: self.document, self.own_blocks)
        self.options = DEFAULT  # how the canvas is drawn, and so where new nodes go
        self.signatures = self.blocks
        self.slices = Slices(self)
        self._replacing = False  # another design is under way
        self.state = self._made(scene_state(root, self.analysis, design_blocks(root)))

    # What is shown

    @property
    def document(self) -> Document:
        """What is on the canvas: the design, or the body of a block in it."""
        return self._views[-1].document

    @property
    def analysis(self) -> Analysis:
        """The analysis of what is on the canvas."""
        return self._views[-1].analysis

    @property
    def commit(self) -> Commit:
        """The whole design as it was edited last, with its file."""
        return Commit(self._history, self._path, self._digest)

    def _made(self, scene: SceneState) -> State:
        history = self._history
        self._scene = scene
        return State(
            document=self.document,
            analysis=self.analysis,
            scene=scene,
            selection=self._selection,
            path=self._path,
            digest=self._digest,
            dirty=history.dirty,
            read_only=files.is_read_only(history.present)
            or not self._views[-1].editable,
            undo_label=history.undo_label,
            redo_label=history.redo_label,
            baseline=self._baseline,
            views=self._views,
            history=history,
        )

    def _turn(
        self,
        history: History,
        selection: Iterable[str] | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Switch to another history and emit the state; a large change is analysed in slices."""
        self._history = history
        self.committed.emit(self.commit)
        self.slices.run(lambda: self._turning(selection, then))
        if self._places:  # what is inside a block is made from what is outside
            self.slices.settle()

    def _turning(
        self, selection: Iterable[str] | None, then: Callable[[], object]
    ) -> Work:
        """Update the views; where the entered block is gone, leave it."""
        outermost, root = self._views[0], self._history.present
        if root is not outermost.document:
            analysis = yield from analysing(root, outermost.analysis)
            outermost = View(root, analysis)
        found = views(outermost, self._places, self._views, self.options)
        inner = found[-1]
        scene = yield from drawing(
            inner.document,
            inner.analysis,
            design_blocks(inner.document),
            self._scene if len(found) == len(self._views) else None,
        )

        def finish() -> None:
            before = [(view.node, view.copy) for view in self._views]
            self._views, self._places = found, self._places[: len(found) - 1]
            wanted = self._selection if selection is None else tuple(selection)
            self._selection = tuple(id for id in wanted if id in self.document.nodes)
            self.state = self._made(scene)
            self.changed.emit(self.state)
            if before != [(view.node, view.copy) for view in self._views]:
                self.entered.emit(self.state)
            then()

        return finish

    @property
    def _latest(self) -> Document:
        """The views that the next edit starts from: those on the canvas, or those being analysed."""
        return self.document if self._places else self._history.present

    # Places

    def enter(self, id: str, copy: int = 0) -> bool:
        """Enter a node: the body of a composite, or the layers of a library block."""
        if refusal := refusal_to_enter(self._views[-1], id):
            self.say(refusal)
            return False
        self._go((*self._places, Place(id, copy)))
        return True

    def leave(self, levels: int = 1) -> None:
        """Leave so many levels; the node that was entered is selected."""
        if self._places and levels > 0:
            left = self._places[-levels:][0]
            self._go(self._places[:-levels], (left.node,))

    def show_copy(self, copy: int) -> None:
        """Show another copy of the entered row."""
        if self._places:
            self._go((*self._places[:-1], replace(self._places[-1], copy=copy)))

    def _go(self, places: tuple[Place, ...], selection: Iterable[str] = ()) -> None:
        self.slices.settle()
        self._places, self._scene = places, None
        self._turn(self._history, selection)
        self.slices.settle()

    # Edits

    def apply(self, label: str, edit: Edit, *, merge: Hashable | None = None) -> bool:
        """Do one step of the history, as `attempt`; a refusal is shown as a notice."""
        refusal = self._do(label, edit, merge)
        if refusal is not None:
            self.said.emit(refusal)
        return refusal is None

    def attempt(
        self, label: str, edit: Edit, *, merge: Hashable | None = None
    ) -> str | None:
        """Do one step of the history; the nodes that an edit returns are selected.

        Args:
            label: the name of the undo step.
            edit: a function from a document to the next; a `Refusal` changes nothing.
            merge: consecutive steps with the same key make one.

        Returns:
            The sentence of the refusal, None when done.
        """
        refusal = self._do(label, edit, merge)
        return None if refusal is None else refusal.text

    def refusal_of(self, edit: Edit) -> str | None:
        """The sentence that would refuse an edit, None where it can be done; nothing changes."""
        if (reason := self._locked()) is not None:
            return reason.text
        try:
            self._tried(edit)
        except Refusal as refusal:
            return as_sentence(str(refusal))
        return None

    def _do(self, label: str, edit: Edit, merge: Hashable | None) -> Notice | None:
        """Do one step of the history, or return why not."""
        if (reason := self._locked()) is not None:
            return reason
        try:
            document, chosen = self._tried(edit)
        except Refusal as refusal:
            return Notice(as_sentence(str(refusal)), "error")
        if document is not self._history.present:
            self._turn(self._history.do(label, document, merge), chosen)
        elif chosen is not None:
            self.select(chosen)
        return None

    def _tried(self, edit: Edit) -> tuple[Document, tuple[str, ...] | None]:
        """The whole design after an edit, and the nodes to select; raises Refusal."""
        root, present = self._history.present, self._latest
        result = edit(present)
        document, chosen = result if isinstance(result, tuple) else (result, None)
        document = self.own_blocks.brought(present, document)
        if document is present:
            return root, chosen
        document = written_back(root, self._views[1:], document)
        if fault := document_fault(document):
            raise Refusal("too_large", fault)
        return document, chosen

    def _locked(self) -> Notice | None:
        """Why nothing can be edited, None where it can."""
        if self._replacing:
            return Notice(tr("Another design is being opened."))
        return locked(self._history.present, self._views[-1])

    def new_gesture(self) -> int:
        """A key of its own for a gesture whose steps make one: a drag, the typing in a field."""
        self._gesture += 1
        return self._gesture

    def withdraw(self, gesture: int) -> None:
        """Undo the step of a gesture, if it is the last one; the selection stays."""
        key = self._history.merge_key
        if isinstance(key, tuple) and key[-1] == gesture:
            self._turn(self._history.undo())

    def undo(self) -> None:
        self._step(self._history.undo(), tr("Undone"), self._history.undo_label)

    def redo(self) -> None:
        self._step(self._history.redo(), tr("Redone"), self._history.redo_label)

    def jump(self, place: int) -> None:
        """Back or forward to where so many steps are done; nothing that was undone is lost."""
        history = self._history.at(place)
        if history is not self._history:
            self._turn(history)

    def _step(self, history: History, said: str, label: str | None) -> None:
        if label is None:
            return
        before = self._latest.nodes

        def then() -> None:
            nodes = self.document.nodes
            changed = [id for id, node in nodes.items() if before.get(id) != node]
            if len(changed) == 1:
                self.select(changed)
            self.say(tr("{done}: {what}.").format(done=said, what=label))

        self._turn(history, then=then)

    def repair(self, repair: Repair) -> None:
        """Apply a repair that the analysis has found."""
        self.apply(repair.title[:1].upper() + repair.title[1:], repair.edit)

    def add_block(self, block: str, at: editing.Point) -> None:
        """Add a block; with one node selected, it is wired after that node."""
        after = self._selection[0] if len(self._selection) == 1 else None
        self.add(
            block,
            lambda document: editing.add_block(
                document,
                block,
                catalog=self.signatures,
                sizes=node_sizes(self.state.scene, self.options),
                at=at,
                after=after,
                direction=self.options.direction,
                params=self.new_params(block),
            ),
        )

    def add(self, block: str, edit: Edit) -> bool:
        """Do a step that adds a node of a block, and emit `added`."""
        label = tr("Add {block}").format(block=self.title_of(block))
        done = self.apply(label, edit)
        if done:
            self.added.emit(block)
        return done

    def new_params(self, block: str) -> Mapping[str, Scalar]:
        """The parameters of a new node that the user's settings change from the block's defaults."""
        known = self.blocks.get(block)
        return {
            name: value
            for name, value in self.starting.get(block, EMPTY).items()
            if known and known.parameters[name].default != value
        }

    def title_of(self, block: str) -> str:
        """The title of a block in the palette."""
        known = self.blocks.get(block)
        return known.title if known else block

    # Selection and messages

    def select(self, ids: Iterable[str]) -> None:
        chosen = tuple(id for id in ids if id in self.document.nodes)
        if chosen != self._selection:
            self._selection = chosen
            self.state = replace(self.state, selection=chosen)
            self.changed.emit(self.state)

    def selected(self) -> tuple[Node, ...]:
        return tuple(self.document.nodes[id] for id in self._selection)

    def reveal(self, ids: Iterable[str]) -> None:
        """Select nodes and bring them into view."""
        self.select(ids)
        if self._selection:
            self.revealed.emit(self._selection)

    def say(self, text: str, kind: Kind = "info") -> None:
        self.said.emit(Notice(as_sentence(text), kind))

    # Copy and paste

    def copied(self, marks: Iterable[str] = ()) -> str:
        """The selected nodes as the text of a design, with these frames and notes; empty where nothing is selected."""
        chosen = (*self._selection, *marks)
        return files.dumps(extract(self.document, chosen)) if chosen else ""

    # Files

    def replace_design(
        self,
        document: Document,
        path: Path | None = None,
        *,
        saved: bool = True,
        digest: str | None = None,
    ) -> None:
        """Replace the design by another one, which is analysed in slices if it is large.

        Args:
            path: the design's file.
            saved: whether the file holds the design.
            digest: of the file's content when it was read; by default, of its current content.
        """
        if path is not None:
            self.opening.emit(path)
        self.slices.drop()
        self._history = History.start(document, saved=saved)
        digest = digest or (files.digest(path) if path else None)
        self.slices.run(lambda: self._replacing_by(document, path, digest))

    def _replacing_by(
        self, document: Document, path: Path | None, digest: str | None
    ) -> Work:
        self._replacing = True  # what is on the canvas is no longer edited
        try:
            analysis = yield from analysing(document)
            scene = yield from drawing(document, analysis, design_blocks(document))
        except Exception:  # a defect of ours
            if path is not None:
                self.unreadable.emit(path)
            raise
        finally:
            self._replacing = False

        def finish() -> None:
            self._places, self._views = (), (View(document, analysis),)
            self._baseline = analysis
            self._path, self._digest, self._selection = path, digest, ()
            self._removed = None
            self.state = self._made(scene)
            self.committed.emit(self.commit)
            self.changed.emit(self.state)
            self.replaced.emit(self.state)

        return finish

    def open(self, path: Path) -> bool:
        """Open a design file; errors are shown as a notice, and the current design stays."""
        self.opening.emit(path)
        try:
            document, digest = files.load_with_digest(path)
        except FileError as error:
            self.unreadable.emit(path)
            self.say(str(error), "error")
            return False
        self.replace_design(document, path, digest=digest)
        return True

    def reload(self) -> bool:
        """Load the file's current content as an undoable step; False, and a notice, where that fails."""
        if self._path is None:
            return False
        try:
            document, self._digest = files.load_with_digest(self._path)
        except FileError as error:
            self.say(str(error), "error")
            return False
        history = self._history.do(tr("Reload from disk"), document)
        self._turn(history.mark_saved())
        self.slices.settle()
        self._baseline = self._views[0].analysis
        self.state = replace(self.state, baseline=self._baseline)
        self.changed.emit(self.state)
        return True

    def file_is(self, there: bool) -> None:
        """Set whether the design's file exists; without it, the design is unsaved."""
        history = self._history
        if not there and history.saved is not None:
            self._removed = history.saved
            self._turn(replace(history, saved=None))
        elif there and self._removed is not None:
            self._turn(replace(history, saved=self._removed))
            self._removed = None

    def save(
        self, path: Path | None = None, *, quiet: bool = False, overwrite: bool = False
    ) -> bool:
        """Write the design to `path`, or to its own file; False, and a notice, where that fails.

        Args:
            quiet: success shows no notice, and continues the current step of the history.
            overwrite: replace the file, which the user has confirmed.

        Raises:
            ChangedError: the file's content differs from what was last read or saved.
        """
        self.slices.settle()
        target = path or self._path
        if target is None:
            return False
        document = editing.renamed(self._history.present, target.name.partition(".")[0])
        expected = self._digest if target == self._path else None
        if overwrite:
            expected = files.ANY
        try:
            saved = files.save(document, target, expected=expected)
        except ChangedError:
            raise
        except FileError as error:
            self.say(str(error), "error")
            return False
        history = self._history
        if document is not history.present:  # under its first name
            history = replace(history, present=document)
        self._path, self._digest = target, saved.digest
        self._baseline = self._views[0].analysis
        merge_key = history.merge_key if quiet else None
        self._turn(replace(history.mark_saved(), merge_key=merge_key))
        self.slices.settle()
        if not quiet:
            self.say(tr("Saved to {path}.").format(path=target), "success")
        if remark := remark_on(saved.replaced, target):
            self.say(remark, "warning")
        return True
