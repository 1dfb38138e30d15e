"""A personal library: blocks that the user made, each in a file `NAME.block.json` with the blocks that it needs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from designer.model.bounds import content_fault
from designer.model.definitions import blocks_behind
from designer.model.document import JSON, Definition, Document, empty
from designer.model.edits.definitions import Clashes, adopt_definitions
from designer.model.edits.refusal import definition_of
from designer.model.files import fields
from designer.model.files.disk import read_text, write_text
from designer.model.files.fields import Fields
from designer.model.files.format import VERSION, FileError
from designer.model.files.reading import definitions
from designer.model.files.writing import definitions as written
from designer.model.files.writing import json_text

FORMAT = "channelwise.block"
SUFFIX = ".block.json"


@dataclass(frozen=True)
class BlockFile:
    """A block, under the id that it has in `definitions`, beside the blocks that it needs."""

    block: str
    definitions: Mapping[str, Definition]
    version: tuple[int, int] = (1, 0)
    extra: Mapping[str, JSON] = field(default_factory=empty)

    @property
    def definition(self) -> Definition:
        """The block itself."""
        return self.definitions[self.block]


@dataclass(frozen=True)
class Listed:
    """A file of a library: what it holds, or in one sentence why that cannot be read."""

    path: Path
    content: BlockFile | None
    fault: str = ""


def block_of(document: Document, block: str) -> BlockFile:
    """A design's own block as a file of its own; raises Refusal: unknown_block."""
    definition_of(document, block)
    needed = blocks_behind(document.definitions, [block])
    return BlockFile(
        block, {id: d for id, d in document.definitions.items() if id in needed}
    )


def adopt_block(
    document: Document, file: BlockFile, clashes: Clashes = "refuse"
) -> tuple[Document, str]:
    """Bring a block into a design.

    Args:
        clashes: what to do where the design defines a block of one name differently: refuse, keep the design's, or
            bring the file's under another name.

    Returns the document and what the block is called in it.

    Raises:
        Refusal: definition_clash, recursive_block.
    """
    adopted, called = adopt_definitions(document, file.definitions, clashes)
    return adopted, called[file.block]


def dumps_block(file: BlockFile) -> str:
    """The text of a block file: the same block always gives the same text."""
    major, minor = file.version
    version = f"{major}.{minor}" if minor else major
    head = {"format": FORMAT, "version": version, "block": file.block}
    parts = [json_text(head)[1:-1], written(file.definitions)]
    parts += [f"{json_text(k)}: {json_text(v)}" for k, v in file.extra.items()]
    return "{" + ",\n ".join(parts) + "}\n"


def loads_block(text: str) -> BlockFile:
    """The block that a file's text describes; raises FileError."""
    value = fields.parse(text)
    if isinstance(value, dict) and (fault := content_fault(value)):
        raise FileError(fault)
    content = Fields(value, "")
    if content.rest.pop("format", None) != FORMAT:
        raise FileError(f"this is no Channelwise block: 'format' is not '{FORMAT}'")
    version = fields.version(content.rest.pop("version", None))
    if version[0] > VERSION[0]:
        raise FileError(
            f"this block is of format {version[0]}, newer than this program's {VERSION[0]}"
        )
    block = content.take("block", fields.word)
    found = definitions(content)
    if block not in found:
        raise FileError(f"its definitions do not hold the block '{block}'")
    return BlockFile(block, found, version, content.rest)


def load_block(path: str | os.PathLike[str]) -> BlockFile:
    """Read a block; raises FileError with a sentence that begins with the path."""
    try:
        return loads_block(read_text(path))
    except FileError as error:
        raise FileError(f"{path}: {error}") from None


def save_block(file: BlockFile, folder: str | os.PathLike[str]) -> Path:
    """Write a block into a library, in place of one of the same name; the folder is made where it is missing.

    Returns the file's path.

    Raises:
        FileError: with a sentence that begins with the path.
    """
    path = Path(folder) / file_name(file.block)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{path}: not saved: {error.strerror or error}") from None
    write_text(path, dumps_block(file))
    return path


def file_name(block: str) -> str:
    """The file that `save_block` gives a block."""
    return f"{block}{SUFFIX}"


def list_blocks(folder: str | os.PathLike[str]) -> tuple[Listed, ...]:
    """The files of a library by name; of one that cannot be read, why. A folder that is missing is empty."""
    try:
        paths = sorted(Path(folder).glob(f"*{SUFFIX}"))
    except OSError:
        return ()
    return tuple(_listed(path) for path in paths)


def _listed(path: Path) -> Listed:
    try:
        return Listed(path, load_block(path))
    except FileError as error:
        return Listed(path, None, str(error))
