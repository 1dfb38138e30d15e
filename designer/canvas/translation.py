"""The user's language: every text that is shown goes through here."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "channelwise"


def tr(text: str) -> str:
    """Say a text of the program in the user's language, or as it is where untranslated.

    The text is a literal, so that it is found; what varies goes in braces and is filled
    in afterwards: `tr("{count} nodes").format(count=3)`.
    """
    return QCoreApplication.translate(CONTEXT, text)
