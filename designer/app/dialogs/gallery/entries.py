"""Searches and sorts templates, and looks up their published results."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from designer.app.text import figures
from designer.app.text.translation import later
from designer.model.document import Scalar
from templates import Published, Template

NONE = "\N{EM DASH}"  # where the figure is unknown

Options = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Row:
    """A node with its repeats: its output channels and the number of copies."""

    channels: int = 0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    """The totals of a template with some options; `problem` is the design's first error, if it has one."""

    params: int
    macs: int
    rows: Mapping[str, Row]  # by node
    problem: str = ""


def defaults(template: Template) -> dict[str, Scalar]:
    """Every option's default."""
    return {option.name: option.default for option in template.options}


def published_of(template: Template, options: Options) -> Published | None:
    """The published results of a template with these options; None where there are none."""
    usual = defaults(template)
    wanted = {**usual, **options}
    matches = (it for it in template.published if {**usual, **it.options} == wanted)
    return next(matches, None)


def sample(template: Template) -> Options:
    """The options of the variant that represents the template: its defaults, else the first that was published."""
    if template.published and published_of(template, {}) is None:
        return template.published[0].options
    return {}


def origin(template: Template) -> str:
    """The paper or article, with the year where its name does not contain it."""
    source = template.source[:1].upper() + template.source[1:]
    if template.year is None or str(template.year) in source:
        return source
    return f"{source}, {template.year}"


def found(templates: Iterable[Template], text: str) -> list[Template]:
    """The templates whose texts contain every typed word, in their order."""
    words = text.casefold().split()
    return [it for it in templates if all(word in _words(it) for word in words)]


def _words(template: Template) -> str:
    parts = (
        template.title,
        template.family,
        template.source,
        template.id,
        str(template.year or ""),
        template.description,
    )
    return "\n".join(parts).casefold()


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort templates by a number; those without one come last."""

    title: str
    key: Callable[[Template, Count | None], float | None]


def _top1(template: Template, count: Count | None) -> float | None:
    figure = published_of(template, sample(template))
    return -figure.top1 if figure and figure.top1 is not None else None


ORDERS: Sequence[Order] = (
    Order(later("Family"), lambda template, count: 0),  # as the templates come
    Order(later("MACs"), lambda template, count: count.macs if count else None),
    Order(later("Parameters"), lambda template, count: count.params if count else None),
    Order(later("Top-1"), _top1),
    Order(later("Year"), lambda t, count: -t.year if t.year is not None else None),
)


def ordered(
    templates: Iterable[Template], order: Order, counts: Mapping[str, Count]
) -> list[Template]:
    """The templates in an order: fewest MACs and parameters first, best and newest first."""

    def key(template: Template) -> float:
        number = order.key(template, counts.get(template.id))
        return math.inf if number is None else number

    return sorted(templates, key=key)


def number(value: int | None) -> str:
    """A figure, or a dash."""
    return NONE if value is None else figures.short(value)


def percent(value: float | None) -> str:
    """A share as papers print it, or a dash."""
    return NONE if value is None else f"{value:.1f} %"


def describe(options: Options) -> str:
    """A variant by its options; `as published` for one without any."""
    parts = (f"{name} {figures.value(value)}" for name, value in options.items())
    return ", ".join(parts)
