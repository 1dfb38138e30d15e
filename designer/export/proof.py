"""The proof of an export: what was checked before it was handed over, with the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was held against something else: its name, the numbers, and whether they agree."""

    name: str
    detail: str
    passed: bool

    @property
    def text(self) -> str:
        return f"{self.name}: {self.detail}"

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "detail": self.detail, "passed": self.passed}


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that was checked of one export. One exists only when every check has passed."""

    format: str
    target: str
    checks: tuple[Check, ...]
    seconds: float
    versions: Mapping[str, str]  # of python, keras and tensorflow

    @property
    def text(self) -> str:
        """For people: a line a check, then with what and how long."""
        versions = ", ".join(f"{name} {text}" for name, text in self.versions.items())
        return "\n".join(
            [f"{check.text}." for check in self.checks]
            + [f"Proven in {self.seconds:.1f} s with {versions}."]
        )

    def as_json(self) -> dict[str, Any]:
        """For programs: plain values, ready for `json.dumps`."""
        return {
            "format": self.format,
            "target": self.target,
            "checks": [check.as_json() for check in self.checks],
            "seconds": round(self.seconds, 3),
            "versions": dict(self.versions),
        }
