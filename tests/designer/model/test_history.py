"""Undo and redo give back the very documents that there were."""

from __future__ import annotations

from designer.model.document import Document
from designer.model.history import History

A, B, C, D = (Document(name=name) for name in "abcd")


def test_there_and_back():
    history = History.start(A).do("rename", B).do("move", C)
    assert (history.undo_label, history.redo_label) == ("move", None)
    back = history.undo().undo()
    assert back.present is A
    assert (back.undo_label, back.redo_label) == (None, "rename")
    assert back.undo() is back
    again = back.redo().redo()
    assert again.present is C
    assert again.redo() is again


def test_an_edit_forgets_what_was_undone():
    history = History.start(A).do("rename", B).undo().do("move", C)
    assert history.redo_label is None
    assert history.undo().present is A


def test_nothing_done_is_no_step():
    history = History.start(A)
    assert history.do("move", A) is history


def test_a_drag_is_one_step():
    history = History.start(A).do("move", B, "drag 1").do("move", C, "drag 1")
    assert history.present is C
    assert history.undo().present is A
    assert history.undo().redo().present is C


def test_a_new_gesture_is_a_new_step():
    history = History.start(A).do("move", B, "drag 1").do("move", C, "drag 2")
    assert history.undo().present is B
    plain = History.start(A).do("move", B).do("move", C)
    assert plain.undo().present is B


def test_nothing_grows_after_undo_redo_or_saving():
    history = History.start(A).do("move", B, "drag")
    assert history.undo().redo().do("move", C, "drag").undo().present is B
    assert history.mark_saved().do("move", C, "drag").undo().present is B


def test_dirty():
    history = History.start(A)
    assert not history.dirty
    assert History.start(A, saved=False).dirty
    edited = history.do("rename", B)
    assert edited.dirty
    assert not edited.undo().dirty
    saved = edited.mark_saved()
    assert not saved.dirty
    assert saved.undo().dirty
    assert not saved.undo().redo().dirty
    assert saved.undo().do("move", D).dirty


def test_steps_that_merge_are_called_by_the_last():
    history = History.start(Document())
    for value in (1, 2, 4):
        history = history.do(f"Set phi to {value}", Document(name=f"{value}"), "drag")
    assert len(history.past) == 1
    assert history.undo_label == "Set phi to 4"
    assert history.undo().redo_label == "Set phi to 4"
    assert history.undo().present == Document()
