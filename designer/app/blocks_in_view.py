"""The blocks that there are to build with, as panels hold them: a design's own come and go with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from blocks.definition import Block
from designer.analysis.catalog import DesignBlocks, design_blocks
from designer.model.document import Document
from designer.model.signature import Signature


class BlocksInView(Mapping[str, Block]):
    """The library's blocks and those of the design in view, by id; also a `Catalog` for edits.

    Args:
        document: gives the design in view.
    """

    def __init__(self, document: Callable[[], Document]) -> None:
        self._document = document

    def __getitem__(self, id: str) -> Block:
        return self._now[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)

    def signature(self, block: str) -> Signature | None:
        """The block's ports and parameters; None for a block that is not known."""
        return self._now.signature(block)

    @property
    def _now(self) -> DesignBlocks:
        return design_blocks(self._document())
