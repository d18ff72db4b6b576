import itertools
import json
import pickle

import pytest
from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.parts import IndexPart, join_parts
from tlumach.search.index.shared import Shared, read_shared
from tlumach.search.index.writer import build_index, in_order, write_index
from tlumach.search.stemming.keys import Keys
from tlumach.tracking import Tracker


@pytest.fixture(scope="module")
def tracker() -> Tracker:
    return small_site()


@pytest.fixture(scope="module")
def keys() -> Keys:
    return Keys(Lemmatizer())


@pytest.fixture(scope="module")
def shared(tracker: Tracker, keys: Keys) -> Shared:
    return read_shared(tracker, keys)


@pytest.fixture(scope="module")
def parts(tracker: Tracker, shared: Shared) -> list[IndexPart]:
    return [part_of([path], tracker, shared) for path in in_order(tracker.library)]


@pytest.fixture(scope="module")
def files(tracker: Tracker) -> dict[str, bytes]:
    return build_index(tracker, Lemmatizer())


def data(content: bytes) -> object:
    return json.loads(content.decode().removeprefix("tlumachSearch(").removesuffix(")\n"))


def test_terms_come_first_then_what_stands_aside_then_the_stories(keys: Keys) -> None:
    more = {"about.md": ("# О сайте", "# Про сайт"), "glossary/index.md": ("# Термины", "# Терміни")}
    tracker = small_site(more | {"art/index.md": ("# Искусство", "# Мистецтво")})
    order = in_order(tracker.library)
    assert order == ["glossary/csto.md", "about.md", "glossary/index.md", "index.md", "art/index.md", "story/index.md"]
    part = part_of(order, tracker, read_shared(tracker, keys))
    assert (part.terms, part.aside) == (1, 3)


def test_every_file_calls_the_one_function(files: dict[str, bytes]) -> None:
    assert {"index.js", "p0.js", "ru/w.js", "uk/t0.js", "uk/0.js"} <= files.keys()
    assert all(data(content) is not None for content in files.values())


def test_the_same_site_makes_the_same_bytes(tracker: Tracker, files: dict[str, bytes]) -> None:
    assert build_index(Tracker(tracker.library), Lemmatizer()) == files


def test_texts_stand_in_the_order_of_rows(files: dict[str, bytes]) -> None:
    lines = str(data(files["uk/t0.js"])).split("\n")
    assert (lines[:2], lines[3:]) == (["Союз.", "Війська ОДКБ у Києві."], ["Так у джерелі."])
    assert lines[2].endswith(" мовчить.") and len(lines[2]) < len("Організація Договору мовчить.")


def test_pages_carry_their_path_ids_and_names(files: dict[str, bytes]) -> None:
    first, *lines = str(data(files["p0.js"])).split("\n")
    languages = 3
    assert first == "0"
    assert lines[-2 - languages] == "story/index"
    assert lines[-1 - languages].startswith("оружие ")
    assert lines[-languages:] == ["Оружие", "Зброя", "Оружие\t"]


def test_how_the_work_is_divided_makes_no_difference(
    tracker: Tracker, parts: list[IndexPart], shared: Shared, keys: Keys, files: dict[str, bytes]
) -> None:
    settings = tracker.library.settings
    for cut in itertools.product((False, True), repeat=len(parts) - 1):
        groups: list[list[IndexPart]] = [[parts[0]]]
        for part, begins in zip(parts[1:], cut, strict=True):
            if begins:
                groups.append([])
            groups[-1].append(part)
        site = join_parts([join_parts(group) for group in groups])
        assert write_index(site, shared, settings, Keys(Lemmatizer(), dict(keys.known))) == files


def test_a_part_can_be_kept_and_depends_on_its_page_alone(parts: list[IndexPart], shared: Shared) -> None:
    assert pickle.loads(pickle.dumps(parts)) == parts
    text = "# Другое\n\nСовсем другой текст.\n"
    changed = small_site({"story/index.md": (text, text)})
    again = [part_of([path], changed, shared) for path in in_order(changed.library)]
    assert again[:2] == parts[:2]
    assert again[2] != parts[2]
