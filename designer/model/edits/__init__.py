"""Edits: pure functions from a document to the next. What a document does not allow raises `Refusal`."""

from designer.model.edits.fragments import extract, merge
from designer.model.edits.nodes import (
    add_node,
    move_nodes,
    remove_nodes,
    rename_document,
    rename_node,
    set_params,
    set_repeat,
)
from designer.model.edits.refusal import Code, Refusal
from designer.model.edits.variables import set_variable
from designer.model.edits.wires import (
    check_connect,
    connect,
    disconnect,
    insert_on_edge,
    splice,
)

__all__ = [
    "Code",
    "Refusal",
    "add_node",
    "check_connect",
    "connect",
    "disconnect",
    "extract",
    "insert_on_edge",
    "merge",
    "move_nodes",
    "remove_nodes",
    "rename_document",
    "rename_node",
    "set_params",
    "set_repeat",
    "set_variable",
    "splice",
]
