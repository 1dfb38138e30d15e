"""Every layer of the facade, and every function of `ops`, as a block of its own.

All is read off the facade: ports, parameters with Keras's names and defaults, the one call that is its source.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, Signature
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from blocks import layers, literals, ops
from blocks.definition import Block, Range
from blocks.layer_arguments import ABOUT, ANY_NUMBER, ANY_WHOLE, About
from blocks.rules.arguments import ACTIVATIONS, ActivationName, Pair, Sides
from blocks.spec import Layer

CATEGORY = "Layers"
HALVES = ("first", "second")
UNKNOWN = About("as Keras has it.")

# Images are channels-last; adapters belong to a trained model; the node has the name.
LEFT_OUT = ("data_format", "dtype", "lora_alpha", "lora_rank", "name", "trainable")

Activation = Literal[tuple(sorted(ACTIVATIONS))]  # type: ignore[valid-type]


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument of a layer as the block's parameter."""

    name: str
    about: About
    type: Any
    default: Any
    required: bool  # by Keras: then it is written by its place, not by its name

    @property
    def range(self) -> Range | None:
        kinds = get_args(self.type) or (self.type,)
        if bool in kinds or not {int, float} & set(kinds):
            return None
        return self.about.range or (ANY_WHOLE if int in kinds else ANY_NUMBER)


@cache
def layer_blocks() -> tuple[Block, ...]:
    """The blocks, by name."""
    found = [
        _of_layer(kind)
        for name, kind in sorted(vars(layers).items())
        if name in layers.__all__ and inspect.isclass(kind) and issubclass(kind, Layer)
    ]
    return (*found, *(_of_function(getattr(ops, name)) for name in ops.__all__))


def block_id(kind: str) -> str:
    """The block that stands for an operation of this kind: `Conv2D`, `ops_split`."""
    return kind.replace(".", "_")


def value_of(kind: str, name: str, value: Any) -> Any:
    """An argument of a layer as the parameter of its block: `3` for `(3, 3)`, `"3, 1"` for `(3, 1)`."""
    return _plain(value, _hints(kind)[name])


@cache
def _hints(kind: str) -> dict[str, Any]:
    owner = getattr(layers, kind, None) or getattr(ops, kind.partition(".")[2])
    return get_type_hints(owner)


def _of_layer(kind: type[Layer]) -> Block:
    port = Parameter(
        "xs" if kind.many else "x",
        Parameter.POSITIONAL_OR_KEYWORD,
        annotation=list if kind.many else Any,
    )
    arguments = tuple(_arguments(kind))

    def call(x: Any, settings: dict[str, Any], name: str) -> Any:
        return kind(**settings, name=name)(x)

    written = _written(f"layers.{kind.__name__}", arguments, "name=name")
    return _block(
        kind.__name__,
        kind.__name__,
        inspect.getdoc(kind) or "",
        (port,),
        arguments,
        call,
        f"{written}({port.name})",
    )


def _of_function(function: Callable[..., Any]) -> Block:
    hints = get_type_hints(function)
    taken = inspect.signature(function).parameters.values()
    arguments = tuple(_arguments(function))
    named = {argument.name for argument in arguments}
    ports = tuple(
        Parameter(
            p.name,
            Parameter.POSITIONAL_OR_KEYWORD,
            annotation=list if get_origin(hints.get(p.name)) is Sequence else Any,
        )
        for p in taken
        if p.name not in named
    )
    several = get_origin(hints.get("return")) is list

    def call(*given: Any) -> Any:
        *tensors, settings, _ = given
        result = function(*tensors, **settings)
        if several and len(result) != len(HALVES):
            raise ValueError(
                f"ops.{function.__name__} gives {len(result)} parts here, and a block of it two: "
                "2 makes halves; for more parts, split a part again"
            )
        return result

    return _block(
        f"ops_{function.__name__}",
        f"ops.{function.__name__}",
        inspect.getdoc(function) or "",
        ports,
        arguments,
        call,
        _written(f"ops.{function.__name__}", arguments, before=[p.name for p in ports]),
        HALVES if several else ("output",),
    )


def _arguments(owner: Callable[..., Any]) -> Iterator[_Argument]:
    """What of a layer's arguments a design can set: numbers, switches, choices, and tuples of numbers as text."""
    hints = get_type_hints(owner)
    for p in inspect.signature(owner).parameters.values():
        kind = _parameter_type(hints.get(p.name))
        if kind is None or p.name in LEFT_OUT:
            continue
        required = p.default is p.empty
        about = ABOUT.get(f"{owner.__name__}.{p.name}") or ABOUT.get(p.name, UNKNOWN)
        default = (
            about.start
            if required or (p.name, p.default) == ("axis", 0)  # of ops: the batch
            else _plain(p.default, hints[p.name])
        )
        yield _Argument(p.name, about, kind, default, required)


def _parameter_type(hint: Any) -> Any:
    """The type of a parameter; None for what cannot be one. Of a union the first is what a field is made for."""
    if hint in (int, float, bool, str) or get_origin(hint) is Literal:
        return hint
    if hint == ActivationName:
        return Activation
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    numbers = [kind for kind in kinds if kind in (int, float)]
    if numbers:
        return numbers[0] | str
    if any(get_origin(kind) is tuple for kind in kinds):
        return str | tuple[int, ...]
    return None


def _plain(value: Any, hint: Any) -> Any:
    """A Keras argument as a parameter's value."""
    if hint == ActivationName and value is None:
        return "linear"
    if hint in (Pair, Sides, Pair | None):
        sizes = _flat(value)
        if len(set(sizes)) == 1:
            return sizes[0]
    if value is None or isinstance(value, (tuple, list)):
        return literals.spell(value)
    return value


def _flat(value: Any) -> list[Any]:
    if not isinstance(value, (tuple, list)):
        return [value] if value is not None else []
    return [number for part in value for number in _flat(part)]


def _written(
    function: str,
    arguments: Sequence[_Argument],
    *after: str,
    before: Sequence[str] = (),
) -> str:
    given = (a.name if a.required else f"{a.name}={a.name}" for a in arguments)
    return f"{function}({', '.join([*before, *given, *after])})"


def _block(
    id: str,
    title: str,
    doc: str,
    ports: Sequence[Parameter],
    arguments: Sequence[_Argument],
    call: Callable[..., Any],
    result: str,
    outputs: tuple[str, ...] = ("output",),
) -> Block:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", id).lower().removeprefix("ops_")

    def function(*tensors: Any, name: str = name, **settings: Any) -> Any:
        chosen = {a.name: settings.pop(a.name, a.default) for a in arguments}
        if settings:
            raise TypeError(f"{id} has no argument {', '.join(settings)}")
        known = made.parameters
        return call(*tensors, {k: known[k].read(v) for k, v in chosen.items()}, name)

    keyword = Parameter.KEYWORD_ONLY
    signature = Signature(
        [
            *ports,
            *(
                Parameter(a.name, keyword, default=a.default, annotation=a.type)
                for a in arguments
            ),
            Parameter("name", keyword, default=name, annotation=str),
        ]
    )
    function.__name__ = function.__qualname__ = id
    function.__doc__ = _documented(doc, ports, arguments)
    function.__annotations__ = {
        p.name: p.annotation for p in signature.parameters.values()
    }
    vars(function)["__signature__"] = signature
    made = Block(
        function,
        title,
        CATEGORY,
        "Keras",
        outputs,
        {a.name: a.range for a in arguments if a.range},
    )
    heads = [p.name for p in ports] + ["*"]
    heads += (f"{n}={p.read(p.default)!r}" for n, p in made.parameters.items())
    head = f"def {id}({', '.join(heads)}, name={name!r}):"
    vars(function)["__source__"] = f"{head}\n    return {result}\n"
    return made


def _documented(
    doc: str, ports: Sequence[Parameter], arguments: Sequence[_Argument]
) -> str:
    lines = [doc, "", "Args:"]
    lines += (
        f"    {p.name}: {'the tensors' if p.annotation is list else 'a tensor'}."
        for p in ports
    )
    lines += (f"    {a.name}: {a.about.help}" for a in arguments)
    return "\n".join([*lines, "    name: the layer's name."])
