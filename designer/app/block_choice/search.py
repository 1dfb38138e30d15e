"""The block search of the palette and of the popup on the canvas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from blocks.definition import Block
from designer.app.text.translation import told
from designer.model.plain import one_line

VERB_RANK = 4
LONGEST_NAME = 24  # in more than a name, any letters are in order


def found(blocks: Iterable[Block], text: str) -> tuple[Block, ...]:
    """The blocks that match every typed word, the closest first; all, in their order, for an empty query."""
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


def distinct_titles(blocks: Iterable[Block]) -> Mapping[str, str]:
    """The titles of blocks in lists, by id: the title, with the category where another block has the same title."""
    blocks = tuple(blocks)
    count = Counter(told(block.title).casefold() for block in blocks)
    return {
        block.id: one_line(
            f"{title} ({told(block.category)})"
            if count[(title := told(block.title)).casefold()] > 1
            else title
        )
        for block in blocks
    }


def _rank(word: str, block: Block) -> int | None:
    """0 for a whole first word, more for a weaker match; None where the word does not match."""
    id = block.id.casefold()
    rank = closeness(word, told(block.title), block.title, id.replace("_", " "))
    if rank is not None and rank <= 3:
        return rank
    if word in id:
        return 3
    if word in f"{told(block.category)}\n{block.category}".casefold():
        return 4
    about = (told(block.summary), block.summary, block.source)
    if word in "\n".join(about).casefold():
        return 5
    return rank


def closeness(word: str, *names: str) -> int | None:
    """The distance of a typed word to the closest of some names, 0 to 6; None where it matches none."""
    found = (_closeness(word, name.casefold()) for name in names if name)
    return min((rank for rank in found if rank is not None), default=None)


def closest(word_list: str, *names: str, verb: str = "") -> int | None:
    """The sum of `closeness` over all typed words; None where one does not match.

    Args:
        verb: what precedes the names, such as `Go to`; its words are found by their beginnings, and count
            less than the names.
    """
    verbs = verb.casefold().split()
    ranks = []
    for word in word_list.casefold().split():
        rank = closeness(word, *names)
        if any(v.startswith(word) for v in verbs):
            rank = VERB_RANK if rank is None else min(rank, VERB_RANK)
        ranks.append(rank)
    return None if None in ranks else sum(r for r in ranks if r is not None)


def _closeness(word: str, name: str) -> int | None:
    parts = name.split()
    if parts[:1] == [word]:
        return 0
    if name.startswith(word):
        return 1
    if any(part.startswith(word) for part in parts):
        return 2
    if len(word) > 1 and _abbreviates(word, parts):
        return 2
    if word in name:
        return 3
    # Two letters are in order in nearly every title: a scattered match takes three.
    if len(word) > 2 and len(name) <= LONGEST_NAME and _scattered(word, name):
        return 6
    return None


def _abbreviates(word: str, parts: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of some parts in a row, as `gconv` of `grouped convolution`."""
    if not word:
        return True
    if not parts:
        return False
    first, *rest = parts
    return any(
        first.startswith(word[:size]) and _abbreviates(word[size:], rest)
        for size in range(len(word), 0, -1)
    )


def _scattered(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
