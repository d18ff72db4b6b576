import re
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tlumach.plugin.serve.http_server import WAIT, LiveServer

HTML = "<html><body><p>%s</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/uk").mkdir(parents=True)
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    for name, text in {"uk/index.html": "ранок", "404.html": "missing"}.items():
        (tmp_path / "site" / name).write_text(HTML % text, encoding="utf-8")
    (tmp_path / "site/a.css").write_text("p {}", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def server(site: Path) -> Iterator[LiveServer]:
    with LiveServer("127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.show(site, False)
        yield server
        server.shutdown()


def get(server: LiveServer, address: str) -> tuple[int, str, str]:
    connection = HTTPConnection(*server.server_address[:2], timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    return answer.status, str(answer.getheader("Content-Type")), answer.read().decode()


def waiting(html: str) -> str:
    found = re.search(rf'"({WAIT}[^"]+)"', html)
    assert found
    return found[1]


def test_files_come_with_their_kind_and_pages_with_the_script(server: LiveServer) -> None:
    assert get(server, "/a.css") == (200, "text/css", "p {}")
    status, kind, html = get(server, "/uk/index.html")
    assert (status, kind) == (200, "text/html") and "ранок" in html and html.endswith("</script></body></html>")
    assert waiting(get(server, "/uk/")[2]) == waiting(html)


def test_what_is_not_there_is_the_page_that_says_so(server: LiveServer) -> None:
    status, _, html = get(server, "/nowhere.html")
    assert status == 404 and "missing" in html and WAIT in html
    assert get(server, "/../secret.html")[0] == 404
    assert get(server, "/%2e%2e/secret.html")[0] == 404


def test_a_browser_is_told_when_its_page_has_changed(server: LiveServer, site: Path) -> None:
    ask = waiting(get(server, "/uk/index.html")[2]) + "/uk/index.html"
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(get(server, ask)[2]))
    asking.start()
    (site / "a.css").write_text("p { color: red }", encoding="utf-8")
    server.show(None, False)  # another file: not this page
    assert asking.is_alive()
    (site / "uk/index.html").write_text(HTML % "вечір", encoding="utf-8")
    server.show(None, False)
    asking.join(60)
    assert answers == ["changed"]


def test_all_pages_have_changed_where_anything_may(server: LiveServer) -> None:
    ask = waiting(get(server, "/uk/index.html")[2]) + "/uk/index.html"
    server.show(None, True)
    assert get(server, ask)[2] == "changed"


def test_another_folder_takes_the_place_of_the_first(server: LiveServer, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/new.html").write_text(HTML % "new", encoding="utf-8")
    server.show(tmp_path / "other", False)
    assert get(server, "/new.html")[0] == 200
    assert get(server, "/uk/index.html")[0] == 404
