"""Why an edit is refused, and the look-ups that every edit begins with."""

from __future__ import annotations

from typing import Literal

from designer.model.definitions import signature
from designer.model.document import Definition, Document, Node
from designer.model.keras_names import did_you_mean_block
from designer.model.rules import did_you_mean
from designer.model.signature import Catalog, Signature

Code = Literal[
    "block_in_use",
    "cycle",
    "definition_clash",
    "duplicate_name",
    "duplicate_wire",
    "invalid_name",
    "invalid_value",
    "no_chain",
    "no_group",
    "no_parts",
    "port_taken",
    "recursive_block",
    "too_large",
    "unknown_block",
    "unknown_frame",
    "unknown_node",
    "unknown_note",
    "unknown_parameter",
    "unknown_port",
    "unknown_variable",
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


def definition_of(document: Document, block: str) -> Definition:
    """The design's own block of that id; raises Refusal."""
    if block not in document.definitions:
        hint = did_you_mean(block, document.definitions)
        raise Refusal("unknown_block", f"this design defines no block '{block}'{hint}")
    return document.definitions[block]


def known_signature(
    document: Document, block: str, catalog: Catalog | None
) -> Signature | None:
    """The signature of a block: the design's own comes before the library's; None if neither knows it."""
    if block in document.definitions:
        return signature(document.definitions[block])
    return catalog.signature(block) if catalog is not None else None


def signature_of(document: Document, block: str, catalog: Catalog) -> Signature:
    """The block's signature; raises Refusal with what was probably meant."""
    found = known_signature(document, block, catalog)
    if found is None:
        hint = did_you_mean_block(block, [*document.definitions, *catalog])
        raise Refusal("unknown_block", f"there is no block '{block}'{hint}")
    return found
