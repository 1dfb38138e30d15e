"""Random designs, their generated files run, and what the analysis promised held against what Keras built."""

import runpy

import numpy as np

from blocks.catalog import catalog
from blocks.layers import keras_twin
from blocks.spec import Layer
from designer.analysis import BLOCKS, analyse
from designer.codegen import generate
from designer.model import edits
from designer.model.document import Document, Variable


def build(analysis, folder, grouped_conv="fast", **options):
    """The model that the generated file makes."""
    path = folder / "network.py"
    path.write_text(generate(analysis, grouped_conv=grouped_conv).source)
    return runpy.run_path(str(path))["build_model"](**options)


def agrees(model, analysis):
    """Every layer that the analysis recorded, by name: its settings and its output's shape; then the totals."""
    calls = [
        call
        for report in analysis.nodes.values()
        for copy in report.calls
        for call in copy
        if isinstance(call.operation, Layer)  # functions of keras.ops have no names
    ]
    built = {layer.name: layer for layer in model.layers}
    for call in calls:
        made = built[call.operation.name]
        twin = keras_twin(call.operation)
        twin(made.input)  # some settings are spelled out once a layer is built
        assert made.get_config() == twin.get_config()
        outputs = made.output if isinstance(made.output, list) else [made.output]
        assert tuple(tuple(o.shape) for o in outputs) == call.outputs
    inputs = len(model.inputs)
    assert len(model.layers) == len(calls) + inputs
    trainable = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
    assert model.count_params() == analysis.total.params
    assert trainable == analysis.total.trainable_params


def random_design(random) -> Document:
    """Rows of any block with any setting that works, branches joined by add and concatenate."""
    document = Document("net")
    document = edits.set_variable(
        document, "width", Variable(int(random.integers(1, 4)))
    )
    document, node = edits.add_node(
        document, "image_input", catalog=BLOCKS, params={"height": 32, "width": 32}
    )
    ends = [node]
    choices = [
        b for b in catalog().values() if len(b.inputs) == 1 and len(b.outputs) == 1
    ]
    while len(document.nodes) < 10:
        source = ends[random.integers(len(ends))]
        block = choices[random.integers(len(choices))]
        grown, node = edits.add_node(
            document,
            block.id,
            catalog=BLOCKS,
            params={} if block.inputs[0].many else settings(block, random),
            repeat=1 if block.inputs[0].many else int(random.integers(1, 4)),
        )
        grown = edits.connect(grown, source, node, catalog=BLOCKS)
        if block.inputs[0].many:
            other = ends[random.integers(len(ends))]
            if other == source:
                continue
            grown = edits.connect(grown, other, node, catalog=BLOCKS)
        if not analyse(grown).errors:
            document = grown
            ends.append(node)
    return document


def settings(block, random) -> dict:
    """A few parameters changed, some by an expression."""
    chosen = {}
    for parameter in block.parameters.values():
        if random.random() < 0.5:
            continue
        if parameter.choices:
            chosen[parameter.name] = str(random.choice(parameter.choices))
        elif parameter.type is bool:
            chosen[parameter.name] = bool(random.integers(2))
        elif parameter.name == "filters":
            chosen[parameter.name] = f"={8 * random.integers(1, 4)} * width"
        elif parameter.type is int:
            chosen[parameter.name] = int(random.integers(1, 5))
        else:
            chosen[parameter.name] = round(float(random.random()), 2)
    return chosen


def check_random_design(seed, folder):
    """One design, and its file with several values of its variable: members of one family."""
    document = random_design(np.random.default_rng(seed))
    analysis = analyse(document)
    agrees(build(analysis, folder), analysis)
    for width in (1, 2, 3):
        changed = analyse(edits.set_variable(document, "width", Variable(width)))
        if not changed.errors:
            agrees(build(analysis, folder, width=width), changed)
