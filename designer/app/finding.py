"""Which blocks a few typed letters mean: the search of the palette and of the popup on the canvas."""

from __future__ import annotations

from collections.abc import Iterable

from blocks.definition import Block


def found(blocks: Iterable[Block], text: str) -> tuple[Block, ...]:
    """The blocks that every typed word fits, the closest first; all, in their order, where nothing is typed."""
    blocks = tuple(blocks)
    words = text.casefold().split()
    if not words:
        return blocks
    ranked = []
    for place, block in enumerate(blocks):
        ranks = [_rank(word, block) for word in words]
        if None not in ranks:
            ranked.append((sum(r for r in ranks if r is not None), place))
    return tuple(blocks[place] for _, place in sorted(ranked))


def _rank(word: str, block: Block) -> int | None:
    """0 for a whole first word, more for what is further from the title; None where the word does not fit."""
    title, id = block.title.casefold(), block.id.casefold()
    if title.split()[0] == word:
        return 0
    if title.startswith(word) or id.startswith(word):
        return 1
    if any(part.startswith(word) for part in (*title.split(), *id.split("_"))):
        return 2
    if word in title or word in id:
        return 3
    if word in block.category.casefold():
        return 4
    if word in block.summary.casefold() or word in block.source.casefold():
        return 5
    initials = "".join(part[0] for part in id.split("_") if part)
    if len(word) > 1 and initials.startswith(word):
        return 2
    # Two letters are in order in nearly every title: a scattered match takes three.
    if len(word) > 2 and (_scattered(word, title) or _scattered(word, id)):
        return 6
    return None


def _scattered(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
