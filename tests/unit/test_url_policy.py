import pytest

from tlumach.url_policy import decoded, refusal_of_address

ALLOWED = [
    "",
    "a.md",
    "../a/b.md#c",
    "#x",
    "?y=z:w",
    "https://a.example",
    "HTTP://a.example/?b=javascript:c",
    "mailto:a@b.example",
    "a b.md",
    "%D0%B0.md",
    "https://президент.рф/",
]
REFUSED = [
    "javascript:a",
    " javascript:a",
    "java\nscript:a",
    "\x01javascript:a",
    "javascript&colon;a",
    "&#106;avascript:a",
    "javascript%3Aa",
    "javascript%25253Aa",
    "ｊavascript:a",
    "data:x",
    "//a",
    "\\\\a",
    "/\\a",
    "http:a",
    "https://",
    "https:///a",
    "ftp://a",
    "mailto:",
    "java\x0258\x03script:a",
    "javascript\x0258\x03a",
    "a\x02wzxhzdk:0\x03",
    "x" + "%25" * 9 + "3A",
]


@pytest.mark.parametrize("address", ALLOWED)
def test_allowed(address: str) -> None:
    assert refusal_of_address(address) == ""


@pytest.mark.parametrize("address", REFUSED)
def test_refused_with_a_reason(address: str) -> None:
    assert refusal_of_address(address).endswith(".")
    assert refusal_of_address(address, is_picture=True).endswith(".")


@pytest.mark.parametrize("address", ["https://a.example/b.png", "mailto:a@b.example"])
def test_a_picture_is_of_this_site(address: str) -> None:
    assert not refusal_of_address(address) and refusal_of_address(address, is_picture=True)


def test_what_a_browser_sees() -> None:
    assert decoded("a\x02amp\x03#98;\x0299\x03&amp;") == "abc&"
