"""What is new since a copy: the page that is read, and the new reader that is made with it."""

import re
from collections.abc import Callable

import pytest
from lxml import html
from tests.conftest import MakeLibrary
from tests.unit.editions.conftest import FILES

from tlumach.editions.copies.update import UpdateError, update_of, updated
from tlumach.editions.reader import ReaderMaker
from tlumach.output.policy import text_hash
from tlumach.tracking import Tracker

LAND = "land/index.md"
Make = Callable[..., bytes]


@pytest.fixture
def reader(make_library: MakeLibrary) -> Make:
    """Makes the reader of the small explainer, with words of its pages changed."""

    def make(file: str = "", then: str = "", now: str = "") -> bytes:
        files = {name: text.replace(then, now) if name == file else text for name, text in FILES.items()}
        return ReaderMaker(Tracker(make_library(files)), lambda _: None).html(LAND).encode()

    return make


@pytest.fixture
def old(reader: Make) -> bytes:
    return reader()


@pytest.fixture
def new(reader: Make) -> bytes:
    return reader("uk/land/index.md", "Сказано давно", "Сказано <недавно> & добре")


def test_the_new_reader_to_the_byte(old: bytes, new: bytes) -> None:
    update = update_of(old, new)
    assert updated(old, update) == new
    assert len(update) < 10_000


def test_it_is_read_by_itself(old: bytes, new: bytes) -> None:
    page = html.document_fromstring(update_of(old, new).decode())
    (section,) = page.xpath("//section[@lang='uk']")
    items = [item.text_content().strip() for item in section.xpath(".//li")]
    assert "Сказано давно<недавно> & добре." in items  # then and now; marks are words
    assert "tlumach apply" in section.text_content()
    assert page.xpath("//@src | //@href") == []


def test_its_policy_lets_its_own_script_alone_run(old: bytes, new: bytes) -> None:
    page = html.document_fromstring(update_of(old, new).decode())
    (policy,) = page.xpath("//meta[@http-equiv='content-security-policy']/@content")
    (script,) = page.xpath("//script/text()")
    assert policy.endswith(f"; script-src '{text_hash(script)}'")
    assert (
        page.xpath("//form | //p[@data-save][not(@hidden)]") == []
    )  # what only a script can do is not shown without one
    assert len(page.xpath("//section")) == len(page.xpath("//p[@data-save]//input[@type='file']"))


def test_another_base_or_damage_is_refused(reader: Make, old: bytes, new: bytes) -> None:
    update = update_of(old, new)
    with pytest.raises(UpdateError, match="another version"):
        updated(reader("ru/land/index.md", "высоки", "низки"), update)
    held = re.search(rb"[0-9a-f]{64} ([A-Za-z0-9+/=]+) -->", update)
    assert held
    for damaged in (
        update[: held.start(1)],
        update.replace(held[1], held[1][:-80]),
        update.replace(held[1], held[1].swapcase()),
        re.sub(rb"([0-9a-f]{64}) (?=[A-Za-z0-9+/=]+ -->)", lambda match: match[1][::-1] + b" ", update),
        b"",
    ):
        with pytest.raises(UpdateError, match=r"damaged|no update"):
            updated(old, damaged)


@pytest.mark.parametrize("what", ["same", "foreign", "none"])
def test_no_update_of_what_is_no_pair(reader: Make, old: bytes, what: str) -> None:
    foreign = re.sub(r">[^<]*[^\W\d][^<:]*<", ">other<", old.decode()).encode()
    other = {"same": old, "foreign": foreign, "none": b"<html lang=uk><body><p>nothing"}[what]
    with pytest.raises(UpdateError):
        update_of(old, other)


def test_a_strangers_language_is_no_markup(old: bytes, new: bytes) -> None:
    hostile = new.replace(b"lang=uk", b"lang='uk onload=x'")
    assert b"onload" not in update_of(old, hostile)[: update_of(old, hostile).rindex(b"<!--")]


def test_of_a_long_paragraph_what_stands_beside_the_change_is_shown(reader: Make, old: bytes) -> None:
    more = " ".join(f"слово{number}" for number in range(200))
    new = reader("uk/land/index.md", "Сказано давно", f"Сказано давно {more}")
    newer = reader("uk/land/index.md", "Сказано давно", f"Сказано давно {more.replace('слово99', 'слово-99')}")
    page = html.document_fromstring(update_of(new, newer).decode())
    (item,) = page.xpath("//section[@lang='uk']//li[del]")
    text = item.text_content()
    assert "слово98 слово99слово-99 слово100" in text
    assert text.startswith("Сказано давно слово0") and "слово50" not in text and "слово150" not in text
    assert "слово199." in text and text.count(" … ") == 2
