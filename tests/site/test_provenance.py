"""One word is changed after an editor has read everything: page, reader, EPUB, text and JSON-LD say so of the same paragraph.

Each is read by a parser that is not ours: html5 by html.parser, XHTML by lxml, JSON by json, and the text by its lines.
"""

import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree, html
from tests.project import run
from tests.shared import made_once
from tests.two_languages import DAY, MKDOCS, write_site

from tlumach.editions.shared.digital_source import IPTC

WHO = 'editor, <b>M</b> & "Co"'
SOURCE = (
    "---\ndate: '2026-11-01'\n---\n# Новость\n\nРаз и навсегда.\n\nДва слова о деле.\n\nТри[^n].\n\n[^n]: Пояснение.\n"
)
TRANSLATION = "# News\n\nOnce and for all.\n\nTwo words on it.\n\nThree[^n].\n\n[^n]: A note.\n"
MARK = "Not yet read against the original."
LINE = 'Read on 3 December 2026: editor, <b>M</b> & "Co"'
UNREAD = "1 of 5 paragraphs not yet read"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that an editor has read, in one paragraph of which a word was changed afterwards; built."""

    def build(root: Path) -> None:
        files = {"docs/ru/a/index.md": SOURCE, "docs/en/a/index.md": TRANSLATION}
        write_site(root, files, f"{MKDOCS}extra: {{translation: machine-edited}}\n")
        assert run(root, "confirm", "--all", "--language", "en", "--as", WHO, **DAY).returncode == 0
        page = root / "docs/en/a/index.md"
        page.write_text(page.read_text(encoding="utf-8").replace("words on it", "words on that"), encoding="utf-8")
        done = run(root, "build", **DAY)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "read", build)


def text(found: html.HtmlElement) -> str:
    return " ".join(found.text_content().replace("\xa0", " ").split())


class Paragraphs(HTMLParser):
    """The text of each `p` of the article, with its id."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "p":
            self.within = True
            self.found.append((dict(attrs).get("id") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.within:
            id, words = self.found[-1]
            self.found[-1] = (id, " ".join((words + data).replace("\xa0", " ").split()))


def test_the_page(site: Path) -> None:
    page = (site / "site/en/a/index.html").read_text(encoding="utf-8")
    parser = Paragraphs()
    parser.feed(page)
    (at,) = [at for at, (_, words) in enumerate(parser.found) if words.startswith(MARK)]
    assert parser.found[at - 1][1].startswith("Two words on that.")
    line = next(words for _, words in parser.found if "Machine translation" in words)
    assert LINE in line and UNREAD in line and "edited by a person" in line
    assert f'<a href="#{parser.found[at - 1][0]}">{UNREAD}</a>' in page
    assert "<b>M</b>" not in page and 'name="ai-disclosure"' not in page  # one paragraph has no reader, the others have


def test_the_reader(site: Path) -> None:
    (file,) = (site / "dist").glob("a.html")
    page = html.document_fromstring(file.read_text(encoding="utf-8"))
    (mark,) = [found for found in page.xpath("//p[contains(@class, 'w')]") if text(found) == MARK]
    cell = mark.xpath("ancestor::*[@id][1]")[0]
    assert text(cell).startswith("Two words on that.")
    (link,) = [found for found in page.xpath("//div[contains(@class, 'v')]//a") if text(found) == UNREAD]
    assert link.get("href") == f"#{cell.get('id')}"
    assert LINE in text(page.xpath("//div[contains(@class, 'v')]/p[@lang='en']")[0])


def test_the_epub(site: Path) -> None:
    with zipfile.ZipFile(site / "dist/a.en.epub") as book:
        pages = {
            name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith((".xhtml", ".opf"))
        }
    spoken = {name: " ".join("".join(page.itertext()).replace("\xa0", " ").split()) for name, page in pages.items()}
    assert LINE in spoken["EPUB/title.xhtml"] and UNREAD in spoken["EPUB/title.xhtml"]
    marks = [found for page in pages.values() for found in page.iterfind(".//{*}p[@class='unread']")]
    assert [mark.getprevious().text for mark in marks] == ["Two words on that."]
    (link,) = [found for found in pages["EPUB/title.xhtml"].iterfind(".//{*}a") if found.text == UNREAD]
    file, _, id = link.get("href", "").partition("#")
    assert [found.text for found in pages[f"EPUB/{file}"].iterfind(f".//*[@id='{id}']")] == ["Two words on that."]
    package = pages["EPUB/package.opf"]
    (person,) = package.iterfind(".//{*}contributor")
    assert person.text == '<b>M</b> & "Co"'
    (kind,) = package.iterfind(".//{*}meta[@property='schema:digitalSourceType']")
    assert kind.text == f"{IPTC}compositeWithTrainedAlgorithmicMedia"
    roles = [meta.text for meta in package.iterfind(".//{*}meta[@refines]") if meta.get("property") == "role"]
    assert roles == ["edt"]
    assert UNREAD in "".join(meta.text for meta in package.iterfind(".//{*}meta[@property='dcterms:provenance']"))


def test_the_text(site: Path) -> None:
    lines = (site / "dist/a.en.txt").read_text(encoding="utf-8").splitlines()
    assert lines[lines.index(MARK) - 2] == "Two words on that." and lines.count(MARK) == 1
    imprint = " ".join(" ".join(lines[:9]).replace("\xa0", " ").split())
    assert LINE in imprint and UNREAD in imprint


def test_what_machines_are_told(site: Path) -> None:
    page = html.document_fromstring((site / "site/en/a/index.html").read_text(encoding="utf-8"))
    said = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert said["editor"] == [{"@type": "Person", "name": '<b>M</b> & "Co"', "jobTitle": "editor"}]
    assert LINE in said["creditText"].replace("\xa0", " ") and UNREAD in said["creditText"]
    kind = "ompositeWithTrainedAlgorithmicMedia"
    assert said["digitalSourceType"] == [f"https://schema.org/C{kind}DigitalSource", f"{IPTC}c{kind}"]
    (part,) = said["hasPart"]
    anchor = part["@id"].partition("#")[2]
    assert part["creativeWorkStatus"] == "not read"
    assert text(page.get_element_by_id(anchor)).startswith("Two words on that.")
