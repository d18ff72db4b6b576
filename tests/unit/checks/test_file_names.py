from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks.file_names import check_file_names
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def test_ordinary_names_are_good(make_library: MakeLibrary) -> None:
    names = ["ru/глава-1/index.md", "uk/a_b.c.md", "en/img/map (2).png", "en/a,b.webp", "ru/отчёт.pdf", "ru/карта.svg"]
    assert not list(check_file_names(make_library(dict.fromkeys(names, "# А"))))


@pytest.mark.parametrize(
    "name",
    ['"onload="x.md', "<b>.md", "a'b.md", "a&b.md", "a#b.png", "a?b.md", "a%2e.md", "a:b.md", "a\\b.md", "a\nb.md"],
)
def test_a_name_with_signs_that_mean_something_else(make_library: MakeLibrary, name: str) -> None:
    (problem,) = check_file_names(make_library({f"ru/{name}": "# А"}))
    assert (problem.path, problem.code) == (f"docs/ru/{name}", "unsafe-name")


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "x/a.js", "robots.html", "a.xhtml", "a.svgz", "a.xml"])
def test_a_file_that_a_browser_would_run(make_library: MakeLibrary, name: str) -> None:
    (problem,) = check_file_names(make_library({f"uk/{name}": "x"}))
    assert (problem.path, problem.code) == (f"docs/uk/{name}", "unsafe-file")


@pytest.mark.parametrize(
    "name",
    [
        "_redirects",
        "_headers",
        "CNAME",
        "x/CNAME",
        "a.php",
        "a.PHP5",
        "a.phtml",
        "a.cgi",
        "a.asp",
        "LICENSE",
        "robots.txt",
        "sitemap.xml",
        "_worker.js",
        "vercel.json",
        "web.config",
    ],
)
def test_a_file_that_a_host_or_a_server_gives_a_meaning(make_library: MakeLibrary, name: str) -> None:
    (problem,) = check_file_names(make_library({f"ru/{name}": "x"}))
    assert (problem.path, problem.code) == (f"docs/ru/{name}", "unsafe-file")
    assert f"`ru/{name}`" in problem.message


def test_such_a_file_is_published_where_the_settings_name_it(make_library: MakeLibrary) -> None:
    library = make_library({"ru/CNAME": "x", "uk/CNAME": "x"})
    library = replace(library, settings=replace(library.settings, files=frozenset({"ru/CNAME"})))
    assert [problem.path for problem in check_file_names(library)] == ["docs/uk/CNAME"]


@pytest.mark.parametrize(
    "names",
    [
        ("ru/About.md", "ru/about.md"),
        ("ru/x/a.PNG", "ru/x/a.png"),
        ("ru/й.md", "ru/и\u0306.md"),
        ("ru/X/a.md", "ru/x/a.md"),
    ],
)
def test_names_that_differ_in_capitals_or_composed_letters_alone(
    make_library: MakeLibrary, names: tuple[str, str]
) -> None:
    problems = [
        problem
        for problem in check_file_names(make_library(dict.fromkeys(names, "# А")))
        if "differs" in problem.message
    ]
    assert [(problem.code, problem.path in {f"docs/{name}" for name in names}) for problem in problems] == [
        ("unsafe-name", True)
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("ru/con.md", "Windows keeps the name `con` for a device"),
        ("ru/AUX/a.md", "`AUX` for a device"),
        ("ru/lpt1.tar.zip", "for a device"),
        ("ru/a .md", "ends with a space or a full stop, as `a ` does"),
        ("ru/b./a.png", "as `b.` does"),
        (f"ru/{'я' * 101}.md", "longer than 200 bytes"),
    ],
)
def test_a_name_that_some_disks_cannot_hold(make_library: MakeLibrary, name: str, why: str) -> None:
    (found,) = [each for each in check_file_names(make_library({name: "# А"})) if each.code == "unsafe-name"]
    assert why in found.message and found.path == f"docs/{name}"


def test_names_that_only_begin_like_those_of_devices_are_good(make_library: MakeLibrary) -> None:
    names = ["ru/console.md", "ru/com.md", "ru/nuline/aux-1.md", "ru/a.b.md"]
    assert not list(check_file_names(make_library(dict.fromkeys(names, "# А"))))


def test_the_same_name_in_two_languages_is_good(make_library: MakeLibrary) -> None:
    assert not list(check_file_names(make_library(dict.fromkeys(["ru/a.md", "uk/a.md", "ru/b/a.md"], "# А"))))


def test_files_that_run_are_looked_at_where_that_is_asked_for(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.js": "", "ru/CNAME": ""})
    assert len(list(check_file_names(library))) == 2
    guest = replace(library.settings, pages="mkdocs", sanitizer=False)
    assert not list(check_file_names(replace(library, settings=guest)))
