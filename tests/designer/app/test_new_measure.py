"""A measured quantity is one entry of a table: a new one is shown wherever quantities are shown."""

import csv
import io
import json

import pytest
from PySide6.QtCore import Qt

from designer.analysis import measures
from designer.analysis.catalog import BLOCKS
from designer.analysis.measures import LayerColumn, Measure, Place, Unit
from designer.analysis.upto import up_to
from designer.app.editor.node_query import found
from designer.app.editor.up_to import rows
from designer.app.panels.layers.rows import as_csv
from designer.cli import main
from templates import gallery


def weights_of(report):
    """How many weight arrays a node has: the copies of a row are layers of their own."""
    return sum(len(call.weights) for copy in report.calls for call in copy)


WEIGHTS = Measure(
    id="weight_arrays",
    name="Arrays",
    label="arrays",
    unit=Unit.COUNT,
    help="The arrays that the weights are kept in.",
    total=lambda analysis: sum(map(weights_of, analysis.nodes.values())),
    node=weights_of,
    layer=LayerColumn("Arrays", lambda call, field: len(call.weights), "Of the layer."),
    spelled="{number} arrays",
)
IN_KERAS = 262  # len(keras.applications.MobileNetV2(weights=None).weights)


@pytest.fixture(autouse=True)
def entry(monkeypatch):
    """A table with one entry more; the other tests have it without."""
    table = {**measures.MEASURES, WEIGHTS.id: WEIGHTS}
    monkeypatch.setattr(measures, "MEASURES", table)


@pytest.fixture
def mobilenet(entry, window):
    window.controller.replace_design(gallery()["mobilenet_v2"].document(), None)
    return window


def test_json_has_it_for_the_design_and_each_node(capsys):
    assert main(["summary", "mobilenet_v2", "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["totals"]["weight_arrays"] == IN_KERAS
    assert sum(node["weight_arrays"] for node in summary["nodes"]) == IN_KERAS


def test_the_text_has_it_as_a_column_and_a_total(capsys):
    assert main(["summary", "mobilenet_v2"]) == 0
    heads, *lines = capsys.readouterr().out.splitlines()[2:]
    assert heads.split()[-1] == "arrays"
    stem = next(line for line in lines if line.startswith("stem "))
    assert stem.split()[-1] == "5"  # a kernel, and four of the batch normalisation
    assert f"arrays {IN_KERAS}" in [" ".join(line.split()) for line in lines]


def test_the_bar_of_totals_has_a_figure_of_it(mobilenet, find):
    figure = find("total: Arrays", mobilenet)
    assert figure.text() == str(IN_KERAS)
    assert WEIGHTS.help in figure.toolTip()
    mobilenet.totals.resize(600, mobilenet.totals.height())
    assert not figure.isVisible()  # the others are wanted more
    assert find("total: Parameters", mobilenet).isVisible()


def test_the_layers_have_a_column_of_it(mobilenet):
    mobilenet.docks.bring("layers")
    model = mobilenet.workbench.panel("layers").model
    lines = list(csv.DictReader(io.StringIO(as_csv(model.layers()))))
    assert sum(int(line["Arrays"]) for line in lines) == IN_KERAS
    heads = [
        model.headerData(c, Qt.Orientation.Horizontal)
        for c in range(model.columnCount())
    ]
    assert heads[-1] == "Arrays"


def test_the_charts_can_be_made_of_it(mobilenet, qtbot):
    mobilenet.docks.bring("charts")
    panel = mobilenet.workbench.panel("charts")
    qtbot.waitUntil(lambda: panel.plot is not None and panel.plot.chart is not None)
    panel.measure.setCurrentIndex(panel.measure.findText("Arrays"))
    assert sum(mark.y for mark in panel.plot.chart.marks) == IN_KERAS


def test_the_inspector_has_it_for_a_node_several_and_the_design(mobilenet, node, find):
    mobilenet.docks.bring("inspector")
    stem, head = node(mobilenet, "stem"), node(mobilenet, "head")
    for chosen, number in (((stem,), 5), ((stem, head), 10), ((), IN_KERAS)):
        mobilenet.controller.select(chosen)
        assert find("node figure: Arrays", mobilenet).text() == str(number)


def test_the_card_up_to_a_node_and_the_find_bar_know_it(mobilenet, node):
    analysis = mobilenet.controller.analysis
    stem = node(mobilenet, "stem")
    assert ("Arrays", "5") in rows(up_to(analysis, stem))
    # Four copies of three convolutions, each with a batch normalisation.
    most = found(analysis.document, analysis, BLOCKS, "weight_arrays=60")
    assert most == (node(mobilenet, "row4"),)


def test_a_quantity_without_a_value_of_nodes_is_shown_in_total_alone():
    whole = Measure(
        id="depth",
        name="Depth",
        label="depth",
        unit=Unit.COUNT,
        help="",
        total=lambda analysis: len(analysis.order),
    )
    with_nodes = Place.NODE | Place.SEVERAL | Place.LAYERS | Place.JSON_NODES
    assert not whole.places & with_nodes
    assert Place.JSON | Place.TOTALS | Place.TEXT in whole.places
