"""The labels of a report, in every language."""

from tlumach.editions.reports.labels import Label, bare, label, labels_in
from tlumach.languages.messages import load_messages


def test_a_label_is_in_brackets_in_the_readers_language() -> None:
    assert label(Label.REMARK, load_messages("uk")) == "[Зауваження]"


def test_a_label_is_known_in_each_language_that_has_it() -> None:
    known = labels_in([load_messages(language) for language in ("ru", "uk", "tr")])
    assert known["[абзац]"] == [(Label.PARAGRAPH, "ru"), (Label.PARAGRAPH, "uk")]
    assert known["[özgünmetin]"] == [(Label.ORIGINAL, "tr")]


def test_bare_is_without_spaces_and_in_small_letters() -> None:
    assert bare("[Özgün\u00a0metin]\n") == "[özgünmetin]"
