"""The page of an update makes the new reader of an old one, from `file://`, by the browser alone, as `tlumach apply` does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Open
from tests.conftest import MakeLibrary
from tests.unit.editions.conftest import FILES

from tlumach.editions.copies.update import update_of
from tlumach.editions.reader import ReaderMaker
from tlumach.tracking import Tracker

Made = dict[str, Path]
Choose = Callable[[Path, Path], Page]


@pytest.fixture
def made(make_library: MakeLibrary, tmp_path: Path) -> Made:
    """An old and a new reader that differ in two languages, a third one, and the update from the first to the second."""
    page = "land/index.md"
    changed = FILES | {
        "uk/land/index.md": FILES["uk/land/index.md"].replace("Сказано давно", "Сказано <недавно> & 😀"),
        "ru/land/more.md": FILES["ru/land/more.md"] + "\nНовый абзац.\n",
    }
    third = FILES | {"ru/land/index.md": FILES["ru/land/index.md"].replace("высоки", "низки")}
    found = {}
    for name, texts in (("old", FILES), ("new", changed), ("third", third)):
        found[name] = tmp_path / f"{name}.html"
        text = ReaderMaker(Tracker(make_library(texts)), lambda _: None).html(page)
        found[name].write_bytes(text.encode())
    found["update"] = tmp_path / "update.html"
    found["update"].write_bytes(update_of(found["old"].read_bytes(), found["new"].read_bytes()))
    return found


@pytest.fixture
def choose(visit: Open) -> Choose:
    """Opens an update and chooses a file in its first field; returns the page when it has answered."""

    def chosen(update: Path, file: Path) -> Page:
        seen = visit(update.as_uri())
        seen.page.locator("input").first.set_input_files(file)
        expect(seen.page.locator("output").first).not_to_be_empty()
        assert seen.failures == []
        return seen.page

    return chosen


def test_the_new_reader_to_the_byte(choose: Choose, made: Made) -> None:
    page = choose(made["update"], made["old"])
    with page.expect_download() as download:
        page.locator("output a").click()
    assert download.value.suggested_filename == "old.html"
    assert Path(download.value.path()).read_bytes() == made["new"].read_bytes()


def test_each_language_has_its_field(choose: Choose, made: Made) -> None:
    page = choose(made["update"], made["old"])
    assert page.locator("section").count() == page.locator("section input:visible").count() > 1
    assert page.locator("output a").inner_text() in {"Сохранить новый файл", "Зберегти новий файл"}


@pytest.mark.parametrize("file", ["new", "third", "update"])
def test_another_base_is_refused(choose: Choose, made: Made, file: str) -> None:
    page = choose(made["update"], made[file])
    expect(page.locator("output").first).to_contain_text(re.compile("другой версии|іншої версії"))
    assert page.locator("output a").count() == 0


@pytest.mark.parametrize("harm", ["cut", "other sum", "other delta"])
def test_a_damaged_update_makes_nothing(choose: Choose, made: Made, harm: str) -> None:
    text = made["update"].read_text(encoding="utf-8")
    old, new, delta = re.findall(r"<!-- tlumach-update 1 (\w{64}) (\w{64}) (\S+) -->", text)[0]
    damaged = {"cut": (new, delta[:-80]), "other sum": (new[::-1], delta), "other delta": (new, delta.swapcase())}[harm]
    made["update"].write_text(text.replace(f"{old} {new} {delta}", " ".join((old, *damaged))), encoding="utf-8")
    page = choose(made["update"], made["old"])
    expect(page.locator("output").first).to_contain_text(re.compile("повреждено|пошкоджене"))
    assert page.locator("output a").count() == 0


def test_without_scripts_the_program_is_named(made: Made, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(made["update"].as_uri())
    expect(page.locator("input").first).to_be_hidden()
    expect(page.locator("section").first).to_contain_text("tlumach apply")
    context.close()
