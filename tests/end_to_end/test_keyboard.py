"""A network built by keyboard alone, with the keys that the window names and the focus where the last one left it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

CONVOLUTIONS = [(16, 3), (16, 5), (24, 3), (24, 5), (32, 3), (32, 7), (48, 3), (48, 5)]


class Typist:
    """Presses only keys that the screen names at that moment."""

    def __init__(self, person):
        self.person = person

    def press(self, key, xdotool=""):
        self.person.wait(lambda: key in self.named(), f"{key} is not named")
        self.person.key(xdotool or key)

    def named(self):
        """The keys that are on the screen."""
        if popup := QApplication.activePopupWidget():
            texts = [w.text() for w in popup.findChildren(QLabel) if w.isVisible()]
            return {word.strip(",") for text in texts for word in text.split()}
        return {hint.keys for hint in self.person.window.key_hints.shown()}

    def add(self, name):
        self.press("Tab")
        self.person.enter(name)
        self.press("Enter", "Return")

    def fill(self, *values):
        """Into the fields of the new node, and back to the canvas."""
        self.press("Enter", "Return")
        for place, value in enumerate(values):
            if place:
                self.press("Tab")
            self.person.enter(str(value))
        self.press("Enter", "Return")


@pytest.mark.window
def test_ten_nodes_with_two_parameters_each(person):
    typist, document = Typist(person), lambda: person.window.controller.document
    typist.add("image")
    typist.fill(96, 96, 1)
    for filters, kernel_size in CONVOLUTIONS:
        typist.add("conv + bn")
        typist.fill(filters, kernel_size)
    typist.add("classifier")
    typist.fill(10, 0.5)
    nodes = list(document())
    assert len(nodes) == 10
    assert nodes[0].params == {"height": 96, "width": 96, "channels": 1}
    params = [node.params for node in nodes]  # 32 and 3 are the defaults
    found = [(p.get("filters", 32), p.get("kernel_size", 3)) for p in params]
    assert found[1:-1] == CONVOLUTIONS
    assert nodes[-1].params == {"classes": 10, "dropout": 0.5}
    assert len(document().edges) == 9
    assert not person.window.controller.analysis.errors
    assert person.window.view.hasFocus()
    assert person.window.controller.state.selection == (nodes[-1].id,)


@pytest.mark.window
def test_enter_takes_the_offered_projection(person):
    controller = person.window.controller
    for block in ("image_input", "stem", "conv_bn"):
        controller.add_block(block, (0.0, 0.0))
    ids = [node.id for node in controller.document]
    controller.select(ids[1:2])
    controller.add_block("Add", (400.0, 400.0))
    person.window.view.fit_all()
    person.settle()
    controller.select(ids[2:])
    person.key("Return")
    person.enter("64")
    person.key("Return")
    person.wire("conv_bn", "Add", "inputs")
    person.see("conversions")
    person.key("Return")
    person.wait(lambda: len(controller.document.nodes) == 5, "no projection")
    assert "projection" in controller.state.undo_label
    assert not controller.analysis.errors
    assert person.window.view.hasFocus()


@pytest.mark.window
def test_a_field_over_the_canvas_keeps_its_keys(person):
    controller = person.window.controller
    for block in ("image_input", "conv_bn"):
        controller.add_block(block, (0.0, 0.0))
    selection = controller.state.selection
    for key, name in (("Return", "first"), ("Tab", "second")):
        person.key("F2")
        person.enter(name)
        person.key(key)
        assert controller.selected()[0].name == name
        assert person.window.view.hasFocus()
        assert QApplication.activePopupWidget() is None
    person.key("F2")
    person.enter("third")
    person.key("Escape")
    assert controller.selected()[0].name == "second"
    assert person.window.view.hasFocus()
    assert controller.state.selection == selection
