"""Files that the application reads: help pages, translations, desktop entries."""

from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER: Traversable = files(__name__)
