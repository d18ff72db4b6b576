"""The editions of the real site, as the build and `tlumach editions` make and list them."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from lxml import html
from tests.project import digest, run

NAME = "kazakhstan-arms-export"
MADE = {f"{NAME}.html", f"{NAME}.epub", "tlumach-offline.zip", "SHA256SUMS"} | {
    f"{NAME}.{language}.{kind}" for language in ("ru", "uk", "en") for kind in ("epub", "txt")
}


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "project"))


def test_the_build_makes_all_that_needs_nothing_extra(built: Path) -> None:
    assert {file.name for file in (built / "dist").iterdir()} == MADE


@pytest.mark.parametrize("folder", ["", "uk/", "en/"])
def test_the_download_page_lists_each_with_its_size_and_checksum(built: Path, folder: str) -> None:
    page = built / "site" / folder / "download.html"
    document = html.document_fromstring(page.read_text(encoding="utf-8"))
    links = document.xpath("//ul[@class='downloads']/li/a")
    listed = {(page.parent / link.get("href")).resolve(): link for link in links}
    assert {file.name for file in listed} == MADE
    sums = document.xpath("string(//details[last()])")
    for file, link in listed.items():
        assert file.read_bytes() == (built / "dist" / file.name).read_bytes()
        assert hashlib.sha256(file.read_bytes()).hexdigest() in sums
        assert re.match(r", \d+(?:[.,]\d)? (?:КБ|KB|МБ|MB)", (link.tail or "").replace("\u00a0", " "))


def test_the_reader_lies_among_the_pages_and_they_link_to_it(built: Path) -> None:
    assert (built / "site/read" / f"{NAME}.html").read_bytes() == (built / "dist" / f"{NAME}.html").read_bytes()
    for folder in ("", "uk/", "en/"):
        page = built / "site" / folder / NAME / "index.html"
        links = html.document_fromstring(page.read_text(encoding="utf-8")).xpath("//p[@class='voice']/a/@href")
        files = [(page.parent / link.partition("#")[0]).resolve() for link in links]
        assert (built / "site/read" / f"{NAME}.html").resolve() in files


def test_what_the_site_holds_already_does_not_lie_in_its_downloads_too(built: Path) -> None:
    assert {file.name for file in (built / "site/downloads").iterdir()} == MADE - {f"{NAME}.html"}


def test_a_copy_is_checked_in_plain_words(built: Path, tmp_path: Path) -> None:
    assert run(built, "verify", str(built / "dist/tlumach-offline.zip")).returncode == 0
    shutil.copy(built / "dist/SHA256SUMS", tmp_path)
    content = bytearray((built / "dist" / f"{NAME}.html").read_bytes())
    content[1000] ^= 1
    (tmp_path / f"{NAME}.html").write_bytes(content)
    assert run(tmp_path, "verify", f"{NAME}.html").returncode == 1


def test_editions_are_made_from_the_finished_site_and_keep_the_others(built: Path, with_zim: Path) -> None:
    before, after = digest(built / "dist"), digest(with_zim / "dist")
    assert "tlumach.zim" in after
    assert {name: after[name] for name in before if name != "SHA256SUMS"} == {
        name: before[name] for name in before if name != "SHA256SUMS"
    }
    assert "tlumach.zim" in (with_zim / "site/download.html").read_text(encoding="utf-8")


def test_an_edition_that_is_not_known_changes_nothing(project: Path) -> None:
    before = digest(project / "site") | digest(project / "dist")
    done = run(project, "editions", "--only", "pdf")
    assert done.returncode == 2
    assert "edition-unknown" in done.stderr
    assert digest(project / "site") | digest(project / "dist") == before
