"""The rows of an input that are left after crops and strides; no later window reads others."""

from __future__ import annotations

from typing import NamedTuple

NOTHING = 2**60  # `first` of an element that depends on nothing; its `last` is -NOTHING


class Rows(NamedTuple):
    """First and last row (or column) that any element of a tensor depends on.

    Attributes:
        low, high: the first and the last row.
        end: the last row if strides had left none over; these are no reason to call the rest a part.
    """

    low: int = -NOTHING
    high: int = NOTHING
    end: int = NOTHING

    @staticmethod
    def of(size: int) -> Rows:
        return Rows(0, size - 1, size - 1)

    def narrowed(self, low: int, high: int, *, strides: bool) -> Rows:
        """The rows behind a layer that reads no others than these."""
        if low <= self.low and high >= self.high:
            return self
        low = max(low, self.low)
        if high >= self.high:
            return Rows(low, self.high, self.end)
        return Rows(low, high, self.end if strides else high)

    def joined(self, other: Rows) -> Rows:
        return Rows(
            min(self.low, other.low),
            max(self.high, other.high),
            max(self.end, other.end),
        )

    def are_all(self, size: int) -> bool:
        """Whether nothing was cut away of an input of so many rows."""
        return self.low <= 0 and self.end >= size - 1

    @property
    def size(self) -> int:
        return max(0, self.high - self.low + 1)


ANY = Rows()
