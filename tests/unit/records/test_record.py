"""Records: what is written is read again, to the byte, and what is broken is a problem with its line."""

import datetime
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.tools import msgfmt

from tlumach.records.record import Entry, Record, _as_written, _read_with_polib, read_record, write_record

FILES = ("docs/ru/a/index.md", "docs/uk/a/index.md", "uk")

AS_WRITTEN = """\
# docs/uk/a/index.md: what each block was translated from, as last confirmed (docs/ru/a/index.md).
msgid ""
msgstr ""
"Language: uk\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Tlumach\\n"

#. confirmed: 2026-11-22
#: docs/ru/a/index.md:5
msgctxt "p-0a1b2c"
msgid ""
"- раз\\n"
"- «два»"
msgstr ""
"- раз\\n"
"- „два“"

# Опечатка в источнике.
#. confirmed: 2026-11-23
#: docs/ru/a/index.md
#, fuzzy
msgctxt "итоги"
msgid "## Итоги { #итоги }"
msgstr ""
"""

RECORD = Record(
    (
        Entry("p-0a1b2c", "- раз\n- «два»", "- раз\n- „два“", 5, True, "2026-11-22", ""),
        Entry("итоги", "## Итоги { #итоги }", "", 0, False, "2026-11-23", "Опечатка в источнике."),
    )
)

TEXTS = st.one_of(
    st.text(),
    st.text(alphabet='аbї\u00a0 \t\n\r"\\\x0b\x0c\x1c\x85\u2028\u2029#~|:,.nt', max_size=30),
    st.lists(st.sampled_from(["Рядок ", "\r\n", "\n", "\n\n", "\\n", '"', "\\", "\\\\", "\t", "\u00a0", "msgid "])).map(
        "".join
    ),
)
IDS = st.text(alphabet="abcяї01-:", min_size=1, max_size=8)
DATES = st.one_of(st.just(""), st.dates(min_value=datetime.date(1000, 1, 1)).map(lambda date: date.isoformat()))
ENTRIES = st.builds(
    Entry,
    id=IDS,
    source=TEXTS,
    translation=TEXTS,
    line=st.integers(0, 9999),
    confirmed=st.booleans(),
    since=DATES,
    note=st.just(""),
)
RECORDS = st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id).map(lambda entries: Record(tuple(entries)))


def test_layout():
    assert write_record(RECORD, *FILES) == AS_WRITTEN
    assert read_record(AS_WRITTEN, "x.po") == (RECORD, [])


@settings(max_examples=300, deadline=None)
@given(RECORDS)
@example(Record((Entry("a", "", "Примітка перекладачів."),)))
@example(Record((Entry("a", "", ""), Entry("b", "\\", '"'))))
@example(Record((Entry("a", "конец\\", 'a"b\\"c\\\\"'),)))
def test_what_is_written_is_read(record):
    text = write_record(record, *FILES)
    assert read_record(text, "x.po") == (record, [])
    assert write_record(record, *FILES) == text


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_notes_keep_their_lines(note):
    text = write_record(Record((Entry("a", "А", "A", note=note),)), *FILES)
    record, problems = read_record(text, "x.po")
    assert record is not None and not problems
    assert record.entries[0].note == "\n".join(line.strip() for line in note.splitlines()).strip()
    assert write_record(record, *FILES) == text


def test_lines_are_cut_at_their_own_ends_only():
    long = "слово " * 40 + "конец"
    text = write_record(
        Record((Entry("a", long, long + "\n" + long, note=long),)), "docs/" + "путь-" * 30 + ".md", *FILES[1:]
    )
    assert f'msgid "{long}"\n' in text and f'"{long}\\n"\n"{long}"\n' in text and f"# {long}\n" in text
    assert "#: docs/" + "путь-" * 30 + ".md\n" in text


def test_file_names_with_spaces():
    text = write_record(Record((Entry("a", "А", "A", 7),)), "docs/ru/мой текст.md", "docs/uk/мой текст.md", "uk")
    assert "#: \u2068docs/ru/мой текст.md\u2069:7\n" in text
    record, _ = read_record(text, "x.po")
    assert record is not None and record.entries[0].line == 7


def test_windows_line_ends_and_byte_order_mark():
    assert read_record("\ufeff" + AS_WRITTEN.replace("\n", "\r\n"), "x.po") == (RECORD, [])


def test_confirming_one_block_changes_one_entry():
    later = Record((Entry("new", "Новое.", "Нове.", 3), *RECORD.entries))
    added = set(write_record(later, *FILES).split("\n")) - set(AS_WRITTEN.split("\n"))
    assert added == {"#: docs/ru/a/index.md:3", 'msgctxt "new"', 'msgid "Новое."', 'msgstr "Нове."'}


def test_what_other_tools_add_is_read_past():
    text = AS_WRITTEN.replace(
        '"X-Generator: Tlumach', '"PO-Revision-Date: 2026-12-01 10:00+0200\\n"\n"X-Generator: Poedit 3.4'
    )
    text = (
        text.replace("#, fuzzy", '#, fuzzy, no-wrap\n#| msgid "Было"')
        + '\n#~ msgctxt "old"\n#~ msgid "Ушло"\n#~ msgstr "Пішло"\n'
    )
    assert read_record(text, "x.po") == (RECORD, [])


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ('msgid "## Итоги', 'msgid "## "Итоги', 25, "record-syntax"),
        ('{ #итоги }"\n', "{ #итоги }\n", 25, "record-syntax"),
        ('msgctxt "итоги"\n', '<<<<<<< HEAD\nmsgctxt "итоги"\n', 24, "record-syntax"),
        ('msgid "## Итоги', 'msgid "\\q## Итоги', 25, "record-syntax"),
        ('"- „два“"\n', '"- „два“"\nmsgstr "ще"\n', 19, "record-syntax"),
        ('{ #итоги }"\nmsgstr ""\n', '{ #итоги }"\n', 25, "record-syntax"),
        ("#: docs/ru/a/index.md\n", '"продолжение"\n', 22, "record-syntax"),
        ("#, fuzzy\n", "#| \n", 23, "record-syntax"),
        (AS_WRITTEN, "", 1, "record-header"),
        (AS_WRITTEN, 'msgctxt "a"\nmsgid ""\nmsgstr "A"\n', 1, "record-header"),
        ('msgctxt "итоги"\n', "", 20, "record-context"),
        ('msgctxt "итоги"', 'msgctxt ""', 20, "record-context"),
        ('msgctxt "итоги"', 'msgctxt "два слова"', 20, "record-context"),
        ('msgctxt "итоги"', 'msgctxt "p-0a1b2c"', 20, "record-duplicate"),
        ("2026-11-23", "22.11.2026", 20, "record-date"),
        ("2026-11-23", "20261123", 20, "record-date"),
    ],
)
def test_problems_name_path_and_line(old, new, line, code):
    assert old in AS_WRITTEN
    record, problems = read_record(AS_WRITTEN.replace(old, new), "translations/uk/a/index.po")
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [
        ("translations/uk/a/index.po", line, code)
    ]
    assert (record is None) == (code in ("record-syntax", "record-header"))
    if code in ("record-context", "record-duplicate"):
        assert record == Record(RECORD.entries[:1])


BROKEN = st.lists(
    st.sampled_from([*AS_WRITTEN.splitlines(keepends=True), "#~ \n", '"\n', "#| msgid\n", 'msgid_plural ""\n'])
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), BROKEN))
def test_nothing_raises(text):
    record, problems = read_record(text, "x.po")
    assert record is not None or problems


def test_a_text_that_names_a_file_is_not_read_from_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = 'msgid ""'
    (tmp_path / name).write_text(AS_WRITTEN, encoding="utf-8")
    record, problems = read_record(name, "x.po")
    assert record is None and problems[0].code == "record-syntax"


OURS = sorted(Path(__file__).parents[3].glob("translations/**/*.po"))
STRANGE = st.sampled_from('a1:#~|,." \\\t\r\n\x1c\x85\u2028\u0662\u00b2\u2068\ufeff')


@st.composite
def nearly_as_written(draw):
    """Text of a record in which up to three characters are put in, taken out or changed."""
    fields = (IDS, TEXTS, TEXTS, st.integers(0, 99), st.booleans(), DATES, st.text(), st.booleans())
    entries = draw(st.lists(st.builds(Entry, *fields)))
    text = write_record(Record(tuple(entries)), *FILES)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.one_of(st.just(""), STRANGE)) + text[at + draw(st.integers(0, 1)) :]
    return text


@settings(max_examples=300, deadline=None)
@given(nearly_as_written())
def test_the_quick_reader_reads_what_polib_reads_or_leaves_it_to_polib(text):
    quick = _as_written(text)
    assert quick is None or (quick, []) == _read_with_polib(text, "x.po")


@pytest.mark.parametrize("text", [AS_WRITTEN, *(file.read_text(encoding="utf-8") for file in OURS)])
def test_the_quick_reader_reads_all_that_we_write(text):
    quick = _as_written(text)
    assert quick is not None and (quick, []) == _read_with_polib(text, "x.po")


def test_gettext_reads_the_same(tmp_path):
    record = Record((*RECORD.entries[:1], Entry("q", 'a\\b "c"\tд\u00a0е', "f\nг"), Entry("own", "", "Примітка.")))
    (tmp_path / "x.po").write_text(write_record(record, *FILES), encoding="utf-8")
    subprocess.run([msgfmt(), "--check-format", "-o", tmp_path / "x.mo", tmp_path / "x.po"], check=True)
    read = {entry.msgid: entry.msgstr for entry in polib.mofile(str(tmp_path / "x.mo"))}
    assert read['a\\b "c"\tд\u00a0е'] == "f\nг"


def test_what_is_sealed_is_read_fast_and_what_was_changed_since_is_not_confirmed():
    record = Record((Entry("a", "А", "A", since="2026-11-22", is_sealed=True),))
    text = write_record(record, *FILES)
    assert _as_written(text) == record and read_record(text, "x.po") == (record, [])
    for changed in (text.replace('"А"', '"Б"'), text.replace('"A"', '"B"'), text.replace("11-22", "11-23")):
        (entry,) = read_record(changed, "x.po")[0].entries
        assert (entry.confirmed, entry.is_sealed, len(entry.edited)) == (False, False, 8)
        again = write_record(Record((entry,)), *FILES)
        assert read_record(again, "x.po")[0].entries == (entry,) and "#, fuzzy" in again
