"""`channelwise`: the window, or the command line."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from designer import cli
from designer.opening import UsageError, document_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for, without arguments the window; returns the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    return cli.main(words or ["open"], {"open": _open, "tour": _tour})


def _open(options: Namespace) -> int:
    words: list[str] = []
    if options.source is not None:
        document_of(options.source, options.set)  # what cannot be read is said here
        words.append(options.source)
    elif options.set:
        raise UsageError("open: --set needs the FILE or TEMPLATE that it is for")
    for name, value in options.set.items():
        words += ["--set", f"{name}={value}"]
    if not _has_display():
        raise UsageError(
            "there is no display for the window; 'channelwise tour' shows what there is without one"
        )
    try:
        from designer.app.startup.start import main as window
    except ImportError as error:
        raise UsageError(f"the window cannot be shown: {error}") from error
    return window(words)


def _tour(options: Namespace) -> int:
    try:
        from designer.app.startup.headless_tour import tour
    except ImportError as error:
        raise UsageError(f"the window cannot be drawn: {error}") from error
    tour(options.output)
    return cli.CLEAN


def _has_display() -> bool:
    """Whether Qt would find a screen to draw on, or was told what to draw on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(
        os.environ.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
