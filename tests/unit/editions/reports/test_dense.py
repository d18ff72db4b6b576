"""A report without its spaces, and the labels in it."""

from tlumach.editions.reports.dense import Dense, labels_of, parts
from tlumach.editions.reports.labels import Label, labels_in
from tlumach.languages.messages import load_messages

KNOWN = labels_in([load_messages("en")])


def test_quote_marks_spaces_and_what_nobody_sees_are_out_and_places_are_kept() -> None:
    dense = Dense("a\r\n> > b c\u200b\r\n>\td\n")
    assert dense.text == "abcd"
    assert dense.between(1, 3) == "b c" and dense.between(2, 2) == ""
    assert [dense.line(at) for at in range(4)] == [1, 2, 2, 3]


def test_labels_are_found_in_any_letters() -> None:
    found = list(labels_of("x[PAGE]y[remark]", KNOWN))
    assert [(each.label, each.start, each.end) for each in found] == [(Label.PAGE, 1, 7), (Label.REMARK, 8, 16)]


def test_a_report_has_its_labels_in_order_and_the_next_begins_with_a_page() -> None:
    text = "[remark][page][paragraph][text][page][remark][text][page][paragraph]"
    found = list(parts(list(labels_of(text, KNOWN))))
    assert [([each.label.value for each in of], end) for of, end in found] == [
        (["page", "paragraph", "text", "remark"], text.rindex("[page]")),
        (["page", "paragraph"], None),
    ]
    assert list(parts([])) == []
