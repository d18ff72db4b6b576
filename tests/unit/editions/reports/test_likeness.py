from tlumach.editions.reports.likeness import likeness, words_of


def test_words_count_by_their_beginnings_and_in_their_order() -> None:
    assert words_of("He met 2 ministers") == ["2", "minis"] and words_of("He is") == ["he", "is"]
    assert likeness("ministers met quietly", "The minister, quietly") == 1
    assert likeness("", "a") == 0 and likeness("alpha beta gamma delta", "delta gamma beta alpha") == 0.25
