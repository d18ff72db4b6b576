"""The formats: what is written is read back by another library, is valid, and comes back as it was; rubbish is a problem."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.schemas import xliff_schema_of
from tests.unit.exchange.pages import confirmed, tracked

from tlumach.exchange.formats import FORMATS, read_returned
from tlumach.exchange.importing import take_in
from tlumach.exchange.units import Unit, UnitStatus, in_xml, tracked_or_new, units
from tlumach.library.files import read_library
from tlumach.tracking import Tracker
from tlumach.tracking.confirming import Said

ROOT = Path(__file__).resolve().parents[3]
TMX_DTD = ROOT / "tests/cases/exchange/tmx14-container.dtd"
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

SOURCE = '# Раз & <два>\n\n- "Три"\n- Четыре\\\n\n!!! note "Пять"\n\n    Шесть.\n\nСемь.\n\nВосемь.\n'
TRANSLATION = '# Один & <два>\n\n- "Три"\n- Чотири\\\n\n!!! note "П’ять"\n\n    Шість.\n\nСім.\n'


def samples() -> list[Unit]:
    """A page with a unit in each state: current, changed, missing; one with a note; marks that formats must escape."""
    page = tracked(SOURCE.replace("\n\nВосемь.", ""), TRANSLATION)
    record = confirmed(page, then={2: '!!! note "Пять"\n\n    Семь.'})
    noted = replace(record.entries[0], note="Так вирішили\nвсі разом.")
    return units(tracked(SOURCE, TRANSLATION, replace(record, entries=(noted, *record.entries[1:]))))


def real_pages() -> Iterator[list[Unit]]:
    library, _ = read_library(ROOT)
    assert library
    tracker = Tracker(library)
    for path in library.paths:
        page = tracked_or_new(tracker, "uk", path)
        assert page
        yield units(page)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip())
UNIT = st.builds(
    Unit,
    id=st.from_regex(r"[a-zа-я]{1,5}\.md#[a-zа-я0-9:-]{1,8}", fullmatch=True),
    source=TEXT,
    target=TEXT,
    status=st.sampled_from([UnitStatus.TRANSLATED, UnitStatus.NEEDS_REVIEW]),
    file=st.just("docs/ru/a.md"),
    line=st.integers(1, 99),
    note=TEXT,
    previous=st.just("") | TEXT,
).filter(in_xml)


def test_the_samples_are_in_every_state() -> None:
    assert [unit.status for unit in samples()] == [
        UnitStatus.TRANSLATED,
        UnitStatus.TRANSLATED,
        UnitStatus.NEEDS_REVIEW,
        UnitStatus.TRANSLATED,
        UnitStatus.UNTRANSLATED,
    ]


def test_polib_reads_the_po() -> None:
    file = polib.pofile(FORMATS["po"].write(samples(), "ru", "uk").decode())
    assert file.metadata["Language"] == "uk"
    read = [(entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy) for entry in file]
    assert read == [(unit.id, unit.source, unit.target, unit.status is UnitStatus.NEEDS_REVIEW) for unit in samples()]
    assert [entry.previous_msgid for entry in file][2] == samples()[2].previous
    assert file[0].occurrences == [("docs/ru/a.md", "1")]
    assert file[0].comment.startswith("Так вирішили\nвсі разом.\nexported: uk ")


def test_babel_reads_the_po() -> None:
    """It stops at an empty date up to 2.18, so that a page that nobody has confirmed has one too."""
    for found, day in ((samples(), date(2026, 1, 2)), (units(tracked("Раз.\n", "Один.\n")), date(1970, 1, 1))):
        read = read_po(BytesIO(FORMATS["po"].write(found, "ru", "uk")), abort_invalid=True)
        assert [(each.context, each.id, each.string) for each in read if each.id] == [
            (unit.id, unit.source, unit.target) for unit in found
        ]
        assert (read.revision_date.date(), read.creation_date.date()) == (day, day)


def test_lxml_reads_the_xliff() -> None:
    root = etree.fromstring(FORMATS["xliff"].write(samples(), "ru", "uk"))
    assert (root.tag, root.get("version")) == (f"{XLIFF}xliff", "1.2")
    file = root[0]
    assert dict(file.attrib) == {
        "original": "docs/ru/a.md",
        "source-language": "ru",
        "target-language": "uk",
        "datatype": "plaintext",
    }
    found = list(root.iter(f"{XLIFF}trans-unit"))
    assert [(each.get("id"), each.findtext(f"{XLIFF}source")) for each in found] == [
        (unit.id, unit.source) for unit in samples()
    ]
    assert [each.findtext(f"{XLIFF}target") for each in found] == [unit.target or None for unit in samples()]
    states = [(each.get("approved"), getattr(each.find(f"{XLIFF}target"), "attrib", {}).get("state")) for each in found]
    done, again, missing = ("yes", "signed-off"), (None, "needs-translation"), (None, None)
    assert states == [done, done, again, done, missing]
    assert found[2].findtext(f"{XLIFF}alt-trans/{XLIFF}source") == samples()[2].previous
    assert found[0].findtext(f"{XLIFF}note").startswith("Так вирішили\nвсі разом.\nexported: uk ")


def test_what_nobody_has_confirmed_is_to_be_reviewed_in_xliff() -> None:
    root = etree.fromstring(FORMATS["xliff"].write(units(tracked("Раз.\n", "Один.\n")), "ru", "uk"))
    assert [target.get("state") for target in root.iterfind(f".//{XLIFF}trans-unit/{XLIFF}target")] == [
        "needs-review-translation"
    ]


def test_lxml_reads_the_tmx() -> None:
    root = etree.fromstring(FORMATS["tmx"].write(samples(), "ru", "uk"))
    assert root.find("header").get("srclang") == "ru"
    read = [[(tuv.get(LANG), tuv.findtext("seg")) for tuv in tu.iter("tuv")] for tu in root.iter("tu")]
    assert read == [[("ru", unit.previous or unit.source), ("uk", unit.target)] for unit in samples()[:4]]
    assert [tu.get("tuid") for tu in root.iter("tu")] == [unit.id for unit in samples()[:4]]


@pytest.fixture(scope="module")
def xliff_schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    return xliff_schema_of("xliff-core-1.2-strict.xsd", tmp_path_factory.mktemp("schemas"))


@pytest.mark.slow
def test_the_xliff_is_valid_by_its_strict_schema(xliff_schema: etree.XMLSchema) -> None:
    for found in [samples(), *real_pages()]:
        xliff_schema.assertValid(etree.fromstring(FORMATS["xliff"].write(found, "ru", "uk")))


def test_the_schema_would_find_what_is_wrong(xliff_schema: etree.XMLSchema) -> None:
    root = etree.fromstring(
        FORMATS["xliff"].write(samples(), "ru", "uk").replace(b"<source>", b"<seg>").replace(b"</source>", b"</seg>")
    )
    assert not xliff_schema.validate(root)


def test_the_tmx_is_what_its_specification_asks_for() -> None:
    dtd = etree.DTD(str(TMX_DTD))
    for found in [samples(), *real_pages()]:
        dtd.assertValid(etree.fromstring(FORMATS["tmx"].write(found, "ru", "uk")))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_units_give_the_same_bytes(name: str) -> None:
    assert FORMATS[name].write(samples(), "ru", "uk") == FORMATS[name].write(samples(), "ru", "uk")


@pytest.mark.parametrize("name", FORMATS)
@given(st.lists(UNIT, min_size=1, max_size=4, unique_by=lambda unit: unit.id))
def test_units_come_back_as_they_went(name: str, found: list[Unit]) -> None:
    returned, problems = read_returned(FORMATS[name].write(found, "ru", "uk"), "back")
    assert problems == []
    was = (lambda unit: unit.previous or unit.source) if name == "tmx" else (lambda unit: unit.source)
    assert [(each.context, each.source, each.target, each.finished, each.language) for each in returned] == [
        (unit.id, was(unit), unit.target, unit.status is UnitStatus.TRANSLATED, "uk") for unit in found
    ]


def test_a_block_that_looks_like_a_comment_of_kde_comes_back() -> None:
    unit = replace(samples()[0], source="_: раз_\nдва", target="_: один_\nдва")
    (returned,) = read_returned(FORMATS["po"].write([unit], "ru", "uk"), "back")[0]
    assert (returned.context, returned.source, returned.target) == (unit.id, unit.source, unit.target)


@pytest.mark.parametrize("name", FORMATS)
def test_each_unit_knows_its_line(name: str) -> None:
    content = FORMATS[name].write(samples(), "ru", "uk")
    lines = content.decode().split("\n")
    for each in read_returned(content, "back")[0]:
        assert each.context in "\n".join(lines[each.line - 1 : each.line + 15])


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_a_file_cut_short_is_a_problem_or_whole_units(name: str, data: st.DataObject) -> None:
    content = FORMATS[name].write(samples(), "ru", "uk")
    cut = content[: data.draw(st.integers(0, len(content) - 1))]
    returned, problems = read_returned(cut, "back")
    assert bool(returned) + bool(problems) <= 1
    if FORMATS[name].ending == "po":
        whole = {(unit.id, unit.source) for unit in samples()}
        assert all((each.context, each.source) in whole for each in returned)
    elif len(cut.rstrip()) < len(content.rstrip()):
        assert [problem.code for problem in problems] == ["exchange-file"]


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_rubbish_is_a_problem(content: bytes) -> None:
    returned, problems = read_returned(content, "back")
    assert (returned, [problem.code for problem in problems]) == ([], ["exchange-file"])


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
def test_a_damaged_file_never_ends_in_a_traceback(name: str, data: st.DataObject) -> None:
    content = bytearray(FORMATS[name].write(samples(), "ru", "uk"))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_returned(bytes(content), "back")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
OTHERS = {
    "not XLIFF": b"<html/>",
    "XLIFF 2 without a file": b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
    "XLIFF of a version to come": b'<xliff version="3.0" xmlns="urn:oasis:names:tc:xliff:document:3.0"/>',
    "no file in it": b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
    "no body": b"<tmx/>",
    "no header of PO": b'msgid "a"\nmsgstr "b"\n',
    "another encoding": b'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-U\\n"\n',
    "not UTF-8": 'msgid ""\nmsgstr ""\n\nmsgid "раз"\nmsgstr "один"\n'.encode("koi8-u"),
    "quotes left open": b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b\n',
    "cut within an escape": b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b\\"\n',
    "billion laughs": f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]><tmx version="1.4">&l11;</tmx>'.encode(),
    "another file": b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4">&x;</tmx>',
    "a parameter entity": b'<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]><tmx version="1.4"/>',
    "an entity of nowhere": b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">&x;</tmx>',
    "an unknown encoding": b'<?xml version="1.0" encoding="x-none"?><tmx/>',
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_other_files_are_a_problem_that_says_so(content: bytes) -> None:
    returned, problems = read_returned(content, "back.xlf")
    assert returned == []
    assert [(problem.path, problem.code) for problem in problems] == [("back.xlf", "exchange-file")]
    assert problems[0].message.endswith(".")


@pytest.mark.parametrize("name", ["billion laughs", "another file", "a parameter entity", "an entity of nowhere"])
def test_a_file_with_entities_is_not_read_at_all(name: str) -> None:
    (problem,) = read_returned(OTHERS[name], "back")[1]
    assert "entity" in problem.message


def test_another_version_of_xliff_is_named() -> None:
    (problem,) = read_returned(OTHERS["XLIFF of a version to come"], "back")[1]
    assert problem.message == "this is XLIFF 3.0. Save it as XLIFF 2.1 or 1.2."


def test_a_file_in_utf_16_is_read() -> None:
    content = FORMATS["tmx"].write(samples(), "ru", "uk").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert len(read_returned(content, "back")[0]) == 4


def test_po_with_the_line_ends_of_windows_is_read() -> None:
    content = FORMATS["po"].write(samples(), "ru", "uk")
    windows = b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
    assert read_returned(windows, "back") == read_returned(content, "back")


@pytest.mark.parametrize(
    ("attributes", "state", "finished"),
    [
        ("", "", True),
        ('approved="yes"', "", True),
        ('approved="no"', "", False),
        ("", 'state="translated"', True),
        ('approved="no"', 'state="translated"', True),
        ("", 'state="final"', True),
        ("", 'state="signed-off"', True),
        ("", 'state="new"', False),
        ("", 'state="needs-translation"', False),
        ('approved="yes"', 'state="needs-review-translation"', False),
    ],
)
def test_the_states_of_xliff(attributes: str, state: str, finished: bool) -> None:
    content = f"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="x" source-language="ru" target-language="uk-UA" datatype="plaintext"><body>
        <trans-unit id="a.md#b" {attributes}><source>Раз</source><target {state}><mrk mtype="seg">Од</mrk>ин</target></trans-unit>
        </body></file></xliff>"""
    (unit,) = read_returned(content.encode(), "back")[0]
    assert (unit.finished, unit.target, unit.language, unit.line) == (finished, "Один", "uk-UA", 3)


def test_a_memory_with_several_languages_gives_a_unit_for_each() -> None:
    content = """<tmx version="1.4"><header srclang="ru"/><body><tu>
        <tuv xml:lang="en"><seg>One</seg></tuv><tuv xml:lang="ru"><seg>Раз</seg></tuv>
        <tuv xml:lang="uk"><seg>Один</seg></tuv></tu></body></tmx>"""
    found = read_returned(content.encode(), "back")[0]
    assert [(each.language, each.source, each.target, each.context) for each in found] == [
        ("en", "Раз", "One", ""),
        ("uk", "Раз", "Один", ""),
    ]


@pytest.mark.parametrize(
    ("named", "context"),
    [
        ('<tu tuid="a.md#p">', "a.md#p"),
        ('<tu tuid="17">', ""),
        ('<tu tuid="17"><prop type="x-context">a.md#p</prop>', "a.md#p"),
        ('<tu><prop type="file">a.po</prop><prop type="path">a.md#p</prop>', "a.md#p"),
        ('<tu><prop type="file">a.txt</prop><prop type="path">menu/1</prop>', ""),
    ],
)
def test_a_memory_names_its_units_in_the_ways_of_several_tools(named: str, context: str) -> None:
    """The fourth is how OmegaT 3.6 writes what it was given as PO, in the form of TMX 1.1."""
    content = f"""<tmx version="1.1"><header srclang="RU"/><body>{named}
        <tuv lang="RU"><seg>Раз</seg></tuv><tuv lang="UK"><seg>Один</seg></tuv></tu></body></tmx>"""
    ((unit,), problems) = read_returned(content.encode(), "project_save.tmx")
    assert (unit.context, unit.language, unit.target, problems) == (context, "UK", "Один", [])


SEGMENTED = f"""<xliff version="1.2" xmlns="{XLIFF[1:-1]}">
<file original="a" source-language="ru" target-language="uk" datatype="plaintext">
<body><trans-unit id="a.md#p"><source>Раз. Два.\n\nТри.</source>
<seg-source><mrk mtype="seg" mid="1">Раз.</mrk> <mrk mtype="seg" mid="2">Два.</mrk>\n\n<mrk mtype="seg" mid="3">Три.</mrk></seg-source>
<target>@</target></trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("segments", "target", "finished"),
    [
        (["Один.", "Двоє.", "Троє."], "Один. Двоє.\n\nТроє.", True),
        (["Один.", "", "Троє."], "Один. \n\nТроє.", False),
        (["Один.", "Двоє."], "Один. Двоє.", False),
    ],
)
def test_segments_of_a_unit_are_joined_as_those_of_the_source(segments: list[str], target: str, finished: bool) -> None:
    marks = "".join(f'<mrk mtype="seg" mid="{at}">{text}</mrk>' for at, text in enumerate(segments, 1))
    (unit,), problems = read_returned(SEGMENTED.replace("@", marks).encode(), "a.xlf")
    assert (unit.target, unit.finished, problems) == (target, finished, [])


def test_an_edited_unit_whose_state_was_left_is_told_from_one_that_was_not_edited() -> None:
    page = tracked("Раз.\n", "Один.\n")
    content = FORMATS["xliff"].write(units(page), "ru", "uk").decode()
    (unit,), _ = read_returned(content.replace(">Один.<", ">Перший.<", 1).encode(), "a.xlf")
    assert (unit.finished, unit.state_left) == (False, True)
    imported = take_in(page, [unit], Said("2026-02-03"))
    assert (imported.text, imported.confirmed) == ("Перший.\n", 0)
    assert [problem.code for problem in imported.problems] == ["exchange-state"]
