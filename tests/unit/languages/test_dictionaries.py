from importlib import import_module
from pathlib import Path

import pytest

from tlumach.languages.dictionaries import MOST, Dictionary, find_dictionaries, has_library, names_of

AFFIXES = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n"
LIST = "3\nbee/S\nhoney\nйод\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "xx_XX.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "xx_XX.dic").write_text(LIST, encoding="utf-8")
    return tmp_path


def test_words_of_the_list_and_with_endings_are_known(folder: Path) -> None:
    assert has_library(), "chunspell is in the requirements"
    (dictionary,) = find_dictionaries(["xx_XX", "yy_YY"], [folder])
    assert [dictionary.spell(word) for word in ("bee", "honey", "йод", "bees")] == [True] * 4
    assert not dictionary.spell("hon") and not dictionary.spell("honeys") and not dictionary.spell("bee/S")


def test_hunspell_is_not_loaded_for_words_that_are_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tlumach.languages.dictionaries.import_module", lambda name: pytest.fail(f"{name} was loaded"))
    assert Dictionary("xx_XX", folder).spell("bee")


def test_it_is_loaded_when_many_words_are_asked_for(folder: Path) -> None:
    dictionary = Dictionary("xx_XX", folder)
    assert all(dictionary.spell("honey") for _ in range(MOST + 2)) and dictionary.spell("bees")


def test_it_is_loaded_once_for_all_but_where_words_are_added(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = list[str]()
    monkeypatch.setattr(
        "tlumach.languages.dictionaries.import_module", lambda name: loaded.append(name) or import_module(name)
    )
    assert [Dictionary("xx_XX", folder).spell("beess") for _ in range(3)] == [False] * 3
    assert loaded == ["hunspell"]
    assert Dictionary("xx_XX", folder, [("wasp", "bee")]).spell("wasps")
    assert not Dictionary("xx_XX", folder).spell("wasps")


def test_a_stem_that_is_no_word_by_itself_is_not_taken_for_one(folder: Path) -> None:
    (folder / "xx_XX.aff").write_text(f"{AFFIXES}NEEDAFFIX N\n", encoding="utf-8")
    (folder / "xx_XX.dic").write_text("1\nbee/SN\n", encoding="utf-8")
    dictionary = Dictionary("xx_XX", folder)
    assert dictionary.spell("bees") and not dictionary.spell("bee")


def test_the_first_folder_that_has_both_files_wins(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "xx_XX.dic").write_text("0\n", encoding="utf-8")
    (dictionary,) = find_dictionaries(["xx_XX"], [tmp_path / "half", folder])
    assert dictionary.spell("bee")


def test_the_folders_of_dicpath_are_looked_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_dictionaries(["xx_XX"]) == []
    monkeypatch.setenv("DICPATH", str(folder))
    assert len(find_dictionaries(["xx_XX"])) == 1


def test_a_dictionary_of_any_language_is_found_by_its_name(tmp_path: Path) -> None:
    for name in ("pl_PL", "kk_noun_adj", "tlh_AA", "tlh", "tlhx_BB"):
        (tmp_path / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (tmp_path / f"{name}.dic").write_text("1\nwort\n", encoding="utf-8")
    found = {each: names_of(each, [tmp_path]) for each in ("pl", "kk", "tlh", "de")}
    assert found == {"pl": ["pl_PL"], "kk": ["kk_noun_adj"], "tlh": ["tlh", "tlh_AA"], "de": []}
