import csv
import io

import pytest
from hypothesis import given
from tests.unit.editions.glossaries import ODD, concepts, odd_libraries

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.spreadsheet import COLUMNS, harmless, to_csv
from tlumach.library import Library

COMPUTED = "=+-@\t\r\n＝＋－＠"


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def as_text(cell: str) -> str:
    """What a cell says, without the apostrophe that keeps it from being computed."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in COMPUTED else cell


def test_a_row_for_each_concept_and_language() -> None:
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows(to_csv(concepts()))[1:]]
    assert [(row["concept"], row["language"]) for row in found] == [
        ("csto", "ru"),
        ("csto", "uk"),
        ("csto", "en"),
        ("csto", "kk"),
        ("nato", "ru"),
    ]
    assert found[0] == {
        "concept": "csto",
        "language": "ru",
        "term": "Организация Договора",
        "short": "ОДКБ",
        "forms": "Ташкентский пакт",
        "avoid": "",
        "avoid_why": "",
        "definition": "Военный союз — см. НАТО.",
        "kind": "organisation",
        "as_of": "2024-12-04",
        "sources": "Википедия, 2022-11, копия статьи из вики-энциклопедии. https://example.org/w?a=1&b=2\n"
        "Заметка, без даты; судя по содержанию, 2021. https://example.org/n",
        "url": "https://tlumach.example/glossary/csto.html",
    }
    assert (found[2]["avoid"], found[2]["avoid_why"]) == (
        "ODKB\nCSTO",
        "A transliteration; the English one is CSTO.\nnever",
    )
    assert (found[3]["term"], found[3]["definition"], found[3]["url"]) == ("ҰҚШҰ", "", "")


def test_it_is_utf_8_with_a_mark_and_lines_end_as_the_standard_says() -> None:
    content = to_csv(concepts())
    assert content.startswith(b"\xef\xbb\xbfconcept,language,term,")
    assert content.count(b"\r\n") == 1 + 5
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-изм", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=1", "'90s", " =1", "«=»"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_term_that_looks_like_a_formula_is_guarded_in_the_file() -> None:
    (concept,) = concepts({"en/glossary/a.md": "---\nterm: '=HYPERLINK(\"x\")'\nforms: [-ism]\n---\n# A\n\n+1.\n"})
    assert rows(to_csv([concept]))[1][2:8] == ['\'=HYPERLINK("x")', "", "'-ism", "", "", "'+1."]


@given(odd_libraries())
def test_any_text_comes_back_and_none_is_computed(library: Library) -> None:
    (concept,) = concepts_of(library)
    header, *found = rows(to_csv([concept]))
    assert tuple(header) == COLUMNS
    assert len(found) == len(concept.entries)
    for row, entry in zip(found, concept.entries, strict=True):
        assert all(cell[:1] not in COMPUTED for cell in row if cell)
        assert as_text(row[2]) == entry.term
        assert as_text(row[7]) == entry.definition


@given(ODD)
def test_an_apostrophe_is_all_that_is_added(cell: str) -> None:
    assert harmless(cell).removeprefix("'") == cell.removeprefix("'")
