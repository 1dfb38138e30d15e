"""The totals bar: what each figure counts, its breakdown, and its change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from designer.analysis.measures import MEASURES, Place, shown
from designer.app.text.figures import in_bytes
from designer.app.window.totals import origins
from designer.model.edits import set_muted, set_variable
from templates import gallery

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def mobilenet(window):
    window.controller.replace_design(gallery()["mobilenet_v2"].document())
    return window


def set_alpha(window, value):
    window.controller.apply(
        "Set alpha",
        lambda document: set_variable(
            document, "alpha", replace(document.variables["alpha"], value=value)
        ),
    )


def test_each_says_what_it_counts(mobilenet, find):
    for measure in shown(Place.TOTALS):
        tooltip = find(f"total: {measure.name}", mobilenet).toolTip()
        assert measure.help in tooltip
    # keras.applications.MobileNetV2
    assert find("total: Parameters", mobilenet).text() == "3,538,984"
    assert find("total: Trainable", mobilenet).text() == "3,504,872"
    assert "300,774,272 MACs" in find("total: MACs", mobilenet).toolTip()


def test_a_click_shows_where_it_comes_from_and_leads_there(mobilenet, find, qtbot):
    qtbot.mouseClick(find("where Parameters comes from", mobilenet), LEFT)
    rows = find("origins")
    assert rows.item(0).text() == "classifier"  # 1280 x 1000 + 1000
    spoken = rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "classifier: 1,281,000, 36 %"
    at = rows.visualItemRect(rows.item(0)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=at)
    (chosen,) = mobilenet.controller.state.selection
    assert mobilenet.controller.document.nodes[chosen].name == "classifier"


def test_the_keys_do_it_too(mobilenet, find, qtbot):
    figure = find("where MACs comes from", mobilenet)
    figure.setFocus()
    qtbot.keyClick(figure, Qt.Key.Key_Space)
    rows = find("origins")
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    wanted = rows.item(1).text()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    (chosen,) = mobilenet.controller.state.selection
    assert mobilenet.controller.document.nodes[chosen].name == wanted


def test_shares_add_up_and_memory_has_its_fullest_row(mobilenet):
    analysis = mobilenet.controller.analysis
    for id in ("params", "macs", "flops", "size_bytes"):
        found = origins(MEASURES[id], analysis)
        assert sum(origin.share for origin in found) == pytest.approx(1, abs=0.02)
    fullest = origins(MEASURES["peak_activation_bytes"], analysis)[0]
    assert fullest.share == 1
    assert fullest.text == in_bytes(analysis.peak_activation_bytes)


def test_changes_are_against_the_saved_design_or_a_pinned_one(
    mobilenet, find, qtbot, tmp_path
):
    params = find("total: Parameters", mobilenet)
    mobilenet.controller.save(tmp_path / "m.design.json")
    set_alpha(mobilenet, 0.5)
    # keras.applications.MobileNetV2(alpha=0.5)
    assert params.text() == "1,987,224"
    change = find("change: Parameters", mobilenet)
    assert change.text() == "−1.55 M"
    assert "since it was saved" in params.toolTip()
    pin = find("pin the totals", mobilenet)
    qtbot.mouseClick(pin, LEFT)
    assert not change.isVisible()
    set_alpha(mobilenet, 1.0)
    assert change.text() == "+1.55 M"
    assert "was pinned" in params.toolTip()
    mobilenet.controller.save()
    assert change.isVisible()
    qtbot.mouseClick(pin, LEFT)
    assert not change.isVisible()


def test_what_muting_changes_is_said(mobilenet, find, qtbot):
    controller = mobilenet.controller
    before = controller.analysis.total.params
    dropped = controller.document.named("row3").id
    controller.apply("Mute", lambda document: set_muted(document, [dropped], True))
    with qtbot.waitSignal(mobilenet.totals._pause.timeout):
        pass
    note = find("muted", mobilenet)
    assert note.text().startswith("1 muted: −")
    lost = before - controller.analysis.total.params
    assert f"Parameters: −{lost / 1000:.1f} k" in note.toolTip()
    controller.select(())
    qtbot.mouseClick(note, LEFT)
    assert controller.state.selection == (dropped,)
    controller.undo()
    assert not note.isVisible()


def test_in_a_narrow_window_nothing_is_cut(mobilenet, find):
    set_alpha(mobilenet, 0.5)
    bar = mobilenet.totals
    mobilenet.resize(1280, 720)
    for width in (1280, 900, 600):
        bar.resize(width, bar.height())
        visible = [f for f in bar.figures.values() if f.isVisible()]
        assert visible[0].measure.name == "Parameters"
        assert sum(f.sizeHint().width() for f in visible) < width
    assert len(visible) < len(bar.figures)


def test_inside_a_block_its_figures_stand_beside_the_designs(mobilenet, find):
    controller = mobilenet.controller
    whole = controller.analysis.total.params
    row = controller.document.named("head").id
    own = controller.analysis.nodes[row].cost.params
    controller.enter(row)
    assert find("total: Parameters", mobilenet).text() == f"{own:,}"
    beside = find("total of the design: Parameters", mobilenet)
    assert beside.text() == f"of {whole:,}"
    assert (
        f"The whole design: {whole:,}."
        in find("total: Parameters", mobilenet).toolTip()
    )
    controller.leave()
    assert not beside.isVisible()


def test_what_muting_changes_keeps_up_with_changes_without_a_pause(mobilenet, qtbot):
    controller = mobilenet.controller
    dropped = controller.document.named("row3").id
    controller.apply("Mute", lambda document: set_muted(document, [dropped], True))
    for number in range(2_000):  # each sooner than the delay
        set_alpha(mobilenet, 0.5 + 0.25 * (number % 2))
        qtbot.wait(5)
        if mobilenet.totals.muted.isVisible():
            return
    raise AssertionError("the muted nodes were never counted")
