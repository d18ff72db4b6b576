from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.library import Library
from tlumach.library.nearest import nearest, nearest_file

SITE = {
    "ru/index.md": "# Home",
    "ru/about.md": "# About",
    "ru/guide/index.md": "# Guide",
    "ru/guide/install.md": "# Install",
    "ru/old/install.md": "# Install",
    "ru/metric-system/index.md": "# Metric system",
    "ru/metric-system/prototype.png": "",
    "ru/metric-system/metre.svg": "<svg/>",
    "ru/metric-system/table.pdf": "",
    "ru/bridge.png": "",
    "pictures/kilogram.png": "",
    "uk/index.md": "# Дім",
    "uk/metric-system/index.md": "# Метрична система",
}


@pytest.mark.parametrize(
    ("target", "path", "meant"),
    [
        ("pritotype.png", "metric-system/pritotype.png", "metric-system/prototype.png"),
        ("prototype.jpg", "metric-system/prototype.jpg", "metric-system/prototype.png"),
        ("Prototype.PNG", "metric-system/Prototype.PNG", "metric-system/prototype.png"),
        ("metre.png", "metric-system/metre.png", "metric-system/metre.svg"),
        ("metric-system.png", "metric-system/metric-system.png", ""),
        ("bridge.png", "metric-system/bridge.png", "bridge.png"),
        ("kilogramm.png", "metric-system/kilogramm.png", "../pictures/kilogram.png"),
        ("tabel.pdf", "metric-system/tabel.pdf", "metric-system/table.pdf"),
        ("about.pdf", "metric-system/about.pdf", ""),
        ("../abuot.md", "abuot.md", "about.md"),
        ("../about", "about", "about.md"),
        ("../about/", "about", "about.md"),
        ("../about.html", "about.html", "about.md"),
        ("../guide/", "guide", "guide/index.md"),
        ("../guide", "guide", "guide/index.md"),
        ("../gide/install.md", "gide/install.md", "guide/install.md"),
        ("../old/instal.md", "old/instal.md", "old/install.md"),
        ("../metric-sistem/index.md", "metric-sistem/index.md", "metric-system/index.md"),
        ("/about.md", "/about.md", "about.md"),
        ("nothing-like-it.md", "metric-system/nothing-like-it.md", ""),
    ],
)
def test_the_nearest_file_of_the_same_kind(
    make_library: Callable[..., Library], target: str, path: str, meant: str
) -> None:
    library = make_library(SITE)
    page = library.pages["ru", "metric-system/index.md"]
    assert nearest_file(target, path, page, library) == meant


def test_files_of_the_source_stand_in_for_those_of_a_translation(make_library: Callable[..., Library]) -> None:
    library = make_library({"ru/a/index.md": "# А", "uk/a/index.md": "# А", "ru/a/bridge.png": ""})
    page = library.pages["uk", "a/index.md"]
    assert nearest_file("brige.png", "a/brige.png", page, library) == "a/bridge.png"


@given(st.lists(st.text("ab/", min_size=1, max_size=6).map(lambda name: f"{name}.md"), unique=True))
def test_the_answer_is_one_of_the_known_whatever_their_order(known: list[str]) -> None:
    found = nearest("a/b.md", known)
    assert found == nearest("a/b.md", list(reversed(known)))
    assert found in {*known, ""}
    assert "a/b.md" not in known or found == "a/b.md"
