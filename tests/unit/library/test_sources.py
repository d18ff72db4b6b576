import pytest

from tlumach.library.pages import parse_page
from tlumach.library.sources import Source, sources_of

FRONT = """---
sources:
  ria-2022:
    title: РИА Новости
    url: https://ria.example/1
    date: 2022-08-27
  wiki:
    title: {ru: Википедия, uk: Вікіпедія}
    url: https://wiki.example/a
    by_content: '2022'
    weak: wiki
  broken: just a text
---
"""


def found_in(text: str) -> dict[str, Source]:
    return sources_of(parse_page(text, "ru", "a.md")[0])


def test_sources_come_by_key_with_all_that_is_said_of_them() -> None:
    found = found_in(FRONT)
    assert list(found) == ["ria-2022", "wiki"]
    ria, wiki = found.values()
    assert (ria.url, ria.date, ria.by_content, ria.weak) == ("https://ria.example/1", "2022-08-27", "", "")
    assert (wiki.date, wiki.by_content, wiki.weak) == ("", "2022", "wiki")


def test_a_title_is_that_of_the_readers_language_or_the_one_for_all() -> None:
    ria, wiki = found_in(FRONT).values()
    assert {ria.title_in(language) for language in ("ru", "uk", "en")} == {"РИА Новости"}
    assert [wiki.title_in(language) for language in ("ru", "uk")] == ["Википедия", "Вікіпедія"]
    assert wiki.title_in("en")  # better another language's than none


@pytest.mark.parametrize("text", ["# A", "---\nsources: []\n---\n", "---\nsources:\n---\n", "---\nsources: [a]\n---\n"])
def test_no_sources(text: str) -> None:
    assert found_in(text) == {}


def test_a_source_without_a_title_is_named_by_its_key() -> None:
    (source,) = found_in("---\nsources:\n  ria: {url: 'https://a.example'}\n---\n").values()
    assert source.title_in("ru") in ("", "ria")


@pytest.mark.parametrize("url", ["javascript:x", "data:x", "//a.example", "java\\tscript:x"])
def test_an_address_that_is_not_allowed_is_no_source_s(url: str) -> None:
    (source,) = found_in(f'---\nsources:\n  ria: {{title: А, url: "{url}"}}\n---\n').values()
    assert source.url == ""
