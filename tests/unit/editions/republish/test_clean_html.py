import base64
import re
from dataclasses import replace

import pytest
from lxml import html
from tests.conftest import MakeLibrary
from tests.unit.editions.conftest import FILES
from tests.unit.editions.images import drawing

from tlumach.editions.republish.article import Article, articles_of
from tlumach.editions.shared.page_elements import Renderer
from tlumach.editions.shared.pictures import Picture
from tlumach.library import Library
from tlumach.tracking import Tracker

LAND = "land/index.md"
PICTURE = Picture(drawing(), "image/png")
SHOWN = {**FILES, "ru/land/index.md": FILES["ru/land/index.md"] + "\n![Вид](view.png)\n", "ru/land/view.png": b""}


def made(library: Library, language: str = "ru", picture: Picture | None = None) -> Article:
    return next(articles_of(LAND, language, Renderer(Tracker(library)), lambda file: picture))


def without_address(library: Library) -> Library:
    return replace(library, settings=replace(library.settings, site_url="/"))


def test_elements_are_plain_and_the_title_stands_first(small: Library) -> None:
    page = html.document_fromstring(made(small).html)
    attributes = {name for element in page.iter() for name in element.attrib} - {"content", "name", "charset"}
    assert attributes <= {"href", "id", "lang", "dir", "rel"}
    article = page.find(".//article")
    assert article is not None and article[0].tag == "h1"
    assert [each.text_content().strip() for each in article.iterfind("aside/p")] == ["Коротко"]
    assert [cell.text for cell in article.iter("td")] == ["Горы", "3", "Реки", "5"]


def test_notes_are_kept_and_marks_lead_to_them(small: Library) -> None:
    page = html.document_fromstring(made(small).html)
    for mark in page.xpath("//sup/a"):
        assert mark.text == f"[{mark.get('href').removeprefix('#note-')}]"
        assert page.xpath(f"//ol/li[@id='{mark.get('href')[1:]}']"), mark.get("href")
    assert len(page.xpath("//sup/a")) == 2
    assert page.xpath("//ol/li//a/@href") == ["https://agency.example/a", "https://dictionary.example/word"]


def test_links_are_absolute_or_words_where_the_site_has_no_address(small: Library) -> None:
    links = html.document_fromstring(made(small).html).xpath("//p/a[not(ancestor::footer)]/@href")
    assert [link for link in links if "tlumach.example" in link] == [
        "https://tlumach.example/glossary/mountain.html",
        "https://tlumach.example/land/more.html#up",
        "https://tlumach.example/about.html",
    ]
    alone = made(without_address(small))
    assert "tlumach.example" not in alone.html + alone.text and 'href="/' not in alone.html
    assert "rel=" not in alone.html and "высокое место" in alone.html
    assert "Адреса в сети у сайта пока нет" in alone.html


def test_a_picture_lies_within_with_its_description_and_credit(make_library: MakeLibrary) -> None:
    article = made(make_library(SHOWN), picture=PICTURE)
    (image,) = html.document_fromstring(article.html).iter("img")
    assert image.get("alt") == "Вид"
    assert base64.b64decode(image.get("src").removeprefix("data:image/png;base64,")) == PICTURE.content
    assert article.pictures == (PICTURE,)
    assert "Иллюстрации: Тлумач" in article.html and "Иллюстрации: Тлумач" in article.text


def test_a_picture_that_cannot_be_handed_on_is_named(make_library: MakeLibrary) -> None:
    library = make_library(SHOWN)
    assert "https://tlumach.example/land/view.png" in made(library).html
    alone = made(without_address(library))
    assert "Вид" in alone.html and "view.png" not in alone.html + alone.text


@pytest.mark.parametrize("name", ["", "CC BY 4.0", "all <rights> reserved"])
def test_the_licence_is_what_the_project_says_and_none_is_invented(small: Library, name: str) -> None:
    article = made(replace(small, settings=replace(small.settings, license=name)))
    for shown in (html.document_fromstring(article.html).text_content(), article.text):
        assert ("Лицензию издатель не указал" in shown) is (not name)
        assert name in shown and ("CC" in shown) is ("CC" in name)


def test_plain_text_has_a_paragraph_a_line(small: Library) -> None:
    lines = made(small, "uk").text.splitlines()
    assert "Гори — це високе місце[2]." in [line.replace("\xa0", " ") for line in lines]
    assert max(len(line) for line in lines if re.fullmatch("[-=]+", line)) <= 72


def test_raw_html_that_runs_is_left_out(make_library: MakeLibrary) -> None:
    raw = '\n<div onclick="x()" style="color:red"><script>x()</script><span class="a">слово</span><input></div>\n'
    article = made(make_library({**FILES, "ru/land/index.md": FILES["ru/land/index.md"] + raw}))
    page = html.document_fromstring(article.html)
    assert not page.xpath("//script | //input | //span | //*[@onclick] | //*[@style] | //*[@class]")
    assert "слово" in article.html


def test_each_page_that_is_translated_is_an_article_with_its_own_address(small: Library) -> None:
    def articles(language: str) -> list[Article]:
        return list(articles_of(LAND, language, Renderer(Tracker(small)), lambda file: None))

    text, more = articles("ru")
    assert (text.path, more.path, more.title) == (LAND, "land/more.md", "Ещё")
    assert more.canonical == text.canonical + "more.html" and "Выше гор" in more.text and "Выше гор" not in text.text
    assert more.credit[-1] == text.credit[-1], "the version is that of the explainer"
    assert [each.path for each in articles("uk")] == [LAND], "what is not translated is not given out as a translation"


def test_lines_of_a_table_break_at_every_space(make_library: MakeLibrary) -> None:
    table = "\n| Имя | Год |\n| --- | --- |\n| А\u00a0Б | *с\u00a01992\u00a0года* по\u00a02002 |\n\nС\u00a01992\u00a0года.\n"
    library = make_library({**FILES, "ru/land/index.md": FILES["ru/land/index.md"] + table})
    page = html.document_fromstring(made(library).html)
    assert [cell.text_content() for cell in page.iter("td")][-2:] == ["А Б", "с 1992 года по 2002"]
    assert "С\u00a01992\u00a0года." in page.text_content()
