"""What is ready for a report on each paragraph: whole, in the reader's language, with nothing of the reader in it."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions.reports.prepared import Prepared, blank, prepared_of
from tlumach.editions.reports.reading import read_reports
from tlumach.editions.reports.wording import short_hash
from tlumach.languages.messages import known_languages, load_messages
from tlumach.library import Library
from tlumach.tracking import Tracker

RU = "# Новость\n\nИх было «14» [человек](../glossary/a.md)[^n].\n\n- Один\n- Два\n\n{ПУСТО}\n\n[^n]: Сказано.\n"
UK = RU.replace("Их было", "Їх було").replace("человек", "людей").replace("Новость", "Новина")
MAIL = "mailto:editor@site.example?subject=x"


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    texts = {"ru/a/index.md": RU, "uk/a/index.md": UK, "ru/glossary/a.md": "# Человек\n\nКто.\n"}
    return make_library({name: text.replace("{ПУСТО}", "Конец.") for name, text in texts.items()})


def ready(library: Library, language: str, contact: str = "", path: str = "a/index.md") -> list[Prepared]:
    page = library.shown_page(language, path)
    assert page is not None
    return prepared_of(page, Tracker(library), load_messages(language), contact)


def test_a_paragraph_in_both_wordings(library: Library) -> None:
    found = ready(library, "uk")[1]
    text, original = "Їх було «14» людей.", "Их было «14» человек."
    assert found.text.split("\n")[0] == "[Сторінка] https://tlumach.example/uk/a/"
    assert found.text.split("\n")[1] == f"[Абзац] {found.id} / {short_hash(text)} / {short_hash(original)}"
    assert found.text.split("\n")[2].startswith("[Версія] –: ")
    assert found.text.split("\n")[3:] == ["[Мова] uk", f"[Текст] {text}", f"[Оригінал] {original}", "[Зауваження] "]
    assert found.id == Tracker(library).source_ids("a/index.md")[1]
    assert found.beginning == text and found.mail == ""


def test_the_source_has_one_wording_and_lists_and_notes_are_there(library: Library) -> None:
    found = ready(library, "ru")
    assert [each.beginning for each in found] == ["Новость", "Их было «14» человек.", "Один Два", "Конец.", "Сказано."]
    assert all("[Оригинал]" not in each.text and each.text.count(" / ") == 1 for each in found)


def test_a_page_that_is_not_translated_is_reported_in_its_own_language(library: Library) -> None:
    found = ready(library, "en")[1]
    assert "[Language] ru\n[Text] Их было" in found.text and "https://tlumach.example/en/a/" in found.text


@pytest.mark.parametrize("language", known_languages())
def test_each_language_has_its_labels_and_each_report_is_read(library: Library, language: str) -> None:
    names = dict.fromkeys(("ru", "uk", language), "x")
    settings = replace(library.settings, languages=tuple(names), site_names=names, language_names=names)
    library = replace(library, settings=settings)
    words = [load_messages(each) for each in known_languages()]
    for each in ready(library, language):
        (report,), problems = read_reports(f"{each.text}1", "x", words)
        assert (problems, report.block, report.remark.text) == ([], each.id, "1")
        assert report.language == ("uk" if language == "uk" else "ru")
        assert report.words == language or load_messages(report.words)("report.text") == load_messages(language)(
            "report.text"
        )


def body(found: Prepared) -> str:
    return parse_qs(urlsplit(found.mail).query, strict_parsing=True)["body"][0]


def test_a_letter_has_all_of_it_or_where_it_would_be_too_long_all_but_the_wordings(library: Library) -> None:
    for found in ready(library, "uk", MAIL):
        assert found.mail.startswith("mailto:editor@site.example?subject=") and len(found.mail) <= 1_900
    short = ready(library, "uk", MAIL)[1]
    assert body(short).replace("\r\n", "\n") == short.text
    page = replace(library, pages={**library.pages})
    long = "слово " * 200
    text = UK.replace("Їх було", long)
    from tlumach.library.pages import parse_page

    page.pages["uk", "a/index.md"] = parse_page(text, "uk", "a/index.md")[0]  # type: ignore[index]
    found = ready(page, "uk", MAIL)[1]
    assert "слово" not in body(found) and found.id in body(found) and "[Зауваження]" in body(found)
    (report,), problems = read_reports(f"{body(found)}Так", "x", [load_messages("uk")])
    assert problems == [] and report.own == short_hash(" ".join(long.split()) + " «14» людей.")


def test_an_address_that_is_no_mail_makes_no_letter(library: Library) -> None:
    assert {each.mail for each in ready(library, "uk", "https://site.example/write")} == {""}


def test_lines_to_be_filled_in_by_hand(library: Library) -> None:
    lines = blank("a/index.md", Tracker(library), load_messages("en"), "2026-11-29: a b").split("\n")
    assert lines[0] == "[Page] https://tlumach.example/en/a/" and "[Version] 2026-11-29: a b" in lines
    assert lines[-2:] == ["[Text] ", "[Remark] "] and "[Original]" not in "".join(lines)
