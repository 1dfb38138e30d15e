"""A design of which every text is hostile, as far as the rules of a file allow."""

from __future__ import annotations

import json
from typing import Any

TERMINAL = (
    "\x1b[31mred\x1b[0m\x07\x9b31m\x1b]0;title\x07\u202etxt.exe\u2066\x7f\r\n\x00"
)
MARKUP = (
    "<b>bold</b><img src='file:///etc/hostname'>[red]x[/red] & &File $\\frac{x$ {0} %s"
)
EVERYTHING = f"{MARKUP} {TERMINAL}"


def hostile_design(text: str = EVERYTHING, **fields: Any) -> str:
    """The text of a design file."""
    word = "".join(text.split()).replace(":", "")[:90]  # an id has no space
    body = {
        "title": text,
        "note": text,
        "parameters": {"width": {"value": 8, "note": text}},
        "nodes": [
            {"id": "in", "block": "block_input", "name": "x"},
            {
                "id": "c",
                "block": "conv",
                "name": "conv",
                "params": {"filters": "=width"},
            },
            {"id": "out", "block": "block_output", "name": "y"},
        ],
        "edges": [["in", "c"], ["c", "out"]],
        "notes": [{"id": "t", "text": text, "at": [0, 0], "size": [99, 99]}],
    }
    design = {
        "format": "channelwise.design",
        "version": 1,
        "name": text,
        "variables": {
            "alpha": {"value": 1.0, "min": 0.5, "max": 2.0, "note": text},
            "mode": {"value": text, "note": text},
            "wrong": {"value": f"={text}"[:400]},
        },
        "nodes": [
            {"id": word, "block": "image_input", "name": "image"},
            {"id": "a", "block": "own", "name": "own"},
            {"id": "b", "block": text, "name": "unknown"},
            {
                "id": "c",
                "block": "conv",
                "name": "conv",
                "params": {"activation": text, text[:90]: text},
                "first": {"padding": text},
            },
            {"id": "d", "block": "Reshape", "name": "reshape"},
        ],
        "edges": [
            [word, "a"],
            ["a", f"c:{text}"],
            [f"a:{text}", "d"],
            ["a", "b"],
        ],
        "frames": [{"id": word, "title": text, "at": [0, 0], "size": [99, 99]}],
        "notes": [{"id": word, "text": text, "at": [0, 0], "size": [99, 99]}],
        "definitions": {"own": body},
        **fields,
    }
    return json.dumps(design)
