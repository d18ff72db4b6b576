import pytest
from hypothesis import given
from lxml import etree
from tests.unit.editions.glossaries import ODD

from tlumach.editions.shared.plain_text import one_line, plain_text, storable


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Союз[^wiki-2022].", "Союз."),
        ("Alliance.[^a][^b] Next.", "Alliance. Next."),
        ('См. [«НАТО»](nato.md "title") и [устав][1].', "См. «НАТО» и устав."),
        ("[**Президент** Казахстана](tokayev.md)", "Президент Казахстана"),
        ("Знак ![флаг](a.png){ .icon } — *важно*, `код`", "Знак флаг — важно, код"),
        ("[a](<b (c>) [a](b 'c < d') [a](b", "a a [a](b"),
        ("[![флаг](a.png)](b.md) [a (b)](c_(d).md)", "флаг a (b)"),
        ("one\ntwo  \nthree\t four", "one two three four"),
        ("27\u00a0августа 2022\u202fгода", "27\u00a0августа 2022\u202fгода"),
        ('<span lang="kk">теңге</span> <!-- note --> <https://example.org/>', "теңге https://example.org/"),
        ("AT&amp;T &lt;b&gt; 2 < 3", "AT&T <b> 2 < 3"),
        (r"\*not\* \[a link\](b)", "*not* [a link](b)"),
        ("a\x00b\x0bc", "abc"),
        ("", ""),
    ],
)
def test_a_definition_is_what_a_reader_sees(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_a_name_is_one_line_with_plain_spaces() -> None:
    assert one_line(" № \u00a07\r\n of\t*it* ") == "№ 7 of *it*"


@given(ODD)
def test_whatever_is_written_can_stand_in_a_file(text: str) -> None:
    for made in (plain_text(text), one_line(text), storable(text)):
        element = etree.Element("a")
        element.text = made  # refuses what XML cannot hold
        made.encode("utf-8")
    assert not {"\n", "\r", "\t"} & set(plain_text(text) + one_line(text))


@given(ODD)
def test_a_name_loses_nothing_but_white_space_and_what_no_file_can_hold(text: str) -> None:
    assert "".join(one_line(text).split()) == "".join(storable(text).split())
