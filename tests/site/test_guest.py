"""Beside what people have: a site with Material's usual features, built by MkDocs with the plugin and without."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.project import EPOCH, run

FEATURES = Path(__file__).parent.parent / "cases/guest"
VARIABLES = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
OURS = re.compile(
    r'<span class="tlumach-links".*?</span>|<a id="[^"]*"></a>| id="[^"]*"|\s*<script src="[^"]*tlumach-place\.js"></script>'
)
KINDS = [(structure, urls) for structure in ("folder", "suffix") for urls in (True, False)]


def write(root: Path, structure: str, urls: bool, plugin: str = "  - tlumach\n", fallback: bool = True) -> Path:
    """Write a site whose pages lie in folders or have suffixes; `only.md` is not translated."""
    shutil.copytree(FEATURES / "snippets", root / "snippets")
    text = (FEATURES / "mkdocs.yml").read_text(encoding="utf-8")
    settings = {"STRUCTURE": structure, "URLS": str(urls).lower(), "FALLBACK": str(fallback).lower()}
    for name, value in settings.items():
        text = text.replace(name, value)
    (root / "mkdocs.yml").write_text(text.replace("  - tlumach\n", plugin), encoding="utf-8")
    for file in (FEATURES / "docs").rglob("*.md"):
        language, _, path = file.relative_to(FEATURES / "docs").as_posix().partition("/")
        stem = path.removesuffix(".md")
        name = f"{language}/{path}" if structure == "folder" else path if language == "en" else f"{stem}.{language}.md"
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, root / "docs" / name)
    return root


def mkdocs(root: Path, *options: str) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    done = subprocess.run(command, cwd=root, env=VARIABLES, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "site"


def pages(site: Path) -> dict[str, str]:
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files}


def without_ours(html: str) -> str:
    return re.sub(r"\s+", " ", OURS.sub("", html))


@pytest.mark.parametrize(("structure", "urls"), KINDS, ids=str)
def test_pages_are_what_they_were_but_for_ids_and_links(tmp_path: Path, structure: str, urls: bool) -> None:
    plain = mkdocs(write(tmp_path / "plain", structure, urls, plugin="", fallback=False))
    ours = mkdocs(write(tmp_path / "ours", structure, urls, fallback=False))
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
    done = run(root, "confirm", f"docs/{name}")
    assert done.returncode == 0 and f"docs/{name}: " in done.stdout, done.stderr
    file = root / "docs" / source
    file.write_text(file.read_text(encoding="utf-8").replace("every reader", "most readers"), encoding="utf-8")
    return root, f"docs/{name}"


def test_a_stale_paragraph_shows_the_original_and_the_page_says_so(tracked: tuple[Path, str]) -> None:
    site = mkdocs(tracked[0], "--strict")
    page = (site / "uk/guide/index.html").read_text(encoding="utf-8")
    assert page.count("freshness") == 1 and page.count('class="tlumach-original"') == 1
    assert "most readers" in page.partition("tlumach-original")[2]
    assert "freshness" not in (site / "guide/index.html").read_text(encoding="utf-8")
    assert "freshness" not in (site / "uk/index.html").read_text(encoding="utf-8")  # there is no record of it


def test_what_stands_in_is_said_to_be_the_original(tracked: tuple[Path, str]) -> None:
    page = (mkdocs(tracked[0]) / "uk/only/index.html").read_text(encoding="utf-8")
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
    done = run(tracked[0], "build")
    assert done.returncode == 0, done.stderr
    site = tracked[0] / "site"
    page = (site / "uk/guide/index.html").read_text(encoding="utf-8")
    for address in re.findall(r'(?:src|href)="(\.\./\.\./assets/[^"]+)"', page):
        assert (site / "uk/guide" / address).resolve().is_file(), address
    assert list(site.glob("assets/javascripts/workers/*.js"))


def test_a_language_that_material_has_no_words_for_is_built(tmp_path: Path) -> None:
    root = write(tmp_path / "project", "folder", urls=True)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("{locale: uk, name: Українська}", "{locale: kk, name: Қазақша}"), encoding="utf-8")
    assert 'lang="kk"' in (mkdocs(root) / "kk/index.html").read_text(encoding="utf-8")


def test_a_site_that_names_no_theme_is_a_guest_too(tmp_path: Path) -> None:
    root = write(tmp_path / "project", "folder", urls=True)
    languages = "[{locale: en, name: English, default: true}, {locale: uk, name: Українська}]"
    plugins = f"plugins: [i18n: {{docs_structure: folder, languages: {languages}}}, tlumach]\n"
    (root / "mkdocs.yml").write_text(f"site_name: A\n{plugins}", encoding="utf-8")
    assert "tlumach-links" in (mkdocs(root) / "uk/guide/index.html").read_text(encoding="utf-8")
