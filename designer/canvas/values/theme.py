"""The table of colours, sizes and fonts, light and dark; the palette and style sheet are made from it too.

Colours are `#rrggbb`. Every pair that carries text holds a contrast of at least 4.5:1 (WCAG 2.1 AA).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from zlib import crc32

GRID = 8  # every distance is a multiple of it
RADIUS = 8
PORT_RADIUS = 5.5
NODE_WIDTH = 216

SMALL_PX, BODY_PX, TITLE_PX, LARGE_PX = 11, 13, 14, 20

# The first that is installed: the system's own face, then what a bare Linux machine has; signs that it lacks come
# from the next that has them, Chinese ones from the last.
SANS = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Noto Sans CJK SC",
    "DejaVu Sans",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
MONO = (
    "JetBrains Mono",
    "Cascadia Mono",
    "SF Mono",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by purpose."""

    name: str
    dark: bool

    # The window
    window: str  # behind panels
    base: str  # fields, lists, editors
    raised: str  # buttons, tool bars, menus
    hover: str
    pressed: str
    border: str
    text: str
    muted: str  # secondary text, placeholders
    disabled: str  # disabled text; WCAG exempts it, 3:1 here
    accent: str  # links, focus, primary buttons
    on_accent: str
    selection: str  # behind selected text and rows
    on_selection: str
    tooltip: str
    on_tooltip: str
    tooltip_border: str

    # What something says
    error: str
    on_error: str
    error_ground: str  # behind a sentence in `error`
    warning: str
    warning_ground: str
    success: str
    success_ground: str

    # The canvas
    canvas: str
    dot: str
    node: str
    node_border: str
    shadow: str
    selected: str
    wire: str
    wire_lit: str
    wire_unknown: str
    label: str  # the pill on a wire
    bar: str  # the trough of a cost bar
    categories: Mapping[str, str] = field(hash=False)  # by hue


LIGHT = Theme(
    name="light",
    dark=False,
    window="#f3f4f7",
    base="#ffffff",
    raised="#fbfcfd",
    hover="#e7ebf1",
    pressed="#d9dfe8",
    border="#cdd4de",
    text="#18212d",
    muted="#566273",
    disabled="#707b8a",
    accent="#1a62d0",
    on_accent="#ffffff",
    selection="#d3e3fb",
    on_selection="#10284d",
    tooltip="#242c38",
    on_tooltip="#f2f4f8",
    tooltip_border="#242c38",
    error="#c0272d",
    on_error="#ffffff",
    error_ground="#fdeeed",
    warning="#8a5a00",
    warning_ground="#fdf3dc",
    success="#1d7340",
    success_ground="#e6f5ea",
    canvas="#eef1f5",
    dot="#cfd6e0",
    node="#ffffff",
    node_border="#bcc5d1",
    shadow="#d9dfe8",
    selected="#1a62d0",
    wire="#77859a",
    wire_lit="#1a62d0",
    wire_unknown="#a9b3c1",
    label="#fbfcfd",
    bar="#e4e9f0",
    categories=MappingProxyType(
        {
            "slate": "#4d5b6c",
            "blue": "#1f63c4",
            "teal": "#0b7569",
            "violet": "#7443c4",
            "amber": "#955700",
            "green": "#2c7530",
            "rose": "#b32d66",
            "cyan": "#0a6c92",
            "brown": "#86482a",
        }
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#1b1f26",
    base="#14181e",
    raised="#252b34",
    hover="#303844",
    pressed="#3a4453",
    border="#3b4553",
    text="#e7ebf1",
    muted="#a6b1c0",
    disabled="#8490a0",
    accent="#6faeff",
    on_accent="#0b1a30",
    selection="#264470",
    on_selection="#eef4fd",
    tooltip="#303844",
    on_tooltip="#e7ebf1",
    tooltip_border="#566273",
    error="#ff8078",
    on_error="#2b0a08",
    error_ground="#3a2022",
    warning="#efbe58",
    warning_ground="#372d17",
    success="#77d293",
    success_ground="#1b3324",
    canvas="#14181e",
    dot="#2b323d",
    node="#232932",
    node_border="#465162",
    shadow="#0b0e12",
    selected="#6faeff",
    wire="#8391a6",
    wire_lit="#6faeff",
    wire_unknown="#58647a",
    label="#1b2027",
    bar="#353e4b",
    categories=MappingProxyType(
        {
            "slate": "#aab6c5",
            "blue": "#7fb4ff",
            "teal": "#4fd0c0",
            "violet": "#c0a4ff",
            "amber": "#f2b65c",
            "green": "#88d38c",
            "rose": "#ff93ba",
            "cyan": "#66cbee",
            "brown": "#e0a98d",
        }
    ),
)

THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK})


@dataclass(frozen=True, slots=True)
class Category:
    """The appearance of a category of blocks: a hue of `Theme.categories`, and an icon by qtawesome's name."""

    hue: str
    icon: str


UNKNOWN = Category("slate", "mdi6.help-circle-outline")

_CATEGORIES: Mapping[str, Category] = MappingProxyType(
    {
        "input": Category("slate", "mdi6.image-outline"),
        "convolution": Category("blue", "mdi6.grid"),
        "mobile": Category("teal", "mdi6.cellphone"),
        "shufflenet": Category("violet", "mdi6.shuffle-variant"),
        "channels": Category("violet", "mdi6.shuffle-variant"),
        "attention": Category("amber", "mdi6.tune-vertical"),
        "pooling": Category("green", "mdi6.arrow-collapse"),
        "merge": Category("cyan", "mdi6.call-merge"),
        "normalisation": Category("brown", "mdi6.sine-wave"),
        "activation": Category("brown", "mdi6.sine-wave"),
        "regularisation": Category("brown", "mdi6.blur"),
        "head": Category("rose", "mdi6.label-outline"),
        "residual": Category("cyan", "mdi6.transit-detour"),
        "layers": Category("slate", "mdi6.layers-outline"),
        "ports": Category("slate", "mdi6.swap-vertical"),
        "in this design": Category("teal", "mdi6.group"),
    }
)


def category_style(category: str) -> Category:
    """The appearance of a category; an unknown one gets a hue of its own, the same on every machine."""
    if not category:
        return UNKNOWN
    known = _CATEGORIES.get(category.casefold())
    if known:
        return known
    hues = tuple(LIGHT.categories)
    return Category(
        hues[crc32(category.casefold().encode()) % len(hues)], "mdi6.cube-outline"
    )
