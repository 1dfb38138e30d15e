"""The user's own blocks, stored in a folder and available in every design."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QObject, Signal

from blocks.definition import Block
from designer.analysis.catalog import design_blocks
from designer.model.block_files import (
    BlockFile,
    adopt_block,
    block_of,
    file_name,
    list_blocks,
    save_block,
)
from designer.model.document import Document


def own_blocks_folder() -> Path:
    """The folder that they are stored in."""
    return user_data_path("channelwise", appauthor=False) / "blocks"


class OwnBlocks(QObject):
    """Reads and writes the folder of own blocks. A design that uses one gets a copy of its definition.

    Args:
        folder: by default none: there are no such blocks then.
    """

    changed = Signal()

    def __init__(
        self, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.faults: tuple[str, ...] = ()
        self._files: dict[str, tuple[Path, BlockFile]] = {}
        self._blocks: dict[str, Block] = {}
        self.read()

    @property
    def blocks(self) -> Mapping[str, Block]:
        """The blocks by id."""
        return self._blocks

    def read(self) -> None:
        """Read the folder again; files that cannot be read are skipped, and named in `faults`."""
        listed = list_blocks(self.folder) if self.folder else ()
        self.faults = tuple(file.fault for file in listed if file.content is None)
        files = {f.content.block: (f.path, f.content) for f in listed if f.content}
        if files != self._files:
            self._files = files
            self._blocks = {id: _block(file) for id, (_, file) in files.items()}
            self.changed.emit()

    def has_other(self, document: Document, block: str) -> bool:
        """Whether the folder has another block of that name, which saving would replace."""
        self.read()  # another window may have saved it meanwhile
        known = self._files.get(block)
        if known is None:  # an unreadable one counts as another block
            return self.folder is not None and (self.folder / file_name(block)).exists()
        return known[1] != block_of(document, block)

    def save(self, document: Document, block: str) -> Path:
        """Keep a block of a design; raises FileError."""
        assert self.folder is not None
        path = save_block(block_of(document, block), self.folder)
        self.read()
        return path

    def remove(self, block: str) -> None:
        """Delete a block's file; raises OSError."""
        self._files[block][0].unlink(missing_ok=True)
        self.read()

    def brought(self, before: Document, after: Document) -> Document:
        """An edited design, completed by the definitions of own blocks that the edit has placed.

        Raises:
            Refusal: definition_clash, for a block that one of them needs.
        """
        placed = {
            node.block
            for id, node in after.nodes.items()
            if id not in before.nodes
            and node.block in self._files
            and node.block not in after.definitions
        }
        for block in sorted(placed):
            after, _ = adopt_block(after, self._files[block][1])
        return after


def _block(file: BlockFile) -> Block:
    return design_blocks(Document(definitions=file.definitions))[file.block]
