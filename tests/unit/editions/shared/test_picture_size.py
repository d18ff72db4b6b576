from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.editions.images import drawing, photo, saved

from tlumach.editions.shared.picture_size import FILL, Size, size_of_content, sizes_in
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "JPEG", "BMP", "TIFF"])
def test_the_size_of_a_picture_is_read_from_its_head(kind: str) -> None:
    assert size_of_content(saved(Image.new("RGB", (300, 200)), kind)) == (300, 200)


def test_a_photograph_on_its_side_is_as_high_as_it_was_wide() -> None:
    assert size_of_content(photo((900, 600))) == (600, 900)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="360" height="158"', (360, 158)),
        ("width='360' height='158' viewBox='0 0 1 1'", (360, 158)),
        ('width="36.5px" height="10.4"', (36, 10)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="2.54cm" height="25.4mm"', (96, 96)),
        ('viewBox="0 0 400 100"', (FILL, FILL // 4)),
        ('viewBox="-5,-5 400,1e2"', (FILL, FILL // 4)),
        ('width="100" viewBox="0 0 400 100"', (100, 25)),
        ('height="100" viewBox="0 0 400 100"', (400, 100)),
        ('width="100%" height="100%" viewBox="0 0 400 100"', (FILL, FILL // 4)),
        ('width="10em" height="5em"', None),
        ('viewBox="0 0 0 100"', None),
        ('viewBox="auto"', None),
        ("", None),
    ],
)
def test_a_drawing_is_as_large_as_its_first_tag_says(attributes: str, size: Size | None) -> None:
    head = '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"'
    text = f'{head} {attributes}><rect width="7" height="7"/></svg>'
    assert size_of_content(text.encode()) == size


@pytest.mark.parametrize("content", [b"", b"no picture", drawing()[:20], b"\xff\xd8\xff"])
def test_of_what_is_no_picture_nothing_is_said(content: bytes) -> None:
    assert size_of_content(content) is None


def test_a_page_finds_its_picture_or_that_of_the_source(tmp_path: Path, make_library: MakeLibrary) -> None:
    library = make_library({"ru/a/index.md": "# A", "uk/a/index.md": "# A", "ru/a/map.png": "", "uk/a/own.png": ""})
    for name, size in (("ru/a/map.png", (300, 200)), ("uk/a/own.png", (50, 60))):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_bytes(drawing(size=size))
    size = sizes_in(tmp_path, library)
    page = library.page("uk", "a/index.md")
    assert page is not None
    told = {
        name: size(page, name)
        for name in ("map.png", "own.png", "map.png#only-light", "none.png", "https://example.org/map.png")
    }
    assert told == {
        "map.png": (300, 200),
        "own.png": (50, 60),
        "map.png#only-light": (300, 200),
        "none.png": None,
        "https://example.org/map.png": None,
    }
