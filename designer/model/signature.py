"""What an edit must know of a block: its ports and the names of its parameters. Whoever knows blocks supplies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from designer.model.document import Scalar, empty


@dataclass(frozen=True, slots=True)
class InputPort:
    """An input; `many` takes any number of wires, in order."""

    name: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A block seen from outside. The empty name means the first port, as in `Edge`.

    `defaults` are those values of parameters that a design can hold: numbers, switches and text.
    """

    inputs: tuple[InputPort, ...]
    outputs: tuple[str, ...] = ("output",)
    parameters: frozenset[str] = frozenset()
    defaults: Mapping[str, Scalar] = field(
        default_factory=empty, compare=False, hash=False
    )

    def input_index(self, port: str) -> int | None:
        """Where the input of that name stands; None if there is none."""
        return _index(tuple(p.name for p in self.inputs), port)

    def output_index(self, port: str) -> int | None:
        """Where the output of that name stands; None if there is none."""
        return _index(self.outputs, port)


def _index(ports: tuple[str, ...], port: str) -> int | None:
    if port == "" and ports:
        return 0
    return ports.index(port) if port in ports else None


class Catalog(Protocol):
    """The blocks that there are: their ids by iteration, a signature for each."""

    def __iter__(self) -> Iterator[str]: ...

    def signature(self, block: str) -> Signature | None:
        """The block's signature; None for a block that is not known."""
