"""The layers table: sorted by its header, searched by typing, copied as text."""

import csv
import io

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from designer.app.panels.layers.panel import Layers
from designer.app.panels.layers.rows import as_csv, as_latex, as_markdown
from designer.app.panels.layers.table_model import LayerModel
from templates import gallery

LEFT = Qt.MouseButton.LeftButton
NODE, LAYER, KIND, OUTPUT, PARAMS, MACS, FLOPS, BYTES, FIELD = range(9)


@pytest.fixture
def table(window, monkeypatch):
    """The table of a window on MobileNet v2, seen; all its layers are worked out at once, on a busy machine too."""
    monkeypatch.setattr("designer.app.panels.layers.table_model.SLICE_S", 60)
    window.controller.replace_design(gallery()["mobilenet_v2"].document(), None)
    window.docks.bring("layers")
    panel = window.workbench.panel("layers")
    assert isinstance(panel, Layers)
    return panel


def texts(table, column):
    model = table.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def numbers(table, column):
    return [int(text.replace(",", "")) for text in texts(table, column)]


def click_header(qtbot, table, column):
    header = table.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)


def click_row(qtbot, table, row):
    at = table.table.visualRect(table.model.index(row, LAYER)).center()
    qtbot.mouseClick(table.table.viewport(), LEFT, pos=at)


def test_every_layer_of_every_copy_is_a_row(table):
    # keras.applications.MobileNetV2 counts 3,538,984 parameters, the paper 300 M MACs.
    assert sum(numbers(table, PARAMS)) == 3_538_984
    assert sum(numbers(table, MACS)) == pytest.approx(300e6, rel=0.01)
    assert texts(table, LAYER)[0] == "stem_conv"
    assert "row2_2_expand_conv" in texts(table, LAYER)
    assert table.found.text() == f"{table.model.rowCount()} layers"


def test_receptive_fields_are_those_of_the_network(table):
    # Araujo, Norris and Sim 2019, "Computing receptive fields": 491 for MobileNet v2.
    before_pooling = texts(table, LAYER).index("classifier_pool") - 1
    assert texts(table, FIELD)[before_pooling] == "491 × 491 px, stride 32"
    assert texts(table, FIELD)[-1] == "the whole image"


def test_a_click_on_a_title_sorts_by_it_and_a_third_restores(table, qtbot):
    as_it_runs = texts(table, LAYER)
    click_header(qtbot, table, PARAMS)
    assert numbers(table, PARAMS) == sorted(numbers(table, PARAMS))
    click_header(qtbot, table, PARAMS)
    assert texts(table, LAYER)[0] == "classifier_dense"
    click_header(qtbot, table, PARAMS)
    assert texts(table, LAYER) == as_it_runs


def test_typed_words_choose_layers(table, qtbot):
    qtbot.keyClicks(table.search, "depthwise row3")
    assert set(texts(table, KIND)) == {
        "DepthwiseConv2D",
        "BatchNormalization",
        "Activation",
    }
    assert set(texts(table, NODE)) == {"row3"}
    assert table.found.text().startswith(f"{table.model.rowCount()} of ")
    table.search.clear()
    assert table.model.rowCount() == table.model.total


def test_a_click_selects_the_node_of_a_layer(window, table, qtbot):
    qtbot.keyClicks(table.search, "row5_1_depthwise")
    click_row(qtbot, table, 0)
    controller = window.controller
    [selected] = controller.state.selection
    assert controller.document.nodes[selected].name == "row5"


def test_the_table_follows_the_node_that_is_selected(window, table, node):
    window.controller.select((node(window, "row5"),))
    row = table.table.currentIndex().row()
    assert table.model.layer(row).node_name == "row5"
    assert table.model.layer(row - 1).node_name == "row4"


def test_an_edit_shows_in_the_table(window, table, node, qtbot):
    qtbot.keyClicks(table.search, "stem_conv")
    window.controller.select((node(window, "stem"),))
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    assert table.model.rowCount() == 0


@pytest.mark.parametrize("place", range(3))
def test_what_is_shown_is_copied_in_its_order(table, qtbot, place):
    qtbot.keyClicks(table.search, "head")
    click_header(qtbot, table, MACS)
    menu = table.findChild(QToolButton).menu()
    menu.actions()[place].trigger()
    text = QGuiApplication.clipboard().text()
    names = texts(table, LAYER)
    shown = [name.replace("_", r"\_") if place == 2 else name for name in names]
    positions = [text.index(name) for name in shown]
    assert positions == sorted(positions)
    assert "row" not in text.replace("arrow", "")


def test_csv_is_read_back_with_plain_numbers(table):
    rows = list(csv.DictReader(io.StringIO(as_csv(table.model.layers()))))
    dense = rows[-1]
    assert dense["Layer"] == "classifier_dense"
    assert int(dense["Params"]) == 1280 * 1000 + 1000
    assert int(dense["MACs"]) == 1280 * 1000


def test_markdown_has_a_line_a_layer_with_equal_cells(table):
    lines = as_markdown(table.model.layers()).splitlines()
    assert len(lines) == table.model.rowCount() + 2
    assert {line.count("|") for line in lines} == {10}


def test_latex_escapes_what_latex_reads(table):
    text = as_latex(table.model.layers())
    assert r"stem\_conv" in text
    assert r"112$\times$112$\times$32" in text
    body = text.split("\\midrule\n")[1].split("\\bottomrule")[0]
    assert all(line.endswith(r" \\") for line in body.splitlines())
    assert all(line.count(" & ") == 8 for line in body.splitlines())


def test_thousands_of_layers_are_worked_out_between_events(qtbot, window):
    """Only what is asked for is known at once; sorting waits for the rest."""
    controller = window.controller
    controller.replace_design(gallery()["resnet_152"].document(), None)
    model = LayerModel(window)
    model.show_analysis(controller.analysis)
    assert model.rowCount() == model.total > 500
    model.sort(MACS, Qt.SortOrder.DescendingOrder)
    done = []
    model.when_known(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    macs = [model.layer(row).values["macs"] for row in range(model.rowCount())]
    assert macs == sorted(macs, reverse=True)
