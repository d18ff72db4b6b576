"""Who read a translation, in a sentence of the reader's language."""

import pytest

from tlumach.languages.messages import known_languages, load_messages
from tlumach.library.provenance import Kind, Provenance, Readers, named, sentences

DAY = "2026-12-03"


def said(language: str, *readers: Readers, unread: int = 0, was_read: bool = False) -> list[str]:
    ids = tuple(f"p-{number}" for number in range(unread))
    found = sentences(Provenance(readers, ids, ids[0] if ids else "", was_read), load_messages(language))
    return [each.words.replace("\u00a0", " ").replace("\u202f", " ") for each in found]


def of(kind: Kind, *names: str, last: str = DAY, count: int = 38) -> Readers:
    return Readers(kind, names, last, count)


EDITOR = of(Kind.PERSON, "editor")


@pytest.mark.parametrize(
    ("readers", "expected"),
    [
        (EDITOR, "Read by an editor on 3 December 2026"),
        (of(Kind.PERSON, "translator"), "Read by a translator on 3 December 2026"),
        (of(Kind.PERSON, "editor, M."), "Read on 3 December 2026: editor, M."),
        (of(Kind.PERSON, "M. K.", "editor"), "Read on 3 December 2026: M. K. and editor"),
        (of(Kind.MACHINE, "machine"), "Checked by a machine on 3 December 2026"),
        (of(Kind.MACHINE, "machine, X 2"), "Checked by a machine on 3 December 2026: X 2"),
        (of(Kind.UNRECORDED), "Compared with the original on 3 December 2026, not signed off by a human translator"),
        (of(Kind.UNRECORDED, last=""), "Compared with the original, undated and not signed off by a human translator"),
    ],
)
def test_who_and_when(readers: Readers, expected: str) -> None:
    assert said("en", readers) == [expected]


def test_how_many_are_not_read_stands_after_it_and_leads_to_the_first() -> None:
    assert said("en", EDITOR, unread=3) == ["Read by an editor on 3 December 2026", "3 of 41 paragraphs not yet read"]
    assert said("ru", EDITOR, unread=3)[1] == "Ещё не прочитаны 3 абзаца из 41"
    assert said("uk", EDITOR, unread=1)[1] == "Ще не прочитано 1 абзац із 39"
    assert said("pl", EDITOR, unread=5)[1] == "Jeszcze nieprzeczytane: 5 akapitów z 43"
    *_, last = sentences(Provenance((EDITOR,), ("p-1", "p-2"), "p-2"), load_messages("en"))
    assert last.block == "p-2"


def test_where_several_kinds_read_it_says_how_much_each() -> None:
    both = (of(Kind.PERSON, "editor", count=1), of(Kind.UNRECORDED, count=2))
    assert said("en", *both) == [
        "Read by an editor on 3 December 2026 (1 paragraph)",
        "Compared with the original on 3 December 2026, not signed off by a human translator (2 paragraphs)",
    ]


def test_what_nobody_ever_read_says_so_and_what_has_changed_since_is_counted() -> None:
    assert said("en", unread=2) == ["Nobody has read this translation against the original yet"]
    assert said("en", unread=2, was_read=True) == ["2 of 2 paragraphs not yet read"]
    assert said("en") == []


def test_where_nobody_read_anything_no_paragraph_is_marked() -> None:
    assert Provenance((), ("p-1",), "p-1").marked == ()
    assert Provenance((), ("p-1",), "p-1", was_read=True).marked == ("p-1",)


@pytest.mark.parametrize("language", known_languages())
def test_every_language_says_all_of_it_in_words_of_its_own(language: str) -> None:
    english = {key for key, text in load_messages("en").texts.items() if key.startswith(("read.", "role."))}
    say = load_messages(language)
    same = [key for key in english if language != "en" and say.texts[key] == load_messages("en").texts[key]]
    assert same in ([], ["role.machine"], ["role.editor"])  # French and Spanish have the same word
    for count in (1, 2, 3, 5, 11, 21, 22, 41):
        unread, whole = said(language, EDITOR, unread=count)[1], str(38 + count)
        assert str(count) in unread and whole in unread and "{" not in unread


def test_a_role_is_told_in_the_readers_language_and_a_name_as_it_is_written() -> None:
    say = load_messages("ru")
    assert (named("editor, M. <b>", say), named("Ян", say)) == ("редактор, M. <b>", "Ян")
    assert (named("machine, X", say), named("machine", say)) == ("X", "машина")
