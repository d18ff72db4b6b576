"""What a reader's line has to carry, beside the same text on Material and static-i18n alone, with the same settings."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmark.builders.contender import VARIABLES
from benchmark.builders.rivals import write_bare_stack
from benchmark.web import Requests, served
from benchmark.weight import transferred
from brotli import compress  # type: ignore[import-untyped]
from tests.browser.conftest import Open

FIRST = "kazakhstan-arms-export/index.html"
SECOND = ("kazakhstan-arms-export/notes.html", "kazakhstan-arms-export/timeline.html", "glossary/index.html")
MOST_OF_A_FIRST_VISIT = {"": 22_000, "uk/": 22_000, "en/": 20_300}  # bytes; letters of Cyrillic are two each
MOST_OF_A_SECOND_PAGE = 9_000
MOST_THAT_IS_WAITED_FOR = 4_000  # the sheet and the script in the head of a page
MOST_OF_WHAT_IS_WITHIN = 1_200  # the style of the first screen, as it stands in a page
MOST_OF_THE_STYLE = 5_400
MOST_OF_THE_SCRIPTS = 3_000
LANGUAGES = ("", "uk/", "en/")

WAITED_FOR = re.compile(r'<(?:link rel="stylesheet" href|script src)="(?:\.\./)*([^"]+)"')
MOVED = """() => new Promise((done) => {
    let moved = 0;
    new PerformanceObserver((list) => { for (const shift of list.getEntries()) moved += shift.value; })
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(moved), 100);
})"""
"""How much of a page moved after it was first drawn (Layout Instability)."""

UNSIZED = (
    "[...document.querySelectorAll('main img')].filter(img => !img.matches('[width][height]')).map(img => img.alt)"
)
"""The pictures whose room is not kept before they come."""

Asked = Callable[[Path, str], set[Path]]


@pytest.fixture(scope="module")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same text as the bare stack shows it."""
    folder = tmp_path_factory.mktemp("bare")
    write_bare_stack(built, folder)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env={**os.environ, **VARIABLES}, check=True
    )
    return folder / "site"


@pytest.fixture
def asked(visit: Open) -> Asked:
    """The files that a browser which knows nothing yet asks for, for one page."""

    def files(site: Path, page: str) -> set[Path]:
        requests = Requests()
        with served(site, requests) as address:
            visit(f"{address}/{page}").page.wait_for_load_state("networkidle")
        return requests.files

    return files


def head(built: Path, page: str) -> str:
    return (built / "site" / page).read_text(encoding="utf-8").partition("</head>")[0]


def weight(files: set[Path]) -> int:
    return sum(transferred(file) for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_weighs_at_most_half_of_the_bare_stacks(
    built: Path, bare: Path, asked: Asked, language: str
) -> None:
    ours, theirs = (asked(site, language + FIRST) for site in (built / "site", bare))
    index = {file for file in theirs if file.name == "search_index.json"}
    assert index, "the bare stack fetches its index at once; it grows with the site, so that it is not counted here"
    assert weight(ours) <= weight(theirs - index) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_page_weighs_little(built: Path, asked: Asked, language: str) -> None:
    first = asked(built / "site", language + FIRST)
    for page in SECOND:
        second = asked(built / "site", language + page) - first
        assert weight(second) <= MOST_OF_A_SECOND_PAGE, page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_without_pictures_weighs_little(built: Path, asked: Asked, language: str) -> None:
    files = {file for file in asked(built / "site", language + FIRST) if file.suffix in (".html", ".css", ".js")}
    assert weight(files) <= MOST_OF_A_FIRST_VISIT[language]


def test_the_style_of_a_first_visit_is_small(built: Path, asked: Asked) -> None:
    sheets = {file.name.split(".")[0]: file for file in asked(built / "site", FIRST) if file.suffix == ".css"}
    assert sheets.keys() == {"tlumach", "later"} and weight(set(sheets.values())) <= MOST_OF_THE_STYLE


def test_a_page_waits_for_one_sheet_and_one_small_script(built: Path) -> None:
    waited_for = WAITED_FOR.findall(head(built, SECOND[0]))
    assert len(waited_for) == 2
    assert weight({built / "site" / name for name in waited_for}) <= MOST_THAT_IS_WAITED_FOR


def test_an_explainer_waits_for_nothing_and_has_a_small_style_within(built: Path) -> None:
    beginning = head(built, FIRST)
    assert WAITED_FOR.findall(beginning) == []
    style = beginning.partition("<style>")[2].partition("</style>")[0]
    assert style and len(compress(style.encode())) <= MOST_OF_WHAT_IS_WITHIN


def test_the_scripts_of_a_first_visit_are_small_and_few(built: Path, asked: Asked) -> None:
    scripts = {file for file in asked(built / "site", FIRST) if file.suffix == ".js"}
    assert {file.name.split(".")[0] for file in scripts} == {"palette", "tlumach"}
    assert weight(scripts) <= MOST_OF_THE_SCRIPTS


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "name",
    [
        "en/index.html",
        f"en/{FIRST}",
        "en/glossary/index.html",
        "en/glossary/csto.html",
        "read/kazakhstan-arms-export.html",
    ],
)
def test_nothing_moves_while_a_page_comes(visit: Open, served: str, name: str, width: int) -> None:
    page = visit(f"{served}{name}", width=width).page
    page.wait_for_timeout(300)
    assert page.evaluate(MOVED) == 0
    assert page.evaluate(UNSIZED) == []


def test_no_page_asks_for_what_it_does_not_need(built: Path, asked: Asked) -> None:
    names = {file.name for file in asked(built / "site", FIRST)}
    assert not {name for name in names if name.startswith(("bundle", "palette.f", "search.", "search-box", "index.js"))}
    shipped = {file.name.split(".")[0] for file in (built / "site/assets").rglob("*.*s")}
    assert "bundle" not in shipped
