from tlumach.search.stemming.suggestions import spelled


def forms(text: str, language: str) -> list[str]:
    return [form for each in spelled(text, language) for form in each.forms]


def test_words_joined_by_hyphens_are_searched_for_apart_and_together() -> None:
    assert forms("вице‑премьер Russia’s", "en") == ["вице", "премьер", "вицепремьер", "russia"]


def test_every_apostrophe_hyphen_and_mark_of_stress_is_one() -> None:
    assert len({tuple(forms(f"прем{mark}єр-мі\u0301ністр", "uk")) for mark in "'’ʼ"}) == 1


def test_what_deserves_a_second_look_is_marked() -> None:
    name, capitals, odd = spelled("Токаев МИД прем’єр", "uk")
    assert name.names == ("токаев",)
    assert (capitals.capitals, capitals.names) == (("мид",), ())
    assert odd.odd == ("прем'єр",)


def test_each_form_has_what_is_looked_up_for_it() -> None:
    assert [each.keys for each in spelled("Киева и Киевом", "ru")] == [("киев",), ("и",), ("киев",)]
