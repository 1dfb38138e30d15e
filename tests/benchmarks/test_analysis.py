"""The analysis beside Keras, and an edit beside an analysis from nothing, each in the same run: ratios, not seconds."""

import gc
import os
from statistics import median
from time import perf_counter

from designer.analysis import BLOCKS, analyse
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import move_nodes, set_params, set_variable
from templates import gallery

ROWS = 5_000


def seconds(work, runs: int = 7) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(runs):
        gc.collect()
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def tell(**figures: float) -> None:
    said = (f"{name} {value * 1e3:.2f} ms" for name, value in figures.items())
    print(f"\n{', '.join(said)}")


def test_mobilenet_v2_beside_keras():
    os.environ["KERAS_BACKEND"] = "tensorflow"
    import keras

    document = gallery()["mobilenet_v2"].document()
    ours = seconds(lambda: analyse(document))
    keras_s = seconds(lambda: keras.applications.MobileNetV2(weights=None), runs=3)

    tell(analysis=ours, keras=keras_s)
    assert ours < keras_s / 20


def test_edits_beside_an_analysis_from_nothing():
    nodes = {"n1": Node("n1", "image_input", "image")}
    edges = []
    for number in range(2, ROWS + 1):
        id = f"n{number}"
        nodes[id] = Node(id, "conv_bn", f"row{number}", params={"filters": 16})
        edges.append(Edge(f"n{number - 1}", id))
    document = Document(nodes=nodes, edges=tuple(edges))
    before = analyse(document)
    middle = f"n{ROWS // 2}"
    wider = set_params(document, middle, {"filters": 24}, catalog=BLOCKS)
    moved = move_nodes(document, {middle: (5.0, 5.0)})

    whole = seconds(lambda: analyse(document), runs=3)
    edit = seconds(lambda: analyse(wider, before))
    move = seconds(lambda: analyse(moved, before))
    tell(whole=whole, edit=edit, move=move)
    assert edit < whole / 8
    assert move < whole / 80


def test_a_slider_over_a_whole_network():
    """Every row changes: still no more than an analysis from nothing."""
    document = gallery()["mobilenet_v2"].document()
    before = analyse(document)
    slid = set_variable(document, "alpha", Variable(1.35))

    whole = seconds(lambda: analyse(slid))
    slider = seconds(lambda: analyse(slid, before))
    tell(whole=whole, slider=slider)
    assert slider < 1.5 * whole
