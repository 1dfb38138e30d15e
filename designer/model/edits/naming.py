"""Ids and names of nodes. A row that repeats is built as copies `name_1`, `name_2`, ..., so those are taken too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from designer.model.bounds import MAX_REPEAT
from designer.model.document import Document, Node
from designer.model.edits.refusal import Refusal
from designer.model.rules import name_fault

_COPY = re.compile(r"(.+)_([1-9]\d{0,8})")
_NUMBERED = re.compile(r"(.*\D)([1-9]\d{0,8})")


def first_free_id(ids: Iterable[str]) -> int:
    """The number of the first id (`n7`) above all of `ids`."""
    numbers = (int(id[1:]) for id in ids if re.fullmatch(r"n\d{1,9}", id))
    return max(numbers, default=0) + 1


class TakenNames:
    """The names that nodes have, and those that their copies will have."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes: dict[str, Node] = {}
        self._next: dict[str, int] = {}
        for node in nodes:
            self.add(node)

    def add(self, node: Node) -> None:
        self._nodes[node.name] = node

    def holder(self, name: str, repeat: int | str = 1) -> Node | None:
        """The node in whose way a node of that name would be, itself or by its copies."""
        if name in self._nodes:
            return self._nodes[name]
        row, number = _split(name)
        if number and (node := self._nodes.get(row)) and _reaches(node.repeat, number):
            return node
        if repeat == 1:
            return None
        return next((n for n in self._nodes.values() if _copies(name, repeat, n)), None)

    def free(self, wanted: str, repeat: int | str = 1) -> str:
        """`wanted`, or `wanted2`, `wanted3`, ... whichever is free first; `row_2` leads to `row_3`.

        Without an underscore of our own, so that the second `conv` is not what the first would call a copy.
        """
        numbered = _NUMBERED.fullmatch(wanted)
        stem, following = (numbered[1], int(numbered[2])) if numbered else (wanted, 1)
        following = max(self._next.get(stem, 2), following + 1)
        name = wanted
        while self.holder(name, repeat):
            name = f"{stem}{following}"
            following += 1
            self._next[stem] = following
        return name


def check_name(
    document: Document, name: str, repeat: int | str = 1, *, but: str | None = None
) -> None:
    """Raises Refusal unless a node (`but` aside) may have that name, and its copies theirs."""
    if fault := name_fault(name):
        raise Refusal("invalid_name", f"'{name}' {fault}")
    taken = TakenNames(node for node in document if node.id != but)
    if node := taken.holder(name, repeat):
        free = taken.free(name, repeat)
        raise Refusal(
            "duplicate_name", f"{_clash(name, repeat, node)}; '{free}' is free"
        )


def _split(name: str) -> tuple[str, int]:
    """`row_2` as `row` and 2; a name that cannot be a copy's has number 0."""
    copy = _COPY.fullmatch(name)
    return (copy[1], int(copy[2])) if copy else (name, 0)


def _reaches(repeat: int | str, number: int) -> bool:
    """Whether a row so repeated may have a copy of that number; an expression may give any that is allowed."""
    return repeat != 1 and number <= (MAX_REPEAT if isinstance(repeat, str) else repeat)


def _copies(name: str, repeat: int | str, node: Node) -> bool:
    row, number = _split(node.name)
    return row == name and number > 0 and _reaches(repeat, number)


def _clash(name: str, repeat: int | str, node: Node) -> str:
    if name == node.name:
        return f"another node is called '{name}'"
    if _copies(name, repeat, node):
        return f"a copy of '{name}' would be called '{node.name}' as another node is"
    return f"the row '{node.name}' has a copy called '{name}'"
