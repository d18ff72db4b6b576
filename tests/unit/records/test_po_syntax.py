"""What polib would misread without a word."""

import pytest

from tlumach.records.po_syntax import LinesByLF, broken_line, has_header

GOOD = '# x\nmsgid ""\nmsgstr ""\n"A: b\\n"\n\n#. c\nmsgctxt "a"\nmsgid "б \\"в\\" \\\\"\nmsgstr "г\u2028д"\n'


def test_a_good_file():
    assert broken_line(GOOD) == 0
    assert has_header(GOOD)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a\nmsgstr "b"\n', 1),
        ('msgid "a""\nmsgstr "b"\n', 1),
        ('msgid "a\\"\nmsgstr "b"\n', 1),
        ('msgid "\\x41"\nmsgstr "b"\n', 1),
        ('\n\nmsgid "a"\n', 3),
        ('msgid "a"\n# c\nmsgid "b"\nmsgstr ""\n', 3),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
        ('msgid "a"\nmsgctxt "b"\nmsgstr "c"\n', 2),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 2),
        ("=======\n", 1),
    ],
)
def test_broken_lines(text, line):
    assert broken_line(text) == line


@pytest.mark.parametrize("text", ["", "# only\n", 'msgctxt "a"\nmsgid ""\n', 'msgid "a"\n'])
def test_no_header(text):
    assert not has_header(text)


def test_lines_end_in_lf_alone():
    assert LinesByLF("a\u2028b\x85c\nd").splitlines() == ["a\u2028b\x85c", "d"]
