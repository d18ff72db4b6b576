"""What a browser and a search engine get: languages, addresses, nothing that is not needed."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree, html
from tests.edits import small_site
from tests.project import copy_project, run

SITE = "https://tlumach.example/"
LANGUAGES = ("ru", "uk", "en")
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


NO_PAGES = {"read", "downloads", "report", "reuse"}
"""Folders of what is there to be taken away, reported or republished: other tests look at it."""


def pages(built: Path) -> list[Path]:
    """The pages of the site that search engines may show."""
    found = sorted((built / "site").rglob("*.html"))
    return [file for file in found if file.name != "404.html" and not NO_PAGES & {*file.parts}]


def language_of(file: Path, built: Path) -> str:
    first = file.relative_to(built / "site").parts[0]
    return first if first in LANGUAGES else "ru"


def address(file: Path, built: Path) -> str:
    return SITE + re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(built / "site").as_posix())


def tree(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def hreflang(page: html.HtmlElement) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in page.findall(".//link[@rel='alternate'][@hreflang]")}


def test_every_page_is_there_in_every_language(built: Path) -> None:
    sources = {f.relative_to(built / "docs/ru").with_suffix(".html") for f in (built / "docs/ru").rglob("*.md")}
    for folder in ("", "uk", "en"):
        assert all((built / "site" / folder / path).is_file() for path in sources)


def test_language_and_canonical_of_every_page(built: Path) -> None:
    for file in pages(built):
        page = tree(file)
        assert page.get("lang") == language_of(file, built), file
        assert [link.get("href") for link in page.findall(".//link[@rel='canonical']")] == [address(file, built)]


def test_hreflang_names_itself_every_other_language_and_the_default(built: Path) -> None:
    links = {address(file, built): (language_of(file, built), hreflang(tree(file))) for file in pages(built)}
    for own, (language, pairs) in links.items():
        assert set(pairs) == {*LANGUAGES, "x-default"}
        assert pairs[language] == own
        assert pairs["x-default"] == pairs["ru"]
        assert all(links[pairs[other]][1] == pairs for other in LANGUAGES), own


def test_sitemap_says_what_the_pages_say(built: Path) -> None:
    sitemap = etree.parse(built / "site/sitemap.xml")
    entries = {
        entry.findtext("s:loc", namespaces=NAMESPACES): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)
        }
        for entry in sitemap.findall("s:url", NAMESPACES)
    }
    assert entries == {address(file, built): hreflang(tree(file)) for file in pages(built)}


def test_not_found_page_in_each_language(built: Path) -> None:
    words = {
        "404.html": ("ru", "Такой страницы нет"),
        "uk/404.html": ("uk", "Такої сторінки немає"),
        "en/404.html": ("en", "no such page"),
    }
    for name, (language, text) in words.items():
        page = tree(built / "site" / name)
        assert page.get("lang") == language
        assert text in page.text_content()
        assert page.find(".//meta[@name='robots']").get("content") == "noindex"
        assert not page.findall(".//link[@rel='canonical']")


def test_the_switch_leads_to_the_same_page(built: Path) -> None:
    for file in pages(built):
        page = tree(file)
        found = {
            link.get("hreflang"): urljoin(file.as_uri(), link.get("href"))
            for link in page.xpath("//nav[contains(@class, 'languages')]//a")
        }
        inside = file.relative_to(built / "site").as_posix()
        inside = inside.split("/", 1)[1] if language_of(file, built) != "ru" else inside
        assert found == {
            language: (built / "site" / ("" if language == "ru" else language) / inside).as_uri()
            for language in LANGUAGES
        }


def test_every_relative_link_leads_to_a_file_and_an_anchor(built: Path) -> None:
    everything = [file for file in sorted((built / "site").rglob("*.html")) if file.name != "404.html"]
    anchors = {file: {node.get("id") for node in tree(file).xpath("//*[@id]")} for file in everything}
    for file in everything:
        for link in tree(file).xpath("//a[@href]"):
            target, _, anchor = link.get("href").partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            there = (file.parent / target).resolve() if target else file
            assert there.is_file(), f"{file}: {target}"
            assert not anchor or unquote(anchor) in anchors[there], f"{file}: {target}#{anchor}"


def test_nothing_comes_from_another_host(built: Path) -> None:
    for file in [*pages(built), *(built / "site").rglob("404.html")]:
        page = tree(file)
        loaded = page.xpath(
            "//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href"
        )
        assert not [source for source in loaded if re.match(r"[a-z]+:|//", source)], file


def test_nothing_is_shipped_that_nobody_loads(built: Path) -> None:
    names = [file.name for file in (built / "site").rglob("*")]
    assert not [name for name in names if name.endswith(".map")]
    assert not [name for name in names if name.startswith("lunr")]


def test_the_navigation_does_not_grow_with_the_site(built: Path) -> None:
    page = tree(built / "site/glossary/csto.html")
    links = page.xpath("//div[@class='md-sidebar md-sidebar--primary']//a")
    assert len(links) == 4


def test_the_front_page_lists_the_explainers(built: Path) -> None:
    for folder, title in (("", "Казахстан принял решение"), ("uk", "Казахстан"), ("en", "Kazakhstan")):
        page = tree(built / "site" / folder / "index.html")
        links = page.xpath("//article//a[@href='kazakhstan-arms-export/index.html']")
        assert any(title in link.text_content() for link in links)


def test_the_address_is_one_setting(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    assert run(root, "build", SITE_URL="https://news.example/t/").returncode == 0
    text = (root / "site/uk/about.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://news.example/t/uk/about.html">' in text
    assert "tlumach.example" not in text


@pytest.mark.parametrize("command", [("build", "--strict"), ("build", "--strict", "-d", "elsewhere")])
def test_plain_mkdocs_works(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = copy_project(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (root / ("elsewhere" if "-d" in command else "site") / "uk/glossary/csto.html").is_file()


def test_the_term_bases_are_offered_where_the_glossary_is(built: Path) -> None:
    for folder in ("", "uk", "en"):
        file = built / "site" / folder / "glossary/index.html"
        links = tree(file).xpath("//ul[@class='downloads']//a/@href")
        assert len(links) == 3
        assert all((file.parent / link).resolve().is_file() for link in links)


def test_an_entry_tells_search_engines_its_names_in_every_language(built: Path) -> None:
    (data,) = tree(built / "site/uk/glossary/csto.html").xpath("//script[@type='application/ld+json']/text()")
    told = json.loads(data)
    assert told["@type"] == "DefinedTerm"
    assert {name["@language"] for name in told["name"]} >= {"ru", "uk", "en"}
