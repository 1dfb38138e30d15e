"""The languages of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import assets
from designer.canvas.values.translation import HOLE, Sentences, speak

# Each by its own name: who looks for their language does not read another.
LANGUAGES: Mapping[str, str] = {"en": "English", "zh_CN": "简体中文"}
FOLDER = assets.FOLDER / "translations"
OWN, SENTENCES = "channelwise", "sentences"  # contexts: of `tr`, and of `told`


def language_of(choice: str) -> str:
    """The language for `system`, or one of LANGUAGES."""
    if choice != "system":
        return choice
    locale = QLocale.system()
    script = QLocale.Script.SimplifiedChineseScript
    chinese = locale.language() is QLocale.Language.Chinese
    return "zh_CN" if chinese and locale.script() is script else "en"


def speak_in(application: QCoreApplication, choice: str) -> str:
    """Set the language; existing widgets have to be rebuilt by the caller.

    Returns:
        The language of `choice`.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    language = language_of(choice)
    if language == "en":
        speak({}, Sentences({}))
        return language
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)  # of what Qt says itself
    if translator.load(f"{qt_folder}/qtbase_{language}.qm"):
        application.installTranslator(translator)
    text = (FOLDER / f"channelwise_{language}.ts").read_text("utf-8")
    own, below = (_pairs(text, context) for context in (OWN, SENTENCES))
    # The window's own patterns are filled when they are translated already.
    whole = {text: other for text, other in own.items() if not HOLE.search(text)}
    speak(own, Sentences(whole | below))
    return language


def _pairs(text: str, name: str) -> dict[str, str]:
    """Translations of a context by their English text."""
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in Xml.fromstring(text).iter("context")
        if context.findtext("name") == name
        for message in context.iter("message")
    }
