"""Words that go onto the project's lists."""

from tests.conftest import MakeLibrary

from tlumach.checks.own_words import with_unknown_words
from tlumach.problems import Code, Level, Problem


def test_unknown_words_go_onto_the_list_of_their_language_and_slips_do_not(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А\n", "uk/a.md": "# А\n"})
    message = "no dictionary knows “{}” (nearest: none): “…”."
    problems = [
        Problem("docs/ru/a.md", 1, Code.SPELLING, message.format("Токен"), Level.INFO),
        Problem("docs/uk/a.md", 1, Code.SPELLING, message.format("нода"), Level.INFO),
        Problem("docs/uk/a.md", 1, Code.SPELLING, message.format("симфоінія"), Level.WARNING),
        Problem("docs/uk/a.md", 1, Code.NUMBERS, "“5”", Level.ERROR),
    ]
    added = with_unknown_words(library, problems)
    assert {file: content.decode().splitlines()[-1] for file, content in added.contents.items()} == {
        "words/ru.txt": "токен",
        "words/uk.txt": "нода",
    }
    assert (added.counts, added.slips) == ({"words/ru.txt": 1, "words/uk.txt": 1}, ["симфоінія"])
