"""Templates with mistakes that people make: a value that does not fit, a typing error, a wire too few or too many."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from designer.analysis.catalog import design_blocks
from designer.model.document import Document, Edge, Node, Scalar
from templates.gallery import gallery

NUMBERS = (0, 1, 2, 3, 5, 7, 13, 50, 100, 116, -1, 10**12)
EXPRESSIONS = (
    "=wdth",
    "=16 * beta",
    "=round_channels(24 * alpa)",
    "=8 / 3",
    "=int(beta * 8)",
    "=rund(32)",
    "=1 / 0",
)
TYPES: tuple[Scalar, ...] = ("x", True, 2.5, "8", "3, 1", "none")
BLOCKS = ("conv_bm", "GroupNormalization", "MaxPool2D", "conv", "add", "Flatten")
SIZES = (3, 31, 97, 225)


def damaged_template(seed: int) -> Document:
    """One of the templates with one to three mistakes."""
    names = sorted(gallery())
    return damaged(gallery()[Random(seed).choice(names)].document(), seed)


def damaged(document: Document, seed: int) -> Document:
    """A design with one to three mistakes."""
    random = Random(seed)
    for _ in range(random.choice((1, 1, 2, 3))):
        document = random.choice(DAMAGES)(document, random)
    return document


def _number(document: Document, random: Random) -> Document:
    return _parameter(document, random, random.choice(NUMBERS), int)


def _expression(document: Document, random: Random) -> Document:
    return _parameter(document, random, random.choice(EXPRESSIONS), int)


def _type(document: Document, random: Random) -> Document:
    return _parameter(document, random, random.choice(TYPES))


def _parameter(
    document: Document, random: Random, value: Scalar, kind: type | None = None
) -> Document:
    node = random.choice(list(document))
    block = design_blocks(document).get(node.block)
    names = [
        name
        for name, parameter in (block.parameters.items() if block else ())
        if kind is None or (parameter.type is kind and not parameter.choices)
    ]
    if not names:
        return document
    name = random.choice(names)
    if random.random() < 0.2:
        return _with(document, replace(node, first={**node.first, name: value}))
    return _with(document, replace(node, params={**node.params, name: value}))


def _unknown(document: Document, random: Random) -> Document:
    node = random.choice(list(document))
    name = random.choice(("filtrs", "kernel", "colour"))
    return _with(document, replace(node, params={**node.params, name: 3}))


def _block(document: Document, random: Random) -> Document:
    node = random.choice(list(document))
    return _with(document, replace(node, block=random.choice(BLOCKS)))


def _repeat(document: Document, random: Random) -> Document:
    node = random.choice(list(document))
    repeat = random.choice((2, 3, "=3 / 2", "=dpth", "=0"))
    return _with(document, replace(node, repeat=repeat))


def _mute(document: Document, random: Random) -> Document:
    return _with(document, replace(random.choice(list(document)), muted=True))


def _size(document: Document, random: Random) -> Document:
    image = next((n for n in document if n.block == "image_input"), None)
    if image is None:
        return document
    sizes = {"height": random.choice(SIZES), "width": random.choice(SIZES)}
    return _with(document, replace(image, params={**image.params, **sizes}))


def _unwire(document: Document, random: Random) -> Document:
    gone = random.choice(document.edges) if document.edges else None
    return replace(document, edges=tuple(e for e in document.edges if e is not gone))


def _wire(document: Document, random: Random) -> Document:
    source, target = random.choice(list(document)), random.choice(list(document))
    port = random.choice(("", "", "shortcut", "inputs"))
    edges = dict.fromkeys((*document.edges, Edge(source.id, target.id, "", port)))
    return replace(document, edges=tuple(edges))


def _remove(document: Document, random: Random) -> Document:
    gone = random.choice(list(document)).id
    if len(document.nodes) < 3:
        return document
    return replace(
        document,
        nodes={id: node for id, node in document.nodes.items() if id != gone},
        edges=tuple(e for e in document.edges if gone not in (e.source, e.target)),
    )


def _join(document: Document, random: Random) -> Document:
    """A node added to one of the nodes further on."""
    if len(document.nodes) < 2:
        return document
    source, target = sorted(random.sample(list(document), 2), key=[*document].index)
    joint = Node("joint", random.choice(("add", "concatenate", "Multiply")), "joint")
    if joint.id in document.nodes:
        return document
    wires = (Edge(source.id, joint.id), Edge(target.id, joint.id))
    return replace(
        document,
        nodes={**document.nodes, joint.id: joint},
        edges=(*document.edges, *wires),
    )


def _with(document: Document, node: Node) -> Document:
    return replace(document, nodes={**document.nodes, node.id: node})


DAMAGES = (
    *(_number, _number, _expression, _type, _unknown, _block, _repeat, _mute),
    *(_size, _unwire, _wire, _remove, _join),
)
