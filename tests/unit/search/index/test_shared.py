from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index.shared import count_words, read_shared, share
from tlumach.search.stemming.keys import Keys


def test_words_are_counted_in_each_language() -> None:
    counts = count_words("story/index.md", small_site())
    assert (counts["ru"]["Войска"], counts["uk"]["Війська"], counts["en"]) == (1, 1, {})


def test_the_names_of_the_terms_are_shared_and_the_common_words() -> None:
    text = "# Слово\n\n" + "Государство молчит. " * 9
    tracker = small_site({"long.md": (text, text)})
    found = read_shared(tracker, Keys(Lemmatizer()))
    assert {name.path for name in found.names["uk"]} == {"glossary/csto.md"}
    assert " молчит" in found.common["ru"]
    assert found.spoken["uk"] and len(found.shorteners["ru"].shortened(" молчит")) == 1


def test_what_was_counted_apart_is_added_up() -> None:
    tracker, keys = small_site(), Keys(Lemmatizer())
    counts = {"ru": {" слово": 2}, "uk": {}, "en": {}}
    assert share(tracker.library, [counts], keys).common["ru"] == ()
    assert share(tracker.library, [counts, counts], keys).common["ru"] == (" слово",)
