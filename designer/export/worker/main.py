"""The worker's entry, started by path as `python -I main.py`: neither this folder nor the project is importable.

The folder of exports becomes a package of its own name, which the modules in it import each other through.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = "channelwise_worker"


def main() -> None:
    """Serve jobs until standard input ends."""
    # Libraries print to descriptor 1 and the generated file may read from 0: the protocol gets copies of both.
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb", buffering=0)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)

    package = ModuleType(PACKAGE)
    package.__path__ = [str(Path(__file__).resolve().parents[1])]
    sys.modules[PACKAGE] = package
    importlib.import_module(f"{PACKAGE}.worker.serving").serve(incoming, outgoing)


if __name__ == "__main__":
    main()
