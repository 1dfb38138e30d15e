"""Parts of designs as designs of their own: copy, paste, duplicate, within a design or between two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from designer.model.definitions import blocks_behind
from designer.model.document import JSON, Document, Edge, Frame, Node, Note
from designer.model.edits.definitions import Clashes, adopt_definitions
from designer.model.edits.frames import free_id
from designer.model.edits.naming import TakenNames, first_free_id
from designer.model.edits.nodes import with_nodes
from designer.model.edits.refusal import node_of
from designer.model.edits.variables import variables_behind

INPUTS = "inputs"  # of a fragment: the wires that came in from outside
Point = tuple[float, float]


def extract(document: Document, ids: Iterable[str]) -> Document:
    """The nodes, the wires among them, and the variables and definitions that they rest on; frames and notes by id.

    It remembers what was wired in from outside, for `merge` to wire again.
    """
    chosen = set(ids)
    frames = tuple(frame for frame in document.frames if frame.id in chosen)
    notes = tuple(note for note in document.notes if note.id in chosen)
    chosen -= {frame.id for frame in frames} | {note.id for note in notes}
    for id in chosen:
        node_of(document, id)
    nodes = {id: node for id, node in document.nodes.items() if id in chosen}
    used = variables_behind(document, nodes.values())
    blocks = blocks_behind(document.definitions, (n.block for n in nodes.values()))
    inputs = [
        [
            edge.source,
            document.nodes[edge.source].block,
            edge.source_port,
            id,
            edge.target_port,
            place,
        ]
        for id in nodes
        for place, edge in enumerate(document.incoming.get(id, ()))
        if edge.source not in chosen
    ]
    return Document(
        name=document.name,
        variables={k: v for k, v in document.variables.items() if k in used},
        nodes=nodes,
        edges=tuple(
            e for e in document.edges if e.source in chosen and e.target in chosen
        ),
        frames=frames,
        notes=notes,
        definitions={k: d for k, d in document.definitions.items() if k in blocks},
        version=document.version,
        extra={INPUTS: inputs} if inputs else {},
    )


def merge(
    document: Document,
    fragment: Document,
    offset: Point = (0.0, 0.0),
    clashes: Clashes = "refuse",
    *,
    keep_inputs: bool = False,
) -> tuple[Document, tuple[str, ...]]:
    """Add a fragment's nodes and wires under new ids, and under new names where theirs are taken.

    A variable that both have keeps the document's value: what is pasted into a family follows the family.

    Args:
        clashes: what to do where both define a block of one name differently: refuse, keep the document's, or bring
            the fragment's under another name.
        keep_inputs: wire the nodes to what they were wired to where they come from, as far as that is here.

    Returns the document and the new nodes' ids, in the fragment's order; then those of frames and notes.

    Raises:
        Refusal: definition_clash, recursive_block.
    """
    document, blocks = adopt_definitions(document, fragment.definitions, clashes)
    taken = TakenNames(document)
    ids: dict[str, str] = {}
    nodes: list[Node] = []
    for number, node in enumerate(fragment, first_free_id(document.nodes)):
        ids[node.id] = f"n{number}"
        block = blocks.get(node.block, node.block)
        adopted = replace(
            node,
            id=ids[node.id],
            block=block,
            name=taken.free(node.name, node.repeat),
            at=_moved(node.at, offset),
        )
        taken.add(adopted)
        nodes.append(adopted)
    wires = tuple(
        replace(
            edge,
            source=ids[edge.source],
            target=ids[edge.target],
            via=tuple(_moved(at, offset) for at in edge.via),
        )
        for edge in fragment.edges
    )
    if keep_inputs:
        wires = _with_inputs(document, wires, fragment.extra.get(INPUTS), ids)
    merged = replace(
        document,
        variables={**fragment.variables, **document.variables},
        edges=(*document.edges, *wires),
    )
    merged, others = _laid_out(with_nodes(merged, *nodes), fragment, offset)
    return merged, (*ids.values(), *others)


def _with_inputs(
    document: Document,
    wires: tuple[Edge, ...],
    inputs: JSON,
    ids: Mapping[str, str],
) -> tuple[Edge, ...]:
    """The wires with those that came in from outside, in their places, from nodes that are still there."""
    into: dict[str, list[Edge]] = {id: [] for id in ids.values()}
    for edge in wires:
        into[edge.target].append(edge)
    for wire in inputs if isinstance(inputs, list) else ():
        match wire:
            case [
                str(source),
                str(block),
                str(out),
                str(target),
                str(port),
                int(place),
            ]:
                node = document.nodes.get(source)
                if node and node.block == block and target in ids:
                    edge = Edge(source, ids[target], out, port)
                    into[ids[target]].insert(place, edge)
    return tuple(edge for edges in into.values() for edge in dict.fromkeys(edges))


def _laid_out(
    document: Document, fragment: Document, offset: Point
) -> tuple[Document, tuple[str, ...]]:
    """The document with the fragment's frames and notes, and their ids."""
    frames: tuple[Frame, ...] = document.frames
    for frame in fragment.frames:
        id = free_id("f", frames)
        frames = (*frames, replace(frame, id=id, at=_moved(frame.at, offset)))
    notes: tuple[Note, ...] = document.notes
    for note in fragment.notes:
        id = free_id("t", notes)
        notes = (*notes, replace(note, id=id, at=_moved(note.at, offset)))
    new = (
        *(frame.id for frame in frames[len(document.frames) :]),
        *(note.id for note in notes[len(document.notes) :]),
    )
    if not new:
        return document, ()
    laid_out = replace(document, frames=frames, notes=notes)
    return laid_out, new


def _moved(at: Point, offset: Point) -> Point:
    return at[0] + offset[0], at[1] + offset[1]
