"""Third pass: each body becomes a function, and its nodes become calls of their blocks."""

from designer.codegen.translate.functions import translate

__all__ = ["translate"]
