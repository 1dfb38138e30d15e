"""What the application and the worker say to each other: JSON, one message a line, each line bounded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

Message = dict[str, Any]

LINE_LIMIT_BYTES = 1 << 20  # what is larger, such as a source file, travels as a file


class ProtocolError(Exception):
    """A line that is no message."""


class ExportError(Exception):
    """An export that did not happen: one sentence for the user; `detail` is what the worker wrote, for diagnosis."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail


class CancelledError(ExportError):
    """The user cancelled."""

    def __init__(self, sentence: str = "The export was cancelled.") -> None:
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: a fraction from 0 to 1, and what is being done."""

    fraction: float
    message: str


ProgressCallback = Callable[[Progress], object]


def write(stream: IO[bytes], message: Message) -> None:
    """Send one message. Raises ProtocolError if it does not fit into a line, OSError if nobody listens."""
    line = json.dumps(message, separators=(",", ":")).encode() + b"\n"
    if len(line) > LINE_LIMIT_BYTES:
        raise ProtocolError(
            f"a message of {len(line):,} bytes is over the limit of {LINE_LIMIT_BYTES:,}"
        )
    stream.write(line)
    stream.flush()


def read(stream: IO[bytes]) -> Message | None:
    """The next message, or None at the end of the stream. Raises ProtocolError for anything else."""
    line = stream.readline(LINE_LIMIT_BYTES + 1)
    if not line:
        return None
    if len(line) > LINE_LIMIT_BYTES:
        raise ProtocolError(f"a line is over the limit of {LINE_LIMIT_BYTES:,} bytes")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"a line is not JSON: {line[:80]!r}") from error
    if not line.endswith(b"\n") or not isinstance(message, dict):
        raise ProtocolError(f"a line is not a message: {line[:80]!r}")
    return message
