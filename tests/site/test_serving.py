"""The site behind a real nginx with the settings that publishers are given."""

import gzip
import http.client
import posixpath
import re
import shutil
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmark.nginx import running
from tests.tools import nginx

PAGE = "uk/kazakhstan-arms-export/index.html"
READER = "read/kazakhstan-arms-export.html"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Path(shutil.copytree(built / "site", tmp_path_factory.mktemp("served") / "site"))
    for name in ("a.html", "a.zim", "a.po", "a.xlf", "a.jsonld", "a.txt.minisig"):
        (site / "downloads" / name).write_bytes(b"x")
    (site / ".hidden").write_text("x")
    page = site / "about.html"
    (site / "about.html.gz").write_bytes(gzip.compress(page.read_bytes() + b"<!-- packed before -->"))
    return site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def ask(site: Path, folder: Path) -> Iterator[Ask]:
    with running(nginx(), site, folder) as address:
        host = urllib.parse.urlsplit(address).netloc

        def ask(path: str, method: str = "GET", **headers: str) -> Answer:
            connection = http.client.HTTPConnection(host, timeout=10)
            connection.request(method, f"/{path}", headers={n.replace("_", "-"): value for n, value in headers.items()})
            got = connection.getresponse()
            return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())

        yield ask


@pytest.mark.parametrize("path", [PAGE, "uk/nothing.html", "search/index.js", READER, "uk/glossary"])
def test_every_answer_says_how_far_it_may_be_trusted(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ") and "frame-ancestors 'none'" in policy
    assert "http" not in policy and "*" not in policy and "unsafe-eval" not in policy
    assert headers["server"] == "nginx"


def test_only_a_reader_file_may_have_a_style_within_it(ask: Ask) -> None:
    assert "unsafe-inline" not in ask(PAGE).headers["content-security-policy"]
    for path in (READER, "downloads/a.html"):
        policy = ask(path).headers["content-security-policy"]
        assert "style-src 'unsafe-inline'" in policy and "script-src" not in policy


def test_pages_are_compressed_on_the_way(ask: Ask, site: Path) -> None:
    answer = ask(PAGE, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body) == (site / PAGE).read_bytes()
    assert ask(PAGE).body == (site / PAGE).read_bytes()


def test_what_was_packed_before_is_sent_as_it_is(ask: Ask, site: Path) -> None:
    assert ask("about.html", Accept_Encoding="gzip").body == (site / "about.html.gz").read_bytes()
    assert ask("about.html").body == (site / "about.html").read_bytes()


def test_a_page_is_asked_for_again_and_costs_nothing_when_it_is_the_same(ask: Ask) -> None:
    first = ask(PAGE)
    assert first.headers["cache-control"] == "no-cache"
    again = ask(PAGE, If_None_Match=first.headers["etag"])
    assert again.status == 304 and again.body == b""


def test_a_name_with_a_hash_is_kept_for_ever_if_it_is_there(ask: Ask, site: Path) -> None:
    hashed = next(site.glob("assets/stylesheets/tlumach.????????.css")).relative_to(site).as_posix()
    assert ask(hashed).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert ask(f"{hashed}x.0123abcd.css").headers["cache-control"] == "no-cache"
    assert ask(f"{PAGE}?a.0123abcd.css?").headers["cache-control"] == "no-cache"


def test_whatever_a_page_loads_from_the_theme_has_such_a_name(ask: Ask, site: Path) -> None:
    page = (site / PAGE).read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', page)
    loaded += re.findall(r'data-search="([^"]+)"', page)[0].split()
    assert len(loaded) == 8
    for address in loaded:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(PAGE), address))
        answer = ask(file)
        assert (answer.status, answer.headers["cache-control"]) == (200, "public, max-age=31536000, immutable"), file


def test_a_piece_of_the_search_index_is_kept_for_ever_by_its_version(ask: Ask, site: Path) -> None:
    piece = next((site / "search").rglob("*/*.js")).relative_to(site).as_posix()
    assert ask(f"{piece}?v=0123abcd").headers["cache-control"] == "public, max-age=31536000, immutable"
    assert [ask(name).headers["cache-control"] for name in (piece, "search/index.js")] == ["no-cache", "no-cache"]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("nothing.html", "404.html"),
        ("uk/nothing.html", "uk/404.html"),
        ("en/glossary/nothing", "en/404.html"),
        ("fr/nothing.html", "404.html"),
        ("downloads/nothing.zip", "404.html"),
        ("uk/../en/nothing", "en/404.html"),
        ("read/", "404.html"),
        ("downloads/", "404.html"),
        ("assets/", "404.html"),
        (".hidden", "404.html"),
        ("uk/.git/config", "uk/404.html"),
    ],
)
def test_what_is_not_there_is_said_in_the_readers_language(ask: Ask, site: Path, path: str, page: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert answer.body == (site / page).read_bytes()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_folder_with_a_page_is_that_page(ask: Ask, site: Path) -> None:
    assert ask("uk/glossary/").body == (site / "uk/glossary/index.html").read_bytes()
    moved = ask("uk/glossary")
    assert (moved.status, moved.headers["location"]) == (301, "/uk/glossary/")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("downloads/kazakhstan-arms-export.uk.txt", "text/plain; charset=utf-8"),
        ("downloads/SHA256SUMS", "text/plain; charset=utf-8"),
        ("downloads/a.txt.minisig", "text/plain; charset=utf-8"),
        ("downloads/kazakhstan-arms-export.epub", "application/epub+zip"),
        ("downloads/a.zim", "application/x-zim"),
        ("downloads/a.po", "text/x-gettext-translation; charset=utf-8"),
        ("downloads/a.xlf", "application/xliff+xml; charset=utf-8"),
        ("downloads/a.jsonld", "application/ld+json; charset=utf-8"),
        ("downloads/tlumach-offline.zip", "application/zip"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("assets/stylesheets/tlumach.*.css", "text/css; charset=utf-8"),
        ("assets/javascripts/tlumach.*.js", "text/javascript; charset=utf-8"),
        (PAGE, "text/html; charset=utf-8"),
    ],
)
def test_types(ask: Ask, site: Path, path: str, kind: str) -> None:
    if "*" in path:
        path = next(site.glob(path)).relative_to(site).as_posix()
    assert ask(path).headers["content-type"] == kind


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_nothing_can_be_sent_to_it(ask: Ask, method: str) -> None:
    assert ask(PAGE, method=method).status == 405


def test_nobodys_address_is_written_down(ask: Ask, folder: Path) -> None:
    ask(PAGE), ask("nothing"), ask("%"), ask(PAGE, method="POST")
    written = [file for file in folder.rglob("*") if file.is_file() and file.name not in ("site.conf", "nginx.conf")]
    assert all(b"127.0.0.1" not in file.read_bytes() for file in written)
    assert not list(folder.glob("*access*"))
