import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from draw import ROOT, pictures, pictures_of_copies
from pictures.svg import WIDTH, path

from tlumach.editions.shared.svg import SVG, cleaned

DRAWN = {file.relative_to(ROOT).as_posix(): (file, content) for file, content in (*pictures(), *pictures_of_copies())}
BOUND = 10_000
CYRILLIC = re.compile("[\u0400-\u04ff]")


@pytest.mark.parametrize("name", DRAWN)
def test_what_lies_beside_the_pages_is_what_is_drawn(name: str) -> None:
    file, content = DRAWN[name]
    assert file.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_small_says_what_it_shows_and_only_draws(name: str) -> None:
    content = DRAWN[name][1]
    root = fromstring(content)
    assert len(content.encode()) <= BOUND
    assert (root.findtext(f"{{{SVG}}}title") or "").strip()
    assert len(root.findtext(f"{{{SVG}}}desc") or "") > 50
    assert cleaned(content.encode()) is not None


@pytest.mark.parametrize("name", DRAWN)
def test_no_words_run_over_the_edge(name: str) -> None:
    """By the widest of the common system fonts (DejaVu Sans, of its size to a letter about 0.56, a Cyrillic one 0.62)."""
    for text in fromstring(DRAWN[name][1]).iter(f"{{{SVG}}}text"):
        styles = text.get("class", "").split()
        if "m" not in styles:
            words = text.text or ""
            letter = (0.62 if CYRILLIC.search(words) else 0.56) * (11 if "s" in styles else 12)
            assert float(text.get("x", "0")) + letter * len(words) <= WIDTH, words


def test_every_language_has_every_drawing() -> None:
    explainer = {file.name for file, _ in pictures()}
    copies = {file.name for file, _ in pictures_of_copies()}
    for folder in (ROOT / "docs").iterdir():
        drawn = {Path(name).name for name in DRAWN if name.startswith(f"docs/{folder.name}/")}
        assert drawn == explainer | copies, folder
    for folder in (ROOT / "src/tlumach/scaffold/pages").iterdir():
        assert {file.name for file in folder.glob("*.svg")} == copies, folder


def test_lines_are_written_from_point_to_point_and_those_of_one_point_are_left_out() -> None:
    assert path([[(0.1, 0.2), (10.4, 20.6), (10.3, 20.5), (10, 0)]]) == "M0 0l10.5 20.5 -.5-20.5z".replace(" -", "-")
    assert path([[(1, 1), (1.1, 1.1)]]) == ""
