from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks import check_and_report, check_library
from tlumach.checks.pairs import CODES, PAGE_RULES, PAIR_RULES, SPELLING, check_pairs, outcome, waived
from tlumach.library import Library
from tlumach.problems import Level, Problem
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
SOURCE = "# Заголовок\n\nПогибли 14 из 17 человек.\n"
TARGET = "# Заголовок\n\nЗагинули 15 із 17 осіб.\n"


def library_of(make_library: MakeLibrary, source: str, target: str, *entries: Entry) -> Library:
    library = make_library({"ru/a.md": source, "uk/a.md": target})
    return replace(library, records={("uk", "a.md"): Record(entries)}) if entries else library


def places(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(found.path, found.line, found.code) for found in problems]


def entry(note: str, source: str = "Погибли 14 из 17 человек.", target: str = "Загинули 15 із 17 осіб.") -> list[Entry]:
    title = Entry("top", "# Заголовок", "# Заголовок")
    return [title, Entry("p", source, target, note=note)]


def test_a_finding_has_the_place_in_the_translation_and_the_lines_it_compares(make_library: MakeLibrary) -> None:
    found = outcome(Tracker(library_of(make_library, SOURCE, TARGET)))
    assert places(found.problems) == [("docs/uk/a.md", 3, "numbers")]
    compared = found.compared[found.problems[0]]
    assert (compared.source_path, compared.source_line) == ("docs/ru/a.md", 3)
    assert compared.source.startswith("Погибли") and compared.target.startswith("Загинули")


def test_a_waiver_in_the_record_lets_a_finding_stand(make_library: MakeLibrary) -> None:
    library = library_of(make_library, SOURCE, TARGET, *entry("Проверено.\nwaive numbers: в источнике описка"))
    assert list(check_pairs(Tracker(library))) == []
    (only,) = waived(Tracker(library))
    assert only.waiver.reason == "в источнике описка" and only.problem.code == "numbers"
    assert "numbers" not in {found.code for found in check_library(library)}
    assert [each.waiver.rule for each in check_and_report(library).waived] == ["numbers"]


def test_a_waiver_is_for_one_rule_and_one_block(make_library: MakeLibrary) -> None:
    library = library_of(make_library, SOURCE, TARGET, *entry("waive dashes: причина"))
    assert {found.code for found in check_pairs(Tracker(library))} == {"numbers", "unused-waiver"}


def test_a_waiver_needs_a_reason_and_a_rule_that_there_is(make_library: MakeLibrary) -> None:
    library = library_of(make_library, SOURCE, TARGET, *entry("waive numbers\nwaive figures: причина"))
    problems = [found for found in check_pairs(Tracker(library)) if found.code == "waiver"]
    assert len(problems) == 2 and all(found.level is Level.ERROR for found in problems)
    assert any("gives no reason" in found.message for found in problems)
    assert any("there is no such rule. Those that can be waived are" in found.message for found in problems)
    library = library_of(make_library, SOURCE, TARGET, *entry("waive numbrs: причина"))
    assert any("Did you mean `numbers`?" in found.message for found in check_pairs(Tracker(library)))


def test_an_unused_waiver_is_a_warning_but_not_of_what_was_not_looked_for(make_library: MakeLibrary) -> None:
    clean = entry("waive numbers: было", target="Загинули 14 із 17 осіб.")
    library = library_of(make_library, SOURCE, TARGET.replace("15", "14"), *clean)
    (problem,) = check_pairs(Tracker(library))
    assert (problem.code, problem.level, problem.line) == ("unused-waiver", Level.WARNING, 3)
    spelling = entry("waive spelling: имя", target="Загинули 14 із 17 осіб.")
    assert not list(check_pairs(Tracker(library_of(make_library, SOURCE, TARGET.replace("15", "14"), *spelling))))


def test_a_changed_source_is_not_held_against_its_old_translation(make_library: MakeLibrary) -> None:
    records = entry("", target="Загинули 14 із 17 осіб.")
    library = library_of(make_library, SOURCE.replace("14", "16"), TARGET.replace("15", "14"), *records)
    assert list(check_pairs(Tracker(library))) == []


def test_a_block_of_another_kind_one_too_many_and_one_missing_are_structure(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А\n\nТекст.\n\nЕщё.", "uk/a.md": "# А\n\n- Текст.\n\nЩе.\n\n> Зайве."})
    assert places(list(check_pairs(Tracker(library)))) == [
        ("docs/uk/a.md", 3, "structure"),
        ("docs/uk/a.md", 7, "structure"),
    ]
    missing = make_library({"ru/a.md": "# А\n\nТекст.\n\nЕщё.", "uk/a.md": "# А\n\nТекст."})
    assert not list(check_pairs(Tracker(missing)))  # `missing-block` says it, once


def test_blocks_too_many_that_stand_together_are_one_finding(make_library: MakeLibrary) -> None:
    library = library_of(make_library, "# А\n\nРаз.", "# А\n\nРаз.\n\nДва.\n\nТри.\n\n- Чотири")
    (found,) = check_pairs(Tracker(library))
    assert (found.line, found.message) == (5, "this paragraph and 2 more after it are not in the source: “Два.”.")


def test_a_paragraph_that_is_cut_in_two_is_info_and_one_that_is_added_a_warning(make_library: MakeLibrary) -> None:
    source = "# А\n\nМост закрыт до конца весны. Его чинят рабочие завода."
    cut = library_of(make_library, source, "# А\n\nМіст закрито до кінця весни.\n\nЙого лагодять робітники заводу.")
    added = library_of(
        make_library, source, "# А\n\nМіст закрито до кінця весни. Його лагодять робітники заводу.\n\nІ це ще не все."
    )
    assert [[each.level for each in check_pairs(Tracker(one))] for one in (cut, added)] == [
        [Level.INFO],
        [Level.WARNING],
    ]


def test_what_a_record_says_is_new_in_the_source_is_no_structure(make_library: MakeLibrary) -> None:
    library = library_of(
        make_library,
        SOURCE + "\nНовый абзац.\n",
        TARGET.replace("15", "14"),
        *entry("", target="Загинули 14 із 17 осіб."),
    )
    assert list(check_pairs(Tracker(library))) == []


def test_a_fact_of_the_source_is_reported_once_for_all_languages(make_library: MakeLibrary) -> None:
    fact = "# А\n\n[^x]: Завод открыт в 1949 году.\n"
    library = make_library(
        {
            "ru/a.md": fact,
            "uk/a.md": "# А\n\n[^x]: Завод відкрито 1949 року.\n",
            "en/a.md": "# A\n\n[^x]: The plant opened in 1949.\n",
        }
    )
    assert places(list(check_pairs(Tracker(library)))) == [("docs/ru/a.md", 3, "unsourced-fact")]


def test_a_finding_in_the_source_is_waived_by_the_record_of_any_translation(make_library: MakeLibrary) -> None:
    fact, ours = "Завод открыт в 1949 году.", "Завод відкрито 1949 року."
    box, uk = f'!!! note "А"\n\n    {fact}', f'!!! note "А"\n\n    {ours}'
    library = make_library({"ru/a.md": f"# А\n\n{box}\n", "uk/a.md": f"# А\n\n{uk}\n", "en/a.md": "# A\n"})
    record = Record((Entry("top", "# А", "# А"), Entry("b", box, uk, note="waive unsourced-fact: общеизвестно")))
    library = replace(library, records={("uk", "a.md"): record})
    found = outcome(Tracker(library))
    assert not {"unsourced-fact", "unused-waiver"} & {problem.code for problem in found.problems}
    assert [each.problem.path for each in found.waived] == ["docs/ru/a.md"]


def test_a_missing_dictionary_is_said_once_for_each_language(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tlumach.languages.dictionaries.FOLDERS", ())
    found = outcome(Tracker(library_of(make_library, SOURCE, TARGET.replace("15", "14"))), words=True).problems
    assert [(problem.path, problem.code, problem.level) for problem in found] == [
        ("mkdocs.yml", "spelling", Level.WARNING)
    ] * 3
    assert "hunspell-uk" in found[2].message and "DICPATH" in found[2].message


def test_every_rule_has_a_text_that_says_what_how_to_mend_and_how_to_waive() -> None:
    rules = [*PAIR_RULES, SPELLING, *PAGE_RULES]
    assert len({rule.code for rule in rules}) == len(rules) == len(CODES)
    for rule in rules:
        text = rule.check.__doc__ or ""
        assert all(word in text for word in ("Finds", "To mend it", f"waive {rule.code}")), rule.code
