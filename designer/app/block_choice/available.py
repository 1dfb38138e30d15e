"""The blocks available in the current view: the library's, the user's own, and those that the design defines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from blocks.definition import Block
from designer.analysis.catalog import DesignBlocks, block_signature, design_blocks
from designer.app.block_choice.own_blocks import OwnBlocks
from designer.model.document import Document
from designer.model.signature import Signature


class BlocksInView(Mapping[str, Block]):
    """Maps ids to the blocks available in the current view; also a `Catalog` for edits.

    Args:
        document: gives the design in view.
        own: the user's blocks, which a design has from the moment that it uses them.
    """

    def __init__(self, document: Callable[[], Document], own: OwnBlocks) -> None:
        self._document, self._own = document, own

    def __getitem__(self, id: str) -> Block:
        now = self._now
        return now[id] if id in now else self._own.blocks[id]

    def __iter__(self) -> Iterator[str]:
        now = self._now
        yield from now
        yield from (id for id in self._own.blocks if id not in now)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def signature(self, block: str) -> Signature | None:
        """The block's ports and parameters; None for a block that is not known."""
        known = self._now.signature(block)
        if known is None and block in self._own.blocks:
            return block_signature(self._own.blocks[block])
        return known

    @property
    def _now(self) -> DesignBlocks:
        return design_blocks(self._document())
