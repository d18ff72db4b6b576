"""No payload runs or reaches out, on pages that are built although the checks refuse them."""

import functools
import threading
from collections.abc import Iterator, Sequence
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import _Quiet
from tests.payloads import Payload, payloads
from tests.project import copy_project

from tlumach.addresses import site_path
from tlumach.library import read_library
from tlumach.plugin.building import build_site

FOREIGN = "docs/{language}/{path}"
LANGUAGES = ("ru", "uk", "en")
TOLD = "payload ran"
LISTEN = f"for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) window[name] = () => console.log('{TOLD}')"
PROBE = """() => {
  const wrong = [];
  const elements = [...document.querySelectorAll('*')];
  for (const element of elements) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) wrong.push(`${element.tagName} ${name}=${value}`);
      if (/^(srcdoc|formaction|ping|http-equiv|xlink:href)$/i.test(name)) wrong.push(`${element.tagName} ${name}=${value}`);
    }
    const to = element.href && (element.href.baseVal ?? element.href);
    if (to && !/^(https?|mailto):/.test(to)) wrong.push(`${element.tagName} to ${to}`);
    if (element.closest('article') && /^(script|style|iframe|object|embed|form|svg|math|base|meta|link|template|video|audio)$/i.test(element.tagName) && !element.closest('[data-md-component], .term-filter')) wrong.push(element.tagName);
    if (element.tagName === 'IMG' && element.src && new URL(element.src).host !== location.host) wrong.push(`IMG ${element.src}`);
  }
  if (document.querySelectorAll('#__config').length > 1) wrong.push('#__config');
  for (const element of document.querySelectorAll('details')) element.open = true;
  for (const element of document.querySelectorAll('article *'))
    for (const kind of ['mouseover', 'mousemove', 'pointerenter', 'focus', 'focusin', 'input', 'beforetoggle', 'animationstart', 'contextmenu'])
      element.dispatchEvent(new Event(kind, { bubbles: true }));
  return wrong;
}"""


class Watch:
    """A window that writes down whatever a payload could do."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.seen: list[str] = []
        page.add_init_script(LISTEN)
        page.on("console", lambda said: self.seen.append(said.text) if TOLD in said.text else None)
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith(home) else self.seen.append(request.url))
        page.context.route(lambda url: not url.startswith(home), lambda route: route.abort())

    def open(self, path: str) -> list[str]:
        """Open a page, look at what the browser made of it, touch everything on it; return what is wrong."""
        self.seen = []
        self.page.goto(self.home + path)
        return [*self.page.evaluate(PROBE), *self.seen]


def placed(payload: Payload, number: int) -> Iterator[tuple[str, str]]:
    """Yield language and path of the pages for a payload: in the front matter in every language, in the body in one."""
    folder = payload.path.partition("/")[0]
    path = f"glossary/p{number}.md" if folder == "glossary" else f"p{number}/index.md"
    for language in LANGUAGES if payload.field else [LANGUAGES[number % 3]]:
        yield language, path


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project with a page for each payload, built as if the checks had found nothing."""
    root = copy_project(tmp_path_factory.mktemp("poisoned") / "project")
    for number, payload in enumerate(payloads()):
        for language, path in placed(payload, number):
            file = root / "docs" / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(payload.page, encoding="utf-8", newline="")
    library, _ = read_library(root)
    assert library is not None
    build_site(root, root / "site", library)
    (root / "site" / "control.html").write_text(CONTROL, encoding="utf-8")
    return root


CONTROL = """<!doctype html><article><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>
<details ontoggle=alert(1)>x</details><script src="https://evil.example/x.js"></script></article>"""


@pytest.fixture(scope="module")
def home(poisoned: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(poisoned / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def watch(browser: Browser, home: str, poisoned: Path) -> Iterator[Watch]:
    context = browser.new_context()
    yield Watch(context.new_page(), home)
    context.close()


def addresses(poisoned: Path) -> Sequence[tuple[Payload, str]]:
    settings = read_library(poisoned)[0].settings  # type: ignore[union-attr]
    numbered = enumerate(payloads())
    return [(each, site_path(path, language, settings)) for n, each in numbered for language, path in placed(each, n)]


def test_the_watch_sees_what_a_payload_does(watch: Watch) -> None:
    seen = watch.open("control.html")
    assert TOLD in seen and "https://evil.example/x.js" in seen
    assert any("onerror" in found for found in seen) and any("javascript:" in found for found in seen)


def test_no_payload_runs(watch: Watch, poisoned: Path) -> None:
    found = {f"{payload.text!r} at {path}": wrong for payload, path in addresses(poisoned) if (wrong := watch.open(path))}
    assert not found


@pytest.mark.parametrize("path", ["index.html", "glossary/index.html", "uk/index.html", "uk/glossary/index.html", "en/index.html", "en/glossary/index.html"])
def test_none_runs_where_pages_are_listed(watch: Watch, path: str) -> None:
    assert watch.open(path) == []
