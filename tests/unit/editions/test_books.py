from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import MakeLibrary
from tests.project import fresh_runner
from tests.unit.editions.conftest import FILES
from tests.unit.editions.images import drawing

from tlumach.editions.books import EPUB, TEXT, BookMaker, write_books
from tlumach.editions.shared.page_elements import Fragment, Renderer
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.tracking import Tracker

LAND = "land/index.md"
PICTURED = {**FILES, "ru/land/index.md": FILES["ru/land/index.md"] + "\n![Вид](view.png)\n", "ru/land/view.png": b""}


def maker(library: Library, picture: bytes = b"") -> BookMaker:
    return BookMaker(Tracker(library), lambda file: picture or None)


def test_an_explainer_has_a_book_for_each_language_and_one_for_all(small: Library, tmp_path: Path) -> None:
    small = replace(small, settings=replace(small.settings, least_translated=0))
    made = maker(small).books(LAND)
    assert list(made) == [f"land.{part}epub" for part in ("ru.", "uk.", "en.", "")] + [
        f"land.{language}.txt" for language in ("ru", "uk", "en")
    ]
    assert maker(small).books(LAND, [TEXT]) == {name: made[name] for name in made if name.endswith(".txt")}
    written = write_books(maker(small), tmp_path, [EPUB], fresh_runner(tmp_path.parent))
    assert {file.name: file.read_bytes() for file in written} == maker(small).books(LAND, [EPUB])


def test_a_language_that_has_too_little_gets_no_book_of_its_own(small: Library) -> None:
    names = list(maker(small).books(LAND))
    assert "land.ru.epub" in names and "land.uk.epub" in names and "land.epub" in names
    assert not [name for name in names if ".en." in name], "it would be Russian"


@pytest.mark.parametrize(
    ("changed", "content", "is_new"),
    [
        ("ru/land/index.md", "# Иначе\n\nВсё.\n", True),
        ("uk/land/index.md", "# Інакше\n\nУсе.\n", True),
        ("ru/land/more.md", "# Ещё\n\nИначе.\n", True),
        ("uk/glossary/mountain.md", "---\nterm: гора\n---\n# Гора\n\nІнше.\n", True),
        ("en/glossary/mountain.md", "---\nterm: hill\n---\n# Hill\n\nHigh.\n", True),
        ("ru/about.md", "# О сайте\n\nНе мы.\n", True),
        ("ru/sea/index.md", "# Море\n\n[Гора](../glossary/mountain.md) у моря.\n", False),
        ("ru/glossary/sea.md", "---\nterm: море\n---\n# Море\n\nМного воды.\n", False),
        ("ru/land/view.txt", "No page shows it.", False),
    ],
)
def test_what_books_are_made_of_is_said(make_library: MakeLibrary, changed: str, content: str, is_new: bool) -> None:
    before = maker(make_library(PICTURED), drawing())
    after = maker(make_library({**PICTURED, changed: content}), drawing())
    assert (repr(after.inputs(LAND)) != repr(before.inputs(LAND))) is is_new
    assert (after.books(LAND) != before.books(LAND)) is is_new


def test_a_page_of_a_long_explainer_is_rendered_once_for_all_its_books(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {f"ru/land/page-{number}.md": f"# Часть {number}\n\nВсё.\n" for number in range(70)}
    library = make_library({**FILES, **more})
    rendered = Counter[tuple[str, str, str]]()
    really = Renderer._rendered

    def counted(self: Renderer, page: Page, say: Messages) -> Fragment:
        rendered[page.language, page.path, say.language] += 1
        return really(self, page, say)

    monkeypatch.setattr(Renderer, "_rendered", counted)
    maker(library).books(LAND)
    assert len(rendered) > 70
    assert set(rendered.values()) == {1}


SEA = "---\nterm: море\nkind: place\n---\n# Море\n\nМного воды.\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("ru/about.md", "# О сайте\n\n{{ terms }}\n"),
        ("ru/land/more.md", "# Ещё\n\n{{ terms }}\n"),
    ],
)
def test_what_pages_of_books_tell_of_others_is_part_of_it(make_library: MakeLibrary, file: str, text: str) -> None:
    files = {**FILES, file: text, "ru/glossary/sea.md": SEA}
    one = maker(make_library(files))
    other = maker(make_library({**files, "ru/glossary/sea.md": SEA.replace("море", "океан").replace("воды", "соли")}))
    assert one.books(LAND) != other.books(LAND)
    assert repr(one.inputs(LAND)) != repr(other.inputs(LAND))


def test_a_picture_is_part_of_what_books_are_made_of(make_library: MakeLibrary) -> None:
    library = make_library(PICTURED)
    one, other = maker(library, drawing()), maker(library, drawing("red"))
    assert repr(one.inputs(LAND)) != repr(other.inputs(LAND))
    assert repr(one.inputs(LAND)) == repr(maker(library, drawing()).inputs(LAND))
