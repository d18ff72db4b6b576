"""What is proved to be in a dictionary, hunspell has: for made-up dictionaries with all kinds of rules, and for those of the system."""

import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.languages import dictionaries
from tlumach.languages.dictionaries import find_dictionaries, names_of
from tlumach.languages.morphology.affixes import Affixes, affixes

LETTERS = "абьAy"
WORD = st.text(LETTERS, min_size=1, max_size=6)
CONDITION = st.sampled_from([".", "а", "[аь]", "[^а]", "[аб][^y]", "'б", "[^'ь]а", "(^|[^а])б", "б."])
RULE = st.tuples(st.sampled_from(["0", "а", "ба", "ь"]), st.sampled_from(["0", "а", "ьy", "б/P", "ab"]), CONDITION)
MARKS = ("NEEDAFFIX", "ONLYINCOMPOUND", "FORBIDDENWORD", "CIRCUMFIX")
MORE = [
    "FORBIDDENWORD !",
    "NEEDAFFIX !",
    "ONLYINCOMPOUND !",
    "CIRCUMFIX !",
    "ICONV 1\nICONV y 0",
    "ICONV 1\nICONV y а",
    "IGNORE A",
]


@st.composite
def made_up(draw: st.DrawFn) -> tuple[str, str]:
    """Return the rules and the words of a dictionary."""
    lines = ["SET UTF-8", *draw(st.lists(st.sampled_from(MORE), max_size=2, unique_by=lambda each: each.split()[0]))]
    for kind, flag in (("SFX", "S"), ("SFX", "T"), ("PFX", "P")):
        rules = draw(st.lists(RULE, min_size=1, max_size=3))
        lines.append(f"{kind} {flag} {draw(st.sampled_from('YN'))} {len(rules)}")
        lines += [f"{kind} {flag} {' '.join(each)}" for each in rules]
    words = [
        word + (f"/{flags}" if flags else "")
        for word in draw(st.lists(WORD, min_size=1, max_size=6))
        for flags in [draw(st.text("STP!", max_size=3))]
    ]
    return "\n".join([*lines, ""]), "\n".join([str(len(words)), *words, ""])


def loaded(rules: str, words: str) -> Any:
    library: Any = import_module("hunspell")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "xx.aff").write_text(rules, encoding="utf-8")
        (Path(folder) / "xx.dic").write_text(words, encoding="utf-8")
        return library.Hunspell("xx", hunspell_data_dir=folder)


@given(made_up(), st.lists(WORD, max_size=20))
@settings(max_examples=300, deadline=None)
def test_what_is_proved_hunspell_has(made: tuple[str, str], words: list[str]) -> None:
    rules, listed = made
    told, hunspell = affixes(rules), loaded(*made)
    assert told
    stems = [line.split("/")[0] for line in listed.split("\n")[1:] if line]
    asked = {
        *words,
        *(f"{before}{stem}{end}" for stem in stems for before in ("", "а", "ab") for end in ("", "а", "ьy")),
    }
    proved = [word for word in asked if told.prove(word, listed.encode())]
    assert [word for word in proved if not hunspell.spell(word)] == []


RULES = """SET UTF-8
FORBIDDENWORD !
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D N 1
SFX D 0 ed .
PFX U Y 1
PFX U 0 un [^u]
"""
WORDS = "6\ncity/S\nbee/SU\nuse/SDU\nbadly/!\nbad/L\ncow/DU\n"


@pytest.mark.parametrize(
    ("word", "is_proved"),
    [
        ("city", True),
        ("cities", True),
        ("citys", False),
        ("bees", True),
        ("unbees", True),
        ("unuse", False),
        ("used", False),  # a stem that ends in e would lose it
        ("useed", True),
        ("cowed", True),
        ("uncowed", False),
        ("badly", False),
        ("6", False),
        ("bee/SU", False),
        ("", False),
    ],
)
def test_endings_and_prefixes_are_put_to_stems_as_the_rules_say(word: str, is_proved: bool) -> None:
    told = affixes(RULES)
    assert told and told.prove(word, WORDS.encode()) is is_proved
    assert not is_proved or loaded(RULES, WORDS).spell(word)


@pytest.mark.parametrize("line", ["AF 1\nAF S", "COMPLEXPREFIXES 1", "FORBIDWARN 1"])
def test_a_dictionary_of_another_kind_is_left_to_hunspell(line: str) -> None:
    assert affixes(RULES + line) is None
    assert affixes(RULES.replace("UTF-8", "KOI8-U")) is None


@pytest.mark.parametrize(("kind", "flags"), [("long", "AaBb"), ("num", "17,204"), ("UTF-8", "жї")])
def test_flags_are_read_as_the_dictionary_writes_them(kind: str, flags: str) -> None:
    one, other = {"long": ("Aa", "Bb"), "num": ("17", "204"), "UTF-8": ("ж", "ї")}[kind]
    rules = f"SET UTF-8\nFLAG {kind}\nSFX {one} Y 1\nSFX {one} 0 s .\nSFX {other} Y 1\nSFX {other} 0 ed .\n"
    listed = f"1\nbee/{flags}\n"
    told = affixes(rules)
    assert told and all(told.prove(word, listed.encode()) for word in ("bee", "bees", "beeed"))
    assert all(loaded(rules, listed).spell(word) for word in ("bee", "bees", "beeed"))


@cache
def of_the_system(language: str) -> tuple[Affixes, bytes, Any] | None:
    found = find_dictionaries(names_of(language))
    if not found:
        return None
    told, library = found[0]._affixes, import_module("hunspell")
    return (told, found[0]._list, found[0]._loaded) if told and library else None


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_so_it_is_in_the_dictionaries_of_the_system(language: str) -> None:
    if not (known := of_the_system(language)):
        pytest.skip(f"no dictionary of {language} here")
    told, listed, hunspell = known
    stems = [line.split("/")[0] for line in listed.decode().split("\n")[1:-1:4999]]
    ends = ["", "а", "и", "ами", "ого", "ість", "s", "ed", "ing", "ly"]
    words = {f"{before}{stem}{end}" for stem in stems for before in ("", "не", "un") for end in ends}
    proved = [word for word in words if told.prove(word, listed)]
    assert len(proved) >= len(stems) // 2
    assert [word for word in proved if not hunspell.spell(word)] == []


def test_few_words_are_told_without_loading_a_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx_XX.aff").write_text(RULES, encoding="utf-8")
    (tmp_path / "xx_XX.dic").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(dictionaries, "import_module", lambda name: pytest.fail(f"{name} was loaded"))
    (dictionary,) = find_dictionaries(["xx_XX"], [tmp_path])
    assert dictionary.spell("cities") and dictionary.proves("unbees") and not dictionary.proves("badly")
