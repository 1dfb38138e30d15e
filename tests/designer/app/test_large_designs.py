"""Designs of many hundreds of nodes: each change is shown in slices, and nothing is lost in between."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from designer.app.editor.thumbnails import MOST_NODES, Thumbnails
from designer.app.edits.marks import move
from designer.app.session.state import Notice
from designer.canvas.values.theme import LIGHT
from designer.model import files
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import rename_node, set_variable

COUNT = 300


@pytest.fixture(scope="module")
def document():
    """A chain of convolutions whose width is a variable, in rows."""
    ids = [f"n{number}" for number in range(COUNT)]
    blocks = {"n0": ("image_input", {})}
    nodes = {
        id: Node(
            id,
            *(blocks.get(id, ("conv_bn",))[0], id),
            at=(240.0 * (place % 20), 160.0 * (place // 20)),
            params=blocks.get(id, ("", {"filters": "=round(16 * alpha)"}))[1],
        )
        for place, id in enumerate(ids)
    }
    edges = tuple(Edge(a, b) for a, b in pairwise(ids))
    variables = {"alpha": Variable(1.0, minimum=0.25, maximum=4.0)}
    return Document(name="large", nodes=nodes, edges=edges, variables=variables)


@pytest.fixture
def path(document, tmp_path):
    path = tmp_path / "large.design.json"
    files.save(document, path)
    return path


@pytest.fixture
def shown(qtbot):
    """Waits until a window shows its design as it was edited last."""

    def wait(window):
        done = []
        window.when_shown(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done))

    return wait


@pytest.fixture
def large(window, path, shown):
    assert window.files.load(path)
    shown(window)
    return window


def alpha(value):
    return lambda document: set_variable(
        document, "alpha", replace(document.variables["alpha"], value=value)
    )


def width(window, id="n299"):
    return window.controller.analysis.nodes[id].outputs[0][-1]


def test_its_picture_does_not_show_the_design_before_it(
    network, path, shown, monkeypatch
):
    kept = []
    monkeypatch.setattr(
        Thumbnails,
        "keep",
        lambda self, path, scene: kept.append((path, len(scene.nodes))),
    )
    assert network.files.load(path)
    shown(network)
    assert kept == [(path, COUNT)]


def test_a_design_that_is_too_large_for_a_picture_loses_its_old_one(network, tmp_path):
    pictures, file = Thumbnails(tmp_path), tmp_path / "net.design.json"
    pictures.keep(file, network.scene.state)
    assert pictures.of(file, LIGHT) is not None
    scene = network.scene.state
    (node, *_) = scene.nodes.values()
    many = dict.fromkeys(map(str, range(MOST_NODES + 1)), node)
    pictures.keep(file, replace(scene, nodes=many))
    assert pictures.of(file, LIGHT) is None


def test_a_file_opens_in_slices(window, path, shown):
    assert window.files.load(path)
    assert window.controller.slices.busy
    assert not window.controller.document.nodes
    shown(window)
    assert len(window.controller.document.nodes) == COUNT
    assert window.scene.state.nodes.keys() == window.controller.document.nodes.keys()
    assert len(window.scene.state.wires) == COUNT - 1
    assert window.windowTitle().startswith("large.design.json")
    seen = window.view.mapToScene(window.view.viewport().rect()).boundingRect()
    assert seen.contains(window.scene.bounds_of())


def test_an_edit_of_the_design_that_is_going_is_not_made_in_the_next(
    window, path, shown
):
    window.files.load(path)
    assert not window.controller.apply("Alpha", alpha(2.0))
    shown(window)
    assert width(window) == 16
    assert not window.controller.state.dirty


def test_the_second_of_two_files_is_shown(window, path, shown, tmp_path, document):
    other = tmp_path / "other.design.json"
    files.save(replace(document, name="other"), other)
    window.files.load(path)
    window.files.load(other)
    shown(window)
    assert window.controller.state.path == other
    assert window.controller.document.name == "other"


def test_a_slider_shows_its_last_value_and_is_one_step(large, shown):
    for step in range(1, 9):
        large.controller.apply("Set alpha", alpha(step / 2), merge="drag")
    assert large.controller.slices.busy
    shown(large)
    assert width(large) == 64
    assert large.scene.state.nodes["n299"].shape.endswith("64")
    large.controller.undo()
    shown(large)
    assert width(large) == 16
    assert large.controller.state.undo_label is None


def test_edits_that_come_before_the_last_is_shown_are_all_made(large, shown):
    large.controller.apply("Set alpha", alpha(2.0))
    large.controller.apply("Rename", lambda d: rename_node(d, "n7", "seven"))
    assert large.controller.slices.busy
    shown(large)
    assert width(large) == 32
    assert large.scene.state.nodes["n7"].title == "seven"


def test_what_is_saved_is_the_last_edit(large, path):
    large.controller.apply("Set alpha", alpha(2.0))
    assert large.controller.save()
    assert files.load(path).variables["alpha"].value == 2.0
    assert not large.controller.state.dirty


def test_a_block_is_entered_with_the_last_edit(large):
    large.controller.apply("Set alpha", alpha(2.0))
    assert large.controller.enter("n5")
    assert not large.controller.slices.busy
    assert width(large, next(reversed(large.controller.document.nodes))) == 32


def test_closing_asks_about_the_last_edit(large, find):
    large.controller.apply("Set alpha", alpha(2.0))
    large._leaving = False
    large.close()
    assert large.isVisible()
    find("unsaved changes").reject()


def test_a_large_file_says_that_it_opens(window, path, shown, monkeypatch, find):
    monkeypatch.setattr("designer.app.window.main_window.LARGE_BYTES", 1_000)
    read = files.load_with_digest
    seen = []

    def reading(path):
        seen.append(find("message", window).text())
        return read(path)

    monkeypatch.setattr(files, "load_with_digest", reading)
    assert window.files.load(path)
    assert seen == ["Opening large.design.json …"]
    assert window.notice.isVisible()
    shown(window)
    assert not window.notice.isVisible()


def test_what_cannot_be_opened_no_longer_says_that_it_opens(
    window, tmp_path, monkeypatch, find
):
    monkeypatch.setattr("designer.app.window.main_window.LARGE_BYTES", 1_000)
    broken = tmp_path / "broken.design.json"
    broken.write_text("{" + " " * 2_000)
    assert not window.files.load(broken)
    assert "Opening" not in find("message", window).text()
    window.notice.pass_over()
    assert not window.notice.isVisible()


def test_an_opening_notice_comes_before_one_that_waits(window, path, monkeypatch, find):
    monkeypatch.setattr("designer.app.window.main_window.LARGE_BYTES", 1_000)
    window.notice.say(Notice("Unsaved."), "Restore", topic="unsaved")
    window.controller.opening.emit(path)
    assert find("message", window).text() == "Opening large.design.json …"
    window.controller.unreadable.emit(path)
    assert find("message", window).text() == "Unsaved."


def test_home_waits_for_the_picture(large, shown, qtbot):
    """It fits the places that the nodes will have."""
    view = large.view
    far = {f"n{number}": (6_000.0 + 20 * number, 0.0) for number in range(1, COUNT)}
    large.controller.apply("Move", lambda document: move(document, far))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    shown(large)
    last = large.scene.node_item(f"n{COUNT - 1}")
    assert last.pos().x() > 6_000
    qtbot.waitUntil(lambda: view.seen.contains(last.body))
    zoom = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.zoom == zoom


def test_a_layout_is_painted_when_it_is_whole(large, shown, qtbot):
    view = large.view
    before = view.grab().toImage()
    far = {f"n{number}": (20.0 * number, 3_000.0) for number in range(1, COUNT)}
    painted = []
    large.scene.shown.connect(lambda: painted.append(view.viewport().updatesEnabled()))
    large.controller.apply("Move", lambda document: move(document, far))
    shown(large)
    assert painted[-1]
    assert len(painted) > 2
    assert not any(painted[:-1])
    assert view.grab().toImage() != before

    painted.clear()
    large.controller.apply("Alpha", alpha(0.5))
    shown(large)
    assert all(painted)
