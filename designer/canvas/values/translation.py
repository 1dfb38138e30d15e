"""Translates all texts that are shown into the user's language. No Qt here.

What the window and the canvas say themselves is a literal in `tr`. What comes from below, where no language is
known (issues, refusals, titles of blocks, names of edits), is translated where it is shown, by `told`: the English
sentence is recognised by the pattern that its f-string is, and its values are translated in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

HOLE = re.compile(r"\{(\w+)\}")
WEAK = 6  # characters of a pattern besides its holes
MOST_TOLD = 20_000  # sentences kept; a design has far fewer


def tr(text: str) -> str:
    """Translate a text of the program into the user's language; untranslated texts are returned unchanged.

    The text is a literal, so that it is found; what varies goes in braces and is filled
    in afterwards: `tr("{count} nodes").format(count=3)`.
    """
    return _own.get(text) or text


def later(text: str) -> str:
    """Mark a text of a table, which `tr` translates where it is shown."""
    return text


def counted(count: int, one: str, many: str) -> str:
    """Singular or plural: `counted(n, tr("1 node"), tr("{count} nodes"))`."""
    return one if count == 1 else many.format(count=f"{count:,}")


def told(sentence: str) -> str:
    """Translate a sentence of the model, the analysis or a block."""
    return _sentences.told(sentence)


class Sentences:
    """The translations of one language.

    Args:
        pairs: English sentences or patterns with `{holes}`, and their translations.
    """

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._exact = {one: other for one, other in pairs.items() if one and other}
        patterns = sorted(filter(HOLE.search, self._exact), key=_plain_length)
        all_patterns = [_Pattern(text) for text in reversed(patterns)]
        # Few letters, such as in `{most} or {last}`, are found in many a sentence: they come last.
        self._patterns = [it for it in all_patterns if _plain_length(it.text) > WEAK]
        self._weak = [it for it in all_patterns if _plain_length(it.text) <= WEAK]
        self._told: dict[str, str] = {}

    def told(self, sentence: str) -> str:
        """The translation of a sentence; the sentence itself where there is none."""
        if not self._exact or not sentence:
            return sentence
        known = self._told.get(sentence)
        if known is None:
            if len(self._told) > MOST_TOLD:
                self._told.clear()
            self._told[sentence] = sentence  # also ends cycles
            paragraphs = sentence.split("\n\n")
            known = "\n\n".join(map(self._find, paragraphs))
            self._told[sentence] = known
        return known

    def _find(self, sentence: str) -> str:
        if sentence in self._exact:
            return self._exact[sentence]
        return (
            self._matched(sentence, self._patterns)
            or self._in_parts(sentence)
            or self._as_it_began(sentence)
            or self._with_an_addition(sentence)
            or self._matched(sentence, self._weak)
            or sentence
        )

    def _matched(self, sentence: str, patterns: Iterable[_Pattern]) -> str:
        """The translation by the first pattern that matches; empty where none does."""
        for pattern in patterns:
            filled = pattern.match(sentence)
            if filled is not None:
                told = {name: self.told(text) for name, text in filled.items()}
                pieces = HOLE.split(self._exact[pattern.text])
                pieces[1::2] = [told[name] for name in pieces[1::2]]
                return "".join(pieces)
        return ""

    def _in_parts(self, sentence: str) -> str:
        """Translate the part before a colon separately; empty where it is unknown."""
        head, colon, rest = sentence.partition(": ")
        if not colon or not rest:
            return ""
        front, told = self.told(f"{head}: "), self.told(rest)
        if front == f"{head}: " and told == rest:
            return ""
        return (
            f"{front.removesuffix(': ')}：{told}"
            if front.endswith(": ")
            else front + told
        )

    def _with_an_addition(self, sentence: str) -> str:
        """Translate a clause after a semicolon separately; empty where it is unknown."""
        head, _, rest = sentence.rpartition("; ")
        told = self.told(rest)
        return f"{self.told(head)}；{told}" if head and told != rest else ""

    def _as_it_began(self, sentence: str) -> str:
        """Translate a sentence whose pattern has no capital and no full stop; empty where unknown."""
        plain = sentence.removesuffix(".")
        for text in (plain, plain[:1].lower() + plain[1:]):
            known = self.told(text) if text != sentence else text
            if known != text:
                return f"{known}。" if sentence.endswith(".") else known
        return ""


def speak(own: Mapping[str, str], sentences: Sentences) -> None:
    """Set the language.

    Args:
        own: translations of the texts in `tr`, by their English text.
        sentences: translations of sentences from the model and the analysis.
    """
    global _own, _sentences
    _own, _sentences = own, sentences


def _plain_length(text: str) -> int:
    return len(HOLE.sub("", text))


class _Pattern:
    """Recognises sentences made from a pattern, and extracts the values in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = HOLE.split(text)  # literal, name, literal, name, ..., literal
        self._literals, self._names = pieces[::2], pieces[1::2]
        self._expression: re.Pattern[str] | None = None  # compiled when it may match

    def match(self, sentence: str) -> Mapping[str, str] | None:
        """The values of the holes by name; None where the sentence does not match."""
        first, last = self._literals[0], self._literals[-1]
        if not (sentence.startswith(first) and sentence.endswith(last)):
            return None
        if self._expression is None:
            self._expression = re.compile(
                "(.*?)".join(map(re.escape, self._literals)), re.DOTALL
            )
        found = self._expression.fullmatch(sentence)
        return dict(zip(self._names, found.groups(), strict=True)) if found else None


_own: Mapping[str, str] = {}
_sentences = Sentences({})
