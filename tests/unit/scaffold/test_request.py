"""What is asked for, and what is wrong with it: a line for each."""

import pytest

from tlumach.scaffold.request import Request, parsed

GOOD = Request("en", ("de", "kk"), "Our news", "https://example.org/news/")


@pytest.mark.parametrize("codes", ["de,kk", "de, kk", "de kk", ",de,,kk,", "de;kk"])
def test_codes_stand_in_a_list(codes: str) -> None:
    assert parsed(codes) == ("de", "kk")


@pytest.mark.parametrize("url", ["https://example.org", "http://localhost:8000/", "https://приклад.укр/новини/"])
def test_what_is_right_is_taken(url: str) -> None:
    assert list(Request("en", ("de", "kk"), "Our: news #1", url).refusals()) == []
    assert GOOD.languages == ("en", "de", "kk")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Request("en", ("de", "en"), "a"), "source language `en`"),
        (Request("en", ("de", "de"), "a"), "`de` more than once"),
        (Request("en", (), "a"), "names no language"),
        (Request("en", ("ua",), "a"), "did you mean `uk`"),
        (Request("xx", ("de",), "a"), "`xx`"),
        (Request("en", ("rue",), "a"), "mkdocs-static-i18n"),
        (Request("en", ("de",), " "), "--name"),
        (Request("en", ("de",), "a\nplugins: []"), "--name"),
        (Request("en", ("de",), "a", "example.org"), "--url `example.org`"),
        (Request("en", ("de",), "a", "ftp://example.org/"), "--url"),
        (Request("en", ("de",), "a", "https://example.org/?a"), "--url"),
        (Request("en", ("de",), "a", "https:///x"), "--url"),
        (Request("en", ("de",), "a", "https://example.org/a b"), "--url"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(wrong: Request, said: str) -> None:
    (line,) = wrong.refusals()
    assert said.casefold() in line.casefold() and "\n" not in line
