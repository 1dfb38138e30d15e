"""The controller against mock views, without a window."""

from dataclasses import replace

import pytest

from designer.app.edits import nodes as editing
from designer.app.session.controller import Controller
from designer.model import files
from designer.model.document import Document
from designer.model.edits import move_nodes, rename_node
from designer.model.files import ChangedError


class Views:
    """Notes what a window would show."""

    def __init__(self, controller):
        self.states, self.notices, self.revealed = [], [], []
        controller.changed.connect(self.states.append)
        controller.said.connect(self.notices.append)
        controller.revealed.connect(self.revealed.append)


@pytest.fixture
def controller(qapp):
    return Controller()


@pytest.fixture
def views(controller):
    return Views(controller)


def test_an_edit_reaches_the_views_with_its_analysis(controller, views):
    controller.add_block("image_input", (0, 0))
    (state,) = views.states
    (id,) = state.selection
    assert state.analysis.nodes[id].outputs == ((None, 224, 224, 3),)
    assert state.scene.nodes[id].shape == "224×224×3"
    assert state.dirty
    assert state.undo_label == "Add Image"


def test_a_block_follows_the_selected_one(controller):
    controller.add_block("image_input", (0, 0))
    controller.add_block("stem", (500, 500))
    document = controller.document
    assert [(edge.source, edge.target) for edge in document.edges] == [("n1", "n2")]
    assert document.nodes["n2"].at[1] > document.nodes["n1"].at[1]
    controller.select(())
    controller.add_block("stem", (500, 500))
    assert len(controller.document.edges) == 1


def test_a_branch_stands_beside_what_is_there(controller):
    controller.add_block("image_input", (0, 0))
    for _ in range(2):
        controller.select(("n1",))
        controller.add_block("stem", (0, 0))
    places = [node.at for node in controller.document]
    assert len(set(places)) == 3


def test_a_refusal_is_a_sentence_and_changes_nothing(controller, views):
    controller.add_block("image_input", (0, 0))
    before = controller.document
    done = controller.apply("Rename", lambda d: rename_node(d, "n1", "a b"))
    assert not done
    assert controller.document is before
    assert views.notices[-1].kind == "error"
    assert views.notices[-1].text.startswith("'a b' is no name")


def test_attempt_hands_the_refusal_to_the_field(controller, views):
    controller.add_block("image_input", (0, 0))
    answer = controller.attempt("Rename", lambda d: rename_node(d, "n1", "1x"))
    assert answer.endswith(".")
    assert not views.notices
    assert controller.attempt("Rename", lambda d: rename_node(d, "n1", "x")) is None
    assert controller.document.nodes["n1"].name == "x"


def test_an_edit_is_made_once(controller, views):
    calls = []

    def edit(document):
        calls.append(document)
        return document

    assert controller.attempt("Edit", edit) is None
    assert len(calls) == 1


def test_a_dry_run_changes_nothing(controller, views):
    controller.add_block("image_input", (0, 0))
    before = controller.document
    assert controller.refusal_of(lambda d: rename_node(d, "n1", "x")) is None
    assert controller.refusal_of(lambda d: rename_node(d, "n1", "1x")).endswith(".")
    assert controller.document is before
    assert not views.notices


def test_what_was_added_is_told_once_and_what_was_refused_is_not(controller, views):
    added = []
    controller.added.connect(added.append)
    controller.add_block("image_input", (0, 0))
    controller.add_block("no_such_block", (0, 0))
    assert added == ["image_input"]


def test_undo_and_redo_say_what_they_do(controller, views):
    controller.add_block("image_input", (0, 0))
    controller.apply("Move image_input", lambda d: move_nodes(d, {"n1": (8, 8)}))
    controller.undo()
    assert views.notices[-1].text == "Undone: Move image_input."
    assert controller.document.nodes["n1"].at == (0, 0)
    assert controller.state.redo_label == "Move image_input"
    controller.undo()
    assert not controller.state.dirty
    assert controller.state.undo_label is None
    controller.undo()  # nothing left
    controller.redo()
    controller.redo()
    assert controller.document.nodes["n1"].at == (8, 8)
    assert controller.state.selection == ("n1",)


def test_a_drag_is_one_step(controller):
    controller.add_block("image_input", (0, 0))
    key = controller.new_gesture()
    for x in range(1, 5):
        controller.apply(
            "Move", lambda d, x=x: move_nodes(d, {"n1": (8.0 * x, 0)}), merge=key
        )
    controller.undo()
    assert controller.document.nodes["n1"].at == (0, 0)


def test_selection_forgets_what_is_gone(controller):
    controller.add_block("image_input", (0, 0))
    controller.select(("n1", "n7"))
    assert controller.state.selection == ("n1",)
    controller.undo()
    assert controller.state.selection == ()


def test_reveal_selects_and_asks_for_the_place(controller, views):
    controller.add_block("image_input", (0, 0))
    controller.select(())
    controller.reveal(("n1",))
    assert controller.state.selection == ("n1",)
    assert views.revealed == [("n1",)]


def test_copies_travel_as_text(controller, views):
    controller.add_block("image_input", (0, 0))
    controller.add_block("stem", (0, 0))
    controller.select(("n1", "n2"))
    text = controller.copied()
    assert '"channelwise.design"' in text
    other = Controller()
    other.apply("Paste", lambda d: editing.paste(d, files.loads(text)))
    assert [node.block for node in other.document] == ["image_input", "stem"]
    assert len(other.document.edges) == 1
    assert other.state.selection == tuple(other.document.nodes)
    controller.select(())
    assert controller.copied() == ""


def test_a_repair_is_an_undoable_step(controller):
    controller.add_block("image_input", (0, 0))
    controller.add_block("grouped_conv", (0, 0))
    (issue,) = controller.analysis.errors
    controller.repair(issue.repairs[0])
    assert not controller.analysis.errors
    controller.undo()
    assert controller.analysis.errors == (issue,)


def test_saving_and_opening(controller, views, tmp_path):
    controller.add_block("image_input", (0, 0))
    assert not controller.save()  # nowhere yet
    path = tmp_path / "small.design.json"
    assert controller.save(path)
    assert not controller.state.dirty
    assert controller.state.title == "small.design.json"
    assert controller.document.name == "small"
    other = Controller()
    assert other.open(path)
    assert other.document == controller.document
    assert other.state.path == path
    assert not other.state.dirty


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "JSON"),
        ('{"format": "something.else", "version": 1}', "no Channelwise design"),
        ("\x00", "JSON"),
    ],
)
def test_what_cannot_be_opened_leaves_the_design(
    controller, views, tmp_path, text, says
):
    controller.add_block("image_input", (0, 0))
    before = controller.state
    path = tmp_path / "bad.design.json"
    path.write_text(text)
    assert not controller.open(path)
    assert controller.state is before
    assert views.notices[-1].kind == "error"
    assert says in views.notices[-1].text


def test_what_cannot_be_saved_stays_dirty(controller, views, tmp_path):
    controller.add_block("image_input", (0, 0))
    (tmp_path / "file").write_text("")
    assert not controller.save(tmp_path / "file" / "x.design.json")
    assert controller.state.dirty
    assert controller.state.path is None
    assert views.notices[-1].kind == "error"


def test_a_hard_link_that_was_broken_is_said(controller, views, tmp_path):
    path, other = tmp_path / "x.design.json", tmp_path / "y.design.json"
    controller.save(path)
    other.hardlink_to(path)
    controller.add_block("image_input", (0, 0))
    assert controller.save()
    assert "hard links" in views.notices[-1].text
    assert "image_input" in path.read_text()
    assert "image_input" not in other.read_text()


def test_a_file_that_was_never_read_is_not_replaced(controller, tmp_path):
    path = tmp_path / "x.design.json"
    path.write_text("of someone else")
    controller.add_block("image_input", (0, 0))
    with pytest.raises(ChangedError):
        controller.save(path)
    assert path.read_text() == "of someone else"
    assert controller.state.path is None
    assert controller.save(path, overwrite=True)


def test_a_newer_format_is_only_read(controller, views):
    controller.replace_design(replace(Document(), version=(2, 0)))
    controller.add_block("image_input", (0, 0))
    assert not controller.document.nodes
    sentence = views.notices[-1].text
    assert "newer version (format 2.0)" in sentence
    assert controller.attempt("Edit", lambda d: d) == sentence
    assert controller.refusal_of(lambda d: d) == sentence
