"""Edits of the blocks that a design defines. What changes in one reaches every row that uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import Literal

from designer.model.definitions import (
    blocks_behind,
    definition_cycle,
    definition_fault,
    same_content,
    users,
)
from designer.model.document import Definition, Document
from designer.model.edits.carrying import Change, carried
from designer.model.edits.refusal import Refusal, definition_of
from designer.model.signature import Catalog
from designer.model.wording import listed, path

Clashes = Literal["refuse", "keep", "rename"]


def add_definition(
    document: Document,
    block: str,
    definition: Definition,
    *,
    catalog: Catalog | None = None,
) -> Document:
    """Add a block to the design.

    Args:
        catalog: where given, the block may not be called as one of the library, which it would hide.

    Raises:
        Refusal: duplicate_name, invalid_name, recursive_block.
    """
    taken = block in document.definitions
    if taken or (catalog is not None and catalog.signature(block) is not None):
        whose = "this design" if taken else "the library"
        free = free_block(block, document, catalog)
        raise Refusal(
            "duplicate_name", f"{whose} has a block '{block}'; '{free}' is free"
        )
    return _with(document, {**document.definitions, block: definition}, block)


def set_definition(
    document: Document, block: str, definition: Definition | Document
) -> Document:
    """Give a block another content, or only another body, whose name is then the block's title.

    Ports and parameters that were renamed keep their wires and values wherever the block is used; what is gone takes
    them along.

    Raises:
        Refusal: unknown_block, invalid_name, recursive_block.
    """
    old = definition_of(document, block)
    if isinstance(definition, Document):
        definition = Definition(definition.name, definition, old.note, old.extra)
    if definition == old and repr(definition) == repr(old):
        return document
    changed = _with(document, {**document.definitions, block: definition}, block)
    return carried(changed, Change(block, old, definition))


def rename_definition(
    document: Document,
    block: str,
    name: str,
    *,
    title: str | None = None,
    catalog: Catalog | None = None,
) -> Document:
    """Call a block otherwise, wherever it is used.

    Raises:
        Refusal: unknown_block, duplicate_name, invalid_name.
    """
    definition = definition_of(document, block)
    if title is not None:
        shown = " ".join(title.split())
        if not shown:
            raise Refusal("invalid_name", "a block needs a title")
        definition = replace(definition, title=shown)
    if name == block:
        return set_definition(document, block, definition)
    others = {k: v for k, v in document.definitions.items() if k != block}
    alone = replace(document, definitions=others)
    add_definition(alone, name, definition, catalog=catalog)
    renamed = {
        name if id == block else id: definition if id == block else found
        for id, found in document.definitions.items()
    }
    return _renamed(replace(document, definitions=renamed), {block: name})


def remove_definition(document: Document, block: str) -> Document:
    """Take a block that nothing uses out of the design.

    Raises:
        Refusal: unknown_block, block_in_use.
    """
    definition_of(document, block)
    if used := users(document, block):
        where = [f"'{id}'" if id else "the design" for id in used]
        raise Refusal("block_in_use", f"'{block}' is used in {listed(where)}")
    kept = {k: v for k, v in document.definitions.items() if k != block}
    return replace(document, definitions=kept)


def clashing_definitions(
    document: Document, definitions: Mapping[str, Definition]
) -> tuple[str, ...]:
    """Those of `definitions` of which the design has another one under the same name."""
    own = document.definitions
    return tuple(
        id
        for id, definition in definitions.items()
        if id in own and not same_content(own[id], definition)
    )


def adopt_definitions(
    document: Document,
    definitions: Mapping[str, Definition],
    clashes: Clashes = "refuse",
) -> tuple[Document, Mapping[str, str]]:
    """Bring blocks into a design.

    Args:
        clashes: what to do where both define a block of one name differently: refuse, keep the design's, or bring
            it under another name.

    Returns the document, and what each block is called in it.

    Raises:
        Refusal: definition_clash, recursive_block, invalid_name.
    """
    own = document.definitions
    clashing = clashing_definitions(document, definitions)
    if clashing and clashes == "refuse":
        raise Refusal(
            "definition_clash",
            f"both designs define a block '{clashing[0]}', and differently; rename one of them",
        )
    called = {id: id for id in definitions}
    if clashes == "rename":
        taken = {**definitions, **own}
        for id in _behind_clashes(document, definitions, clashing):
            called[id] = free_block(id, replace(document, definitions=taken))
            taken[called[id]] = definitions[id]
    renamed = {old: new for old, new in called.items() if new != old}
    adopted = {
        called[id]: _calling(definition, renamed)
        for id, definition in definitions.items()
        if called[id] not in own
    }
    if not adopted:
        return document, called
    return _with(document, {**own, **adopted}, *adopted), called


def free_block(wanted: str, document: Document, catalog: Catalog | None = None) -> str:
    """`wanted`, or `wanted2`, `wanted3`, ... whichever block is not defined yet."""
    stem = wanted.rstrip("0123456789")
    names = chain([wanted], (f"{stem}{number}" for number in count(2)))
    return next(
        name
        for name in names
        if name not in document.definitions
        and (catalog is None or catalog.signature(name) is None)
    )


def _behind_clashes(
    document: Document, definitions: Mapping[str, Definition], clashing: Iterable[str]
) -> list[str]:
    """The blocks that must have another name: those that clash, and those that are equal but for holding one."""
    return [
        id
        for id in definitions
        if id in document.definitions
        and not blocks_behind(definitions, [id]).isdisjoint(clashing)
    ]


def _with(
    document: Document, definitions: Mapping[str, Definition], *new: str
) -> Document:
    """The design with these definitions, if `new` among them may be as they are."""
    for id in new:
        if fault := definition_fault(id, definitions[id]):
            raise Refusal("invalid_name", fault)
    if cycle := definition_cycle(definitions, new):
        raise Refusal(
            "recursive_block",
            f"a block cannot contain itself: {path(cycle)}",
        )
    return replace(document, definitions=definitions)


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    """The design with blocks called otherwise wherever they are used, its own blocks included."""
    definitions = {
        id: _calling(definition, names)
        for id, definition in document.definitions.items()
    }
    return replace(_uses(document, names), definitions=definitions)


def _calling(definition: Definition, names: Mapping[str, str]) -> Definition:
    """The definition with blocks in it called otherwise; itself if it holds none of them."""
    body = _uses(definition.body, names)
    return definition if body is definition.body else replace(definition, body=body)


def _uses(document: Document, names: Mapping[str, str]) -> Document:
    changed = {
        node.id: replace(node, block=names[node.block])
        for node in document
        if node.block in names
    }
    if not changed:
        return document
    return replace(document, nodes={**document.nodes, **changed})
