"""What a program that has TensorFlow alone finds in an exported SavedModel: names, numbers and convolutions."""

import json
import subprocess
import sys

import pytest

from designer.analysis import analyse
from designer.export.exporting import export
from designer.model.document import Document, Edge, Node

READER = """
import json, sys
import numpy as np, tensorflow as tf
loaded = tf.saved_model.load(sys.argv[1])
signature = loaded.signatures["serving_default"]
taken = signature.structured_input_signature[1]
random = np.random.default_rng(0)
images = {
    name: random.normal(size=(2, *spec.shape[1:])).astype("float32")
    for name, spec in taken.items()
}
given = signature(**{name: tf.constant(image) for name, image in images.items()})
graph = signature.graph.as_graph_def()
operations = [n.op for f in graph.library.function for n in f.node_def]
print(json.dumps({
    "inputs": {name: list(spec.shape) for name, spec in taken.items()},
    "outputs": {name: list(value.shape) for name, value in given.items()},
    "operations": {op: operations.count(op) for op in set(operations)},
    "ours": [m for m in sys.modules if m.split(".")[0] in ("designer", "blocks")],
}))
"""


def read(folder):
    """What the signature of a SavedModel is and gives, in a process of its own."""
    command = [sys.executable, "-I", "-c", READER, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def design(*nodes, edges):
    made = {node.id: node for node in nodes}
    wires = tuple(Edge(*wire) for wire in edges)
    analysis = analyse(Document("net", nodes=made, edges=wires))
    assert not analysis.errors
    return analysis


def image(name, channels=3):
    size = {"height": 8, "width": 8, "channels": channels}
    return Node(name, "image_input", name, params=size)


def head(name, units, **settings):
    return Node(name, "dense", name, params={"units": units}, **settings)


# Names that Python, Keras, TensorFlow or our own code have a use for.
HEADS = ("gender", "x", "print", "inputs", "training", "serve", "output_0", "zoo", "A")


def test_heads_and_inputs_keep_their_names(warm_worker, tmp_path):
    units = {name: place for place, name in enumerate(HEADS, start=2)}
    analysis = design(
        image("rgb"),
        image("depth", 1),
        Node("both", "Concatenate", "both"),
        Node("pool", "GlobalAveragePooling2D", "pool"),
        *(head(name, size) for name, size in units.items()),
        edges=[
            ("rgb", "both"),
            ("depth", "both"),
            ("both", "pool"),
            *(("pool", name) for name in HEADS),
        ],
    )
    proof = export(analysis, "savedmodel", tmp_path / "net", warm_worker)
    assert f"serving signature: depth, rgb -> {', '.join(sorted(HEADS))}" in proof.text
    found = read(tmp_path / "net")
    assert found["inputs"] == {"rgb": [None, 8, 8, 3], "depth": [None, 8, 8, 1]}
    assert found["outputs"] == {name: [2, size] for name, size in units.items()}
    assert found["ours"] == []


@pytest.mark.parametrize(
    ("given", "result"),
    [("image", "classes"), ("inputs", "serve"), ("x", "self")],
)
def test_a_single_output_has_its_nodes_name(given, result, warm_worker, tmp_path):
    pool = Node("pool", "GlobalAveragePooling2D", "pool")
    edges = [(given, "pool"), ("pool", result)]
    analysis = design(image(given), pool, head(result, 4), edges=edges)
    export(analysis, "savedmodel", tmp_path / "net", warm_worker)
    found = read(tmp_path / "net")
    assert found["inputs"] == {given: [None, 8, 8, 3]}
    assert found["outputs"] == {result: [2, 4]}


def test_outputs_of_one_node_and_of_muted_ones(warm_worker, tmp_path):
    """Two output ports, a head that is named as one of them, and a muted head, whose tensor is another's."""
    analysis = design(
        image("image", 4),
        Node("halves", "ops_split", "halves", params={"axis": -1}),
        Node("pool", "GlobalAveragePooling2D", "halves_first"),
        head("muted", 4, muted=True),
        edges=[("image", "halves"), ("image", "pool"), ("pool", "muted")],
    )
    export(analysis, "savedmodel", tmp_path / "net", warm_worker)
    assert read(tmp_path / "net")["outputs"] == {
        "halves_first_2": [2, 8, 8, 2],
        "halves_second": [2, 8, 8, 2],
        "halves_first": [2, 4],
    }


def test_grouped_convolutions_are_one_operation_unless_asked(warm_worker, tmp_path):
    grouped = {"filters": 64, "kernel_size": 3, "groups": 4, "use_bias": False}
    analysis = design(
        image("image", 64),
        Node("grouped", "GroupedConv2D", "grouped", params=grouped),
        edges=[("image", "grouped")],
    )
    found = {}
    for choice in ("plain", "fast"):
        folder = tmp_path / choice
        export(
            analysis,
            "savedmodel",
            folder,
            warm_worker,
            options={"grouped_conv": choice},
        )
        found[choice] = read(folder)
    export(analysis, "savedmodel", tmp_path / "default", warm_worker)
    assert read(tmp_path / "default")["operations"] == found["plain"]["operations"]
    assert found["plain"]["operations"]["Conv2D"] == 1
    assert "Split" not in found["plain"]["operations"]
    assert found["fast"]["operations"]["Conv2D"] == 4
    assert found["fast"]["outputs"] == found["plain"]["outputs"]
