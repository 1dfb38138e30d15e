"""The actions of a node, and why one is disabled. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blocks.definition import Block
from designer.app.session.state import State
from designer.app.session.views import is_single, refusal_to_enter
from designer.app.text.translation import tr
from designer.model.document import Document, Node


@dataclass(frozen=True, slots=True)
class NodeAction:
    """A button, by the id of its action; `refusal` says why it is disabled, if it is."""

    id: str
    refusal: str = ""


def node_actions(
    state: State, node: Node, blocks: Mapping[str, Block]
) -> tuple[NodeAction, ...]:
    """The buttons of a node. All nodes of one block have the same ones, so that nothing below them moves."""
    found = [*_entries(state, node, blocks), _unroll(node), _make_row(state, node)]
    if state.read_only:
        only_read = tr("Here it can only be read")
        found = [
            action if action.id == "enter" else NodeAction(action.id, only_read)
            for action in found
        ]
    return tuple(found)


def _entries(state: State, node: Node, blocks: Mapping[str, Block]) -> list[NodeAction]:
    if node.block in state.document.definitions:
        return [NodeAction("edit_inside")]
    block = blocks.get(node.block)
    if block is None or is_single(block) or not state.views:
        return []
    refusal = refusal_to_enter(state.views[-1], node.id) or ""
    return [NodeAction("enter", refusal), NodeAction("make_editable", refusal)]


def _unroll(node: Node) -> NodeAction:
    once = node.repeat == 1
    return NodeAction(
        "unroll", tr("It is there once: Repeat makes it a row") if once else ""
    )


def _make_row(state: State, node: Node) -> NodeAction:
    if _in_chain(state.document, node):
        return NodeAction("make_row")
    return NodeAction(
        "make_row", tr("No neighbour is of this block with the same settings")
    )


def _in_chain(document: Document, node: Node) -> bool:
    """Whether a neighbour is similar enough that the two may be one row; the edit checks exactly."""
    into = document.incoming.get(node.id, ())
    out = document.outgoing.get(node.id, ())
    neighbours = [edges[0] for edges in (into, out) if len(edges) == 1]
    ends = {id for edge in neighbours for id in (edge.source, edge.target)}
    return any(_alike(node, document.nodes[id]) for id in ends - {node.id})


def _alike(one: Node, other: Node) -> bool:
    if (one.block, one.muted) != (other.block, other.muted):
        return False
    if isinstance(one.repeat, str) or isinstance(other.repeat, str):
        return False
    # of the rows themselves: the first of each may differ
    return repr(sorted(one.params.items())) == repr(sorted(other.params.items()))
