"""Fourth pass: the library's functions are specialised for the design, and inlined if short."""

from designer.codegen.specialise.functions import specialise

__all__ = ["specialise"]
