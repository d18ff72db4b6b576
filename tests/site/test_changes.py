"""An editor corrects a figure after readers had the explainer: all that is published says so, in every language, and nothing of drafts."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmark.processes import end, heed_interrupts
from lxml import html
from tests.project import run
from tests.shared import made_once
from tests.site.test_provenance import text
from tests.two_languages import DAY, MKDOCS, write_site

SETTINGS = f"{MKDOCS}extra: {{translation: machine-edited}}\n"
SOURCE = "---\ndate: '2026-11-01'\n---\n# Новость\n\nИх было 14 человек.\n\nВторой абзац о деле.\n"
TRANSLATION = "# News\n\nThere were 14 people.\n\nA second paragraph on it.\n"
RU, EN, KEPT = "docs/ru/a/index.md", "docs/en/a/index.md", "changes/a.yml"
SAID = 'We had the wrong *figure* <b>here</b> & "there".'


def git(root: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def write(root: Path, name: str, content: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(content, encoding="utf-8")


def edit(root: Path, name: str, old: str, new: str) -> None:
    content = (root / name).read_text(encoding="utf-8")
    assert old in content
    write(root, name, content.replace(old, new))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, published (a tag), then corrected in two steps, proposed, said, and built; a draft lies uncommitted."""

    def build(root: Path) -> None:
        others = {"docs/ru/b/index.md": "# Другая\n", "docs/en/b/index.md": "# Another\n"}
        write_site(root, {RU: SOURCE, EN: TRANSLATION, **others}, SETTINGS)
        assert run(root, "confirm", "--all", "--language", "en", "--as", "editor", **DAY).returncode == 0
        git(root, "init", "-q")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "published")
        git(root, "tag", "v1")
        for figure in ("16", "15"):
            edit(root, RU, re.search(r"было (\d+)", (root / RU).read_text(encoding="utf-8"))[1], figure)  # type: ignore[index]
            git(root, "commit", "-qam", "corrected")
        edit(root, RU, "Второй абзац о деле", "Второй абзац, ещё черновик, о деле")
        proposed = run(root, "changes", **DAY)
        assert (proposed.returncode, proposed.stderr) == (0, ""), proposed.stderr
        edit(root, RU, "Второй абзац, ещё черновик, о деле", "Второй абзац о деле")
        edit(root, KEPT, "ru: ''", "ru: Цифра была неверной.")
        edit(root, KEPT, "en: ''", f"en: '{SAID}'")
        done = run(root, "build", **DAY)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "changed", build)


def page(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / name).read_text(encoding="utf-8"))


def test_what_is_kept_has_the_last_wording_once_and_nothing_of_drafts(site: Path) -> None:
    kept = (site / KEPT).read_text(encoding="utf-8")
    assert kept.count("kind:") == 1 and "kind: correction" in kept
    assert "before: Их было 14 человек." in kept and "after: Их было 15 человек." in kept
    assert "16" not in re.sub(r"until: \w+|block: \S+|2026-\d\d-\d\d", "", kept) and "черновик" not in kept


def test_each_language_has_its_page_and_a_link_above_the_headline(site: Path) -> None:
    for language, title, sentence in (("", "Что изменилось", "Цифра была неверной."), ("en/", "What changed", SAID)):
        shown = page(site, f"site/{language}a/what-changed.html")
        article = text(shown.xpath("//article")[0])
        assert text(shown.xpath("//h1")[0]).startswith(title) and sentence in article
        assert "14 человек" in article and "15 человек" in article and "lang=" not in article
        link = page(site, f"site/{language}a/index.html").xpath(
            "//p[@class='voice']/a[contains(@href, 'what-changed')]"
        )
        assert [text(found) for found in link] == [title]
        assert not shown.xpath("//article//b[. = 'here']")
    assert "Not yet corrected in: English." in text(page(site, "site/en/a/what-changed.html").xpath("//article")[0])


def test_a_translation_that_still_carries_the_error_says_so_in_words(site: Path) -> None:
    said = "The original was corrected on 3 December 2026; the translation still carries the error."
    assert said in text(page(site, "site/en/a/index.html").xpath("//article")[0])
    assert said in text(page(site, "dist/a.html"))
    assert said in " ".join((site / "dist/a.en.txt").read_text(encoding="utf-8").replace("\xa0", " ").split())


def test_what_has_not_changed_has_neither_page_nor_link_nor_feed(site: Path) -> None:
    assert not (site / "site/b/what-changed.html").exists()
    assert not page(site, "site/b/index.html").xpath("//a[contains(@href, 'what-changed')]")


def test_the_offline_editions_hold_it(site: Path) -> None:
    assert "What changed" in (site / "dist/a.en.txt").read_text(encoding="utf-8")
    assert text(page(site, "dist/a.html")).count("We had the wrong *figure* <b>here</b>") == 1
    with zipfile.ZipFile(site / "dist/a.en.epub") as book:
        assert any("what-changed" in name for name in book.namelist())


def test_the_feed_of_corrections(site: Path) -> None:
    root = ElementTree.fromstring((site / "site/en/corrections.xml").read_text(encoding="utf-8"))
    names = {"a": "http://www.w3.org/2005/Atom"}
    (entry,) = root.findall("a:entry", names)
    assert (
        SAID in (entry.findtext("a:summary", "", names))
        and entry.findtext("a:updated", "", names) == "2026-12-03T00:00:00Z"
    )
    (link,) = entry.findall("a:link", names)
    assert link.get("href") == "https://site.example/en/a/what-changed.html"
    assert "corrections.xml" in (site / "site/en/a/index.html").read_text(encoding="utf-8")


def test_asked_again_it_proposes_nothing_and_leaves_what_the_editor_said(site: Path, tmp_path: Path) -> None:
    subprocess.run(["cp", "-r", str(site), str(tmp_path / "again")], check=True)
    before = (site / KEPT).read_text(encoding="utf-8")
    again = run(tmp_path / "again", "changes", "--since", "v1", **DAY)
    assert (again.returncode, again.stdout) == (0, "0 changes proposed.\n")
    assert (tmp_path / "again" / KEPT).read_text(encoding="utf-8") == before


PATIENCE = 300  # seconds until a test gives up


def shown_at(address: str, words: str) -> None:
    """Wait until a page is served and has these words."""
    until, text = time.monotonic() + PATIENCE, ""
    while words not in text:
        assert time.monotonic() < until, text
        time.sleep(0.3)
        with suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(address) as answer:
            text = answer.read().decode()


def test_a_sentence_that_is_saved_shows_in_the_preview(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(site, root, ignore=shutil.ignore_patterns("site", "dist", ".git"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    write(root, "mkdocs.yml", f"{SETTINGS}dev_addr: 127.0.0.1:{port}\n")
    command = [sys.executable, "-m", "tlumach", "serve"]
    with (tmp_path / "terminal").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=root, stdout=said, stderr=said, start_new_session=True, preexec_fn=heed_interrupts
        )
    try:
        page = f"http://127.0.0.1:{port}/en/a/what-changed.html"
        shown_at(page, "We had the wrong")
        edit(root, KEPT, "We had the wrong", "We had another")
        shown_at(page, "We had another")
    finally:
        end(process, signal.SIGINT)
