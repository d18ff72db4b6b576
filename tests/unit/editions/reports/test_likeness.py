from tlumach.editions.reports.likeness import is_held, likeness, words_of


def test_words_count_by_their_beginnings_and_in_their_order() -> None:
    assert words_of("He met 2 ministers") == ["2", "minis"] and words_of("He is") == ["he", "is"]
    assert likeness("ministers met quietly", "The minister, quietly") == 1
    assert likeness("", "a") == 0 and likeness("alpha beta gamma delta", "delta gamma beta alpha") == 0.25


def test_what_is_held_stands_together_and_is_not_scattered_over_a_long_text() -> None:
    text, other = "alpha beta gamma delta omega", "lorem ipsum dolor amet " * 5
    assert is_held(text, f"{other} alpha beta gamma new delta omega {other}", 0.8)
    scattered = f"alpha {other} beta {other} gamma {other} delta {other} omega"
    assert likeness(text, scattered) == 1 and not is_held(text, scattered, 0.6)
    assert not is_held("", "alpha", 0.1)
