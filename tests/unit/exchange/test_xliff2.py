"""XLIFF 2.1: valid, with notes, states, the source before, and what may be cut; what comes back cut, in another order, or bare."""

from dataclasses import replace

import pytest
from lxml import etree
from tests.schemas import xliff_schema_of
from tests.unit.exchange.pages import tracked
from tests.unit.exchange.test_formats import real_pages, samples

from tlumach.exchange.formats import FORMATS, read_returned
from tlumach.exchange.importing import take_in
from tlumach.exchange.units import Unit, units
from tlumach.tracking.confirming import Said

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
MATCHES = "{urn:oasis:names:tc:xliff:matches:2.0}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def written(found: list[Unit]) -> etree._Element:
    return etree.fromstring(FORMATS["xliff2"].write(found, "ru", "uk"))


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The core schema of 2.0: that of 2.1 differs in the type of the two languages alone, and has the same namespace."""
    return xliff_schema_of("xliff-core-2.0.xsd", tmp_path_factory.mktemp("schemas"))


@pytest.mark.slow
def test_it_is_valid_by_its_schema(schema: etree.XMLSchema) -> None:
    for found in [samples(), *real_pages()]:
        schema.assertValid(written(found))


def test_the_schema_would_find_what_is_wrong(schema: etree.XMLSchema) -> None:
    root = written(samples())
    root.find(f".//{CORE}unit").set("id", "a.md#b")
    assert not schema.validate(root)


def test_what_the_schema_of_matches_asks_for() -> None:
    """Its rules in words: a match has a source and then a target, and points to a segment of its own unit."""
    for unit in written(samples()).iter(f"{CORE}unit"):
        for match in unit.iterfind(f"{MATCHES}matches/{MATCHES}match"):
            assert [child.tag for child in match] == [f"{CORE}source", f"{CORE}target"]
            assert match.get("ref") in {f"#{each.get('id')}" for each in unit.iterfind(f"{CORE}segment")}


def test_ids_are_unique_within_a_file() -> None:
    for found in real_pages():
        ids = [unit.get("id") for unit in written(found).iter(f"{CORE}unit")]
        assert len(set(ids)) == len(ids)


def test_what_stands_in_it() -> None:
    root = written(samples())
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "ru", "uk")
    assert root[0].get("original") == "docs/ru/a.md"
    found = list(root.iter(f"{CORE}unit"))
    assert [each.get("name") for each in found] == [unit.id for unit in samples()]
    segments = [each.find(f"{CORE}segment") for each in found]
    done, again, missing = ("reviewed", None), ("initial", "tlumach:changed"), ("initial", None)
    assert [(each.get("state"), each.get("subState")) for each in segments] == [done, done, again, done, missing]
    assert [each.get("canResegment") for each in found] == ["yes", "no", "no", "yes", "yes"]
    assert {each.get(SPACE) for each in root.iter(f"{CORE}source", f"{CORE}target")} == {"preserve"}
    notes = {note.get("category"): note.text for note in found[0].iterfind(f"{CORE}notes/{CORE}note")}
    assert notes["location"] == "docs/ru/a.md:1"
    assert notes["description"].startswith("Так вирішили\nвсі разом.\nexported: uk ")
    assert found[2].findtext(f"{MATCHES}matches/{MATCHES}match/{CORE}source") == samples()[2].previous


def test_a_unit_that_nobody_has_confirmed_says_so() -> None:
    segment = written(units(tracked("Раз.\n", "Один.\n"))).find(f".//{CORE}segment")
    assert (segment.get("state"), segment.get("subState")) == ("initial", "tlumach:unconfirmed")


def test_an_id_that_is_no_name_token_has_a_digest_for_a_name() -> None:
    unit = replace(samples()[0], id="a.md#раз/два")
    (element,) = written([unit]).iter(f"{CORE}unit")
    assert (element.get("name"), element.get("id", "")[:2]) == (unit.id, "x-")
    (returned,) = read_returned(FORMATS["xliff2"].write([unit], "ru", "uk"), "a.xlf")[0]
    assert returned.context == unit.id


def back(inner: str, version: str = "2.1") -> tuple[str, str, bool]:
    """What becomes of a unit that a tool has cut: its source, its target, and whether it is finished."""
    space = "2.2" if version == "2.2" else "2.0"
    content = f"""<xliff version="{version}" srcLang="ru" trgLang="uk" xmlns="urn:oasis:names:tc:xliff:document:{space}">
    <file id="a"><group id="g"><unit id="p" name="a.md#p">{inner}</unit></group></file></xliff>"""
    (unit,), problems = read_returned(content.encode(), "a.xlf")
    assert (problems, unit.context, unit.language) == ([], "a.md#p", "uk")
    return unit.source, unit.target, unit.finished


def piece(source: str, target: str = "", state: str = "translated", order: str = "") -> str:
    given = f"<target{order}>{target}</target>" if target else ""
    return f'<segment state="{state}"><source>{source}</source>{given}</segment>'


def space(text: str, target: str = "") -> str:
    return f"<ignorable><source>{text}</source>{f'<target>{target}</target>' if target else ''}</ignorable>"


CUT = {
    "spaces between segments": (
        piece("Раз.", "Один.") + space(" ") + piece("Два.", "Двоє.") + space("\n\n") + piece("Три.", "Троє."),
        ("Раз. Два.\n\nТри.", "Один. Двоє.\n\nТроє.", True),
    ),
    "spaces of the target's own": (
        piece("Раз.", "Один.") + space(" ", "\n") + piece("Два.", "Двоє."),
        ("Раз. Два.", "Один.\nДвоє.", True),
    ),
    "a segment left empty": (
        piece("Раз.", "Один.") + space(" ") + piece("Два."),
        ("Раз. Два.", "Один. ", False),
    ),
    "nothing translated": (piece("Раз.") + space(" ") + piece("Два."), ("Раз. Два.", "", False)),
    "one segment that is not finished": (
        piece("Раз.", "Один.") + space(" ") + piece("Два.", "Двоє.", "initial"),
        ("Раз. Два.", "Один. Двоє.", False),
    ),
    "another order": (
        piece("Раз.", "один.", order=' order="3"') + space(" ") + piece("Два.", "Двоє,", order=' order="1"'),
        ("Раз. Два.", "Двоє, один.", True),
    ),
    "codes within the text": (
        piece('<pc id="1">Раз</pc> <mrk id="2" type="term">два</mrk>', '<pc id="1">Один</pc> <mrk id="2">двоє</mrk>'),
        ("Раз два", "Один двоє", True),
    ),
}


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
@pytest.mark.parametrize(("inner", "expected"), CUT.values(), ids=CUT)
def test_a_unit_that_was_cut_is_put_together(inner: str, expected: tuple[str, str, bool], version: str) -> None:
    assert back(inner, version) == expected


@pytest.mark.parametrize(
    ("state", "finished"),
    [("initial", False), ("translated", True), ("reviewed", True), ("final", True)],
)
def test_states(state: str, finished: bool) -> None:
    assert back(piece("Раз", "Один", state))[2] is finished


def test_a_tool_that_keeps_neither_states_nor_notes_is_taken_at_its_word() -> None:
    assert back("<segment><source>Раз</source><target>Один</target></segment>")[2]


@pytest.mark.parametrize("left", [' state="initial" subState="tlumach:unconfirmed"', ""], ids=["as it was", "dropped"])
def test_an_edited_unit_whose_state_was_left_is_taken_and_not_confirmed(left: str) -> None:
    page = tracked("Раз.\n\nДва.\n", "Один.\n\nДвоє.\n")
    content = FORMATS["xliff2"].write(units(page), "ru", "uk").decode()
    content = content.replace(' state="initial" subState="tlumach:unconfirmed"', left)
    at = content.index('<segment id="text"')
    edited = content[:at] + content[at:].replace(">Один.<", ">Перший.<")
    imported = take_in(page, read_returned(edited.encode(), "a.xlf")[0], Said("2026-02-03"))
    assert (imported.text, imported.confirmed) == ("Перший.\n\nДвоє.\n", 0)
    assert [problem.code for problem in imported.problems] == ["exchange-state"]
