"""Fourth pass: the library's functions are cut down to what the design needs of them, and written in place if short."""

from designer.codegen.specialise.functions import specialise

__all__ = ["specialise"]
