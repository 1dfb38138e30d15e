"""What makes a function a block: the decorator, and what palette, inspector and analysis read from it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from blocks import literals


@dataclass(frozen=True, slots=True)
class Range:
    """What the inspector lets a number be; the block itself still refuses what cannot work."""

    minimum: float
    maximum: float
    step: float = 1


@dataclass(frozen=True, slots=True)
class Port:
    """An input of a block; `many` takes any number of wires, in order."""

    name: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A keyword-only argument of a block as the inspector shows it.

    A `literal` may be text beside a number: several numbers, such as "3, 1", or "none" (see `blocks.literals`).
    """

    name: str
    type: type  # int, float, bool or str
    default: Any
    choices: tuple[Any, ...] = ()
    range: Range | None = None
    help: str = ""
    literal: bool = False

    def read(self, value: Any) -> Any:
        """The value as the function's body takes it: text that spells numbers is these numbers.

        Raises:
            ValueError: the text spells none; the sentence says what would.
        """
        if not self.literal or not isinstance(value, str):
            return value
        try:
            found = literals.read(value)
        except ValueError as error:
            raise ValueError(f"{self.name}: {error}") from None
        single = self.type is str and isinstance(found, int)
        return (found,) if single else found


@dataclass(frozen=True)
class Block:
    """One block: a plain Keras function and what is known about it. `id` is the function's name."""

    function: Callable[..., Any]
    title: str
    category: str
    source: str = ""
    outputs: tuple[str, ...] = ("output",)
    ranges: Mapping[str, Range] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.function.__name__

    @property
    def summary(self) -> str:
        """The first line of the docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    @property
    def doc(self) -> str:
        return inspect.getdoc(self.function) or ""

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.function)

    @cached_property
    def inputs(self) -> tuple[Port, ...]:
        """Positional arguments; one annotated as a list takes any number of wires."""
        kinds = (
            inspect.Parameter.POSITIONAL_ONLY,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
        )
        return tuple(
            Port(
                p.name,
                many=get_origin(self._hints.get(p.name)) is list
                or self._hints.get(p.name) is list,
            )
            for p in inspect.signature(self.function).parameters.values()
            if p.kind in kinds
        )

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Keyword-only arguments but `name`, which is the node's."""
        return {
            p.name: self._parameter(p)
            for p in inspect.signature(self.function).parameters.values()
            if p.kind is inspect.Parameter.KEYWORD_ONLY and p.name != "name"
        }

    def _parameter(self, p: inspect.Parameter) -> Parameter:
        hint = self._hints[p.name]
        choices = get_args(hint) if get_origin(hint) is Literal else ()
        literal = isinstance(hint, UnionType)
        if literal:  # the first is what a field is made for
            hint = get_args(hint)[0]
        return Parameter(
            name=p.name,
            type=type(choices[0]) if choices else hint,
            default=p.default,
            choices=choices,
            range=self.ranges.get(p.name),
            help=_argument_help(self.doc, p.name),
            literal=literal,
        )


def _argument_help(doc: str, name: str) -> str:
    """What the Google-style docstring says about one argument."""
    found: list[str] = []
    for line in doc.splitlines():
        text = line.strip()
        if text.startswith(f"{name}:"):
            found.append(text.removeprefix(f"{name}:").strip())
        elif found:
            if not text or not line.startswith(" " * 8):
                break
            found.append(text)
    return " ".join(found)


def block(
    title: str,
    *,
    category: str,
    source: str = "",
    outputs: tuple[str, ...] = ("output",),
    ranges: Mapping[str, Range] | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function a block.

    Args:
        title: what the palette calls it.
        category: the palette's section.
        source: the paper or article, as the inspector cites it.
        outputs: names of the output ports, for a function that returns several tensors.
        ranges: limits of numeric parameters for the inspector's fields.
    """

    def mark(function: Callable[..., Any]) -> Callable[..., Any]:
        made = Block(function, title, category, source, outputs, ranges or {})
        vars(function)["__block__"] = made
        return function

    return mark
