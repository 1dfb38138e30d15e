"""The gallery's chart: positions of points, mouse events, the open design."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from designer.app.dialogs.gallery.points import in_order, series
from designer.app.startup.start import begin
from designer.canvas.values.theme import DARK
from templates import gallery

LEFT = Qt.MouseButton.LeftButton
MOBILENET_V2_MACS = 300_774_272  # keras.applications.MobileNetV2, counted by Keras


@pytest.fixture
def chart(window, find, qtbot):
    """The chart of an opened gallery, beside an open MobileNet v2."""
    begin(window, "mobilenet_v2", {})
    window.gallery.show()
    dialog = window.gallery.dialog
    qtbot.mouseClick(find("show chart"), LEFT)
    qtbot.waitUntil(lambda: dialog.chart.chart is not None)
    qtbot.waitUntil(lambda: not dialog.idle_work.busy)
    made = dialog.chart.chart
    qtbot.waitUntil(made.isVisible)
    return made


def artist(chart, gid):
    found = chart.axes.findobj(lambda it: it.get_gid() == gid)
    return found[0] if found else None


def at(chart, name):
    """Where a point is on the canvas."""
    point = next(it for it in chart.points if it.name == name)
    x, y = chart.axes.transData.transform((point.macs, point.top1))
    ratio = chart.canvas.device_pixel_ratio
    return QPoint(round(x / ratio), round(chart.canvas.height() - y / ratio))


def hover(chart, spot):
    """Move the mouse to a point of the canvas; off screen the cursor itself stays where it is."""
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(spot),
        QPointF(chart.canvas.mapToGlobal(spot)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(chart.canvas, move)


def words(chart):
    return {text.get_text() for text in chart.axes.texts}


def test_there_is_a_point_for_every_variant_with_both_figures(chart):
    expected = {
        (it.macs, it.top1)
        for template in gallery().values()
        for it in template.published
        if it.macs is not None and it.top1 is not None
    }
    drawn = {
        tuple(offset)
        for one in series(gallery().values())
        for offset in artist(chart, f"family: {one.family}").get_offsets().tolist()
    }
    assert drawn == expected
    assert chart.axes.get_xscale() == "log"


def test_the_open_design_is_marked_and_followed(window, chart):
    line = artist(chart, "open design")
    assert set(line.get_xdata()) == {MOBILENET_V2_MACS}
    name = artist(chart, "open design's name").get_text()
    assert name == "mobilenet_v2: 300.8 M MACs"
    begin(window, "mobilenet_v2", {"alpha": "0.05", "input_size": "32"})
    macs = window.controller.analysis.total.macs
    assert macs < min(point.macs for point in chart.points)
    assert set(artist(chart, "open design").get_xdata()) == {macs}
    low, high = chart.axes.get_xlim()
    assert low < macs < high
    window.files.new()
    assert artist(chart, "open design") is None


def test_what_is_not_counted_makes_it_at_least(window, chart):
    window.controller.add_block("dense", (0, 0))
    text = artist(chart, "open design's name").get_text()
    assert text == "mobilenet_v2: at least 300.8 M MACs"


def test_a_click_on_a_point_chooses_its_card(window, chart, find, qtbot):
    qtbot.mouseClick(chart.canvas, LEFT, pos=at(chart, "MobileNet v2, alpha 1.4"))
    assert find("template title").text() == "MobileNet v2"
    assert find("option alpha").text() == "1.4"
    assert window.gallery.dialog.cards.current.id == "mobilenet_v2"
    ring = artist(chart, "chosen").get_offsets().tolist()
    assert ring == [[582195824, 74.7]]  # Keras; Sandler et al., Table 4
    assert "MobileNet v2, alpha 1.4" in words(chart)


def test_a_click_beside_all_points_changes_nothing(chart, find, qtbot):
    before = find("template title").text()
    x, y = chart.axes.transAxes.transform((0.5, 0.05))
    spot = QPoint(round(x), round(chart.canvas.height() - y))
    qtbot.mouseClick(chart.canvas, LEFT, pos=spot)
    assert find("template title").text() == before


def test_a_point_that_the_search_hides_gives_the_search_up(window, chart, find, qtbot):
    qtbot.keyClicks(find("search templates"), "resnet")
    qtbot.mouseClick(chart.canvas, LEFT, pos=at(chart, "Xception"))
    assert find("search templates").text() == ""
    assert window.gallery.dialog.cards.current.id == "xception"


def test_a_double_click_opens(window, chart, qtbot):
    spot = at(chart, "MobileNet v2, alpha 1.4")
    qtbot.mouseClick(chart.canvas, LEFT, pos=spot)
    qtbot.mouseDClick(chart.canvas, LEFT, pos=spot)
    assert window.controller.analysis.total.macs == 582_195_824


def test_arrows_step_from_point_to_point_and_enter_opens(window, chart, find, qtbot):
    qtbot.mouseClick(chart.canvas, LEFT, pos=at(chart, "EfficientNet-B6"))
    assert chart.canvas.hasFocus()
    qtbot.keyClick(chart.canvas, Qt.Key.Key_Right)
    assert find("template title").text() == "EfficientNet-B7"
    qtbot.keyClick(chart.canvas, Qt.Key.Key_Right)  # there is no further one
    assert find("template title").text() == "EfficientNet-B7"
    qtbot.keyClick(chart.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(chart.canvas, Qt.Key.Key_Return)
    assert window.controller.document.name == "efficientnet_b6"


def test_hovering_says_what_a_point_is(chart):
    hover(chart, at(chart, "Xception"))
    assert QToolTip.text().startswith("Xception\n8.36 G MACs")
    assert "79.0 % top-1" in QToolTip.text()
    assert "Chollet 2017" in QToolTip.text()
    assert chart.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(chart, QPoint(5, 5))
    assert chart.canvas.cursor().shape() is not Qt.CursorShape.PointingHandCursor


def test_the_search_makes_the_others_faint(chart, find, qtbot):
    qtbot.keyClicks(find("search templates"), "resnet-50")
    faint = artist(chart, "family: EfficientNet").get_facecolors()
    assert {round(colour[3], 2) for colour in faint} == {0.15}
    mixed = artist(chart, "family: ResNet").get_facecolors()
    assert {round(colour[3], 2) for colour in mixed} == {0.15, 1.0}
    assert "EfficientNet-B7" not in words(chart)


def test_names_do_not_lie_over_each_other(chart):
    renderer = chart.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in chart.axes.texts]
    assert len(boxes) > 5
    assert not any(
        one.overlaps(other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
    )


def test_it_wears_the_theme(window, chart):
    from matplotlib.colors import to_hex

    window.set_theme("dark")
    assert to_hex(chart.figure.get_facecolor()) == DARK.base
    assert to_hex(artist(chart, "open design").get_color()) == DARK.accent
    assert to_hex(chart.axes.xaxis.label.get_color()) == DARK.text


def test_its_tools_have_names_and_work(chart, find, qtbot):
    before = chart.axes.get_xlim()
    qtbot.mouseClick(find("chart: Drag a box to look closer"), LEFT)
    start, end = at(chart, "GhostNet"), at(chart, "Xception")
    qtbot.mousePress(chart.canvas, LEFT, pos=start)
    qtbot.mouseMove(chart.canvas, end)
    qtbot.mouseRelease(chart.canvas, LEFT, pos=end)
    low, high = chart.axes.get_xlim()
    assert before[0] < low < high < before[1]
    qtbot.mouseClick(find("chart: Show all points"), LEFT)
    assert chart.axes.get_xlim() == before


def test_no_two_families_look_the_same():
    made = series(gallery().values())
    assert len({(one.hue, one.marker) for one in made}) == len(made)
    points = in_order(made)
    assert points == sorted(points, key=lambda point: (point.macs, point.top1))
