"""Addresses in raw HTML after a move: they lead to what they led to, from where a page is shown."""

import pytest

from tlumach.settings import Settings
from tlumach.tracking.moving.targets import Move, Retargeting

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
MOVE = Move({"story/index.md": "news/war.md", "story/map.png": "news/map.png", "x.md": "deep/x.md"}, {"story": "news"})
THERE = {*MOVE.paths, "about.md", "index.md", "shared.png", "other/index.md", "other/notes.md"}


def moved(text: str, path: str, has_folders: bool = False) -> str:
    return Retargeting(MOVE, SETTINGS, THERE.__contains__, has_folders).text(text, path)


@pytest.mark.parametrize(
    ("path", "value", "wanted"),
    [
        ("about.md", "story/index.html#a", "news/war.html#a"),
        ("about.md", "story/", "news/war.html"),
        ("about.md", "story/map.png", "news/map.png"),
        ("about.md", "story/index.md", "news/war.md"),
        ("about.md", "uk/story/index.html", "uk/news/war.html"),
        ("about.md", "../story/index.html", "../news/war.html"),
        ("about.md", "x.html?q=1&a=2", "deep/x.html?q=1&a=2"),
        ("x.md", "shared.png", "../shared.png"),
        ("x.md", "about.html", "../about.html"),
        ("x.md", "other/", "../other/"),
        ("x.md", "downloads/a.zip", "../downloads/a.zip"),
        ("story/index.md", "map.png", "map.png"),
        ("story/index.md", "../shared.png", "../shared.png"),
        ("story/index.md", "../", "../"),
        ("about.md", "https://a.example/story/", "https://a.example/story/"),
        ("about.md", "/story/", "/story/"),
        ("about.md", "#story", "#story"),
        ("about.md", "mailto:a@b", "mailto:a@b"),
        ("about.md", "other/notes.html", "other/notes.html"),
    ],
)
def test_where_pages_are_files(path: str, value: str, wanted: str) -> None:
    assert Retargeting(MOVE, SETTINGS, THERE.__contains__).address(value, path) == wanted


@pytest.mark.parametrize(
    ("path", "value", "wanted"),
    [
        ("about.md", "../story/", "../news/war/"),
        ("about.md", "../story", "../news/war"),
        ("about.md", "../story/index.html", "../news/war/index.html"),
        ("about.md", "../story/map.png", "../news/map.png"),
        ("about.md", "../x/", "../deep/x/"),
        ("index.md", "x/#a", "deep/x/#a"),
        ("x.md", "../shared.png", "../../shared.png"),
        ("x.md", "../about/", "../../about/"),
        ("story/index.md", "map.png", "../map.png"),
        ("story/index.md", "../", "../../"),
        ("x.md", "shared.png", "../shared.png"),
    ],
)
def test_where_each_page_is_a_folder(path: str, value: str, wanted: str) -> None:
    assert Retargeting(MOVE, SETTINGS, THERE.__contains__, True).address(value, path) == wanted


def test_each_attribute_that_holds_an_address_is_written_anew_and_nothing_else() -> None:
    html = (
        '<a class="x" href="S/index.html">S/index.html</a> <img src=S/map.png alt="S/map.png">\n'
        "<img srcset=\"S/map.png 1x, shared.png 2x,S/map.png 3x\"> <video poster='S/map.png'></video>\n\n"
        '<div data-x="S/map.png">\n<object data="S/map.png"></object><a title="a > b" HREF = "S/index.html">b</a>\n</div>\n\n'
        '`<a href="S/index.html">` and `` <img src="S/map.png"> ``\n\n```\n<a href="S/index.html">\n```\n'
    )
    before = html.replace("S/", "story/")
    wanted = html.replace('="S/index.html"', '="news/war.html"', 1).replace('= "S/index.html"', '= "news/war.html"')
    wanted = wanted.replace("src=S/", "src=news/").replace('srcset="S/', 'srcset="news/').replace(",S/", ",news/")
    wanted = wanted.replace("poster='S/", "poster='news/").replace('object data="S/', 'object data="news/')
    assert moved(before, "about.md") == wanted.replace("S/", "story/")


def test_what_html_writes_otherwise_is_read_and_written_so() -> None:
    move = Move({"a&b.md": 'c d"e.md', "p.png": "q r.png"})
    retargeting = Retargeting(move, SETTINGS, {"a&b.md", "p.png"}.__contains__)
    assert retargeting.text('<a href="a&amp;b.html?x&amp;y">x</a>', "i.md") == '<a href="c%20d%22e.html?x&amp;y">x</a>'
    assert retargeting.text("<img src=p.png>", "i.md") == "<img src=q%20r.png>"
    assert retargeting.text('<img srcset="p.png 2x">', "i.md") == '<img srcset="q%20r.png 2x">'
    assert retargeting.text('<img src="p.png">', "i.md") == '<img src="q%20r.png">'


def test_of_what_is_removed_the_marks_lead_nowhere() -> None:
    retargeting = Retargeting(Move({"x.md": "about.md"}, is_removal=True), SETTINGS, THERE.__contains__)
    assert retargeting.text('<a href="x.html#a">x</a>', "index.md") == '<a href="about.html">x</a>'


def test_what_leads_somewhere_from_where_somebody_moved_the_page_stays() -> None:
    retargeting = Retargeting(MOVE, SETTINGS, {*THERE, "deep/pic.png"}.__contains__)
    assert retargeting.address("pic.png", "x.md", is_moved=True) == "pic.png"
    assert retargeting.address("shared.png", "x.md", is_moved=True) == "../shared.png"
