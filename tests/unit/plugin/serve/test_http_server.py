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


def ask(server: LiveServer, method: str, address: str, host: str | None = None) -> tuple[int, bytes]:
    connection = HTTPConnection(*server.server_address[:2], timeout=60)
    connection.request(method, address, headers={"Host": host} if host is not None else {})
    answer = connection.getresponse()
    return answer.status, answer.read()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "a.localhost", "LOCALHOST."]
)
def test_names_of_this_machine_are_answered(server: LiveServer, host: str) -> None:
    assert ask(server, "GET", "/a.css", host) == (200, b"p {}")


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:8000", "localhost.example.org", "192.0.2.1", "", "[::", "a b"]
)
def test_another_name_is_refused(server: LiveServer, host: str) -> None:
    """A name that leads here belongs to another site: its page must not read what is being written."""
    status, content = ask(server, "GET", "/a.css", host)
    assert status in (400, 403) and b"p {}" not in content


def test_who_listens_to_other_machines_is_asked_by_any_name(site: Path) -> None:
    with LiveServer("0.0.0.0", 0) as server:  # only asked whether it would answer
        assert server.answers_to("example.org") and server.answers_to("192.0.2.1:8000")


@pytest.mark.parametrize(
    ("address", "status"),
    [("/" + "a" * 5000, 414), ("/" + "%D0%B6" * 300 + "/x", 414), ("/a/" * 3000, 414), ("/%00", 404), ("//[", 404)],
)
def test_an_address_that_no_file_can_have_is_answered(server: LiveServer, address: str, status: int) -> None:
    assert ask(server, "GET", address)[0] == status


def test_head_is_answered_without_the_content(server: LiveServer) -> None:
    assert ask(server, "HEAD", "/a.css") == (200, b"")
    assert ask(server, "HEAD", "/nowhere") == (404, b"")
