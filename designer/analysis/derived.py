"""Where a number in a layer's refusal comes from, when the row does not show it.

A ShuffleNet unit of 380 filters at strides 2 computes 356, for the other 24 are its input's channels; its layers speak
of 356. What the number follows from is tried: the block is called with other settings and other inputs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from blocks.spec import Shape
from designer.model.document import Scalar

Settings = Mapping[str, Scalar]
Wires = tuple[tuple[Shape, ...], ...]
Refuse = Callable[[Settings, Wires], str]

SHARES = (2, 4, 8)
OTHERS = (
    1,
    3,
    5,
    11,
)  # more filters or channels, with which the block probably refuses as well
ENOUGH = 3  # of them that have to agree, and two thirds: another layer may refuse in the same words
_NUMBER = re.compile(r"(\d[\d,]*) (?:filters|channels|units) do not divide")


@dataclass(frozen=True, slots=True)
class _Origin:
    """How a number may follow from the settings and the channels of the first input."""

    width: str = ""  # the parameter that it begins with; none: the input's channels
    less: bool = False  # the input's channels are taken off
    factor: str = ""  # the parameter that it is multiplied by
    share: int = 1  # what it is divided by

    def value(self, settings: Settings, channels: int) -> int | None:
        start = settings[self.width] if self.width else channels
        factor = settings[self.factor] if self.factor else 1
        if isinstance(start, str) or isinstance(factor, str):
            return None
        return round((start - channels * self.less) * factor) // self.share

    def words(self, settings: Settings, channels: int) -> str:
        words = f"the {channels:,} channels of the input"
        if self.width:
            width = f"the {settings[self.width]:,} {self.width}"
            words = f"{width} less {words}" if self.less else width
        if self.factor:
            words = f"{words} times {self.factor} {settings[self.factor]}"
        return f"{words} divided by {self.share}" if self.share > 1 else words


def derivation(message: str, settings: Settings, wires: Wires, refuse: Refuse) -> str:
    """What a number of filters or channels in a refusal is made of; empty where it is in sight, or not known.

    Args:
        settings: the row's parameters.
        wires: shapes per input port and wire.
        refuse: the block's refusal with other settings and shapes, empty if it works.

    Returns a clause such as `356 is the 380 filters less the 24 channels of the input`.
    """
    found = _NUMBER.search(message)
    channels = wires[0][0][-1] if wires and wires[0] else None
    if found is None or channels is None:
        return ""
    number = int(found[1].replace(",", ""))
    if number == channels or number in settings.values():
        return ""
    matching = [o for o in _origins(settings) if o.value(settings, channels) == number]
    if not matching:
        return ""
    seen = tuple(islice(_others(message[: found.start()], settings, wires, refuse), 8))
    agreeing = [sum(o.value(s, c) == other for s, c, other in seen) for o in matching]
    most = max(agreeing)
    if most < ENOUGH or 3 * most < 2 * len(seen):
        return ""
    origin = matching[agreeing.index(most)]
    words = origin.words(settings, channels)
    return f"{found[1]} is {words}"


def _origins(settings: Settings) -> Iterator[_Origin]:
    """Plain ones first."""
    widths = [n for n in settings if n.endswith(("filters", "channels", "units"))]
    ends = ("expansion", "ratio", "multiplier", "factor")
    factors = ["", *(name for name in settings if name.endswith(ends))]
    for share in (1, *SHARES):
        for factor in factors:
            for width in widths:
                yield _Origin(width, False, factor, share)
                yield _Origin(width, True, factor, share)
            yield _Origin("", False, factor, share)


def _others(
    before: str, settings: Settings, wires: Wires, refuse: Refuse
) -> Iterator[tuple[Settings, int, int]]:
    """Other settings and channels at which the block refuses in the same words, and the number that it then says."""
    (shape, *rest), *ports = wires
    channels = shape[-1] or 0
    changes: list[tuple[Settings, int]] = [(settings, channels + n) for n in OTHERS]
    for name, value in settings.items():
        if type(value) is int and name.endswith(("filters", "channels", "units")):
            changes += (({**settings, name: value + n}, channels) for n in OTHERS)
        elif type(value) is float:
            changes.append(({**settings, name: 2 * value}, channels))
    for other, width in changes:
        first = ((*shape[:-1], width), *rest)
        message = refuse(other, (first, *ports))
        found = _NUMBER.search(message)
        if found and _blank(message[: found.start()]) == _blank(before):
            yield other, width, int(found[1].replace(",", ""))


def _blank(text: str) -> str:
    return re.sub(r"\d+", "#", text)
