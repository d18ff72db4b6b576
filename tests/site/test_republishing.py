"""What others publish a text from, as a build makes it: read by lxml, a parser that is not ours."""

import re
import zipfile
from pathlib import Path

import pytest
from lxml import html
from tests.project import digest, run
from tests.shared import made_once
from tests.two_languages import DAY, MKDOCS, write_site

NAME = "kazakhstan-arms-export"
PLACE = f"site/reuse/{NAME}"
LANGUAGES = {"ru": "", "uk": "uk/", "en": "en/"}
LICENCE = {"ru": "Лицензия наших текстов", "uk": "Ліцензія наших текстів", "en": "The licence of our texts"}
HOW = {
    "ru": "Оригинал: «Рубрика»",
    "uk": "Машинний переклад",
    "en": "Machine translation, machine-checked.",
}


def read(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def paragraphs(page: html.HtmlElement) -> list[str]:
    """The paragraphs of a built page's text, without the marks of notes."""
    for mark in page.xpath(
        "//article//sup | //article//span[@class='headline-label'] | //article//*[@class='block-links']"
    ):
        mark.drop_tree()
    found = page.xpath("//article/p[not(@class='voice')] | //article//div[contains(@class, 'admonition')]//li")
    return [words(each) for each in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paragraph_is_there_once_in_plain_html(built: Path, language: str) -> None:
    page = read(built / PLACE / f"{NAME}.{language}.html")
    assert page.get("lang") == language
    assert not page.xpath(
        "//script | //style | //link[@rel != 'canonical'] | //iframe | //form | //*[@class] | //*[@style]"
    )
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    for mark in page.xpath("//sup | //small"):
        mark.drop_tree()
    said = [words(each) for each in page.xpath("//article/p | //aside//li")]
    shown = paragraphs(read(built / "site" / LANGUAGES[language] / NAME / "index.html"))
    assert len(shown) > 20
    for paragraph in shown:
        assert said.count(paragraph) == 1, paragraph


@pytest.mark.parametrize("name", ["timeline", "notes"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_pages_are_there_too(built: Path, language: str, name: str) -> None:
    page = read(built / PLACE / f"{NAME}-{name}.{language}.html")
    for mark in page.xpath("//sup | //small"):
        mark.drop_tree()
    said = [words(each) for each in page.xpath("//article/p | //aside//li")]
    shown = paragraphs(read(built / "site" / LANGUAGES[language] / NAME / f"{name}.html"))
    assert shown and all(said.count(paragraph) == 1 for paragraph in shown)
    assert page.xpath("//link/@href") == [f"https://tlumach.example/{LANGUAGES[language]}{NAME}/{name}.html"]
    assert LICENCE[language] in words(page.find(".//footer"))
    offer = read(built / PLACE / f"{language}.html")
    assert {f"{NAME}-{name}.{language}.{ending}" for ending in ("html", "txt")} <= set(offer.xpath("//a/@href"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_are_absolute_and_nothing_is_fetched(built: Path, language: str) -> None:
    page = read(built / PLACE / f"{NAME}.{language}.html")
    links = page.xpath("//a/@href")
    assert [link for link in links if not re.match(r"https?://[^/]+/|#note-\d+$", link)] == []
    assert {link[1:] for link in links if link.startswith("#")} == {item.get("id") for item in page.xpath("//li[@id]")}
    assert page.xpath("//link/@href") == [f"https://tlumach.example/{LANGUAGES[language]}{NAME}/"]
    assert page.xpath("//img") and all(source.startswith("data:image/") for source in page.xpath("//img/@src"))
    assert all(page.xpath("//img/@alt"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_credit_and_licence_stand_under_it_in_its_language(built: Path, language: str) -> None:
    footer = words(read(built / PLACE / f"{NAME}.{language}.html").find(".//footer"))
    text = " ".join((built / PLACE / f"{NAME}.{language}.txt").read_text(encoding="utf-8").split())
    offer = words(read(built / PLACE / f"{language}.html"))
    for shown in (footer, text, offer):
        shown = shown.replace("\xa0", " ")
        assert HOW[language] in shown and LICENCE[language] in shown and "CC BY 4.0" in shown
        assert f"https://tlumach.example/{LANGUAGES[language]}{NAME}/" in shown
        assert re.search(r"\d{4}-\d\d-\d\d:( \w+){6}", shown), "its version"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_there_and_the_offer_to_all_files(built: Path, language: str) -> None:
    explainer = built / "site" / LANGUAGES[language] / NAME / "index.html"
    (link,) = [each for each in read(explainer).xpath("//p[@class='voice']/a/@href") if "reuse/" in each]
    offer = (explainer.parent / link).resolve()
    assert offer == (built / PLACE / f"{language}.html").resolve()
    page = read(offer)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    addresses = [link for link in page.xpath("//a/@href | //link/@href") if not link.startswith("https:")]
    assert len(addresses) >= 6 and all((offer.parent / address).is_file() for address in addresses)


def test_it_is_offline_too_and_no_search_finds_it(built: Path) -> None:
    with zipfile.ZipFile(built / "dist/tlumach-offline.zip") as archive:
        assert f"reuse/{NAME}/uk.html" in archive.namelist()
    assert "reuse/" not in (built / "site/sitemap.xml").read_text(encoding="utf-8")
    assert not [
        file for file in (built / "site/search").rglob("*") if file.is_file() and b"reuse/" in file.read_bytes()
    ]


SOURCE = "---\ndate: '2026-11-01'\n---\n# Новость\n\nПервый абзац.\n\nВторой абзац.\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a licence and an address; one language is in preparation, one explainer a draft."""

    def build(root: Path) -> None:
        settings = MKDOCS.replace("site_url: https://site.example/\n", "draft_docs: drafted/\n").replace(
            "pages: tlumach}", "pages: tlumach, in_preparation: 60%}"
        )
        files = {
            "docs/ru/a/index.md": SOURCE,
            "docs/en/a/index.md": "# News\n\nThe first paragraph.\n\nThe second one.\n",
            "docs/ru/drafted/index.md": SOURCE.replace("Новость", "Черновик"),
        }
        write_site(root, files, f"{settings}extra: {{translation: machine-edited}}\n")
        done = run(root, "build", **DAY)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "republished", build)


def test_drafts_and_languages_in_preparation_are_not_given_out(small: Path) -> None:
    assert sorted(digest(small / "site/reuse")) == ["a/a.ru.html", "a/a.ru.txt", "a/ru.html"]


def test_where_there_is_no_licence_and_no_address_that_is_said(small: Path) -> None:
    page = (small / "site/reuse/a/a.ru.html").read_text(encoding="utf-8")
    assert "Лицензию издатель не указал" in page and "Адреса в сети у сайта пока нет" in page
    assert "href" not in page


def test_the_same_bytes_each_time(small: Path, tmp_path: Path) -> None:
    before = digest(small / "site/reuse")
    for name in ("mkdocs.yml", "docs"):
        (tmp_path / name).symlink_to(small / name)
    assert run(tmp_path, "build", **DAY).returncode == 0
    assert digest(tmp_path / "site/reuse") == before
