"""The charts of a design's cost, read from what matplotlib drew."""

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from designer.analysis.catalog import design_blocks
from designer.app.panels.charts.content import CHARTS, chart, measures
from designer.canvas.values.theme import DARK
from designer.model.document import Document
from templates import gallery


@pytest.fixture
def charts(window, qtbot):
    """The charts of a window on MobileNet v2, drawn."""
    window.controller.replace_design(gallery()["mobilenet_v2"].document(), None)
    window.docks.bring("charts")
    panel = window.workbench.panel("charts")
    qtbot.waitUntil(lambda: panel.plot is not None and panel.plot.chart is not None)
    return panel


def choose(charts, kind, measure="macs"):
    charts.kind.setCurrentIndex(charts.kind.findData(kind))
    charts.measure.setCurrentIndex(charts.measure.findData(measure))
    return charts.plot.chart


def drawn(charts, gid):
    return [
        artist
        for artist in charts.plot.axes.get_children()
        if artist.get_gid() == gid and artist.get_visible()
    ]


def test_bars_are_the_nodes_costs(charts):
    made = choose(charts, "nodes", "params")
    # keras.applications.MobileNetV2 counts 3,538,984 parameters.
    assert sum(mark.y for mark in made.marks) == 3_538_984
    [bars] = drawn(charts, "bars")
    tops = [path.vertices[:, 1].max() for path in bars.get_paths()]
    assert tops == [mark.y for mark in made.marks]
    assert made.marks[-1].name == "classifier"


def test_stages_are_the_sizes_of_the_image(charts):
    names = [mark.name for mark in choose(charts, "stages").marks]
    assert names == ["224×224", "112×112", "56×56", "28×28", "14×14", "7×7", "vectors"]


def test_costs_add_up_to_the_paper_s_figure(charts):
    made = choose(charts, "cumulative", "macs")
    heights = [mark.y for mark in made.marks]
    assert heights == sorted(heights)
    assert heights[-1] == pytest.approx(300e6, rel=0.01)  # Sandler et al., Table 4


def test_memory_over_time_peaks_where_the_images_are_large(window, charts):
    made = choose(charts, "memory")
    peak = max(made.marks, key=lambda mark: mark.y)
    assert peak.name == "row2"
    # Its first expansion holds 96 channels of 112x112 numbers twice: before and after
    # the batch normalisation.
    assert peak.y == 2 * 4 * 112 * 112 * 96
    assert drawn(charts, "line")


def test_the_scatter_has_a_point_for_each_node_with_both(charts):
    made = choose(charts, "scatter")
    [points] = drawn(charts, "points")
    assert len(points.get_offsets()) == len(made.marks) == 10  # not the image
    assert not charts.measure.isEnabled()


def test_an_edit_and_a_selection_show(window, charts, node, qtbot):
    choose(charts, "nodes")
    window.controller.select((node(window, "row5"),))

    def ringed():
        [bars] = drawn(charts, "bars")
        names = [mark.name for mark in charts.plot.chart.marks]
        widths = [bool(colour[3]) for colour in bars.get_edgecolors()]
        return [name for name, ring in zip(names, widths, strict=True) if ring]

    qtbot.waitUntil(lambda: ringed() == ["row5"])
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    names = {"row4", "row6"}
    qtbot.waitUntil(lambda: "row5" not in {m.name for m in charts.plot.chart.marks})
    assert names <= {mark.name for mark in charts.plot.chart.marks}


def test_a_click_on_a_bar_goes_to_its_node(window, charts, node, qtbot):
    made = choose(charts, "nodes")
    mark = next(mark for mark in made.marks if mark.name == "row3")
    canvas = charts.plot.canvas
    canvas.draw()
    x, y = charts.plot.axes.transData.transform((mark.x, mark.y / 2))
    ratio = canvas.device_pixel_ratio
    at = SimpleNamespace(x=round(x / ratio), y=round(canvas.height() - y / ratio))
    place = canvas.rect().topLeft()
    place.setX(at.x)
    place.setY(at.y)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert window.controller.state.selection == (node(window, "row3"),)


def said_at(charts, x, y, qtbot):
    """What the tools say while the mouse is at a place in data coordinates."""
    plot, canvas = charts.plot, charts.plot.canvas
    canvas.draw()
    left, bottom = plot.axes.transData.transform((x, y))
    ratio = canvas.device_pixel_ratio
    at = QPoint(round(left / ratio), round(canvas.height() - bottom / ratio))
    QTest.mouseMove(canvas, at - QPoint(1, 0))
    QTest.mouseMove(canvas, at)
    return plot.tools.locLabel.text()


@pytest.mark.parametrize("kind", CHARTS)
def test_the_tools_name_what_is_under_the_mouse(charts, kind, qtbot):
    made = choose(charts, kind)
    mark = made.marks[len(made.marks) // 2]
    height = mark.y if kind == "scatter" else mark.y / 2
    said = said_at(charts, mark.x, height, qtbot)
    if kind == "scatter":  # to the pixel's own accuracy
        assert re.fullmatch(r"[\d.]+ ?\w* parameters, [\d.]+ ?\w* MACs", said)
    else:
        assert said == f"{mark.name}: {made.unit(round(mark.y))}"
    assert "(x, y)" not in said

    QTest.mouseMove(charts.plot.canvas, QPoint(2, 2))  # outside the axes
    assert charts.plot.tools.locLabel.text() == ""


def test_the_tools_say_nothing_of_an_empty_chart(window, charts, qtbot):
    window.controller.replace_design(Document(), None)
    qtbot.waitUntil(lambda: not charts.plot.chart.marks)
    assert said_at(charts, 0.5, 0.5, qtbot) == ""


def test_keys_step_through_the_marks_and_enter_chooses(window, charts, node, qtbot):
    choose(charts, "nodes")
    canvas = charts.plot.canvas
    canvas.setFocus()
    for _ in range(4):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.accessibleDescription().startswith("row2\n54.9 M MACs")
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert window.controller.state.selection == (node(window, "row2"),)


def test_a_chart_is_drawn_in_the_theme_s_colours(window, charts):
    window.set_theme("dark")
    assert charts.plot.figure.get_facecolor()[:3] == pytest.approx(
        [int(DARK.base[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    )


def test_a_hidden_chart_is_not_drawn(window, charts, qtbot):
    before = charts.plot.chart
    window.docks["charts"].close()
    window.controller.undo()
    window.controller.replace_design(gallery()["alexnet"].document(), None)
    assert charts.plot.chart is before
    window.docks.bring("charts")
    qtbot.waitUntil(lambda: charts.plot.chart is not before)
    assert charts.plot.chart.marks[-1].name != before.marks[-1].name or (
        len(charts.plot.chart.marks) != len(before.marks)
    )


def test_an_empty_design_says_so(window, qtbot):
    window.docks.bring("charts")
    panel = window.workbench.panel("charts")
    qtbot.waitUntil(lambda: panel.plot is not None and panel.plot.chart is not None)
    assert (
        panel.plot.axes.texts[0].get_text() == "Nothing to show yet: add some blocks."
    )
    assert "nothing to show" in panel.plot.canvas.accessibleDescription()


@pytest.mark.parametrize("kind", CHARTS)
def test_thousands_of_bars_are_one_artist(window, kind):
    """Patches of their own would take matplotlib seconds."""
    controller = window.controller
    controller.replace_design(gallery()["resnet_152"].document(), None)
    blocks = design_blocks(controller.document)
    for measure in measures():
        made = chart(controller.analysis, blocks, kind, measure)
        assert made.marks
        assert made.spoken.startswith(made.title)
