"""Random designs, their generated files run, and what the analysis promised held against what Keras built.

The designs have variables of all kinds, composite blocks (nested, of several ports, with parameters), repeats by
expressions, and muted nodes.
"""

import runpy
from collections import Counter
from dataclasses import replace

import numpy as np

from blocks.catalog import catalog
from blocks.keras_twin import keras_twin
from blocks.spec import Layer
from designer.analysis import analyse
from designer.analysis.catalog import design_blocks
from designer.codegen import generate
from designer.model.document import Definition, Document, Edge, Node, Variable

IMAGE = Node("image", "image_input", "image", params={"height": 16, "width": 16})
VARIABLES = {
    "width": Variable(2),
    "depth": Variable(2),
    "switch": Variable(True),
    "activation": Variable("relu"),
    "wider": Variable("=2 * width + 1"),
}
VALUES = (
    {"width": 1, "depth": 3, "switch": False, "activation": "silu"},
    {"width": 3, "depth": 1, "switch": True, "activation": "relu"},
)
# What a definition has beside them: a name that functions have, and one that loops are written with.
PARAMETERS = {"add": Variable(4), "repeats": Variable(1)}
# Settings with which blocks work on 48 channels, where their own do not.
FITTING = {
    block: {"filters": 48}
    for block in (
        "convnext_block",
        "shufflenet_unit",
        "shufflenet_unit_plain",
        "shufflenet_v2_unit",
        "ger_block",
    )
}
ALIKE = 12  # at most so many tries at one more node


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
        alone = call.operation.many and not isinstance(made.input, list)
        # Some settings are spelled out once a layer is built.
        twin([made.input] if alone else made.input)
        assert made.get_config() == twin.get_config()
        outputs = made.output if isinstance(made.output, list) else [made.output]
        assert tuple(tuple(o.shape) for o in outputs) == call.outputs
    inputs = len(model.inputs)
    assert len(model.layers) == len(calls) + inputs
    trainable = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
    assert model.count_params() == analysis.total.params
    assert trainable == analysis.total.trainable_params
    ends = [analysis.nodes[node].outputs[place] for node, place in analysis.ends]
    assert {tuple(output.shape) for output in model.outputs} == set(ends)


def alone(block) -> Document:
    """An image of 48 channels, or of colours where those are wanted, and one node of the block."""
    channels = 3 if block.id == "imagenet_normalization" else 48
    image = replace(IMAGE, params={**IMAGE.params, "channels": channels})
    side = Node("side", "dropout", "side")
    nodes = [
        image,
        side,
        Node("node", block.id, "node", params=FITTING.get(block.id, {})),
    ]
    edges = [Edge(image.id, side.id)]
    for place, port in enumerate(block.inputs):
        name = port.name if place else ""
        edges.append(Edge(image.id if not place else side.id, "node", "", name))
        if port.many:
            edges.append(Edge(side.id, "node", "", name))
    return Document("net", {}, {node.id: node for node in nodes}, tuple(edges))


def random_design(random) -> Document:
    """Rows of any block with any setting that works, branches joined, some of it in blocks of its own."""
    definitions = {}
    for number in range(random.integers(3)):
        made = _definition(f"unit{number}", definitions, random)
        if made is not None:
            definitions[f"unit{number}"] = made
    document = Document("net", VARIABLES, {IMAGE.id: IMAGE}, definitions=definitions)
    return _ended(_grown(document, [(IMAGE.id, "")], 8, random))


def _ended(document) -> Document:
    """The design with a reader at every output of a node of which another is read: Keras drops what leads nowhere."""
    blocks = design_blocks(document)
    read = {
        (edge.source, edge.source_port)
        for node in document
        for edge in _read(document, node)
    }
    nodes, edges = dict(document.nodes), [*document.edges]
    for node in document:
        outputs = blocks[node.block].outputs
        unread = [
            "" if not place else port
            for place, port in enumerate(outputs)
            if (node.id, port if place else "") not in read
        ]
        if 0 < len(unread) < len(outputs):
            for port in unread:
                end = Node(f"end{len(nodes)}", "dropout", f"end{len(nodes)}")
                nodes[end.id] = end
                edges.append(Edge(node.id, end.id, port))
    return replace(document, nodes=nodes, edges=tuple(edges))


def _definition(name, definitions, random) -> Definition | None:
    """A block of some nodes, with one or two inputs and outputs; None if it came to nothing."""
    ports = [
        Node(f"in{n}", "block_input", f"port{n}") for n in range(random.integers(1, 3))
    ]
    body = Document(
        name,
        {**VARIABLES, **PARAMETERS},
        {port.id: port for port in ports},
        definitions=definitions,
    )
    shapes = {port.id: (None, 16, 16, 3) for port in ports}
    body = _grown(body, [(p.id, "") for p in ports], 2 + len(ports), random, shapes)
    read = {edge.source for edge in body.edges}
    ends = [n.id for n in body if n.id not in read and n.block != "block_input"][:2]
    if not ends or not _needed(body, ends) >= {port.id for port in ports}:
        return None
    for place, end in enumerate(ends):
        output = Node(f"out{place}", "block_output", f"result{place}")
        body = replace(
            body,
            nodes={**body.nodes, output.id: output},
            edges=(*body.edges, Edge(end, output.id)),
        )
    return Definition(name, replace(body, definitions={}))


def _needed(body, ends) -> set[str]:
    """What leads to the ends."""
    found = set(ends)
    for node in reversed([*body]):
        if node.id in found:
            found |= {wire.source for wire in _read(body, node)}
    return found


def _read(document, node) -> tuple[Edge, ...]:
    """The wires that a node reads."""
    wires = document.incoming.get(node.id, ())
    return wires[:1] if node.muted else wires


def _grown(document, ends, size, random, shapes=None) -> Document:
    """The design with more nodes, each of which works on the tensors that are there."""
    blocks = design_blocks(document)
    own = [blocks[id] for id in document.definitions]
    library = [
        b for b in catalog().values() if b.inputs and not b.id.startswith("block_")
    ]
    analysis = analyse(document, ports=shapes)
    tries = Counter()
    while len(document.nodes) < size and tries.total() < ALIKE * size:
        tries[len(document.nodes)] += 1
        choices = own if own and random.random() < 0.3 else library
        block = choices[random.integers(len(choices))]
        node = _node(f"n{len(document.nodes)}", block, random)
        edges = []
        for place, port in enumerate(block.inputs):
            for _ in range(2 if port.many else 1):
                source, output = ends[random.integers(len(ends))]
                edge = Edge(source, node.id, output, port.name if place else "")
                if edge not in edges:
                    edges.append(edge)
        grown = replace(
            document,
            nodes={**document.nodes, node.id: node},
            edges=(*document.edges, *edges),
        )
        found = analyse(grown, analysis)
        if not found.errors and _reads_all(found.nodes[node.id]):
            document, analysis = grown, found
            ends += [
                (node.id, port if place else "")
                for place, port in enumerate(block.outputs)
            ]
    return document


def _reads_all(report) -> bool:
    """Whether what a node gives rests on all that is wired to it: Keras drops what leads nowhere."""
    trace = report.outcome
    return all(
        step >= 0 or wire in trace.passed_on for wire, step in enumerate(trace.last_use)
    )


def _node(id, block, random) -> Node:
    one = len(block.inputs) == 1 == len(block.outputs) and not block.inputs[0].many
    repeat = 1
    if one and random.random() < 0.4:
        repeat = ["=depth", "=depth + 1", 2][random.integers(3)]
    names = [f"row_{id}", id, "layer"]
    return Node(
        id,
        block.id,
        names[random.integers(2)],
        params=settings(block, random),
        repeat=repeat,
        first=settings(block, random) if repeat != 1 else {},
        muted=random.random() < 0.1,
    )


def settings(block, random) -> dict:
    """A few parameters changed, some by an expression."""
    chosen = {}
    for parameter in block.parameters.values():
        name, by_variable = parameter.name, random.random() < 0.5
        if random.random() < 0.6:
            continue
        if name == "activation" and by_variable:
            chosen[name] = "=activation"
        elif parameter.choices:
            chosen[name] = str(random.choice(parameter.choices))
        elif parameter.type is bool:
            chosen[name] = "=switch" if by_variable else bool(random.integers(2))
        elif parameter.type is str:
            continue
        elif name == "filters" and by_variable:
            factor = random.integers(1, 4)
            chosen[name] = [
                f"={4 * factor} * width",
                f"=round_channels({6 * factor} * width, 4)",
                f"=round_channels({5 * factor} * width, 4, minimum=12)",
                "=max(wider, 3) + 3",
            ][random.integers(4)]
        elif parameter.type is int:
            chosen[name] = int(random.integers(1, 5))
        else:
            chosen[name] = round(float(random.random()), 2)
    return chosen


def check_random_design(seed, folder):
    """One design, and its file with several values of its variables: members of one family."""
    document = random_design(np.random.default_rng(seed))
    analysis = analyse(document)
    agrees(build(analysis, folder), analysis)
    for values in VALUES:
        variables = {n: replace(VARIABLES[n], value=v) for n, v in values.items()}
        changed = analyse(
            replace(document, variables={**document.variables, **variables})
        )
        if not changed.errors:
            agrees(build(analysis, folder, **values), changed)
