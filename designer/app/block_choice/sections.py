"""The sections of the palette and their order, computed from the available blocks and the user's favourites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blocks.definition import Block
from designer.app.block_choice.search import found
from designer.app.text.translation import later
from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, Document

Kind = Literal["library", "design", "mine"]

RECENT, FAVOURITES = later("Recent"), later("Favourites")
DESIGN, MINE, LAYERS = later("In this design"), later("My blocks"), later("Layers")
MOST_RECENT = 5
PORTS = frozenset((BLOCK_INPUT, BLOCK_OUTPUT))


@dataclass(frozen=True, slots=True)
class Entry:
    """A block as the palette shows it."""

    block: Block
    kind: Kind = "library"
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks below it."""

    title: str
    entries: tuple[Entry, ...]


def takes_ports(document: Document) -> bool:
    """Whether ports can be placed on this canvas: it shows the body of a block."""
    return any(node.block in PORTS for node in document)


@dataclass(frozen=True)
class BlockSources:
    """The available blocks, by where they come from.

    Args:
        library: those that come with the application.
        design: those that the design defines.
        mine: those of the user's own folder.
        favourites: ids of starred blocks, the first starred first.
        recent: ids of blocks placed, the last first.
        ports: whether the ends of a block can be placed.
    """

    library: Mapping[str, Block]
    design: Mapping[str, Block]
    mine: Mapping[str, Block]
    favourites: Sequence[str] = ()
    recent: Sequence[str] = ()
    ports: bool = False

    def entries(self) -> dict[str, Entry]:
        """Every block once; a block of the design overrides another of the same id."""
        kinds: tuple[tuple[Kind, Mapping[str, Block]], ...] = (
            ("design", self.design),
            ("mine", self.mine),
            ("library", self.library),
        )
        made: dict[str, Entry] = {}
        for kind, blocks in kinds:
            for id, block in blocks.items():
                if id not in made and (self.ports or id not in PORTS):
                    made[id] = Entry(block, kind, id in self.favourites)
        return made

    def sections(self) -> list[Section]:
        """All blocks in sections: favourites and recent ones first, single layers last."""
        entries = self.entries()
        groups: dict[str, list[Entry]] = {
            FAVOURITES: _picked(entries, self.favourites),
            RECENT: _picked(entries, self.recent)[:MOST_RECENT],
            DESIGN: [e for e in entries.values() if e.kind == "design"],
            MINE: [e for e in entries.values() if e.kind == "mine"],
        }
        for entry in entries.values():
            if entry.kind == "library" and entry.block.category != LAYERS:
                groups.setdefault(entry.block.category, []).append(entry)
        groups[LAYERS] = [e for e in entries.values() if e.block.category == LAYERS]
        return [
            Section(title, tuple(group)) for title, group in groups.items() if group
        ]

    def matches(self, text: str) -> list[Entry]:
        """The blocks that match a query, the closest first."""
        entries = self.entries()
        closest = found((entry.block for entry in entries.values()), text)
        return [entries[block.id] for block in closest]


def _picked(entries: Mapping[str, Entry], ids: Iterable[str]) -> list[Entry]:
    return [entries[id] for id in ids if id in entries]
