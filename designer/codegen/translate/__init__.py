"""Third pass: each body becomes a function, its nodes calls of their blocks."""

from designer.codegen.translate.functions import translate

__all__ = ["translate"]
