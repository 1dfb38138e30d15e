"""Arranges the bars of a block's picture: the main path straight down, branches next to it, skips around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from designer.app.help.channel_flow import Link, Picture


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The row and column of each bar, and the paths of skips.

    Args:
        rows: of each bar, from the top.
        columns: of each bar; 0 is the main way.
        skips: per link that passes bars of the main way, how far out it runs, from 1.
    """

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    skips: Mapping[tuple[str, str], int]


def arranged(picture: Picture) -> Arrangement:
    """Arrange bars in rows by dependency, and in columns by branch."""
    into: dict[str, list[Link]] = {id: [] for id in picture.bars}
    for link in picture.links:
        into[link.target].append(link)
    rows: dict[str, int] = {}
    for id in picture.bars:  # producers first
        rows[id] = 1 + max((rows[link.source] for link in into[id]), default=-1)
    spine = _spine(picture, into, rows)
    columns = dict.fromkeys(spine, 0)
    taken: dict[int, list[range]] = {}
    for chain in _chains(picture, into, columns):
        ends = [rows[k.target] for k in picture.links if k.source in chain]
        # A short branch is placed as low as its target allows.
        span = range(min(rows[id] for id in chain), max([*ends, rows[chain[-1]] + 1]))
        column = 1
        while any(_overlap(span, other) for other in taken.get(column, ())):
            column += 1
        taken.setdefault(column, []).append(span)
        columns.update(dict.fromkeys(chain, column))
    return Arrangement(rows, columns, _skips(picture.links, rows, columns))


def _spine(
    picture: Picture, into: Mapping[str, list[Link]], rows: Mapping[str, int]
) -> list[str]:
    """The main path, from the last bar back: the longest path, without inputs that only scale."""
    id = max(picture.bars, key=lambda each: rows[each])
    found = [id]
    while into[id]:
        image = [link for link in into[id] if not link.weighs] or into[id]
        id = max(image, key=lambda link: rows[link.source]).source
        found.append(id)
    return found


def _chains(
    picture: Picture, into: Mapping[str, list[Link]], placed: Mapping[str, int]
) -> Iterable[list[str]]:
    """Bars next to the main path, as consecutive runs."""
    chains: list[list[str]] = []
    for id in picture.bars:
        if id in placed:
            continue
        before = [chain for chain in chains for k in into[id] if k.source == chain[-1]]
        if before:
            before[0].append(id)
        else:
            chains.append([id])
    return chains


def _overlap(a: range, b: range) -> bool:
    return a.start < b.stop and b.start < a.stop


def _skips(
    links: Iterable[Link], rows: Mapping[str, int], columns: Mapping[str, int]
) -> dict[tuple[str, str], int]:
    """Links of the main path that skip some of its bars; inner ones are closer to it."""
    spine = {rows[id] for id, column in columns.items() if column == 0}
    found = [
        (link.source, link.target)
        for link in links
        if columns[link.source] == columns[link.target] == 0
        and spine & set(range(rows[link.source] + 1, rows[link.target]))
    ]
    found.sort(key=lambda ends: rows[ends[1]] - rows[ends[0]])
    return {ends: place for place, ends in enumerate(found, 1)}
