"""Commands of the canvas by keys and menus: marks, mute, collapse, colour, order, options."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from designer.app.commands.arranging import COMMANDS as ORDERS
from designer.canvas.values.theme import LIGHT
from designer.canvas.values.values import MarkRef
from designer.canvas.view.minimap import Minimap
from designer.model.edits import add_node, connect, move_nodes, set_frame

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chain(window):
    """image -> conv -> conv in a window, at places that are not in line."""

    def build(document):
        catalog = window.controller.signatures
        last = None
        rows = (
            ("image_input", (0, 0), {"height": 32, "width": 32}),
            ("conv_bn", (40, 200), {"filters": 8}),
            ("conv_bn", (-16, 360), {"filters": 16}),
        )
        for block, at, params in rows:
            document, id = add_node(
                document, block, catalog=catalog, at=at, params=params
            )
            if last:
                document = connect(document, last, id, catalog=catalog)
            last = id
        return document, ()

    window.controller.apply("Build", build)
    window.view.fit_all()
    return window


@pytest.fixture
def press(qtbot):
    """Presses keys on the canvas."""
    return lambda window, key, keys=Qt.KeyboardModifier.NoModifier: qtbot.keyClick(
        window.view, key, keys
    )


def document(window):
    return window.controller.document


def field(window, kind=QLineEdit):
    return next(it for it in window.view.findChildren(kind) if it.isVisible())


def test_a_frame_around_the_selection_with_its_title(chain, press):
    chain.controller.select(("n2", "n3"))
    press(chain, Key.Key_G, CTRL | SHIFT)
    QTest.keyClicks(field(chain), "Stage 1")
    QTest.keyClick(field(chain), Key.Key_Return)

    (frame,) = document(chain).frames
    assert frame.title == "Stage 1"
    left, top = frame.at
    right, bottom = left + frame.size[0], top + frame.size[1]
    for id in ("n2", "n3"):
        body = chain.scene.node_item(id).body
        assert left < body.left()
        assert body.right() < right
        assert top < body.top()
        assert body.bottom() < bottom

    press(chain, Key.Key_Z, CTRL)
    press(chain, Key.Key_Z, CTRL)
    assert document(chain).frames == ()


def test_a_note_where_the_hand_is(chain, press):
    press(chain, Key.Key_N)
    box = field(chain, QPlainTextEdit)
    QTest.keyClicks(box, "Why 16?")
    QTest.keyClick(box, Key.Key_Return, CTRL)

    (note,) = document(chain).notes
    assert note.text == "Why 16?"
    assert chain.scene.selected_marks() == (MarkRef("note", note.id),)

    press(chain, Key.Key_Delete)
    assert document(chain).notes == ()


def test_a_frame_moves_what_it_holds_in_one_step(chain, press):
    chain.controller.select(("n2", "n3"))
    press(chain, Key.Key_G, CTRL | SHIFT)
    QTest.keyClick(field(chain), Key.Key_Escape)
    (frame,) = document(chain).frames
    before = {id: node.at for id, node in document(chain).nodes.items()}
    viewport = chain.view.viewport()
    start = chain.view.mapFromScene(QPointF(frame.at[0] + 40, frame.at[1] + 14))
    step = (
        start
        + chain.view.mapFromScene(QPointF(96, 0))
        - chain.view.mapFromScene(QPointF(0, 0))
    )
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + step) / 2)
    QTest.mouseMove(viewport, step)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=step)

    after = {id: node.at for id, node in document(chain).nodes.items()}
    way = document(chain).frames[0].at[0] - frame.at[0]
    assert way > 80
    assert after["n1"] == before["n1"]
    for id in ("n2", "n3"):
        assert after[id] == (before[id][0] + way, before[id][1])

    press(chain, Key.Key_Z, CTRL)
    assert document(chain).frames == (frame,)
    assert {id: n.at for id, n in document(chain).nodes.items()} == before


def test_copies_take_frames_along(chain, press):
    chain.controller.select(("n2", "n3"))
    press(chain, Key.Key_G, CTRL | SHIFT)
    QTest.keyClick(field(chain), Key.Key_Escape)
    chain.scene.select(("n2",), (), (MarkRef("frame", "f1"),))
    press(chain, Key.Key_C, CTRL)
    assert '"frames"' in QGuiApplication.clipboard().text()

    press(chain, Key.Key_V, CTRL)
    assert len(document(chain).frames) == 2
    assert len(document(chain).nodes) == 4


def test_nudges_in_a_row_are_one_step(chain, press):
    chain.controller.select(("n2",))
    for _ in range(4):
        press(chain, Key.Key_Right)
    press(chain, Key.Key_Down, SHIFT)
    assert document(chain).nodes["n2"].at == (44, 208)

    press(chain, Key.Key_Z, CTRL)
    assert document(chain).nodes["n2"].at == (40, 200)


def test_b_mutes_and_lets_work_again(chain, press):
    chain.controller.select(("n2",))
    press(chain, Key.Key_B)
    assert document(chain).nodes["n2"].muted
    assert chain.scene.node_item("n2").node.muted
    assert chain.controller.analysis.nodes["n2"].cost.params == 0
    assert chain.actions_by_id["mute"].text() == "Let work again"

    press(chain, Key.Key_B)
    assert not document(chain).nodes["n2"].muted


def test_h_collapses_and_expands(chain, press):
    chain.controller.select(("n2", "n3"))
    high = chain.scene.node_item("n2").body.height()
    press(chain, Key.Key_H)
    assert chain.scene.node_item("n2").body.height() < high / 2

    press(chain, Key.Key_H)
    assert chain.scene.node_item("n2").body.height() == high


def test_a_colour_from_the_menu(chain, qtbot):
    chain.controller.select(("n2",))
    chain.actions_by_id["colour"].trigger()
    menu = next(
        it for it in chain.findChildren(QMenu) if it.accessibleName() == "colours"
    )
    teal = next(it for it in menu.actions() if it.text() == "Teal")
    menu.setActiveAction(teal)
    qtbot.keyClick(menu, Key.Key_Return)

    assert document(chain).nodes["n2"].colour == LIGHT.categories["teal"]


def test_f2_renames_and_says_what_is_taken(chain, press):
    chain.controller.select(("n2",))
    press(chain, Key.Key_F2)
    line = field(chain)
    taken = document(chain).nodes["n3"].name
    QTest.keyClicks(line, taken)
    QTest.keyClick(line, Key.Key_Return)
    assert line.isVisible()

    line.selectAll()
    QTest.keyClicks(line, "stem")
    QTest.keyClick(line, Key.Key_Return)
    assert document(chain).nodes["n2"].name == "stem"


@pytest.mark.parametrize(
    ("typed", "value"), [("24", 24), ("=8 * 4", "=8 * 4"), ("many", None)]
)
def test_a_parameter_is_written_where_it_stands(chain, typed, value):
    item = chain.scene.node_item("n2")
    setting, box = next(item.settings())
    assert setting.name == "filters"
    chain.view.zoom_to(1)
    chain.view.centerOn(box.center())
    at = chain.view.mapFromScene(box.center())
    QTest.mouseDClick(
        chain.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at,
    )
    line = field(chain)
    assert line.text() == "8"
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Key.Key_Return)

    if value is None:
        assert line.isVisible()
        assert document(chain).nodes["n2"].params["filters"] == 8
    else:
        assert document(chain).nodes["n2"].params["filters"] == value


def test_up_to_here_follows_edits_and_ends(chain, press):
    chain.controller.select(("n2",))
    chain.actions_by_id["up_to_here"].trigger()
    spotlight = chain.scene.spotlight
    assert spotlight.up_to == "n2"
    assert "32×32×8" in spotlight.text
    # 3*3*3*8 weights, batch norm's 4*8
    assert "Parameters: 248" in spotlight.text

    press(chain, Key.Key_B)
    assert "Parameters: 0" in spotlight.text

    press(chain, Key.Key_Escape)
    assert not spotlight.on


def middles(window):
    return {
        window.scene.node_item(id).body.center().x() for id in document(window).nodes
    }


@pytest.mark.parametrize(
    ("command", "check"),
    [
        ("align_left", lambda w: len({n.at[0] for n in document(w)}) == 1),
        ("align_centre", lambda w: len(middles(w)) == 1),
        ("straighten", lambda w: len(middles(w)) == 1),
        ("arrange", lambda w: document(w).nodes["n1"].at[1] == 0),
    ],
)
def test_order_is_one_step_and_glides(chain, press, qtbot, command, check):
    before = {id: node.at for id, node in document(chain).nodes.items()}
    chain.controller.select(document(chain).nodes)
    chain.actions_by_id[command].trigger()
    assert check(chain) or chain.scene.glider.gliding
    qtbot.waitUntil(lambda: not chain.scene.glider.gliding)
    assert check(chain)

    press(chain, Key.Key_Z, CTRL)
    assert {id: n.at for id, n in document(chain).nodes.items()} == before


def test_distribute_evens_the_gaps(chain):
    chain.controller.select(document(chain).nodes)
    chain.actions_by_id["distribute_down"].trigger()
    chain.scene.glider.stop()
    bodies = sorted(
        (chain.scene.node_item(id).body for id in document(chain).nodes),
        key=lambda body: body.top(),
    )
    gaps = [below.top() - above.bottom() for above, below in pairwise(bodies)]
    assert gaps[0] == pytest.approx(gaps[1])


def test_orders_wait_for_several(chain):
    chain.controller.select(("n2",))
    waiting = {c.id for c in ORDERS if not chain.actions_by_id[c.id].isEnabled()}

    assert waiting == {c.id for c in ORDERS} - {"arrange"}


def test_switches_are_remembered(chain, press):
    high = chain.scene.node_item("n2").body.height()
    chain.actions_by_id["show_parameters"].trigger()
    assert chain.scene.node_item("n2").body.height() < high
    assert not chain.settings_store.settings.view.parameters
    assert not chain.actions_by_id["show_parameters"].isChecked()

    press(chain, Key.Key_M)
    assert chain.view.findChild(Minimap).isVisible()
    press(chain, Key.Key_M)
    assert not chain.view.findChild(Minimap).isVisible()


def test_a_network_that_flows_right_is_arranged_so(chain):
    chain.actions_by_id["show_direction"].trigger()
    chain.actions_by_id["arrange"].trigger()
    chain.scene.glider.stop()

    image, conv = (chain.scene.node_item(id).body for id in ("n1", "n2"))
    assert image.right() < conv.left()
    assert image.center().y() == conv.center().y()


def test_what_is_new_goes_with_the_flow(chain):
    chain.actions_by_id["show_direction"].trigger()
    chain.controller.select(("n3",))
    chain.controller.add_block("conv_bn", (0, 0))

    before, after = (chain.scene.node_item(id).body for id in ("n3", "n4"))
    assert before.right() < after.left()
    assert before.top() == after.top()


def test_arranged_nodes_keep_their_frame(chain, press):
    chain.controller.select(("n2", "n3"))
    press(chain, Key.Key_G, CTRL | SHIFT)
    QTest.keyClick(field(chain), Key.Key_Escape)
    chain.controller.apply(
        "Move", lambda document: move_nodes(document, {"n2": (900, 240)})
    )
    chain.controller.apply("Frame", lambda d: set_frame(d, "f1", size=(1200, 500)))
    chain.controller.select(())
    press(chain, Key.Key_L, CTRL)
    chain.scene.glider.stop()

    (frame,) = document(chain).frames
    body = chain.scene.marks[MarkRef("frame", frame.id)].body
    bodies = {id: chain.scene.node_item(id).body for id in document(chain).nodes}
    assert body.contains(bodies["n2"])
    assert body.contains(bodies["n3"])
    assert not body.intersects(bodies["n1"])
    assert body.width() < 300


def test_a_note_stands_beside_the_node_under_the_hand(network, monkeypatch):
    (node, *_) = network.scene.state.nodes
    item = network.scene.node_item(node)
    monkeypatch.setattr(network.workbench, "where", lambda: item.body.center())
    network.actions_by_id["note"].trigger()
    (note,) = network.controller.document.notes
    left, top = note.at
    width, height = note.size
    boxes = (network.scene.box_of(id) for id in network.scene.state.nodes)
    assert not any(
        left < x1 and x0 < left + width and top < y1 and y0 < top + height
        for x0, y0, x1, y1 in boxes
    )
