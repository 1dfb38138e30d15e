"""The blocks that a design is built with: those of the library, and those that the design defines itself."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from functools import cache

from blocks.catalog import catalog
from blocks.definition import Block
from designer.analysis.composites import composite
from designer.model.document import Definition, Document
from designer.model.signature import InputPort, Signature

KEPT = 64  # sets of definitions whose blocks are remembered, such as those that undo goes through


class DesignBlocks(Mapping[str, Block]):
    """All blocks by id, the design's own first; also a `designer.model.signature.Catalog`."""

    def __init__(
        self, definitions: Mapping[str, Definition], before: DesignBlocks | None = None
    ) -> None:
        self._definitions = definitions
        self._own: dict[str, Block] = {}
        self._making: set[str] = set()
        if before is not None:  # what stayed as it was is the same block
            changed = changed_definitions(before._definitions, definitions)
            kept = definitions.keys() & before._own.keys() - changed
            self._own = {id: before._own[id] for id in kept}

    def __getitem__(self, id: str) -> Block:
        if id not in self._definitions:
            return catalog()[id]
        if id in self._making:
            raise KeyError(id)  # while it is made, it cannot be looked into
        if id not in self._own:
            self._making.add(id)
            try:
                self._own[id] = composite(id, self._definitions[id], self)
            finally:
                self._making.discard(id)
        return self._own[id]

    def __iter__(self) -> Iterator[str]:
        yield from self._definitions
        yield from (id for id in catalog() if id not in self._definitions)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def signature(self, block: str) -> Signature | None:
        """The block's ports and parameters; None for a block that is not known."""
        if block in self._definitions:
            return block_signature(self[block])
        return _signature(block)


def design_blocks(document: Document) -> DesignBlocks:
    """The blocks that a design is built with."""
    if not document.definitions:
        return BLOCKS
    key = id(document.definitions)
    found = _made.get(key)
    if found is None or found[0] is not document.definitions:
        before = next(reversed(_made.values()))[1] if _made else None
        found = document.definitions, DesignBlocks(document.definitions, before)
        _made[key] = found
        if len(_made) > KEPT:
            _made.popitem(last=False)
    return found[1]


def changed_definitions(
    old: Mapping[str, Definition], new: Mapping[str, Definition]
) -> frozenset[str]:
    """Blocks that are not what they were: redefined, gone, new, or made of such."""
    if old is new:
        return frozenset()
    changed = {id for id in {*old, *new} if old.get(id) is not new.get(id)}
    if not changed:
        return frozenset()
    users: dict[str, list[str]] = {}
    for id, definition in new.items():
        for block in {node.block for node in definition.body}:
            users.setdefault(block, []).append(id)
    queue = list(changed)
    while queue:
        for id in users.get(queue.pop(), ()):
            if id not in changed:
                changed.add(id)
                queue.append(id)
    return frozenset(changed)


@cache
def _signature(id: str) -> Signature | None:
    block = catalog().get(id)
    return None if block is None else block_signature(block)


def block_signature(block: Block) -> Signature:
    """A block as edits see it."""
    return Signature(
        tuple(InputPort(port.name, port.many) for port in block.inputs),
        block.outputs,
        frozenset(block.parameters),
        {
            name: parameter.default
            for name, parameter in block.parameters.items()
            if isinstance(parameter.default, (int, float, str))
        },
    )


BLOCKS = DesignBlocks({})
_made: OrderedDict[int, tuple[Mapping[str, Definition], DesignBlocks]] = OrderedDict()
