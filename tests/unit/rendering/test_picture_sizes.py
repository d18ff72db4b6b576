from xml.etree.ElementTree import Element

import pytest

from tlumach.rendering.picture_sizes import give_size


@pytest.mark.parametrize(
    ("written", "size", "shown"),
    [
        ({}, (640, 360), {"width": "640", "height": "360"}),
        ({"width": "320"}, (640, 360), {"width": "320", "height": "180"}),
        ({"height": "90"}, (640, 360), {"width": "160", "height": "90"}),
        ({"width": "10", "height": "10"}, (640, 360), {"width": "10", "height": "10"}),
        ({"width": "50%"}, (640, 360), {"width": "50%"}),
        ({"width": "2"}, (4000, 100), {"width": "2", "height": "1"}),
        ({"width": "0"}, (640, 360), {"width": "0", "height": "1"}),
        ({}, None, {}),
        ({}, (0, 7), {}),
    ],
)
def test_both_sides_are_said_as_the_author_or_the_file_has_them(
    written: dict[str, str], size: tuple[int, int] | None, shown: dict[str, str]
) -> None:
    picture = Element("img", written)
    give_size(picture, size)
    assert picture.attrib == shown
