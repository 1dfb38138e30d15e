"""What a template is: a family of networks, as a function from a few options to a document."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from designer.model.document import Document, Scalar, Variable, frozen
from designer.model.rules import did_you_mean


class TemplateError(ValueError):
    """An option that a template does not have, or a value that cannot work; the text is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a template lets its user choose; `choices`, where given, are all there is.

    `follows`, where given, is an expression over the other options: it is the design's variable while the option is
    left at its default.
    """

    name: str
    default: Scalar
    type: type = int
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[Scalar, ...] = ()
    step: float | None = None
    help: str = ""
    follows: str = ""

    def variable(self, value: Scalar) -> Variable:
        """The option as a variable of the design, where it goes on being changed."""
        assert not isinstance(value, str)  # `read` has seen to it
        if self.follows and value == self.default:
            value = self.follows
        return Variable(value, self.minimum, self.maximum, self.step, self.help)

    def read(self, value: object) -> Scalar:
        """The value in the option's type; text is read as the command line means it.

        Raises:
            TemplateError: the value cannot work; the sentence says what can.
        """
        found = self._converted(value)
        if found is None or not self._within(found):
            raise TemplateError(f"{self.name} must be {self.range}, not {value!r}")
        return found

    @property
    def range(self) -> str:
        """What the option can be, in words."""
        if self.choices:
            return f"one of {', '.join(map(str, self.choices))}"
        if self.type is bool:
            return "true or false"
        if self.type is str:
            return "text"
        kind = "a whole number" if self.type is int else "a number"
        if self.minimum is None or self.maximum is None:
            return kind
        return f"{kind} from {self.minimum:g} to {self.maximum:g}"

    def _converted(self, value: object) -> Scalar | None:
        if self.type is bool:
            names = {"true": True, "false": False}
            return names.get(str(value).lower())
        if self.type is str:
            return value if isinstance(value, str) else None
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            return None
        try:
            number = float(value)
            return number if self.type is float else _whole(number)
        except (ValueError, OverflowError):
            return None

    def _within(self, value: Scalar) -> bool:
        if self.choices:
            return value in self.choices
        if isinstance(value, (bool, str)):
            return True
        low = self.minimum is None or value >= self.minimum
        high = self.maximum is None or value <= self.maximum
        return low and high


def _whole(number: float) -> int | None:
    return int(number) if number == int(number) else None


@dataclass(frozen=True, slots=True)
class Published:
    """What others say a network costs and achieves; None where they do not.

    `macs` are multiply-accumulates for one image, which papers print as FLOPs; `top1` is in percent, on ImageNet.
    """

    options: Mapping[str, Scalar] = field(default_factory=dict)
    params: int | None = None
    macs: int | None = None
    top1: float | None = None
    source: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", frozen(self.options))


@dataclass(frozen=True)
class Template:
    """A family of networks. `build` takes every option by name and gives the document."""

    id: str
    title: str
    family: str
    source: str
    year: int | None  # None: the source bears no date
    description: str
    build: Callable[..., Document] = field(repr=False)
    options: tuple[Option, ...] = ()
    published: tuple[Published, ...] = ()

    def document(self, **options: object) -> Document:
        """The network with these options, defaults for the rest.

        Raises:
            TemplateError: there is no such option, or its value cannot work.
        """
        known = {option.name: option for option in self.options}
        for name in options:
            if name not in known:
                hint = did_you_mean(name, known)
                there = hint or f"; it has {', '.join(known)}"
                raise TemplateError(f"{self.id} has no option '{name}'{there}")
        values = {
            name: option.read(options.get(name, option.default))
            for name, option in known.items()
        }
        return self.build(**values)


def template(
    title: str,
    *,
    family: str,
    source: str,
    year: int | None = None,
    options: tuple[Option, ...],
    published: tuple[Published, ...] = (),
) -> Callable[[Callable[..., Document]], Template]:
    """Make a template of a function; its name is the id, its docstring the description.

    Args:
        title: what the gallery calls it.
        family: what it is grouped under.
        source: the paper or article.
        year: when that appeared, if it says so.
        options: the function's arguments.
        published: figures to compare with.
    """

    def make(function: Callable[..., Document]) -> Template:
        return Template(
            id=function.__name__,
            title=title,
            family=family,
            source=source,
            year=year,
            description=_paragraphs(inspect.getdoc(function) or ""),
            build=function,
            options=options,
            published=published,
        )

    return make


def _paragraphs(doc: str) -> str:
    """A docstring as running text: line ends within a paragraph are the source's, not the reader's."""
    return "\n\n".join(" ".join(part.split()) for part in doc.split("\n\n"))
