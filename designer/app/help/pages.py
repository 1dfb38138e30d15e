"""The pages of the help: files of assets/help, and pages generated from the application."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import assets
from blocks.definition import Block
from designer import __version__
from designer.app.block_choice.search import closest
from designer.app.help import block_page as about_blocks
from designer.app.help.block_page import BLOCK
from designer.app.help.examples import example
from designer.app.help.shortcut_page import shortcuts_page
from designer.app.text.translation import told, tr

FOLDER = assets.FOLDER / "help"
START = "start.md"

# In reading order.
GUIDE = (
    START,
    "canvas.md",
    "blocks.md",
    "variables.md",
    "composites.md",
    "counting.md",
    "exporting.md",
    "files.md",
    "limits.md",
    "shortcuts.md",
    "glossary.md",
    "about.md",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the contents: its address, its title, and its section."""

    address: str
    title: str
    section: str


class Pages:
    """All pages, by their addresses: a file's name, or `block:` and a block's id.

    Args:
        blocks: those of the library and of the design.
        language: pages in that language come before the English ones.
    """

    def __init__(self, blocks: Mapping[str, Block], language: str = "en") -> None:
        self.blocks = blocks
        self._language = language

    def entries(self) -> Iterator[Entry]:
        """The contents."""
        for name in GUIDE:
            yield Entry(name, _title(self.markdown(name)), tr("Guide"))
        for id, block in self.blocks.items():
            yield Entry(f"{BLOCK}{id}", told(block.title), told(block.category))

    def knows(self, address: str) -> bool:
        return address in GUIDE or address.removeprefix(BLOCK) in self._of(address)

    def _of(self, address: str) -> Mapping[str, Block]:
        return self.blocks if address.startswith(BLOCK) else {}

    def markdown(self, address: str) -> str:
        """The text of a page."""
        if address.startswith(BLOCK):
            block = self.blocks[address.removeprefix(BLOCK)]
            return about_blocks.page(block, example(block))
        if address == "shortcuts.md":
            return shortcuts_page()
        text = self._path(address).read_text(encoding="utf-8")
        return text.replace("{version}", __version__)

    def found(self, typed: str) -> Sequence[str]:
        """The addresses of pages that match the typed words, titles first, then texts."""
        words = typed.casefold().split()
        ranked = []
        for place, entry in enumerate(self.entries()):
            rank = closest(typed, entry.title, entry.address.removeprefix(BLOCK))
            if rank is None and all(word in self._text(entry) for word in words):
                rank = 10 * len(words)
            if rank is not None:
                ranked.append((rank, place, entry.address))
        return [address for _, _, address in sorted(ranked)]

    def _text(self, entry: Entry) -> str:
        if entry.address.startswith(BLOCK):
            block = self.blocks[entry.address.removeprefix(BLOCK)]
            return f"{block.doc} {block.source} {block.category}".casefold()
        return self.markdown(entry.address).casefold()

    def _path(self, name: str) -> Traversable:
        translated = FOLDER / self._language / name
        return translated if translated.is_file() else FOLDER / name


def _title(markdown: str) -> str:
    return markdown.partition("\n")[0].removeprefix("# ").strip()
