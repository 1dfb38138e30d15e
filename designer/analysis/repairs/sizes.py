"""Repairs where images of different sizes meet: zeros around the smaller, a cut from the larger, another input size.

An encoder that halves 225 rows to 112 and a decoder that doubles them to 224 do not meet; with an input of 448 rows, or
one row of zeros more, they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from blocks.literals import spell
from blocks.spec import Shape
from designer.analysis.catalog import design_blocks
from designer.analysis.repairs.candidate import Candidate, Edit, insert
from designer.analysis.report import Analysis
from designer.model.document import Document, Edge, Node, Scalar, is_expression
from designer.model.edits import set_params, set_variable
from designer.model.graph import upstream
from designer.model.wording import listed

PAD, CROP = "ZeroPadding2D", "Cropping2D"
SIDES = {PAD: "padding", CROP: "cropping"}
MOST_LAYERS = 16  # that are inserted: every one is an edit of the whole design
MOST_CHANGED = 3  # a third of a side at most is added or cut
UNITS = (
    2,
    4,
    8,
    16,
    32,
    64,
    3,
    6,
    12,
)  # what an input's size may have to be a multiple of
TRIED = 6  # sizes below and above
INPUT = "image_input"

Size = tuple[int, int]
Wire = tuple[Edge, Shape]


def paddings(analysis: Analysis, wires: Sequence[Wire]) -> Iterator[Candidate]:
    """The images on these wires made the same size by zeros, or by a cut."""
    sizes = [(shape[1] or 0, shape[2] or 0) for _, shape in wires]
    if len(set(sizes)) < 2:
        return
    for block, limit in ((PAD, max), (CROP, min)):
        if block in analysis.document.definitions:
            continue
        height, width = (limit(size[axis] for size in sizes) for axis in (0, 1))
        changed = [
            (edge, (abs(height - size[0]), abs(width - size[1])))
            for (edge, _), size in zip(wires, sizes, strict=True)
            if size != (height, width)
        ]
        if len(changed) > MOST_LAYERS:
            continue
        largest = [max(axis, default=0) for axis in zip(*sizes, strict=True)]
        if any(
            MOST_CHANGED * change > side
            for _, changes in changed
            for change, side in zip(changes, largest, strict=True)
        ):
            continue
        names = [
            f"'{analysis.document.nodes[edge.source].name}'" for edge, _ in changed
        ]
        sources, size = listed(dict.fromkeys(names)), f"{height}x{width}"
        yield Candidate(
            f"pad {sources} to {size}" if block == PAD else f"crop {sources} to {size}",
            _bordered(block, changed),
            kind=block,
        )


def input_sizes(analysis: Analysis, node: Node) -> Iterator[Candidate]:
    """Sizes of the design's images that divide, nearest first, in turn below and above.

    Only where images of different sizes meet: on the node's wires, or inside a block of the design.
    """
    document, report = analysis.document, analysis.nodes[node.id]
    met = {shape[1:3] for port in report.inputs for shape in port if len(shape) == 4}
    inside = node.block in document.definitions and any(
        issue.code == "shapes" for issue in report.issues
    )
    if INPUT in document.definitions or (len(met) < 2 and not inside):
        return
    images = [
        document.nodes[id]
        for id in upstream(document, [node.id])
        if document.nodes[id].block == INPUT
    ]
    found = {_size(analysis, image) for image in images}
    if len(found) != 1:
        return  # they differ, and not by an oversight
    size = found.pop()
    below = {tuple(n // unit * unit for n in size) for unit in UNITS}
    above = {tuple(-(-n // unit) * unit for n in size) for unit in UNITS}
    for pair in zip_longest(_nearest(below, size), _nearest(above, size)):
        for other in pair:
            candidate = _resized(document, images, size, other) if other else None
            if candidate is not None:
                yield candidate


def _size(analysis: Analysis, image: Node) -> Size:
    settings = analysis.nodes[image.id].settings[0]
    return int(settings["height"]), int(settings["width"])


def _nearest(sizes: Iterable[tuple[int, ...]], size: Size) -> list[tuple[int, ...]]:
    """The nearest of other sizes."""
    usable = [other for other in sizes if other != size and min(other) > 0]
    return sorted(usable, key=lambda other: abs(sum(other) - sum(size)))[:TRIED]


def _resized(
    document: Document, images: Sequence[Node], size: Size, new: Sequence[int]
) -> Candidate | None:
    """The images with another size, by the variables that it follows; None where it follows from other values."""
    sides: dict[str, dict[str, Scalar]] = {image.id: {} for image in images}
    variables: dict[str, int] = {}
    for image in images:
        for side, old, wanted in zip(("height", "width"), size, new, strict=True):
            value = image.params.get(side)
            if not is_expression(value):
                sides[image.id][side] = wanted
                continue
            name = str(value)[1:].strip()
            variable = document.variables.get(name)
            if variable is None or type(variable.value) is not int:
                if old != wanted:
                    return None
            elif variables.setdefault(name, wanted) != wanted:
                return None
    names = [
        f"set '{image.name}' to {new[0]}x{new[1]}"
        for image in images
        if sides[image.id]
    ]
    names += [f"set {name} to {value}" for name, value in variables.items()]

    def edit(document: Document) -> Document:
        for name, value in variables.items():
            variable = replace(document.variables[name], value=value)
            document = set_variable(document, name, variable)
        catalog = design_blocks(document)
        for id, changes in sides.items():
            document = set_params(document, id, changes, catalog=catalog)
        return document

    kind = "smaller input" if sum(new) < sum(size) else "larger input"
    return Candidate("; ".join(names), edit, kind, alone=True)


def _bordered(block: str, changed: Sequence[tuple[Edge, Size]]) -> Edit:
    """Layers that add or cut so many rows and columns, half of them at the top and at the left, in these wires."""

    def edit(document: Document) -> Document:
        catalog = design_blocks(document)
        for edge, changes in changed:
            sides = tuple((n // 2, n - n // 2) for n in changes)
            alike = len({n for side in sides for n in side}) == 1
            value: Scalar = sides[0][0] if alike else spell(sides)
            document = insert(document, edge, block, {SIDES[block]: value}, catalog)
        return document

    return edit
