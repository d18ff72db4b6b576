from tlumach.search.index.page_rows import filed, numbers
from tlumach.search.index.runs import numbers as numbers_of
from tlumach.search.stemming.suggestions import spelled


def test_a_thing_is_counted_once_in_a_row() -> None:
    assert numbers(["аба", "б", "", "ва"]) == {"а": [0, 3], "б": [0, 1], "в": [3]}


def test_a_form_stands_wherever_any_of_its_spellings_does() -> None:
    rows = ["Слово и дело", "слово", "дело", "СЛОВО слово"]
    found = filed([], [spelled(row, "ru") for row in rows])
    assert {form: numbers_of(run) for form, run in found.rows.items()} == {"слово": [0, 1, 3], "и": [0], "дело": [0, 2]}


def test_titles_and_other_rows_are_told_apart_and_looked_at_together() -> None:
    found = filed([spelled("НАТО и МИД", "ru")], [spelled("нато", "ru")])
    assert (found.titles.keys(), found.rows.keys()) == ({"нато", "и", "мид"}, {"нато"})
    assert found.capitals == {"мид"}


def test_what_deserves_a_second_look_is_kept() -> None:
    found = filed([], [spelled("Токаев, прем’єр", "uk")])
    assert (found.names, found.odd) == ({"токаев"}, {"прем'єр"})
