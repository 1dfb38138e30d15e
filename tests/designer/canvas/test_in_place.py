"""Texts edited in place: a field over the canvas, by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from designer.canvas.values.values import MarkRef, TextRef
from designer.model.document import Note

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NAME = TextRef("n2")


class Answer:
    """Takes what was typed, or refuses it."""

    def __init__(self, refusal=None):
        self.refusal, self.taken = refusal, []

    def __call__(self, text):
        if self.refusal is None:
            self.taken.append(text)
        return self.refusal


def field(hand, kind=QLineEdit):
    found = [it for it in hand.view.findChildren(kind) if it.isVisible()]
    return found[0] if found else None


@pytest.fixture
def write(hand):
    def write(answer, ref=NAME, text="conv"):
        hand.view.write(ref, text, answer, name="name of conv")
        return field(hand, QPlainTextEdit if ref.is_note else QLineEdit)

    return write


def test_a_double_click_on_a_parameter_asks_to_write_it(hand):
    item = hand.scene.node_item("n2")
    _, box = next(item.settings())
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hand.px(box.center()),
    )

    assert hand.requests("text_requested") == [(TextRef("n2", "filters"),)]
    assert hand.requests("activated") == []


def test_a_double_click_beside_the_parameters_opens_the_node(hand):
    at = hand.px(hand.scene.node_item("n2").body.topLeft() + QPointF(100, 20))
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at,
    )

    assert hand.requests("text_requested") == []
    assert hand.requests("activated") == [("n2",)]


def test_from_afar_no_parameter_can_be_read_so_none_is_written(hand):
    hand.view.zoom_to(0.3)
    item = hand.scene.node_item("n2")
    _, box = next(item.settings())
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hand.px(box.center()),
    )

    assert hand.requests("activated") == [("n2",)]


def test_f2_asks_to_rename(hand):
    hand.scene.select(("n2",))
    hand.key(Key.Key_F2)

    assert hand.requests("text_requested") == [(NAME,)]


def test_the_field_stands_over_the_text_and_has_the_focus(hand, write):
    line = write(Answer())

    assert line.hasFocus()
    assert line.selectedText() == line.text() == "conv"
    assert line.accessibleName() == "name of conv"
    title = hand.px(hand.scene.text_rect(NAME).topLeft())
    assert line.mapTo(hand.view.viewport(), line.rect().topLeft()) == title


def test_enter_takes_what_was_typed(hand, write):
    answer = Answer()
    line = write(answer)
    QTest.keyClicks(line, "stem")
    QTest.keyClick(line, Key.Key_Return)

    assert answer.taken == ["stem"]
    assert field(hand) is None
    assert hand.view.hasFocus()


def test_escape_leaves_it_as_it_was(hand, write):
    answer = Answer()
    line = write(answer)
    QTest.keyClicks(line, "stem")
    QTest.keyClick(line, Key.Key_Escape)

    assert answer.taken == []
    assert field(hand) is None
    assert hand.view.hasFocus()
    assert hand.requests("search_requested") == []  # as Tab would


def test_nothing_typed_asks_nothing(hand, write):
    answer = Answer()
    QTest.keyClick(write(answer), Key.Key_Return)

    assert answer.taken == []
    assert field(hand) is None


def test_what_is_refused_stays_with_the_reason(hand, write):
    answer = Answer("'stem' is taken")
    line = write(answer)
    QTest.keyClicks(line, "stem")
    QTest.keyClick(line, Key.Key_Return)

    assert field(hand) is line
    assert line.text() == "stem"
    said = [it.text() for it in hand.view.findChildren(QLabel) if it.isVisible()]
    assert "'stem' is taken" in said

    answer.refusal = None
    QTest.keyClick(line, Key.Key_Return)
    assert answer.taken == ["stem"]
    assert field(hand) is None


def test_going_elsewhere_takes_what_was_typed(hand, write):
    answer = Answer()
    QTest.keyClicks(write(answer), "stem")
    hand.view.setFocus()

    assert answer.taken == ["stem"]
    assert field(hand) is None


def test_the_field_goes_with_the_canvas(hand, write):
    line = write(Answer())
    hand.view.scroll_by(40, -30)
    title = hand.px(hand.scene.text_rect(NAME).topLeft())
    assert line.mapTo(hand.view.viewport(), line.rect().topLeft()) == title


def test_a_text_out_of_view_comes_into_it(hand, write):
    hand.view.zoom_to(0.1)
    hand.view.centerOn(9000, 9000)
    line = write(Answer())

    assert hand.view.zoom > 0.5
    place = line.mapTo(hand.view.viewport(), line.rect().center())
    assert hand.view.viewport().rect().contains(place)


def test_a_note_has_lines_that_ctrl_enter_takes(hand, write, design, shown):
    note = Note("t1", "one", (300, 40), (200, 80))
    hand.scene.show_state(shown(replace(design, notes=(note,))))
    answer = Answer()
    box = write(answer, TextRef(MarkRef("note", "t1")), "one")
    QTest.keyClick(box, Key.Key_End)
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "two")
    assert answer.taken == []

    QTest.keyClick(box, Key.Key_Return, CTRL)
    assert answer.taken == ["one\ntwo"]
    assert field(hand, QPlainTextEdit) is None


def test_what_is_not_there_opens_no_field(hand, write):
    assert write(Answer(), TextRef("n9")) is None
    assert write(Answer(), TextRef("n2", "groups")) is None
