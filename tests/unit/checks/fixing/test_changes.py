"""Changes found in prose, made in the text as written."""

from tlumach.blocks import split
from tlumach.checks.fixing.changes import Change, as_written, changed, keeps_markup, left_alone, read_spans
from tlumach.checks.pairs.pair import Side


def side(text: str) -> Side:
    return Side("uk", split(text)[0][0])


def test_a_change_of_the_prose_stands_at_its_place_in_the_block() -> None:
    one = side("## *Слово* [два](a.md) три")
    at = one.prose.text.index("три")
    (change,) = as_written(one, [Change(at, at + 1, "Т")])
    assert changed(one.block.text, [change]) == "## *Слово* [два](a.md) Три"


def test_decomposed_letters_and_unseen_characters_before_it_do_not_shift_it() -> None:
    one = side("и\u0306и\u0306 сло\u00adво - два")
    at = one.prose.text.index("-")
    (change,) = as_written(one, [Change(at, at + 1, "—")])
    assert changed(one.block.text, [change]) == "и\u0306и\u0306 сло\u00adво — два"


def test_what_is_put_together_of_several_pieces_is_not_changed() -> None:
    one = side("раз &quot; два ** три")
    at = one.prose.text.index('"')
    assert not list(as_written(one, [Change(at, at + 1, "і"), Change(at - 1, at + 2, "")]))


def test_where_two_changes_overlap_the_first_is_made() -> None:
    assert changed("абвг", [Change(1, 3, "X"), Change(2, 4, "Y")]) == "аXг"


def test_what_is_left_alone_and_what_is_read() -> None:
    text = "а <b>б</b> [в] [г](д) $е - є$"
    assert [text[start:end] for start, end in left_alone(text)] == ["<b>б</b>", "[в]", "$е - є$"]
    one = side("а `код` б")
    assert [one.block.text[start:end] for start, end in read_spans(one.block)] == ["а ", " б"]
    assert read_spans(side("```\nкод\n```").block) == []


def test_another_text_keeps_the_markup_or_does_not() -> None:
    assert keeps_markup(side("Слово *два*.").block, "Слово  *три*.")
    for other in ("Слово два.", "- слово *два*.", "Слово *два*.\n\nтри", "Слово *два* `три`.", ""):
        assert not keeps_markup(side("Слово *два*.").block, other)
    assert not keeps_markup(side("# Раз-два").block, "# Раздва")
    assert not keeps_markup(side("![п'ять](a.png) `а`").block, "![п’ять](a.png) `б`")
    assert keeps_markup(side("![п'ять](a.png)").block, "![п’ять](a.png)")
