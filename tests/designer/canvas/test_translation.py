"""Translation of sentences by the patterns that they are made from."""

import pytest

from designer.canvas.values.translation import Sentences, counted

SPOKEN = Sentences(
    {
        "{channels} channels do not divide into {groups} groups": (
            "{channels} Kanäle gehen nicht in {groups} Gruppen auf"
        ),
        "there is no block '{block}'{hint}": "den Block „{block}“ gibt es nicht{hint}",
        "; did you mean '{close}'?": "; war „{close}“ gemeint?",
        "{name} has an error: {message}": "{name} hat einen Fehler: {message}",
        "{number} {what} too many": "{number} {what} zu viel",
        "groups": "Gruppen",
        "{most} or {last}": "{most} oder {last}",
        "open": "offen",
        "Copied.": "Kopiert.",
        "untranslated": "",
    }
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("open", "offen"),
        ("Copied.", "Kopiert."),
        ("untranslated", "untranslated"),
        ("never heard of", "never heard of"),
        ("", ""),
        (
            "116 channels do not divide into 8 groups",
            "116 Kanäle gehen nicht in 8 Gruppen auf",
        ),
        ("there is no block 'cnv'", "den Block „cnv“ gibt es nicht"),
        (
            "there is no block 'cnv'; did you mean 'conv'?",
            "den Block „cnv“ gibt es nicht; war „conv“ gemeint?",
        ),
        (
            "row2 has an error: 116 channels do not divide into 8 groups",
            "row2 hat einen Fehler: 116 Kanäle gehen nicht in 8 Gruppen auf",
        ),
        ("3 groups too many", "3 Gruppen zu viel"),
        (
            "11 or 12 channels do not divide into 8 groups.",
            "11 oder 12 Kanäle gehen nicht in 8 Gruppen auf。",
        ),
        ("open\n\nCopied.", "offen\n\nKopiert."),
        ("3 groups too many; open", "3 Gruppen zu viel；offen"),
        ("Copied.; never heard of", "Copied.; never heard of"),
    ],
)
def test_a_sentence_is_told_with_what_fills_it(sentence, told):
    assert SPOKEN.told(sentence) == told
    assert SPOKEN.told(sentence) == told  # from memory


def test_a_capital_and_a_full_stop_do_not_hide_a_sentence():
    assert SPOKEN.told("There is no block 'cnv'.") == "den Block „cnv“ gibt es nicht。"
    assert SPOKEN.told("Open") == "offen"


def test_without_a_language_everything_stays():
    silent = Sentences({})
    assert silent.told("116 channels do not divide into 8 groups").startswith("116")


def test_what_is_told_may_look_like_another_pattern_without_end():
    circle = Sentences({"{it}!": "{it}!!", "a{it}": "a{it}"})
    assert circle.told("aaa!") == "aaa!!"


def test_one_and_many():
    assert counted(1, "1 node", "{count} nodes") == "1 node"
    assert counted(0, "1 node", "{count} nodes") == "0 nodes"
    assert counted(1234, "1 node", "{count} nodes") == "1,234 nodes"


def test_what_stands_in_front_is_told_by_itself():
    spoken = Sentences({"copy {n} of {m}: ": "Kopie {n} von {m}: ", "open": "offen"})
    assert spoken.told("copy 1 of 3: Conv2D: open") == "Kopie 1 von 3：Conv2D：offen"
    assert spoken.told("a: b") == "a: b"
