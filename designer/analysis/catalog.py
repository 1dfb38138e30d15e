"""The block library as edits see it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from blocks.catalog import catalog
from designer.model.signature import InputPort, Signature


class BlockCatalog:
    """Signatures of the blocks of the library; a `designer.model.signature.Catalog`."""

    def __iter__(self) -> Iterator[str]:
        return iter(catalog())

    def signature(self, block: str) -> Signature | None:
        return _signature(block)


@cache
def _signature(id: str) -> Signature | None:
    block = catalog().get(id)
    if block is None:
        return None
    return Signature(
        tuple(InputPort(port.name, port.many) for port in block.inputs),
        block.outputs,
        frozenset(block.parameters),
    )


BLOCKS = BlockCatalog()
