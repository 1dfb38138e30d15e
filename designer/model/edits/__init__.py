"""Edits: pure functions from a document to the next. What a document does not allow raises `Refusal`."""

from designer.model.edits.chains import reroll, reroll_offer
from designer.model.edits.definitions import (
    Clashes,
    add_definition,
    adopt_definitions,
    clashing_definitions,
    free_block,
    remove_definition,
    rename_definition,
    set_definition,
)
from designer.model.edits.fragments import extract, merge
from designer.model.edits.frames import (
    add_frame,
    add_note,
    frame_nodes,
    laid_in_frame,
    nodes_in_frame,
    rectangle_around,
    remove_frame,
    remove_note,
    set_frame,
    set_note,
)
from designer.model.edits.grouping import group
from designer.model.edits.marks import set_collapsed, set_colour, set_muted
from designer.model.edits.nodes import (
    add_node,
    move_nodes,
    remove_nodes,
    rename_document,
    rename_node,
    set_params,
    set_repeat,
)
from designer.model.edits.parameters import expose, unexpose
from designer.model.edits.placing import align, distribute, straighten
from designer.model.edits.refusal import Code, Refusal, signature_of
from designer.model.edits.replacing import replace_block
from designer.model.edits.rows import unroll
from designer.model.edits.ungrouping import ungroup
from designer.model.edits.variables import (
    VariableUse,
    rename_variable,
    set_variable,
    variable_uses,
)
from designer.model.edits.wires import (
    check_connect,
    connect,
    disconnect,
    insert_on_edge,
    order_wire,
    set_via,
    splice,
)

__all__ = [
    "Clashes",
    "Code",
    "Refusal",
    "VariableUse",
    "add_definition",
    "add_frame",
    "add_node",
    "add_note",
    "adopt_definitions",
    "align",
    "check_connect",
    "clashing_definitions",
    "connect",
    "disconnect",
    "distribute",
    "expose",
    "extract",
    "frame_nodes",
    "free_block",
    "group",
    "insert_on_edge",
    "laid_in_frame",
    "merge",
    "move_nodes",
    "nodes_in_frame",
    "order_wire",
    "rectangle_around",
    "remove_definition",
    "remove_frame",
    "remove_nodes",
    "remove_note",
    "rename_definition",
    "rename_document",
    "rename_node",
    "rename_variable",
    "replace_block",
    "reroll",
    "reroll_offer",
    "set_collapsed",
    "set_colour",
    "set_definition",
    "set_frame",
    "set_muted",
    "set_note",
    "set_params",
    "set_repeat",
    "set_variable",
    "set_via",
    "signature_of",
    "splice",
    "straighten",
    "unexpose",
    "ungroup",
    "unroll",
    "variable_uses",
]
