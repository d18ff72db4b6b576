import pytest
from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index.filing import Filing, file_words, words_filed
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.runs import number_list
from tlumach.search.index.shared import read_shared
from tlumach.search.index.writer import in_order
from tlumach.search.stemming.keys import Keys


@pytest.fixture(scope="module")
def filing() -> Filing:
    tracker, keys = small_site(), Keys(Lemmatizer())
    shared = read_shared(tracker, keys)
    site = part_of(in_order(tracker.library), tracker, shared)
    return file_words(site, "uk", shared.names["uk"], keys)


def test_function_words_are_not_filed(filing: Filing) -> None:
    assert filing.silent == ["так", "у"]


def test_a_form_has_its_titles_and_all_its_rows(filing: Filing) -> None:
    forms = {form.text: form for forms in filing.families.values() for form in forms}
    assert (forms["одкб"].rows, forms["одкб"].titles) == (number_list([0, 4]), number_list([0]))
    assert forms["військо" if "військо" in forms else "війська"].titles == ""


def test_a_name_leads_to_what_speaks_of_it_under_another(filing: Filing) -> None:
    by_length = {len(words): rows for words, rows in filing.names.items()}
    assert by_length == {1: number_list([0, 4, 5]), 2: number_list([0, 4, 5])}


def test_the_words_filed_are_those_whose_keys_are_asked_for() -> None:
    text = "# Ґрунт\n\nПрем’єр є. ПРО ґрунт, МЗС, грунт.\n"
    tracker, keys = small_site({"story/index.md": (text, text)}), Keys(Lemmatizer())
    shared = read_shared(tracker, keys)
    site = part_of(in_order(tracker.library), tracker, shared)
    fresh = Keys(Lemmatizer())
    file_words(site, "uk", shared.names["uk"], fresh)
    assert {("uk", word) for word in words_filed(site.words["uk"])} == fresh.known.keys()
    assert {"прем'єр", "ґрунт", "мзс", "про"} <= words_filed(site.words["uk"])
