"""What the books have for reports: a line for every paragraph that they show, codes that are read again."""

from pathlib import Path

import pytest
from tests.books import offered
from tests.repository import Repository
from tests.unit.editions.conftest import FILES

from tlumach.editions.books import EPUB, TEXT, BookMaker
from tlumach.editions.copies.reading import copy_of, read_copy
from tlumach.editions.reports.reading import read_reports
from tlumach.editions.reports.verdict import Outcome, Reports, Verdict
from tlumach.editions.reports.wording import short_hash
from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.tracking import Tracker

LAND = "land/index.md"
UK = load_messages("uk")


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    made.edit("mkdocs.yml", "{locale: en, name: English, default: true}", "{locale: ru, name: Русский, default: true}")
    for name, text in FILES.items():
        made.write(f"docs/{name}", text.replace(".md).", ".md) только облака и небо."))
    made.commit()
    return made


def book(desk: Repository, name: str) -> bytes:
    library, _ = read_library(desk.root)
    assert library is not None
    return BookMaker(Tracker(library)).books(LAND)[name]


def judged(desk: Repository, text: str) -> Outcome:
    library, _ = read_library(desk.root)
    assert library is not None
    (found,), problems = read_reports(text, "x", [UK])
    assert problems == []
    return Reports(Tracker(library), desk.root).outcome(found)


@pytest.mark.parametrize("name", ["land.uk.txt", "land.uk.epub", "land.epub"])
@pytest.mark.parametrize(
    ("begins", "page", "language"),
    [("Гори — це", LAND, "uk"), ("Выше гор", "land/more.md", "ru"), ("Високе місце", "glossary/mountain.md", "uk")],
)
def test_one_form_is_for_every_page_and_term_of_a_book(
    desk: Repository, name: str, begins: str, page: str, language: str
) -> None:
    lines, listed = offered(book(desk, name), UK)
    code = next(code for code, beginning in listed if beginning.startswith(begins))
    outcome = judged(desk, lines.replace("[Абзац]", f"[Абзац] {code}"))
    assert outcome.place is not None
    assert (outcome.page.path, outcome.page.language, outcome.verdict) == (page, language, Verdict.STANDS)
    first = begins.split()[0]
    desk.edit(f"docs/{language}/{page}", f"{first} ", f"{first}ж ")
    outcome = judged(desk, lines.replace("[Абзац]", f"[Абзац] {code}"))
    assert outcome.place is not None and outcome.verdict is Verdict.CHANGED


def test_a_changed_original_is_told_by_the_second_half_of_a_code(desk: Repository) -> None:
    assert desk.run("confirm", "--all", "--language", "uk").exit_code == 0
    desk.commit()
    lines, listed = offered(book(desk, "land.uk.txt"), UK)
    code = next(code for code, beginning in listed if beginning.startswith("Гори — це"))
    desk.edit(f"docs/ru/{LAND}", "Горы — это", "Горы — вот")
    desk.commit()
    assert judged(desk, lines.replace("[Абзац]", f"[Абзац] {code}")).verdict is Verdict.BEHIND


def test_each_paragraph_of_the_text_edition_is_listed_once(small: Library) -> None:
    made = BookMaker(Tracker(small)).books(LAND, [TEXT])["land.ru.txt"]
    _, listed = offered(made, load_messages("ru"))
    assert len({code for code, _ in listed}) == len(listed)
    assert [
        beginning for _, beginning in listed if beginning[:3] in {"Гор", "Что", "Ска", "Ещё"} and "—" not in beginning
    ] == ["Горы и реки", "Что Сколько Горы 3 Реки …", "Сказано давно.", "Ещё"]
    assert (short_hash("Высокое место на земле."), "Высокое место на земле.") in listed
    assert not any(beginning == "Гора" for _, beginning in listed), "the text has of a term its definition alone"


def test_who_compares_two_copies_is_not_told_of_codes(desk: Repository, tmp_path: Path) -> None:
    names = ("land.uk.txt", "land.uk.epub")
    then = {name: book(desk, name) for name in names}
    desk.edit(f"docs/uk/{LAND}", "Сказано давно.", "Сказано дуже давно.")
    for name in names:
        copies = []
        for content in (then[name], book(desk, name)):
            (tmp_path / "copy").write_bytes(content)
            copies.append(read_copy(tmp_path / "copy") if name.endswith(EPUB) else copy_of(content))
        old, new = ({each.text for each in copy.paragraphs} for copy in copies)
        assert len(old - new) == len(new - old) == 1 and "Сказано" in next(iter(old - new))
        assert copies[0].version != copies[1].version
