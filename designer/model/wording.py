"""Parts of sentences that stay short whatever they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST_NAMED = 4  # things that a sentence names
MOST_SHOWN = 60  # characters of a value


def listed(items: Iterable[str], most: int = MOST_NAMED) -> str:
    """Several things: `a, b and c`; of many, the first and how many more there are."""
    found = list(items)
    *head, end = found[: most + 1] or ["none"]
    if len(found) > most:
        end = f"{len(found) - most:,} more"
    return f"{', '.join(head)} and {end}" if head else end


def brief(value: object) -> str:
    """A value as Python writes it; of a long one, how it begins."""
    text = repr(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."


def path(names: Sequence[str]) -> str:
    """A way from one thing to the next: `a -> b -> c`; of a long one, its beginning and its end."""
    found = names if len(names) <= 8 else (*names[:4], "...", *names[-3:])
    return " -> ".join(found)
