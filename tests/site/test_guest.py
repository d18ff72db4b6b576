"""Beside what people have: a site with Material's usual features, built by MkDocs with the plugin and without."""

import json
import re
import sys
from pathlib import Path

import pytest
from tests.guest import BESIDE, BUILD, OUR, TERMS, mkdocs, name_in, put, ran, write
from tests.project import ROOT, run

OURS = re.compile(
    r'<span class="tlumach-links".*?</span>|<a id="[^"]*"></a>| id="[^"]*"|\s*<script src="[^"]*tlumach-place\.js"></script>'
)
KINDS = [(structure, urls) for structure in ("folder", "suffix") for urls in (True, False)]


def pages(site: Path) -> dict[str, str]:
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files}


def without_ours(html: str) -> str:
    return re.sub(r"\s+", " ", OURS.sub("", html))


@pytest.fixture(scope="module")
def built_beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sites of each kind, with the plugin (`ours`) and without (`plain`), each with what is tried beside it."""
    root, folders = tmp_path_factory.mktemp("beside"), []
    for structure, urls in KINDS:
        beside = BESIDE[f"{structure} {str(urls).lower()}"]
        for who, plugin in (("plain", ""), ("ours", OUR)):
            site = write(root / f"{structure}-{urls}" / who, structure, urls, False, beside, plugin)
            if "git-revision-date-localized" in str(beside):
                for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "a"]):
                    ran(site, "git", *command)
            folders.append(str(site))
    ran(root, sys.executable, "-c", BUILD, *folders)
    return root


@pytest.mark.parametrize(("structure", "urls"), KINDS, ids=str)
def test_pages_are_what_they_were_but_for_ids_and_links(built_beside: Path, structure: str, urls: bool) -> None:
    plain, ours = (built_beside / f"{structure}-{urls}" / who / "site" for who in ("plain", "ours"))
    there, here = pages(plain), pages(ours)
    assert there.keys() == here.keys() and len(here) >= 6
    for path, html in here.items():
        assert without_ours(html) == without_ours(there[path]), path
    index = [
        json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"] for site in (plain, ours)
    ]
    assert index[0] == index[1]
    assert {file.name for file in ours.rglob("*")} - {file.name for file in plain.rglob("*")} == {"tlumach-place.js"}
    links_lead_somewhere(ours, here, at_least=20)


def test_what_stands_beside_did_its_work(built_beside: Path) -> None:
    site = built_beside / "folder-True/ours/site"
    words = (site / "uk/words/index.html").read_text(encoding="utf-8")
    assert "Тут uk є." in words and "5 слів." in words  # macros
    assert "2 січня 2026" in words  # git-revision-date-localized
    assert "Слова" in (site / "uk/tags/index.html").read_text(encoding="utf-8")
    assert "../guide/" in (site / "uk/old/index.html").read_text(encoding="utf-8")  # redirects
    titles = re.findall(r'md-nav__link">\s*<span class="md-ellipsis">\s*(\S+)', words)
    assert titles.index("Посібник") < titles.index("Головна")  # awesome-pages
    assert (built_beside / "folder-False/ours/site/search/search_index.js").is_file()  # offline
    home = (built_beside / "suffix-True/ours/site/index.html").read_text(encoding="utf-8")
    assert "Part" in home and "Only" in home  # literate-nav


def test_the_page_on_it_names_all_that_was_tried() -> None:
    page = (ROOT / "docs-dev/beside.md").read_text(encoding="utf-8")
    tried = page.partition("## What was tried")[2].partition("## ")[0]
    for beside in BESIDE.values():
        names = [next(iter(each)) if isinstance(each, dict) else each for each in beside["plugins"]]
        assert all(f"`{name}`" in tried for name in [*names, *beside.get("features", ())]), names


def links_lead_somewhere(site: Path, found: dict[str, str], at_least: int) -> None:
    """The links of a paragraph lead to a paragraph that is there, in its own language and in the other."""
    count = 0
    for path, html in found.items():
        for span in re.findall(r'<span class="tlumach-links".*?</span>', html):
            for address, id in re.findall(r'href="([^"#]*)#([^"]+)"', span):
                target = (site / path).parent / address if address else site / path
                file = target / "index.html" if target.is_dir() else target
                assert f'id="{id}"' in file.read_text(encoding="utf-8"), (path, address, id)
                count += 1
    assert count >= at_least


@pytest.fixture(scope="module", params=["folder", "suffix"])
def tracked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A site with directory URLs whose Ukrainian guide was confirmed, and whose source has changed since."""
    root = write(tmp_path_factory.mktemp(request.param) / "project", request.param, urls=True)
    source, name = ("en/guide.md", "uk/guide.md") if request.param == "folder" else ("guide.md", "guide.uk.md")
    for path, text in TERMS.items():
        put(root, name_in(request.param, *path), text)
    done = run(root, "confirm", f"docs/{name}")
    assert done.returncode == 0 and f"docs/{name}: " in done.stdout, done.stderr
    file = root / "docs" / source
    file.write_text(file.read_text(encoding="utf-8").replace("every reader", "most readers"), encoding="utf-8")
    return root, f"docs/{name}"


@pytest.fixture(scope="module")
def tracked_site(tracked: tuple[Path, str]) -> Path:
    return mkdocs(tracked[0], "--strict", "-d", "by-mkdocs").with_name("by-mkdocs")


def test_a_stale_paragraph_shows_the_original_and_the_page_says_so(tracked_site: Path) -> None:
    site = tracked_site
    page = (site / "uk/guide/index.html").read_text(encoding="utf-8")
    assert page.count("freshness") == 1 and page.count('class="tlumach-original" data-search-exclude') == 1
    assert "most readers" in page.partition("tlumach-original")[2]
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert index.count("most readers") == 1 and "Переклад" not in index  # what is ours is no text of the page
    assert "freshness" not in (site / "guide/index.html").read_text(encoding="utf-8")
    assert "freshness" not in (site / "uk/index.html").read_text(encoding="utf-8")  # there is no record of it


def test_a_term_has_its_definition_on_the_pages_that_link_to_it(tracked_site: Path) -> None:
    cards = re.findall(r"<template .*?</template>", (tracked_site / "uk/terms/index.html").read_text(encoding="utf-8"))
    assert len(cards) == 2  # each term once; that of another page has its own
    assert all(
        words in cards[0]
        for words in ("Міра", "Одиниця довжини &lt;1795&gt;.", 'lang="en">Metre', "../glossary/metre/")
    )
    assert 'class="tlumach-term" lang="en"' in cards[1] and "Not translated." in cards[1]
    home = (tracked_site / "uk/index.html").read_text(encoding="utf-8")
    assert "<template" not in home and "tlumach-terms.js" in home
    index = (tracked_site / "search/search_index.json").read_text(encoding="utf-8")
    assert index.count("1795") == 1  # on the term's own page alone


def test_what_stands_in_is_said_to_be_the_original(tracked_site: Path) -> None:
    page = (tracked_site / "uk/only/index.html").read_text(encoding="utf-8")
    assert page.count('role="note"') == 1
    assert re.search(r'<div class="admonition info freshness".*?<a href="../../only/" hreflang="en">', page, re.DOTALL)


def test_the_commands_know_its_files(tracked: tuple[Path, str]) -> None:
    root, file = tracked
    assert f"{file}:" in run(root, "status", "docs" if "/uk/" in file else "guide.md", "--language", "uk").stdout
    assert "most readers" in run(root, "diff", file).stdout
    checked = run(root, "check")
    assert checked.returncode == 0 and f"{file}:" in checked.stdout and "stale-block" in checked.stdout
    assert "guide" in run(root, "exchange", "export", "--to", "xliff").stdout


def test_a_build_of_ours_leaves_all_that_material_needs(tracked: tuple[Path, str]) -> None:
    settings = tracked[0] / "mkdocs.yml"  # of this feature i18n warns, which stops no build of ours
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("navigation.tabs", "navigation.instant"), encoding="utf-8")
    done = run(tracked[0], "build")
    assert done.returncode == 0 and "navigation.instant" in done.stderr, done.stderr
    site = tracked[0] / "site"
    page = (site / "uk/guide/index.html").read_text(encoding="utf-8")
    for address in re.findall(r'(?:src|href)="(\.\./\.\./assets/[^"]+)"', page):
        assert (site / "uk/guide" / address).resolve().is_file(), address
    assert list(site.glob("assets/javascripts/workers/*.js"))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a language that Material has no words for, and one that names no theme."""
    root = tmp_path_factory.mktemp("others")
    settings = write(root / "kk", "folder", urls=True) / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("{locale: uk, name: Українська}", "{locale: kk, name: Қазақша}"), encoding="utf-8")
    languages = "[{locale: en, name: English, default: true}, {locale: uk, name: Українська}]"
    plugins = f"plugins: [i18n: {{docs_structure: folder, languages: {languages}}}, tlumach]\n"
    settings = write(root / "no-theme", "folder", urls=True) / "mkdocs.yml"
    settings.write_text(f"site_name: A\n{plugins}", encoding="utf-8")
    ran(root, sys.executable, "-c", BUILD, str(root / "kk"), str(root / "no-theme"))
    return root


def test_a_language_that_material_has_no_words_for_is_built(others: Path) -> None:
    assert 'lang="kk"' in (others / "kk/site/kk/index.html").read_text(encoding="utf-8")


def test_a_site_that_names_no_theme_is_a_guest_too(others: Path) -> None:
    assert "tlumach-links" in (others / "no-theme/site/uk/guide/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_a_language_in_preparation_is_reachable_and_not_offered(tmp_path: Path, structure: str) -> None:
    site = mkdocs(write(tmp_path / "project", structure, urls=True, plugin="  - tlumach: {in_preparation: 60%}\n"))
    english, ukrainian = ((site / name / "guide/index.html").read_text(encoding="utf-8") for name in (".", "uk"))
    assert 'hreflang="uk"' not in english and 'href="../uk/' not in english
    assert 'hreflang="en"' in ukrainian and "Цей переклад готується: " in ukrainian
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/uk/" not in sitemap and 'hreflang="uk"' not in sitemap and "/guide/" in sitemap
