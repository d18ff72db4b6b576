"""Addresses within a site: the reader's language named where the source names none, the page itself named or not."""

import pytest

from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.checks.pairs.content.addresses.within_site import without_language, without_own_page
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, PairFinding, Side
from tlumach.problems import Level


def found(source: str, target: str, languages: tuple[str, str] = ("en", "uk"), path: str = "") -> list[PairFinding]:
    sides = (
        Side(language, Block(BlockKind.PARAGRAPH, 1, text))
        for language, text in zip(languages, (source, target), strict=True)
    )
    return list(check_links(AlignedPair(*sides, Knowledge(), path=path)))


IN_OWN_LANGUAGE = [
    ("/guide/x", "/uk/guide/x"),
    ("/guide/x/", "/uk/guide/x/"),
    ("/", "/uk/"),
    ("/", "/uk"),
    ("/guide/x#a", "/uk/guide/x/#a"),
    ("/guide/x#a", "/uk/guide/x#початок"),
    ("/guide/x.md", "/uk/guide/x.md"),
    ("/guide/x", "/ua/guide/x"),
    ("/guide/x", "/uk-UA/guide/x"),
    ("/guide/x", "/guide/uk/x"),
    ("x.md", "x.uk.md"),
    ("x.md", "x_uk.md"),
    ("/x.md", "/x.ukrainian.md"),
    ("README.md", "README-UA.md"),
    ("../x.md#a", "../uk/x.md#a"),
    ("guide/x.md", "uk/guide/x.md"),
    ("/en/guide/x", "/uk/guide/x"),
    ("../en/x.md", "../en/x.md"),
    ("/guide/x?tab=a", "/uk/guide/x?tab=a"),
    ("/img/x.png", "/uk/img/x.png"),
]
ELSEWHERE = [
    ("/guide/x", "/uk/guide/y"),
    ("/guide/x", "/ru/guide/x"),
    ("/guide/x", "/en/guide/x"),
    ("/guide/x", "/uk/x"),
    ("/guide/x", "/uk/uk/guide/x"),
    ("/guide/x#a", "/uk/guide/x"),
    ("/", "/uk/guide"),
    ("x.md", "y.uk.md"),
    ("x.md", "x.ru.md"),
    ("../x.md", "uk/x.md"),
    ("x.md", "../x.uk.md"),
    ("duke.md", "de.md"),
    ("/guide/x?tab=a", "/uk/guide/x?tab=b"),
    ("/img/x.png", "/uk/img/y.png"),
]


@pytest.mark.parametrize(("source", "target"), IN_OWN_LANGUAGE)
def test_the_readers_language_in_an_address_leads_to_the_same_page(source: str, target: str) -> None:
    assert found(f"[a]({source})", f"[а]({target})") == []


@pytest.mark.parametrize(("source", "target"), ELSEWHERE)
def test_another_page_or_language_is_found(source: str, target: str) -> None:
    assert found(f"[a]({source})", f"[а]({target})")


def test_the_language_of_the_source_is_not_that_of_the_reader() -> None:
    assert found("[а](/guide/x)", "[а](/ru/guide/x)", ("ru", "uk"))
    assert found("[а](../ru/x.md)", "[а](../ru/x.md)", ("ru", "uk")) == []
    assert found("[о нас](/about.md)", "[a](/about-us.md)", ("ru", "en"))


def test_another_anchor_of_the_same_page_is_no_error() -> None:
    (other,) = found("[a](/guide/x#a)", "[а](/uk/guide/x#b)")
    assert other.level is Level.INFO


ON_ITSELF = [
    ("queues.md#a", "#a"),
    ("#a", "queues.md#a"),
    ("./queues#a", "#a"),
    ("queues.html#a", "#a"),
    ("../guide/queues.md#a", "#a"),
    ("/guide/queues#a", "#a"),
    ("/guide/queues/#a", "/uk/guide/queues#a"),
    ("#a", "/uk/guide/queues/#a"),
    ("queues#the-object", "#обʼєкт"),
    ("queues.md#a", "queues.uk.md#a"),
]


@pytest.mark.parametrize(("source", "target"), ON_ITSELF)
def test_a_page_may_name_itself_before_an_anchor(source: str, target: str) -> None:
    assert found(f"[a]({source})", f"[а]({target})", path="guide/queues.md") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("jobs.md#a", "#a"),
        ("#a", "jobs.md#a"),
        ("queues.md#a", "#b"),
        ("../queues.md#a", "#a"),
        ("queues.md", "#a"),
        ("queues.md#a", "а"),
    ],
)
def test_another_page_or_anchor_is_no_anchor_here(source: str, target: str) -> None:
    assert found(f"[a]({source})", f"[а]({target})", path="guide/queues.md")


def test_a_page_that_is_an_index_and_one_that_is_not_known() -> None:
    assert without_own_page("index.md#a", "guide/index.md") == "#a"
    assert without_own_page("queues.md#a", "") == "queues.md#a"
    assert without_own_page("https://a.example/queues.md#a", "queues.md") == "https://a.example/queues.md#a"
    assert without_language("https://a.example/uk/x", "uk") == "https://a.example/uk/x"


BARE = [
    ("On https://a.example/x here", "На (https://a.example/x) тут"),
    ("On https://a.example/x here", "На (https://a.example/x)."),
    ("On https://a.example/x here", "На 'https://a.example/x' тут"),
    ("On 'http://127.0.0.1:8000/' here", "На http://127.0.0.1:8000 тут"),
    ("On https://a.example/x here", 'На "https://a.example/x" тут'),
    ("On https://a.example/x here", "На «https://a.example/x», а"),
    ("On https://a.example/x here", "На „https://a.example/x“…"),
    ("On https://a.example/x here", "На **https://a.example/x** тут"),
    ("On https://a.example/x here", "На _https://a.example/x_ тут"),
    ("On https://a.example/x here", "На https://a.example/x’: тут"),
    ("On https://a.example/x here", "На ‘https://a.example/x’; тут"),
    ("On https://a.example/x here", "На [https://a.example/x](https://a.example/x) тут"),
]


@pytest.mark.parametrize(("source", "target"), BARE)
def test_marks_around_a_bare_address_are_no_part_of_it(source: str, target: str) -> None:
    assert [each for each in found(source, target) if each.level is not Level.INFO] == []


@pytest.mark.parametrize(
    "target", ["На (https://a.example/y).", "На 'https://a.example/xy'.", "На **https://a.example** тут", "На тут"]
)
def test_another_bare_address_is_found(target: str) -> None:
    assert found("On https://a.example/x here", target)


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("[a](x.md) [b](x.md)", "[а](x.md)", Level.INFO),
        ("[a](x.md)", "[а](x.md) [б](x.md)", Level.INFO),
        ("[a](/x#a) [b](/x#a)", "[а](/uk/x#a)", Level.INFO),
        ("[a](https://a.example/en/x) [b](https://a.example/en/x)", "[а](https://a.example/uk/x)", Level.INFO),
        ("[a](x.md) [b](y.md)", "[а](x.md)", None),
        ("[a](x.md) [b](y.md)", "[а](x.md) [б](x.md)", None),
        ("[a](x.md) [b](x.md) [c](y.md)", "[а](x.md) [б](y.md) [в](y.md)", None),
        ("[a](x.md) [b](x.md)", "[а](x.md) [б](z.md)", Level.WARNING),
    ],
)
def test_a_page_linked_once_instead_of_twice_is_no_lost_link(source: str, target: str, level: Level | None) -> None:
    (one,) = found(source, target)
    assert one.level is level
