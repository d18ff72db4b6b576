import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html
from tests.unit.editions.images import drawing, photo

from tlumach.editions.reader import FILE_BOUND, reader_html, weigh, write_readers
from tlumach.editions.shared.pictures import Fitter
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.tracking import Tracker
from tlumach.tracking.confirming import Said, confirm, two_sided

MakeLibrary = Callable[..., Library]
ROOT = Path(__file__).resolve().parents[4]
PATH = "a/index.md"
RU = """---
description: О том.
date: '2022-08-28'
sources:
  ria: {title: РИА, url: 'https://ria.example/1?a=1&b=2', date: '2022-08-27'}
  two: {title: {ru: Раз, uk: Два, en: Three}, url: 'https://two.example/', weak: repost}
---
# Заголовок

!!! abstract "Коротко"

    - Первое[^ria].
    - Второе, [договор](../glossary/csto.md).

Первый абзац[^t-own], см. [заметки](notes.md#figures).

Второй абзац[^ria].

## Дальше { #further }

[Другой](../b/index.md), [о сайте](../about.md#rights), [файл](map.pdf).

[^t-own]: Сноска переводчика ([источник](https://note.example/)).
"""
UK = RU[RU.index("# Заголовок") :].replace("Первый абзац", "Перший абзац").replace("Первое", "Перше")
EN = UK.replace("Перший абзац", "First paragraph").replace("Перше", "First").replace("# Заголовок", "# Headline")
FILES = {
    "ru/a/index.md": RU,
    "uk/a/index.md": f"---\ndescription: Про те.\n---\n{UK}",
    "en/a/index.md": EN,
    "ru/a/notes.md": "---\nsources:\n  r: {title: РИА, url: 'https://ria.example/1?a=1&b=2', date: '2022-08-27'}\n---\n"
    "# Заметки\n\n## Цифры { #figures }\n\nЧисла[^r] из [текста](index.md).\n\nа | б\n--|--\nслово | 1,5",
    "uk/a/notes.md": "# Нотатки\n\n## Цифри { #figures }\n\nЧисла[^r] з [тексту](index.md).\n\nа | б\n--|--\nслово | 1,5",
    "en/a/notes.md": "# Notes\n\n## Figures { #figures }\n\nNumbers[^r].\n\na | b\n--|--\nword | 1.5",
    "ru/b/index.md": "# Другой",
    "ru/about.md": "# О сайте\n\n## Откуда { #origin }\n\nОттуда.\n\nИ ещё.\n\n## Права { #rights }\n\nНаши.",
    "ru/glossary/csto.md": "---\nterm: Договор\nshort: ОДКБ\nkind: organisation\nkazakh: ҰҚШҰ\nas_of: '2024-12-04'\n---\n"
    "# Договор\n\nСоюз [шести](nato.md) стран[^x].",
    "uk/glossary/csto.md": "---\nterm: Договір\n---\n# Договір\n\nСоюз шести країн.",
}
SOURCES = "https://ria.example/1?a=1&b=2"


def tree(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library({**FILES, "ru/a/map.pdf": "", "ru/a/map.png": "", "ru/a/big.png": ""})


@pytest.fixture
def page(library: Library) -> lxml_html.HtmlElement:
    return tree(reader_html(Tracker(library), PATH))


def text_of(page: lxml_html.HtmlElement, id: str) -> str:
    return " ".join(page.get_element_by_id(id).text_content().split())


def row_with(page: lxml_html.HtmlElement, words: str) -> str:
    """The id of the row that has these words."""
    cells = page.xpath(f'//*[@lang="ru"][contains(., "{words}")]/ancestor::*[starts-with(@id, "p-")]/@id')
    return str(cells[-1])


def test_each_paragraph_stands_beside_its_translations_under_the_ids_of_the_site(
    library: Library, page: lxml_html.HtmlElement
) -> None:
    tracker = Tracker(library)
    id = tracker.source_ids(PATH)[2]
    assert id.startswith("p-")
    cells = page.get_element_by_id(id).xpath("./*[@lang]")
    assert [(cell.get("lang"), cell.get("id")) for cell in cells] == [
        (code, f"{id}-{code}") for code in ("ru", "uk", "en")
    ]
    assert [cell.text_content().split()[0] for cell in cells] == ["Первый", "Перший", "First"]


def test_a_list_is_one_list_whose_items_hold_each_language(page: lxml_html.HtmlElement) -> None:
    items = page.xpath('//div[contains(@class, "abstract")]/ul/li')
    assert [[cell.get("lang") for cell in item.xpath("./div/*[@lang]")] for item in items] == [["ru", "uk", "en"]] * 2


def test_a_table_is_one_table_and_a_number_that_is_the_same_stands_once(page: lxml_html.HtmlElement) -> None:
    (table,) = page.xpath("//table")
    word, number = table.xpath(".//td")
    assert [cell.text for cell in word.xpath("./*[@lang]")] == ["слово", "слово", "word"]
    assert [cell.text for cell in number.xpath("./*[@lang]")] == ["1,5", "1,5", "1.5"]


def test_no_id_stands_twice_and_every_link_within_the_file_leads_somewhere(page: lxml_html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
    inside = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert inside <= set(ids)
    assert set(page.xpath("//@popovertarget")) <= set(ids)


def test_links_lead_to_rows_of_the_file_or_to_the_site(page: lxml_html.HtmlElement) -> None:
    links = page.xpath('//*[@lang="uk"]//a[. = "заметки" or @aria-label = "заметки"]')
    assert [(link.get("href"), link.get("class")) for link in links] == [("#figures", "y"), ("#figures-uk", "z")]
    online = {link.text: link.get("href") for link in page.xpath('//*[@lang="uk"]//a[contains(@href, "://")]')}
    assert online["Другой"] == "https://tlumach.example/uk/b/"
    assert online["о сайте"] == "https://tlumach.example/uk/about.html#rights"
    assert online["файл"] == "https://tlumach.example/uk/a/map.pdf"


def test_a_term_opens_its_definition_and_is_a_link_where_that_is_unknown(page: lxml_html.HtmlElement) -> None:
    label = page.xpath('//*[@lang="uk"]//label[. = "договор"]')[0]
    assert label.xpath("./button/@popovertarget") == ["t-csto-uk"]
    assert label.getnext().get("href") == "#t-csto"
    assert text_of(page, "t-csto-uk") == "Договір Союз шести країн. Відомості станом на 4 грудня 2024 р."
    assert text_of(page, "t-csto-ru").startswith("Договор (ОДКБ) Союз шести стран.")
    assert page.xpath('normalize-space(//*[@id="t-csto"]/*[@lang="kk"])') == "ҰҚШҰ"


def test_a_term_that_is_not_translated_says_so_in_its_own_language(page: lxml_html.HtmlElement) -> None:
    cell = page.get_element_by_id("t-csto-en")
    assert cell.xpath('./span[@lang="ru"]') and "not translated yet" in cell.text_content()


def test_a_source_that_two_pages_cite_is_one_note_with_the_same_number(page: lxml_html.HtmlElement) -> None:
    cited = page.xpath('//sup/button[@popovertarget="n1"]')
    assert {button.get("aria-label") for button in cited} == {"1"} and len(
        cited
    ) == 9  # two marks and one, in three languages
    assert len(page.xpath(f'//ol/li//a[@href="{SOURCES}"]')) == 1
    assert text_of(page, "n1") == "РИА · 27 августа 2022 г. · 27 серпня 2022 р. · 27 August 2022 ↩"
    assert page.xpath('//*[@id="n1"]//*[@class="u"]/@href') == [f"#{row_with(page, 'Первое')}"]


def test_a_footnote_of_the_page_is_a_note_in_each_language(page: lxml_html.HtmlElement) -> None:
    assert page.xpath('//*[@lang="uk"]//sup/button[@aria-label="2"]/@popovertarget') == ["n2-uk"]
    assert page.xpath('//*[@id="n2"]//*[@popover]/@lang') == ["ru", "uk", "en"]
    assert "https://note.example/" in page.xpath('//*[@id="n2-en"]//a/@href')


def test_headings_are_in_order(page: lxml_html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_paragraphs_of_the_text_are_numbered_from_the_headline(page: lxml_html.HtmlElement) -> None:
    numbers = [(link.text, link.get("href")) for link in page.xpath('//*[@class="l"]/a[1]') if link.text.isdigit()]
    assert [number for number, _ in numbers] == ["2", "3"]
    assert numbers[0][1] == f"#{row_with(page, 'Первый абзац')}"


def test_contents_are_in_each_language_and_lead_in_one_or_in_all(page: lxml_html.HtmlElement) -> None:
    titles = page.xpath('//nav//li/span[@lang="en"]/a[1]/text()')
    assert titles == ["Дальше", "Notes", "Figures", "Glossary", "Notes and sources", "About this file"]
    assert page.xpath('//nav//span[@lang="en"]/a[. = "Figures" or @aria-label = "Figures"]/@href') == [
        "#figures",
        "#figures-en",
    ]


def test_a_program_that_knows_no_style_sheet_has_each_word_once_and_the_languages_apart(
    page: lxml_html.HtmlElement,
) -> None:
    assert not page.xpath('//button[normalize-space()] | //a[@class="z"][normalize-space()]')
    assert not page.xpath("//*[self::h1 or self::h2 or self::h3]/span/following-sibling::*[1][self::span]")


def test_who_listens_hears_each_term_once_and_where_a_link_leads(page: lxml_html.HtmlElement) -> None:
    assert all(label.xpath('./span[@aria-hidden="true"]') for label in page.xpath("//label[not(@for)]"))
    assert all(button.get("aria-label") for button in page.xpath("//button"))
    links = {link.text: link.get("aria-label") for link in page.xpath('//*[@class="l"]/a')}
    here = "Ссылка на этот абзац / Посилання на цей абзац / Link to this paragraph"
    assert links == {
        "2": f"2 {here}",
        "3": f"3 {here}",
        "¶": here,
        "ru": "Русский",
        "uk": "Українська",
        "en": "English",
    }


def test_the_page_says_where_it_is_online_its_date_and_when_it_was_checked(page: lxml_html.HtmlElement) -> None:
    assert (
        text_of(page, "uk") == "Переклад · Текст від 28 серпня 2022 р."
        " · Цього перекладу ще ніхто не звіряв з оригіналом · Про цей файлtlumach.example/uk/a/"
    )
    assert page.xpath('//link[@rel="canonical"]/@href') == ["https://tlumach.example/a/"]
    assert page.xpath('//meta[@name="description"]/@content') == ["О том."]
    whole = page.text_content()
    assert "Last checked on 28 August 2022" in whole and "SHA256SUMS" in whole and "a.html" in whole
    assert "Оттуда." in whole and "И ещё." not in whole  # of the page about the site: where the text comes from


def test_the_policy_admits_this_style_sheet_and_nothing_else(library: Library) -> None:
    text = reader_html(Tracker(library), PATH)
    policy = tree(text).xpath('//meta[@http-equiv="content-security-policy"]/@content')[0]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "img-src" not in policy
    assert policy.endswith("; connect-src 'self'; base-uri 'none'; form-action 'none'")
    assert not re.search(r"<script|\sstyle=|\son\w+=|<link rel=[^c]|url\(|@import", text)


def test_the_same_input_gives_the_same_bytes_and_one_maker_the_same_as_two(library: Library, tmp_path: Path) -> None:
    files = write_readers(Tracker(library), tmp_path, tmp_path)
    assert [file.name for file in files] == ["a.html", "b.html"]
    for file, path in zip(files, (PATH, "b/index.md"), strict=True):
        assert file.read_bytes() == reader_html(Tracker(library), path).encode()


def test_a_page_without_translation_shows_its_original_and_says_so(make_library: MakeLibrary) -> None:
    without = {name: text for name, text in FILES.items() if name != "uk/a/notes.md"}
    page = tree(reader_html(Tracker(make_library(without)), PATH))
    notice = page.xpath('//section[@id="notes"]/div[@role="note"]/p[@lang="uk"]/text()')
    assert notice[0].startswith("Цю сторінку ще не перекладено")
    (cell,) = page.xpath('//*[@lang="uk"][@class="o"][contains(., "Числа")]')
    assert cell.xpath("./p/@lang") == ["ru"]


def recorded(library: Library, **changes: str) -> Library:
    """The library with a record of its Ukrainian page, as confirmed, whose sources read otherwise in places."""
    tracked = Tracker(library).track("uk", PATH)
    assert tracked
    confirmed = confirm(tracked, two_sided(tracked), Said("2026-01-01"))

    def was(text: str) -> str:
        return changes.get("was", text) if "Второй абзац" in text else text

    entries = tuple(replace(entry, source=was(entry.source)) for entry in confirmed.entries)
    return replace(library, records={("uk", PATH): replace(confirmed, entries=entries)})


def test_what_is_stale_says_so_with_the_present_original(library: Library) -> None:
    page = tree(reader_html(Tracker(recorded(library, was="Прежний второй абзац[^ria].")), PATH))
    (stale,) = page.xpath('//*[@lang="uk"]//details')
    assert stale.xpath("./summary/text()") == ["Оригінал відтоді змінився. Тепер він звучить так"]
    assert stale.xpath("./div/@lang") == ["ru"] and "Второй абзац" in stale.text_content()
    notice = page.xpath('//div[@role="note"]/p[@lang="uk"]/text()')
    assert notice[0].startswith("Переклад відстав від оригіналу: після перекладу змінився 1 абзац")


def test_what_is_current_says_nothing(library: Library) -> None:
    page = tree(reader_html(Tracker(recorded(library)), PATH))
    assert page.xpath('//*[@lang="uk"]//details') == []
    assert [
        text for text in page.xpath('//section[@id="index"]/div[@role="note"]/p[@lang="uk"]/text()') if text.strip()
    ] == []


def test_two_pages_with_the_same_words_get_ids_of_their_own(make_library: MakeLibrary) -> None:
    same = {"ru/a/index.md": "# А\n\nТо же.\n\n## N1 { #n1 }", "ru/a/b.md": "# Б\n\nТо же.\n\n## Б { #uk }"}
    page = tree(reader_html(Tracker(make_library(same)), PATH))
    ids = page.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
    assert len([id for id in ids if re.fullmatch(r"p-[0-9a-f]{6}(-2)?", id)]) == 2


def test_pictures_go_into_the_file_once_and_what_cannot_is_described(make_library: MakeLibrary) -> None:
    text = "# А\n\n![Карта](map.png)\n\n![Большая](big.png)\n\nВот ![знак](map.png) тут."
    names = {f"ru/a/{name}.png": "" for name in ("map", "big")}
    library = make_library({**{f"{code}/a/index.md": text for code in ("ru", "uk", "en")}, **names})
    pictures = {"docs/ru/a/map.png": drawing(), "docs/ru/a/big.png": bytes(150_001)}
    text = reader_html(Tracker(library), PATH, pictures.get)
    page = tree(text)
    (figure,) = page.xpath("//figure")
    (address,) = figure.xpath("./img/@src")
    assert base64.b64decode(address.removeprefix("data:image/png;base64,")) == Fitter().fitted(drawing()).content  # type: ignore[union-attr]
    assert {(img.get("width"), img.get("height")) for img in page.xpath("//img")} == {("400", "200")}
    assert figure.xpath("./figcaption/span/@lang") == ["ru", "uk", "en"]
    described = page.xpath('//*[@lang="en"]//a[contains(@href, "big.png")]')[0]
    assert described.text == "The picture “Большая” is not in this file (150 KB); it is on the site"
    assert len(page.xpath("//img")) == 4  # the figure, and the sign within a line of each language
    assert "; img-src data:;" in text


@pytest.mark.slow
def test_a_long_explainer_with_many_pictures_stays_within_the_bound(make_library: MakeLibrary) -> None:
    number = 30
    blocks = [f"Абзац {at}, длинный и подробный.\n\n![Снимок {at}](p{at}.jpg)" for at in range(number)]
    text = "# А\n\n" + "\n\n".join(blocks)
    library = make_library({f"{code}/a/index.md": text for code in ("ru", "uk", "en")})
    page = reader_html(Tracker(library), PATH, lambda file: photo(seed=int(re.sub(r"\D", "", file))))
    inside = len(tree(page).xpath("//figure"))
    assert 10 <= inside < number
    assert len(tree(page).xpath('//*[@lang="uk"]//a[contains(@href, ".jpg")]')) == number - inside
    assert len(page) < FILE_BOUND * 1.5


@pytest.mark.parametrize(
    ("changed", "content", "is_new"),
    [
        ("ru/a/index.md", "# А\n\nИначе.", True),
        ("uk/a/index.md", "# А\n\nІнакше.", True),
        ("ru/a/more.md", "# Б\n\nНовая страница.", True),
        ("ru/glossary/t.md", "---\nterm: т\n---\n# Т\n\nИное.", True),
        ("ru/about.md", "# О\n\n## Откуда { #origin }\n\nОттуда.", True),
        ("ru/b/index.md", "# Другое\n\nВсё иначе.", False),
        ("ru/glossary/other.md", "---\nterm: и\n---\n# И\n\nНе здесь.", False),
    ],
)
def test_a_file_is_made_of_its_own_pages_and_terms_alone(
    make_library: MakeLibrary, changed: str, content: str, is_new: bool
) -> None:
    text = "# А\n\nЭто [т](../glossary/t.md).\n\n![Карта](map.png)"
    files = {
        **{f"{code}/a/index.md": text for code in ("ru", "uk", "en")},
        "ru/glossary/t.md": "---\nterm: т\n---\n# Т\n\nТакое.",
        "ru/about.md": "# О\n\n## Откуда { #origin }\n\nОтсюда.",
        "ru/b/index.md": "# Другое\n\nЕщё.",
    }

    def made(of: dict[str, str], picture: bytes) -> str:
        return reader_html(Tracker(make_library(of)), PATH, lambda file: picture)

    before = made(files, drawing())
    assert (before != made({**files, changed: content}, drawing())) is is_new
    assert made(files, drawing("red")) != before
    assert made(files, drawing()) == before


def test_what_weighs_is_words(library: Library) -> None:
    weight = weigh(reader_html(Tracker(library), PATH))
    assert weight.limit < weight.compressed < weight.plain
    assert weigh("<body><p>" + "слово " * 40).limit < 60


def test_the_real_explainer_weighs_little_more_than_its_words() -> None:
    library, _ = read_library(ROOT)
    assert library
    weight = weigh(reader_html(Tracker(library), "kazakhstan-arms-export/index.md"))
    assert weight.compressed < 40_000
    # The frame is as large for a short text as for a long one; 800 bytes of it are names for those who listen,
    # 200 what search engines are told of the page, 40 the lines for a report.
    assert weight.compressed - weight.limit < 12_150


def test_a_language_in_preparation_has_no_column(library: Library) -> None:
    page = tree(reader_html(Tracker(replace(library, in_preparation={"uk": 40})), PATH))
    assert not page.xpath('//*[@lang="uk"]') and not page.xpath('//*[@id="uk" or contains(@id, "-uk")]')
    assert {label.text or label.get("title") for label in page.xpath("//label[@for]")} == {"Русский", "English"}
    assert "/uk/" not in lxml_html.tostring(page, encoding="unicode")
