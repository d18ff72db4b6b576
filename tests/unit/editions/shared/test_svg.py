import pytest

from tlumach.editions.shared.pictures import fitted
from tlumach.editions.shared.svg import cleaned

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def drawn(inner: str) -> bytes | None:
    return cleaned(f"{START}{inner}</svg>".encode())


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h9v9z" fill="#c00" style="stroke: red"/>',
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#g)"/>',
        '<style>.a { fill: red }</style><text class="a" x="1">Астана<tspan>!</tspan></text>',
        '<g id="a"/><use xlink:href="#a"/><use href="#a"/>',
    ],
)
def test_shapes_and_words_stay(inner: str) -> None:
    found = drawn(inner)
    assert found
    assert cleaned(found) == found
    picture = fitted(f"{START}{inner}</svg>".encode())
    assert picture and picture.content == found and picture.name.endswith(".svg")


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<path onclick="alert(1)" d=""/>',
        '<a href="https://evil.example/"><path d=""/></a>',
        '<a xmlns="http://www.w3.org/2000/svg" href="javascript:alert(1)"/>',
        '<image href="https://evil.example/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="https://evil.example/x.svg#a"/>',
        '<use xlink:href=" https://evil.example/x.svg#a"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
        '<rect fill="url(https://evil.example/x.svg#a)"/>',
        "<rect style=\"fill: url( 'https://evil.example/x')\"/>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>* { background: u\\72l(https://evil.example) }</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<unknown/>",
        "<path",
    ],
)
def test_what_runs_moves_or_leads_elsewhere_is_refused(inner: str) -> None:
    assert drawn(inner) is None


def test_entities_are_refused() -> None:
    assert cleaned(f'<!DOCTYPE svg [<!ENTITY a "b">]>{START}<text>&a;</text></svg>'.encode()) is None


def test_what_an_editor_wrote_of_itself_is_left_out() -> None:
    editor = 'xmlns:sodipodi="http://sodipodi.example/" sodipodi:docname="/home/ivan/map.svg"'
    inner = f"<!-- by Ivan --><metadata>Ivan</metadata><g {editor}><sodipodi:view>Ivan<path/></sodipodi:view><path d='M1 1'/></g>"
    found = drawn(inner)
    assert found
    assert b"van" not in found
    assert b"sodipodi" not in found
    assert b'd="M1 1"' in found


def test_a_drawing_nested_too_deep_is_refused() -> None:
    assert drawn("<g>" * 1200 + "</g>" * 1200) is None
