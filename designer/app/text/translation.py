"""The languages of the window, and the text that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import assets
from designer.canvas.values.translation import (
    HOLE,
    Sentences,
    counted,
    later,
    speak,
    told,
    tr,
)

__all__ = ["LANGUAGES", "counted", "language_of", "later", "speak_in", "told", "tr"]

# Each by its own name: who looks for their language does not read another.
LANGUAGES: Mapping[str, str] = {"en": "English", "zh_CN": "简体中文"}
FOLDER = assets.FOLDER / "translations"
SENTENCES = "sentences"  # the context of what is told


def language_of(choice: str) -> str:
    """The language for `system`, or one of LANGUAGES."""
    if choice != "system":
        return choice
    locale = QLocale.system()
    script = QLocale.Script.SimplifiedChineseScript
    chinese = locale.language() is QLocale.Language.Chinese
    return "zh_CN" if chinese and locale.script() is script else "en"


def speak_in(application: QCoreApplication, choice: str) -> str:
    """Speak a language from now on; what is on the screen already has to be made anew.

    Returns:
        The language that `choice` means.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    language = language_of(choice)
    if language == "en":
        speak(Sentences({}))
        return language
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    with as_file(FOLDER / f"{_file(language)}.qm") as own:
        for file in (f"{qt_folder}/qtbase_{language}.qm", str(own)):
            translator = QTranslator(application)
            if translator.load(file):
                application.installTranslator(translator)
    speak(Sentences(_pairs(FOLDER / f"{_file(language)}.ts")))
    return language


def _file(language: str) -> str:
    return f"channelwise_{language}"


def _pairs(path: Traversable) -> dict[str, str]:
    """Translations by their English text: a .qm file answers questions, and cannot be asked for its patterns."""
    pairs = {}
    for context in Xml.fromstring(path.read_text("utf-8")).iter("context"):
        below = context.findtext("name") == SENTENCES
        for message in context.iter("message"):
            text = message.findtext("source", "")
            # The window's own patterns are filled when they are translated already.
            if below or not HOLE.search(text):
                pairs[text] = message.findtext("translation", "")
    return pairs
