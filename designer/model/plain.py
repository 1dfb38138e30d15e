"""Text of a user's, made safe for a terminal: what would move its cursor, colour it or turn it around is escaped."""

from __future__ import annotations

import re

# Controls (C0, DEL and C1), line and paragraph separators, lone surrogates, and all controls of writing direction
# (Boucher and Anderson 2021, "Trojan Source"); no other format characters, of which emoji and scripts are made.
_CONTROLS = "\x00-\x1f\x7f-\x9f"
_OTHERS = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
_UNSAFE = re.compile(f"[{_CONTROLS}{_OTHERS}]")
_UNSAFE_IN_LINES = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_OTHERS}]")


def line(text: object) -> str:
    r"""One line of a terminal: a line break is shown as `\n`, an escape as `\x1b`."""
    return _UNSAFE.sub(_escaped, str(text))


def lines(text: object) -> str:
    """Lines of a terminal."""
    return _UNSAFE_IN_LINES.sub(_escaped, str(text))


def json_lines(text: str) -> str:
    r"""JSON for a terminal: the same value, with such characters as `\u001b`."""
    return _UNSAFE_IN_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")


_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """Text with its line breaks and control characters as spaces, and controls of writing direction as escapes."""
    return line(_BREAKS.sub(" ", text))
