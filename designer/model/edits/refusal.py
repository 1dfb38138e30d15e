"""Why an edit is refused, and the look-ups that every edit begins with."""

from __future__ import annotations

from typing import Literal

from designer.model.document import Document, Node
from designer.model.rules import did_you_mean
from designer.model.signature import Catalog, Signature

Code = Literal[
    "cycle",
    "definition_clash",
    "duplicate_name",
    "duplicate_wire",
    "invalid_name",
    "invalid_value",
    "port_taken",
    "unknown_block",
    "unknown_node",
    "unknown_parameter",
    "unknown_port",
    "unknown_wire",
]


class Refusal(ValueError):  # noqa: N818 - the interface's own word: an answer, no accident
    """An edit that the document does not allow; `code` names the rule, the text is the sentence for the user."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code


def node_of(document: Document, id: str) -> Node:
    """The node of that id; raises Refusal."""
    if id not in document.nodes:
        raise Refusal("unknown_node", f"this design has no node '{id}'")
    return document.nodes[id]


def signature_of(block: str, catalog: Catalog) -> Signature:
    """The block's signature; raises Refusal with what was probably meant."""
    signature = catalog.signature(block)
    if signature is None:
        hint = did_you_mean(block, catalog)
        raise Refusal("unknown_block", f"there is no block '{block}'{hint}")
    return signature
