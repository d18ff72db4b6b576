from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.edits import small_project
from tests.project import run

from tlumach.checks.svg import check_drawings
from tlumach.library import Library
from tlumach.problems import Problem

MakeLibrary = Callable[..., Library]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def found_in(make_library: MakeLibrary, body: str, head: str = HEAD, prolog: str = "") -> list[Problem]:
    library = make_library({"ru/a.md": "# А"})
    return list(check_drawings(replace(library, drawings={"ru/a.svg": f"{prolog}{head}\n{body}\n</svg>".encode()})))


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M0 0h9" style="fill:url(#a)"/><use href="#a"/><text font-family="serif">a &amp; b</text>',
        '<style>path { fill: url(#a) }</style><a href="https://example.org/"><title>x</title></a>',
        '<image xlink:href="data:image/png;base64,AAAA"/><filter id="f"><feBlend in="SourceGraphic"/></filter>',
        '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:zoom="1"/><!-- a comment -->',
    ],
)
def test_what_only_draws_is_let_be(make_library: MakeLibrary, body: str) -> None:
    assert found_in(make_library, body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<SCRIPT xmlns="http://www.w3.org/1999/xhtml">alert(1)</SCRIPT>',
        '<path onclick="alert(1)"/>',
        '<g ONLOAD="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        '<a xlink:href="data:text/html,x"/>',
        '<image href="https://example.org/x.png"/>',
        '<image href="other.svg"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="https://example.org/x.svg#a"/>',
        "<foreignObject/>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>',
        '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<path style="fill:url(https://example.org/x)"/>',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>path { fill: u\\72l(https://example.org/x) }</style>",
        '<feImage href="#a"/>',
        '<path fill="url(//example.org/x)"/>',
        '<?xml-stylesheet href="x.css"?>',
        "<path>",
    ],
)
def test_what_may_run_or_load_is_named_with_its_line(make_library: MakeLibrary, body: str) -> None:
    found = found_in(make_library, body)
    assert found and {(each.path, each.code) for each in found} == {("docs/ru/a.svg", "unsafe-drawing")}
    assert found[0].line in (2, 3)


def test_entities_of_its_own_are_refused(make_library: MakeLibrary) -> None:
    found = found_in(make_library, "<text>&a;</text>", prolog='<!DOCTYPE svg [<!ENTITY a "b">]>')
    assert any("entity" in each.message for each in found)


def test_elements_within_one_another_are_bounded(make_library: MakeLibrary) -> None:
    assert not found_in(make_library, "<g>" * 99 + "</g>" * 99 + "<g/>" * 200)
    (problem,) = found_in(make_library, "<g>" * 1200 + "</g>" * 1200)
    assert "100 elements" in problem.message


@pytest.mark.slow
def test_drawings_are_read_from_the_disk(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs/uk/Drawing.SVG").write_text(f"{HEAD}\n<script/></svg>", encoding="utf-8")
    done = run(root, "check", "docs/uk/Drawing.SVG")
    assert done.returncode == 1 and "docs/uk/Drawing.SVG:2: error: unsafe-drawing" in done.stdout
