"""`tlumach exchange export` and `import`, as a person would run them."""

import shutil
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from tests.project import ROOT, copy_project, digest

from tlumach.cli import cli
from tlumach.commands.exchange import exchange

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
SETTINGS = """site_name: Тлумач
plugins:
  - i18n:
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: uk, name: Українська}
        - {locale: en, name: English}
"""
SOURCE = "# А\n\nРаз [два](b.md).\n\nТри.\n"
TRANSLATION = "---\r\ntitle: Б\r\n---\r\n# Б\r\n\r\nОдин [два](b.md).\r\n\r\nТроє."
CONTEXT = "a.md#"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"mkdocs.yml": SETTINGS, "docs/ru/a.md": SOURCE, "docs/uk/a.md": TRANSLATION}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def run(root: Path, command: str, *arguments: str) -> Result:
    result = CliRunner().invoke(
        exchange, [command, "--root", str(root), *arguments], env={"SOURCE_DATE_EPOCH": "1700000000"}
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def exported(root: Path, name: str = "po", ending: str = "po") -> Path:
    assert run(root, "export", "--to", name, "--language", "uk").exit_code == 0
    return root / f"exchange/uk/a.{ending}"


def translate(file: Path, source: str, target: str) -> None:
    """Do what a translator does in a PO editor: another text, and the mark `fuzzy` taken off."""
    po = polib.pofile(str(file))
    entry = next(entry for entry in po if entry.msgid == source)
    entry.msgstr, entry.flags = target, []
    po.save()


def page(root: Path) -> str:
    return (root / "docs/uk/a.md").read_bytes().decode()


def test_export_writes_a_file_for_each_page_and_language(root: Path) -> None:
    result = run(root, "export", "--to", "po")
    assert sorted(digest(root / "exchange")) == ["en/a.po", "uk/a.po"]
    assert "uk/a.po: 3 blocks (3 needs review)" in result.output
    assert result.output.endswith("6 blocks exported (3 needs review, 3 untranslated).\n")


def test_export_says_what_is_left_to_do_in_the_words_of_the_file(root: Path) -> None:
    CliRunner().invoke(cli, ["confirm", "docs/uk/a.md", "--root", str(root)])
    source = root / "docs/ru/a.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Три.", "Три или четыре."), encoding="utf-8")
    result = run(root, "export", "--to", "xliff", "docs/uk/a.md")
    assert "(1 needs translation, 2 translated)" in result.output
    assert 'state="needs-translation"' in (root / "exchange/uk/a.xlf").read_text(encoding="utf-8")


def test_export_of_a_language_a_path_and_to_a_folder(root: Path) -> None:
    run(root, "export", "--to", "xliff", "--language", "uk", "--output", str(root / "out"), "docs/ru/a.md")
    assert sorted(digest(root / "out")) == ["uk/a.xlf"]
    result = run(root, "export", "--to", "po", "docs/ru/none.md")
    assert (result.exit_code, "unknown-page" in result.output) == (2, True)


def test_only_stale_leaves_out_what_needs_no_translation(root: Path) -> None:
    run(root, "export", "--to", "po", "--only", "stale")
    assert sorted(digest(root / "exchange")) == ["en/a.po"]


def test_a_memory_of_nothing_is_not_written(root: Path) -> None:
    run(root, "export", "--to", "tmx")
    assert sorted(digest(root / "exchange")) == ["uk/a.tmx"]


@pytest.mark.parametrize(("name", "ending"), [("po", "po"), ("xliff", "xlf"), ("xliff2", "xlf"), ("tmx", "tmx")])
def test_the_real_pages_come_back_without_a_changed_byte(tmp_path: Path, name: str, ending: str) -> None:
    project = copy_project(tmp_path / "site")
    before = digest(project / "docs"), digest(project / "translations")
    assert run(project, "export", "--to", name).exit_code == 0
    result = run(project, "import", *map(str, sorted((project / "exchange").rglob(f"*.{ending}"))))
    assert (result.exit_code, result.output.count("\n")) == (0, 1)
    assert (digest(project / "docs"), digest(project / "translations")) == before
    assert digest(ROOT / "docs") == before[0]


def test_what_was_translated_is_written_and_all_else_stays(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    result = run(root, "import", str(file))
    assert result.exit_code == 0
    assert page(root) == TRANSLATION.replace("Троє.", "Трійця.")
    assert result.output == "docs/uk/a.md: 1 written, 2 as they were.\n1 page read: 1 written, 2 as they were.\n"
    assert not (root / "translations").exists()


def test_xliff_edited_by_another_library_comes_back(root: Path) -> None:
    file = exported(root, "xliff", "xlf")
    tree = etree.parse(file)
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        if unit.findtext(f"{XLIFF}source") == "Три.":
            unit.find(f"{XLIFF}target").text = "Трійця."
            unit.find(f"{XLIFF}target").set("state", "translated")
    tree.write(file, encoding="UTF-16")
    assert run(root, "import", str(file)).exit_code == 0
    assert page(root) == TRANSLATION.replace("Троє.", "Трійця.")


def test_a_memory_edited_by_another_library_comes_back_without_its_ids(root: Path) -> None:
    file = exported(root, "tmx", "tmx")
    tree = etree.parse(file)
    for unit in tree.iter("tu"):
        del unit.attrib["tuid"]
        for prop in unit.findall("prop"):
            unit.remove(prop)
        unit.findall("tuv")[1].find("seg").text = unit.findall("tuv")[1].findtext("seg").replace("Троє", "Трійця")
    tree.write(file)
    assert run(root, "import", str(file)).exit_code == 0
    assert page(root) == TRANSLATION.replace("Троє.", "Трійця.")


def test_what_does_not_fit_is_refused_and_the_rest_goes_in(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    translate(file, "Раз [два](b.md).", "Один.")
    result = run(root, "import", str(file))
    assert result.exit_code == 1
    assert page(root) == TRANSLATION.replace("Троє.", "Трійця.")
    line = next(line for line in result.output.splitlines() if "exchange-link" in line)
    assert line.startswith(f"{file}:")
    assert "(docs/uk/a.md:6) is left as it is: the link “b.md” is lost." in line
    assert result.output.endswith("1 page read: 1 written, 1 as they were, 1 refused.\n")


def test_a_new_page_is_made_and_says_what_it_lacks(root: Path) -> None:
    run(root, "export", "--to", "po", "--language", "en")
    file = root / "exchange/en/a.po"
    translate(file, "# А", "# A")
    result = run(root, "import", str(file))
    assert (root / "docs/en/a.md").read_text() == "# A\n"
    assert "docs/en/a.md: 1 written, 2 as they were, a new page: give it its front matter." in result.output


def test_the_mark_of_the_byte_order_stays(root: Path) -> None:
    (root / "docs/uk/a.md").write_bytes(b"\xef\xbb\xbf" + TRANSLATION.encode())
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    run(root, "import", str(file))
    assert (root / "docs/uk/a.md").read_bytes() == b"\xef\xbb\xbf" + TRANSLATION.replace("Троє.", "Трійця.").encode()


def test_only_confirm_writes_the_record(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    result = run(root, "import", "--confirm", str(file))
    assert "docs/uk/a.md: 1 written, 1 confirmed, 2 as they were." in result.output
    record = polib.pofile(str(root / "translations/uk/a.po"))
    assert [(entry.msgid, entry.msgstr, entry.comment[:-9]) for entry in record] == [
        ("Три.", "Трійця.", "confirmed: 2023-11-14")
    ]
    before = digest(root)
    assert run(root, "import", "--confirm", str(file)).exit_code == 0
    assert digest(root) == before


def test_a_broken_record_is_not_written_over(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    record = root / "translations/uk/a.po"
    record.parent.mkdir(parents=True)
    record.write_text("rubbish")
    result = run(root, "import", "--confirm", str(file))
    assert (result.exit_code, "record-syntax" in result.output, record.read_text()) == (1, True, "rubbish")
    assert "Трійця." in page(root)


def test_if_the_record_cannot_be_written_the_page_is_not(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    (root / "translations").write_text("in the way")
    before = digest(root)
    result = run(root, "import", "--confirm", str(file))
    assert (result.exit_code, digest(root)) == (1, before)
    assert "unwritable" in result.output
    assert result.output.endswith("Nothing was written.\n")


def test_files_that_are_none_are_problems_and_the_others_go_in(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Трійця.")
    rubbish = root / "x.xlf"
    rubbish.write_bytes(b"\x00\xff<")
    result = run(root, "import", str(rubbish), str(root / "none.po"), str(file))
    assert result.exit_code == 1
    assert f"{rubbish}:1: error: exchange-file" in result.output
    assert f"{root}/none.po:1: error: unreadable" in result.output
    assert "Трійця." in page(root)


def test_a_unit_names_no_file_outside_the_pages(root: Path) -> None:
    file = exported(root)
    file.write_text(
        file.read_text(encoding="utf-8").replace(CONTEXT, "../../x.md#").replace("#, fuzzy\n", ""), encoding="utf-8"
    )
    before = digest(root)
    result = run(root, "import", str(file))
    assert (result.exit_code, "exchange-page" in result.output, digest(root)) == (1, True, before)


def test_a_stray_page_in_no_source_is_not_exported(root: Path) -> None:
    shutil.copy(root / "docs/uk/a.md", root / "docs/uk/own.md")
    run(root, "export", "--to", "po", "--language", "uk")
    assert sorted(digest(root / "exchange")) == ["uk/a.po"]


def test_what_xml_cannot_carry_is_said_and_left_out(root: Path) -> None:
    (root / "docs/ru/a.md").write_text(SOURCE.replace("Три", "Три\x0c"), encoding="utf-8")
    result = run(root, "export", "--to", "xliff", "--language", "uk")
    assert (result.exit_code, "docs/ru/a.md:5: error: exchange-character" in result.output) == (1, True)
    assert "2 blocks exported" in result.output


def test_where_nothing_can_be_written_export_says_so(root: Path) -> None:
    (root / "exchange").write_text("in the way")
    result = run(root, "export", "--to", "po")
    assert (result.exit_code, "unwritable" in result.output) == (1, True)


@pytest.mark.parametrize(("name", "ending"), [("po", "po"), ("xliff", "xlf"), ("xliff2", "xlf"), ("tmx", "tmx")])
def test_a_file_that_nobody_touched_takes_no_edit_by_hand_back(root: Path, name: str, ending: str) -> None:
    file = exported(root, name, ending)
    (root / "docs/uk/a.md").write_bytes(TRANSLATION.replace("Троє.", "Трійця.").encode())
    before = digest(root)
    for arguments in ([], ["--confirm"]):
        assert run(root, "import", *arguments, str(file)).exit_code == 0
        assert digest(root / "docs")["uk/a.md"] == before["docs/uk/a.md"]
    assert not (root / "translations").exists()


def test_what_both_sides_changed_is_a_conflict_and_nothing_is_written(root: Path) -> None:
    file = exported(root)
    translate(file, "Три.", "Тричі.")
    translate(file, "# А", "# Бе")
    (root / "docs/uk/a.md").write_bytes(TRANSLATION.replace("Троє.", "Трійця.").encode())
    before = digest(root)
    result = run(root, "import", str(file))
    assert (result.exit_code, digest(root)) == (1, before)
    assert f"{file}:32: error: import-conflict" in result.output
    assert "“Троє.”; docs/uk/a.md:8 now: “Трійця.”; here: “Тричі.”" in result.output


@pytest.mark.parametrize("is_marked", [True, False])
def test_a_file_whose_language_was_set_wrong_overwrites_no_page(root: Path, is_marked: bool) -> None:
    (root / "docs/en").mkdir()
    (root / "docs/en/a.md").write_text("# B\n\nOne [two](b.md).\n\nThree.\n")
    file = exported(root)
    text = file.read_text(encoding="utf-8").replace('"Language: uk', '"Language: en').replace("#, fuzzy\n", "")
    file.write_text(text if is_marked else text.replace("#. exported", "#. was"), encoding="utf-8")
    before = digest(root)
    result = run(root, "import", "--confirm", str(file))
    assert (result.exit_code, digest(root)) == (1, before)
    assert ("exchange-language" if is_marked else "import-conflict") in result.output


def test_a_project_of_omegat_has_po_files_and_segments_by_paragraph(root: Path) -> None:
    run(root, "export", "--to", "omegat", "--language", "uk")
    folder = root / "exchange/uk"
    assert polib.pofile(str(folder / "source/a.po")).metadata["Language"] == "uk"
    project = etree.parse(folder / "omegat.project").getroot()[0]
    assert {each: project.findtext(each) for each in ("source_lang", "target_lang", "sentence_seg")} == {
        "source_lang": "RU",
        "target_lang": "UK",
        "sentence_seg": "false",
    }
    assert all((folder / name).is_dir() for name in ("target", "tm", "glossary", "dictionary", "omegat"))
    (filter_,) = etree.parse(folder / "omegat/filters.xml").getroot()
    assert filter_.get("className") == "org.omegat.filters2.po.PoFilter"
    assert dict(filter_.find("option").attrib) == {"name": "skipHeader", "value": "true"}
    assert run(root, "import", str(folder / "source/a.po")).exit_code == 0


SUFFIX = SETTINGS.replace("i18n:\n", "i18n:\n      docs_structure: suffix\n").replace(
    "plugins:", "theme: material\nplugins:"
)


def in_suffixes(root: Path, *files: str) -> None:
    for file, text in {"mkdocs.yml": SUFFIX, **dict.fromkeys(files, "# Раз\n\nТри.\n")}.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text.replace("Раз", "Один") if ".uk" in file else text, encoding="utf-8")


def test_a_page_named_by_a_suffix_comes_back_as_it_is_named(tmp_path: Path) -> None:
    in_suffixes(tmp_path, "docs/sub/a.md", "docs/sub/a.uk.md")
    run(tmp_path, "export", "--to", "po", "--language", "uk")
    translate(tmp_path / "exchange/uk/sub/a.po", "Три.", "Троє.")
    assert "docs/sub/a.uk.md: 1 written" in run(tmp_path, "import", str(tmp_path / "exchange/uk/sub/a.po")).output
    assert (tmp_path / "docs/sub/a.uk.md").read_text(encoding="utf-8") == "# Один\n\nТроє.\n"
    assert not (tmp_path / "docs/uk").exists()


def test_a_new_page_is_named_by_a_suffix_where_the_others_are(tmp_path: Path) -> None:
    in_suffixes(tmp_path, "docs/sub/b.ru.md")
    run(tmp_path, "export", "--to", "po", "--language", "uk")
    translate(tmp_path / "exchange/uk/sub/b.po", "Три.", "Троє.")
    result = run(tmp_path, "import", "--confirm", str(tmp_path / "exchange/uk/sub/b.po"))
    assert "docs/sub/b.uk.md: 1 written, 1 confirmed" in result.output
    assert (tmp_path / "docs/sub/b.uk.md").read_text(encoding="utf-8") == "Троє.\n"
    record = (tmp_path / "translations/uk/sub/b.po").read_text(encoding="utf-8")
    assert record.startswith("# docs/sub/b.uk.md: what each block was translated from")
    assert not (tmp_path / "docs/uk").exists()
