import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.tools import zimcheck

from tlumach.editions.zim import archive as zim
from tlumach.editions.zim.items import page_text
from tlumach.editions.zim.stable_ids import with_fixed_ids
from tlumach.editions.zim.word_forms import every_form
from tlumach.languages.lemmas import Lemmatizer
from tlumach.languages.messages import known_languages
from tlumach.settings import Settings

TIME = 1_700_000_000
PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>
<nav>меню</nav><article><p class="voice">голос</p><h1>{title}</h1><p>{text}<sup><a class="footnote-ref" href="#n">7</a></sup>
<br>ещё</p><section class="terms-used">карточка</section></article><footer>подвал</footer></body></html>"""
PAGES = {
    "index.html": ("ru", "Казахстан и оружие", "Казахстан приостановил экспорт вооружений"),
    "uk/index.html": ("uk", "Казахстан і зброя", "Казахстан призупинив експорт зброї, її країна їде"),
    "en/index.html": ("en", "Kazakhstan and arms", "Kazakhstan has suspended exports"),
}
KINDS_OF_FORMS = [
    (
        "en",
        ["weapon", "weapons"],
        ["decree", "decreed", "decrees"],
        ["Kazakhstan"],
        ["ban", "bans", "banned", "banning"],
        ["troop", "troops"],
        ["travel", "travelled", "traveled"],
    ),
    (
        "ru",
        ["Киев", "Киева", "Киеве"],
        ["военный", "военная", "военных"],
        ["Казахстан", "Казахстане"],
        ["Токаев", "Токаева", "Токаевым"],
    ),
    ("uk", ["Київ", "Києва", "Києві"], ["зброя", "зброї", "зброєю"], ["Токаєв", "Токаєва", "Токаєвим"]),
]
UKRAINIAN = {"зброї": {"зброя", "зброєю", "зброю"}, "країна": {"країни", "країною"}}


def forms(word: str, language: str) -> Iterable[str]:
    return UKRAINIAN.get(word, ()) if language == "uk" else ()


def site_in(folder: Path) -> Path:
    for name, (language, title, text) in PAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(language=language, title=title, text=text), encoding="utf-8")
    (folder / "style.css").write_text("p { margin: 0 }")
    (folder / "404.html").write_text(PAGE.format(language="ru", title="Нет такой страницы", text="нет"))
    (folder / "sitemap.xml").write_text("<urlset/>")
    return folder


@pytest.fixture(scope="module")
def settings() -> Settings:
    names = {"ru": "Тлумач", "uk": "Тлумач", "en": "Tlumach"}
    return Settings(tuple(names), "https://tlumach.example/", names, names, license="CC BY 4.0")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_in(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def file(site: Path, tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    (made,) = zim.write_zim(site, tmp_path_factory.mktemp("zim"), TIME, settings, forms)
    return made


def archive_of(file: Path) -> Any:
    from libzim.reader import Archive

    return Archive(file)


def found(file: Path, words: str) -> set[str]:
    """What libzim's own search finds, as Kiwix does."""
    from libzim.search import Query, Searcher

    search = Searcher(archive_of(file)).search(Query().set_query(words))
    return set(search.getResults(0, search.getEstimatedMatches()))


def test_zimcheck_accepts_it(file: Path) -> None:
    assert zimcheck(file) == ""


def test_zimcheck_refuses_one_with_a_byte_changed(file: Path, tmp_path: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "changed.zim").write_bytes(content)
    assert zimcheck(tmp_path / "changed.zim") != ""


def test_it_has_a_main_page_and_both_indexes_and_says_what_it_is(file: Path) -> None:
    archive = archive_of(file)
    assert archive.main_entry.get_item().path == "index.html"
    assert archive.has_fulltext_index and archive.has_title_index and archive.check()
    facts = {key: archive.get_metadata(key).decode() for key in ("Title", "Language", "Date", "License")}
    assert facts == {"Title": "Тлумач", "Language": "rus,ukr,eng", "Date": "2023-11-14", "License": "CC BY 4.0"}
    assert archive.get_illustration_sizes() == {48}


def test_the_files_of_the_site_are_in_it_to_the_byte(file: Path, site: Path) -> None:
    archive = archive_of(file)
    for name in (*PAGES, "style.css"):
        assert bytes(archive.get_entry_by_path(name).get_item().content) == (site / name).read_bytes()
    assert not archive.has_entry_by_path("404.html") and not archive.has_entry_by_path("sitemap.xml")


def test_titles_are_suggested(file: Path) -> None:
    from libzim.suggestion import SuggestionSearcher

    suggested = SuggestionSearcher(archive_of(file)).suggest("зброя")
    assert set(suggested.getResults(0, 5)) == {"uk/index.html"}


@pytest.mark.parametrize("words", ["оружие", "приостановить экспорт", "вооружение", "вооружениями", "Казахстан оружию"])
def test_russian_words_are_found_in_any_form(file: Path, words: str) -> None:
    assert found(file, words) == {"index.html"}


@pytest.mark.parametrize("words", ["зброї", "зброя", "ЗБРОЄЮ", "призупинив", "країною", "її", "їде"])
def test_ukrainian_words_are_found_in_any_form(file: Path, words: str) -> None:
    assert found(file, words) == {"uk/index.html"}


def test_english_words_are_found(file: Path) -> None:
    assert found(file, "suspended") == {"en/index.html"}


@pytest.mark.parametrize("words", ["меню", "подвал", "карточка", "голос", "танк"])
def test_what_is_not_the_text_is_not_found(file: Path, words: str) -> None:
    assert found(file, words) == set()


def test_two_builds_are_the_same_and_another_site_has_another_id(
    file: Path, settings: Settings, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    other = site_in(tmp_path / "site")
    (again,) = zim.write_zim(other, tmp_path / "one", TIME, settings, forms)
    assert again.read_bytes() == file.read_bytes()
    (other / "style.css").write_text("p { margin: 1px }")
    (changed,) = zim.write_zim(other, tmp_path / "two", TIME, settings, forms)
    assert archive_of(changed).uuid != archive_of(file).uuid
    assert list(tmp_path.glob("*/.zim-*")) == []


def test_nothing_is_said_while_it_is_made(
    site: Path, settings: Settings, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    zim.write_zim(site, tmp_path, TIME, settings)
    assert capfd.readouterr() == ("", "")


def test_a_missing_library_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zim.missing() == ""
    monkeypatch.setattr(zim, "find_spec", lambda name: None)
    assert "libzim is not installed" in zim.missing() and "\n" not in zim.missing()


@pytest.mark.parametrize("content", [b"", b"ZIM\x04", b"PK\x03\x04" + bytes(100), b"ZIM\x04" + bytes(100)])
def test_only_a_zim_file_gets_ids(content: bytes) -> None:
    with pytest.raises(ValueError, match="ZIM file"):
        with_fixed_ids(content, b"")


def test_the_text_of_a_page_is_that_of_its_article() -> None:
    page = page_text(PAGE.format(language="uk", title="Назва", text="до<em>вгий</em> текст"))
    assert (page.language, page.title, page.text) == ("uk", "Назва", "Назва довгий текст ещё")
    assert page_text("<p>без статті").text == ""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    """A page for each form of each word, and one that quotes a word of another language; indexed with the dictionaries."""
    folder = tmp_path_factory.mktemp("forms")
    site = site_in(folder / "site")
    for language, *families in KINDS_OF_FORMS:
        for word in (each for family in families for each in family):
            text = PAGE.format(language=language, title=f"{language} {len(word)}", text=f"Слово {word} тут.")
            (site / f"{language}-{word}.html").write_text(text, encoding="utf-8")
    (site / "quoting.html").write_text(
        PAGE.format(language="en", title="Quoting", text="See «Киева», зброєю, a country’s words"), "utf-8"
    )
    forms = partial(every_form, Lemmatizer(), settings.languages)
    titles = {"en-weapon.html": "Organisation of the treaty (CSTO)"}
    (made,) = zim.write_zim(site, folder, TIME, settings, forms, titles)
    return made


FAMILIES = [(language, family) for language, *families in KINDS_OF_FORMS for family in families]


@pytest.mark.parametrize(("language", "family"), FAMILIES)
def test_whatever_form_is_asked_the_same_pages_are_found(whole: Path, language: str, family: list[str]) -> None:
    asked = (*family, *(form.lower() for form in family))
    sets = [{page for page in found(whole, form) if page.startswith(f"{language}-")} for form in asked]
    assert all(each == {f"{language}-{form}.html" for form in family} for each in sets), sets


def test_a_word_that_a_page_in_another_language_quotes_is_found_in_any_form(whole: Path) -> None:
    assert all("quoting.html" in found(whole, form) for form in ("Киев", "Киева", "зброя", "country", "countries"))


@pytest.mark.parametrize("asked", ["CST", "CSTO", "treaty", "Organi"])
def test_a_page_is_suggested_by_its_own_title_and_the_short_name(whole: Path, asked: str) -> None:
    from libzim.suggestion import SuggestionSearcher

    suggested = SuggestionSearcher(archive_of(whole)).suggest(asked)
    assert set(suggested.getResults(0, 5)) == {"en-weapon.html"}


def test_the_file_has_the_name_of_the_site(file: Path) -> None:
    assert file.name == "tlumach.zim"
    assert archive_of(file).get_metadata("Name") == b"tlumach"


def test_a_disk_without_room_is_refused_before_anything_is_written(
    site: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10_000_000))
    with pytest.raises(OSError, match="No space left on device"):
        zim.write_zim(site, tmp_path, TIME, settings)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("uk", "ukr"),
        ("ar", "ara"),
        ("fa", "fas"),
        ("pt-BR", "por"),
        ("zh-Hans", "zho"),
        ("crh", "crh"),
        ("kk-Latn", "kaz"),
    ],
)
def test_languages_have_the_codes_that_kiwix_lists_by(language: str, code: str) -> None:
    assert zim.iso_639_3(language) == code


def test_every_language_with_words_of_the_site_has_such_a_code() -> None:
    assert all(len(zim.iso_639_3(language)) == 3 for language in known_languages())
