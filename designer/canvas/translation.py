"""The user's language: every text that is shown goes through here.

What the window and the canvas say themselves is a literal in `tr`. What comes from below, where no language is
known (issues, refusals, titles of blocks, names of edits), is translated where it is shown, by `told`: the English
sentence is recognised by the pattern that its f-string is, and what fills it is told in turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

CONTEXT = "channelwise"
HOLE = re.compile(r"\{(\w+)\}")
MOST_TOLD = 20_000  # sentences kept; a design has far fewer


def tr(text: str) -> str:
    """Say a text of the program in the user's language, or as it is where untranslated.

    The text is a literal, so that it is found; what varies goes in braces and is filled
    in afterwards: `tr("{count} nodes").format(count=3)`.
    """
    return QCoreApplication.translate(CONTEXT, text)


def later(text: str) -> str:
    """Mark a text of a table, which `tr` translates where it is shown."""
    return text


def counted(count: int, one: str, many: str) -> str:
    """One or many: `counted(n, tr("1 node"), tr("{count} nodes"))`."""
    return one if count == 1 else many.format(count=f"{count:,}")


def told(sentence: str) -> str:
    """Say a sentence of the model, the analysis or a block in the user's language."""
    return _sentences.told(sentence)


class Sentences:
    """What to say for the sentences of one language.

    Args:
        pairs: English sentences or patterns with `{holes}`, and what stands for them.
    """

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._exact = {one: other for one, other in pairs.items() if one and other}
        patterns = sorted(filter(HOLE.search, self._exact), key=_plain_length)
        self._patterns = [
            (_pattern(text), self._exact[text]) for text in reversed(patterns)
        ]
        self._told: dict[str, str] = {}

    def told(self, sentence: str) -> str:
        """The translation; the sentence itself where there is none."""
        if not self._exact or not sentence:
            return sentence
        known = self._told.get(sentence)
        if known is None:
            if len(self._told) > MOST_TOLD:
                self._told.clear()
            self._told[sentence] = sentence  # also ends what would go in circles
            paragraphs = sentence.split("\n\n")
            known = "\n\n".join(map(self._find, paragraphs))
            self._told[sentence] = known
        return known

    def _find(self, sentence: str) -> str:
        if sentence in self._exact:
            return self._exact[sentence]
        for pattern, translation in self._patterns:
            match = pattern.fullmatch(sentence)
            if match:
                return self._fill(translation, match)
        return self._as_it_began(sentence)

    def _fill(self, translation: str, match: re.Match[str]) -> str:
        return HOLE.sub(lambda hole: self.told(match[hole[1]]), translation)

    def _as_it_began(self, sentence: str) -> str:
        """What stands alone has got a capital and a full stop, which the pattern has not."""
        plain = sentence.removesuffix(".")
        for text in (plain, plain[:1].lower() + plain[1:]):
            known = self.told(text) if text != sentence else text
            if known != text:
                return f"{known}。" if sentence.endswith(".") else known
        return sentence


def speak(sentences: Sentences) -> None:
    """Tell sentences this way from now on."""
    global _sentences
    _sentences = sentences


def _plain_length(text: str) -> int:
    return len(HOLE.sub("", text))


def _pattern(text: str) -> re.Pattern[str]:
    """What finds a sentence made of a pattern, and what its holes were filled with."""
    pieces = HOLE.split(text)  # literal, name, literal, name, ..., literal
    seen: set[str] = set()
    found = [re.escape(pieces[0])]
    for name, literal in zip(pieces[1::2], pieces[2::2], strict=True):
        found.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
        found.append(re.escape(literal))
        seen.add(name)
    return re.compile("".join(found), re.DOTALL)


_sentences = Sentences({})
