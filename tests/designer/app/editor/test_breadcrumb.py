"""The breadcrumb: the current view, the way back, other copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from designer.app.editor.breadcrumb import Breadcrumb
from designer.app.session.controller import Controller
from designer.canvas.values.theme import DARK, LIGHT
from designer.model.document import Definition, Document, Edge, Node

BODY = Document(
    nodes={
        "a": Node("a", "block_input", "x"),
        "b": Node("b", "conv_bn", "conv", params={"filters": 8}),
        "c": Node("c", "block_output", "y"),
    },
    edges=(Edge("a", "b"), Edge("b", "c")),
)
DESIGN = Document(
    name="family",
    nodes={
        "1": Node("1", "image_input", "image", params={"height": 32, "width": 32}),
        "2": Node("2", "unit", "rows", repeat=3),
        "3": Node("3", "unit", "other"),
    },
    edges=(Edge("1", "2"), Edge("2", "3")),
    definitions={"unit": Definition("Unit", BODY)},
)


@pytest.fixture
def edited():
    return []


@pytest.fixture
def bar(qtbot, edited):
    controller = Controller()
    made = Breadcrumb(controller, LIGHT, lambda: edited.append(True))
    made.controller = controller
    controller.changed.connect(made.show_state)
    qtbot.addWidget(made)
    controller.replace_design(DESIGN)
    return made


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_not_there_outside(bar):
    assert not bar.isVisible()


def test_each_step_leads_back(bar, qtbot):
    bar.controller.enter("2")
    bar.controller.enter("b")
    assert [step.text() for step in bar.steps()] == ["family", "rows", "conv"]
    assert bar.isVisible()
    click(qtbot, bar.steps()[1])
    assert [step.text() for step in bar.steps()] == ["family", "rows"]
    click(qtbot, bar.leave)
    assert not bar.isVisible()
    assert bar.controller.state.selection == ("2",)


def test_it_says_how_far_a_change_reaches(bar):
    bar.controller.enter("2")
    assert bar.remark.text() == "A change reaches all 2 uses"
    assert not bar.make_editable.isVisible()


def test_a_library_block_can_be_made_editable(bar, qtbot, edited):
    bar.controller.enter("2")
    bar.controller.enter("b")
    click(qtbot, bar.make_editable)
    assert edited == [True]


def test_another_copy_is_chosen(bar):
    bar.controller.enter("2")
    (chooser,) = [
        b for b in bar.findChildren(type(bar.leave)) if b.text().startswith("copy")
    ]
    assert chooser.accessibleName() == "copy 1 of 3"
    chooser.menu().aboutToShow.emit()
    chooser.menu().actions()[2].trigger()
    assert bar.controller.state.views[-1].copy == 2


def test_it_wears_the_theme(bar):
    before = bar.leave.icon().cacheKey()
    bar.set_theme(DARK)
    assert bar.leave.icon().cacheKey() != before
