from pathlib import Path

from tests.conftest import MakeLibrary
from tests.project import closed, fresh_runner, told_by_digests

from tlumach.plugin.metadata.cards import write_cards

BOX = '!!! abstract "Коротко"\n\n    Текст.\n\n'
PAGES = {
    "ru/a/index.md": f"{BOX}# Текст\n",
    "uk/a/index.md": f"---\nx: 1\n---\n\n{BOX}# Текст\n",
    "ru/b/index.md": f"# Текст\n\n{BOX}",
    "ru/c/index.md": "!!! abstract\n# Текст\n",
    "ru/about.md": f"{BOX}# Текст\n",
}


def drawn(site: Path) -> dict[str, bytes]:
    """Return the cards in a site by their names, and remove them."""
    found = {file.name: file.read_bytes() for file in sorted(site.rglob("*.png"))}
    for file in site.rglob("*.png"):
        file.unlink()
    return found


def test_cards_of_what_has_not_changed_are_those_that_were_drawn_and_no_page_is_read(
    make_library: MakeLibrary, tmp_path: Path
) -> None:
    library, runner, site = told_by_digests(make_library(PAGES)), fresh_runner(tmp_path), tmp_path / "site"
    write_cards(library, site, runner)
    made = drawn(site)
    assert {*made} >= {"a.ru.png", "a.uk.png"} and "b.ru.png" not in made and "about.ru.png" not in made
    write_cards(closed(library), site, runner)
    assert drawn(site) == made


def test_a_new_title_is_a_new_card_and_a_page_without_a_box_has_none(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner, site = fresh_runner(tmp_path), tmp_path / "site"
    write_cards(told_by_digests(make_library(PAGES)), site, runner)
    made = drawn(site)
    edited = {**PAGES, "ru/a/index.md": f"{BOX}# Другой текст\n", "uk/a/index.md": "# Текст\n"}
    write_cards(told_by_digests(make_library(edited)), site, runner)
    now = drawn(site)
    assert now["a.ru.png"] != made["a.ru.png"] and "a.uk.png" not in now
