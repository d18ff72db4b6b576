import pytest
from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.parts import IndexPart, join_parts
from tlumach.search.index.shared import read_shared
from tlumach.search.index.writer import in_order
from tlumach.search.stemming.keys import Keys


@pytest.fixture(scope="module")
def story() -> IndexPart:
    tracker = small_site()
    return part_of(["story/index.md"], tracker, read_shared(tracker, Keys(Lemmatizer())))


def test_forms_are_filed_with_their_rows(story: IndexPart) -> None:
    words = story.words["ru"]
    assert words.titles == {"оружие": (0, 0, "")}
    assert words.rows["войска"] == (0, 0, "")
    assert words.rows["в"] == (0, 2, "B")


def test_a_term_is_spoken_of_by_link_and_by_name(story: IndexPart) -> None:
    assert story.about_rows == {"glossary/csto.md": (0, 1, "A")}
    assert story.about_titles == {}


def test_capitals_are_what_is_never_written_otherwise(story: IndexPart) -> None:
    assert story.words["ru"].capitals == {"одкб"}


def test_a_rendering_to_avoid_leads_to_the_term() -> None:
    tracker = small_site()
    part = part_of(["glossary/csto.md"], tracker, read_shared(tracker, Keys(Lemmatizer())))
    assert part.words["uk"].titles["одко"] == (0, 0, "")
    assert (part.terms, part.about_titles) == (1, {"glossary/csto.md": (0, 0, "")})


def test_a_long_page_is_several_pieces() -> None:
    text = "# Слово\n\n" + "\n\n".join(f"Слово {number}. " + "а" * 3000 for number in range(4))
    tracker = small_site({"long.md": (text, text)})
    part = part_of(["long.md"], tracker, read_shared(tracker, Keys(Lemmatizer())))
    assert (part.pieces, part.rows) == ((3, 1), (4,))
    assert [text.count("\n") for text in part.texts["uk"]] == [2, 0]


def test_several_pages_give_what_each_of_them_gives() -> None:
    long = "# Слово ОДКБ\n\n" + "\n\n".join(f"Одкб {number}. " + "а" * 3000 for number in range(4))
    tracker = small_site({"long.md": (long, long)})
    shared, paths = read_shared(tracker, Keys(Lemmatizer())), in_order(tracker.library)
    each = [part_of([path], tracker, shared) for path in paths]
    assert part_of(paths, tracker, shared) == join_parts(each)
    assert part_of(paths[1:3], tracker, shared) == join_parts(each[1:3])
