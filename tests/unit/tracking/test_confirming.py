"""Confirming: what was chosen becomes current, and nothing else does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record, read_record, write_record
from tlumach.settings import Settings
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.confirming import Said, confirm, dated_note, refusals, two_sided, unsettled

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
DAY, LATER = "2026-11-22", "2026-12-24"


def track(source: Iterable[str], translation: Iterable[str], record: Record | None = None) -> Tracked:
    pages = {
        (language, "a.md"): parse_page("\n\n".join(texts), language, "a.md")[0]
        for language, texts in (("ru", source), ("uk", translation))
    }
    tracked = Tracker(Library(SETTINGS, pages, records={("uk", "a.md"): record} if record else {})).track("uk", "a.md")
    assert tracked
    return tracked


def again(tracked: Tracked, record: Record) -> Tracked:
    """Track the same pages with another record, after it was on the disk."""
    text = write_record(record, tracked.source.file, tracked.page.file, "uk")
    read, problems = read_record(text, "a.po")
    assert read == record and not problems
    return track([tracked.source.text], [tracked.page.text], read)


def states(tracked: Tracked) -> list[str]:
    return [str(pair.state) for pair in tracked.alignment.pairs]


OLD = ["Первый абзац о горах.", "Второй абзац о морях.", "Третий абзац о людях."]
OWN = ["Перший абзац про гори.", "Другий абзац про моря.", "Третій абзац про людей."]


@pytest.fixture
def record() -> Record:
    tracked = track(OLD, OWN)
    return confirm(tracked, two_sided(tracked), Said(DAY))


def test_a_first_confirmation_writes_what_stands_there(record: Record) -> None:
    assert [(entry.source, entry.translation) for entry in record.entries] == list(zip(OLD, OWN, strict=True))
    assert [(entry.line, entry.since, entry.confirmed) for entry in record.entries] == [
        (1, DAY, True),
        (3, DAY, True),
        (5, DAY, True),
    ]
    assert [entry.id for entry in record.entries] == track(OLD, OWN).source_ids


def test_what_was_not_chosen_gets_no_entry() -> None:
    tracked = track(OLD, OWN)
    record = confirm(tracked, [1], Said(DAY))
    assert [entry.source for entry in record.entries] == [OLD[1]]
    assert states(again(tracked, record)) == ["unconfirmed", "current", "unconfirmed"]


def test_what_was_not_chosen_keeps_its_entry_and_stays_changed(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", OLD[1] + " Да.", OLD[2]], OWN, record)
    assert states(tracked) == ["changed", "changed", "current"]
    later = confirm(tracked, [1], Said(LATER))
    assert (later.entries[0], later.entries[2]) == (record.entries[0], record.entries[2])
    assert later.entries[1] == replace(record.entries[1], source=OLD[1] + " Да.", since=LATER)
    assert states(again(tracked, later)) == ["changed", "current", "current"]


def test_an_edited_translation_of_a_changed_source_is_not_fresh_before_it_is_confirmed(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", *OLD[1:]], [OWN[0] + " Так.", *OWN[1:]], record)
    assert states(tracked)[0] == "changed"
    assert states(again(tracked, confirm(tracked, [1, 2], Said(LATER))))[0] == "changed"
    assert states(again(tracked, confirm(tracked, [0], Said(LATER))))[0] == "current"


def test_what_is_current_keeps_its_date_and_line(record: Record) -> None:
    tracked = track(["Новый.", *OLD], ["Новий.", *OWN], record)
    later = confirm(tracked, two_sided(tracked), Said(LATER))
    assert later.entries[1:] == record.entries
    assert (later.entries[0].since, later.entries[0].line) == (LATER, 1)


def test_only_what_says_something_new_counts(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", *OLD[1:]], OWN, record)
    assert unsettled(tracked, [2, 1, 0, 0]) == [0]


def test_a_missing_block_is_refused_and_keeps_its_entry(record: Record) -> None:
    tracked = track(OLD, OWN[:2], record)
    assert states(tracked) == ["current", "current", "missing"]
    (problem,) = refusals(tracked, [0, 1, 2])
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 5, "not-translated")
    assert tracked.source_ids[2] in problem.message and "docs/uk/a.md" in problem.message
    assert confirm(tracked, [0, 1, 2], Said(LATER)) == record


def test_a_block_without_source_becomes_the_translators_own() -> None:
    tracked = track(OLD[:1], [OWN[0], "> Від перекладачів."])
    assert two_sided(tracked) == [0]
    record = confirm(tracked, [0, 1], Said(DAY))
    assert (record.entries[1].source, record.entries[1].line) == ("", 0)
    assert states(again(tracked, record)) == ["current", "current"]


def test_a_trivial_change_needs_a_change(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", *OLD[1:]], [OWN[0], OWN[1] + " Ні.", OWN[2]], record)
    assert states(tracked) == ["changed", "unconfirmed", "current"]
    (problem,) = refusals(tracked, [0, 1, 2], unchanged=True)
    assert (problem.path, problem.line, problem.code) == ("docs/uk/a.md", 3, "source-not-changed")
    assert [each.code for each in refusals(tracked, [0, 1, 2])] == ["unchanged-translation"]


def test_reasons_are_kept_one_after_the_other(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", *OLD[1:]], OWN, record)
    once = confirm(tracked, [0], Said(LATER, note=dated_note(LATER, "  добавлено\n«Да» ")))
    assert once.entries[0].note == "2026-12-24: добавлено «Да»"
    tracked = track([OLD[0], *OLD[1:]], OWN, once)
    twice = confirm(tracked, [0], Said("2027-01-01", note=dated_note("2027-01-01", "убрано")))
    assert twice.entries[0].note == "2026-12-24: добавлено «Да»\n2027-01-01: убрано"
    assert (
        confirm(track(OLD, [OWN[0] + " Так.", *OWN[1:]], twice), [0], Said(LATER)).entries[0].note
        == twice.entries[0].note
    )


def test_a_forgotten_entry_stays_until_the_page_is_current_again(record: Record) -> None:
    tracked = track([OLD[0] + " Да.", OLD[2] + " Да."], [OWN[0], OWN[2]], record)
    assert states(tracked) == ["changed", "changed"]
    assert [entry.source for entry in confirm(tracked, [0], Said(LATER)).entries] == [OLD[0] + " Да.", OLD[1], OLD[2]]
    assert len(confirm(tracked, [0, 1], Said(LATER)).entries) == 2


def test_what_needs_no_translation_is_remembered_with_the_rest() -> None:
    tracked = track(["1 2 3", OLD[0]], ["1 2 3", OWN[0]])
    assert states(tracked) == ["current", "unconfirmed"]
    assert len(confirm(tracked, [1], Said(DAY)).entries) == 1
    assert len(confirm(tracked, two_sided(tracked), Said(DAY)).entries) == 2


def test_where_nothing_new_is_said_the_record_is_what_it_was(record: Record) -> None:
    turned = track(OLD[::-1], OWN[::-1], record)
    assert confirm(turned, two_sided(turned), Said(LATER)) == record
    assert confirm(track(OLD, []), [0, 1, 2], Said(DAY)) == Record()


def test_line_ends_of_the_checkout_are_not_recorded() -> None:
    record = confirm(track(["раз\r\nдва"], ["один\r\nдва"]), [0], Said(DAY))
    assert (record.entries[0].source, record.entries[0].translation) == ("раз\nдва", "один\nдва")


def test_an_entry_makes_way_for_the_block_that_has_its_id_now() -> None:
    old = Record((Entry("top", "## Было", "## Було"), Entry("p-1", *(text[0] for text in (OLD, OWN)))))
    tracked = track(["## Стало { #now }", OLD[0], "Ещё. { #top }"], ["## Стало", OWN[0], "Ще."], old)
    record = confirm(tracked, [at for at in two_sided(tracked) if at], Said(LATER))
    assert sorted(entry.id for entry in record.entries) == ["p-1", "top", "top-2"]
    assert states(again(tracked, record)) == ["changed", "current", "current"]


# Any page, before and after any edit of either side.

SOURCES = [
    "Ответа не было.",
    "## Ответ",
    "## Ответ { #top }",
    *OLD,
    OLD[0] + " Да, о них.",
    OLD[0] + "\n\n" + OLD[1],
    "> Цитата.",
    "[^1]: Сноска.",
    "[^1]: Иная сноска.",
    "---",
    "    код",
    "***",
    "1 2 3",
    "- раз\n- два",
]
TRANSLATIONS = [
    "Відповіді не було.",
    "## Відповідь",
    *OWN,
    OWN[0] + " Так, про них.",
    "> Цитата!",
    "[^1]: Виноска.",
    "---",
    "    код",
    "1 2 3",
    "Зайве слово.",
    "- один\n- два",
]


def one_page(texts: list[str], repeats: bool) -> st.SearchStrategy[list[str]]:
    """Any blocks, but no footnote twice: a page with two of one key is broken anyway."""
    blocks = st.lists(st.sampled_from(texts), max_size=7, unique=not repeats)
    return blocks.filter(lambda page: sum(text.startswith("[^") for text in page) < 2)


CHOICES = st.sets(st.integers(0, 12))


@st.composite
def edited_pages(draw: st.DrawFn, repeats: bool = True) -> Tracked:
    """Two pages with a record of which some was confirmed when they were others."""
    sources, translations = one_page(SOURCES, repeats), one_page(TRANSLATIONS, repeats)
    old = track(draw(sources), draw(translations))
    return track(draw(sources), draw(translations), confirm(old, within(old, draw(CHOICES)), Said(DAY)))


def within(tracked: Tracked, choice: Iterable[int]) -> list[int]:
    return [at for at in choice if at < len(tracked.alignment.pairs)]


def current(tracked: Tracked) -> Counter[tuple[str, str]]:
    """Count the current pairs by their texts: of two blocks with the same text, either may be the one that is."""
    return texts(tracked, [at for at, pair in enumerate(tracked.alignment.pairs) if pair.state is State.CURRENT])


def texts(tracked: Tracked, chosen: Iterable[int]) -> Counter[tuple[str, str]]:
    pairs = [tracked.alignment.pairs[at] for at in chosen]
    ours, theirs = tracked.source.blocks, tracked.page.blocks
    return Counter(
        ("" if pair.source is None else ours[pair.source].text, theirs[pair.translation].text)
        for pair in pairs
        if pair.translation is not None
    )


@given(edited_pages(repeats=False))
def test_a_page_confirmed_whole_is_current_and_confirming_again_changes_nothing(tracked: Tracked) -> None:
    record = confirm(tracked, two_sided(tracked), Said(LATER))
    after = again(tracked, record)
    assert texts(after, two_sided(after)) == texts(tracked, two_sided(tracked))
    assert all(after.alignment.pairs[at].state is State.CURRENT for at in two_sided(after))
    assert confirm(after, two_sided(after), Said("2027-01-01")) == record
    assert unsettled(after, two_sided(after)) == []


@given(edited_pages(), CHOICES)
def test_what_is_chosen_is_current_and_nothing_else_becomes_so(tracked: Tracked, choice: set[int]) -> None:
    chosen = within(tracked, choice)
    record = confirm(tracked, chosen, Said(LATER))
    assert len({entry.id for entry in record.entries}) == len(record.entries)
    after = again(tracked, record)
    assert texts(tracked, chosen) <= current(after)
    said = {(entry.source, entry.translation) for entry in (tracked.record or Record()).entries} | set(
        texts(tracked, chosen)
    )
    assert all(pair in said or pair[0] == pair[1] or is_rule(pair) for pair in current(after))


def is_rule(pair: tuple[str, str]) -> bool:
    return set(pair) <= {"---", "***"}


@given(edited_pages(), CHOICES)
def test_entries_of_others_stay_as_they_are(tracked: Tracked, choice: set[int]) -> None:
    chosen = within(tracked, choice)
    record = confirm(tracked, chosen, Said(LATER))
    kept = {(entry.source, entry.translation, entry.since, entry.note) for entry in record.entries}
    for at, pair in enumerate(tracked.alignment.pairs):
        if at not in chosen and (entry := tracked.entry_of(pair)):
            assert (entry.source, entry.translation, entry.since, entry.note) in kept


def test_what_the_source_alone_has_moved_is_known_until_a_person_confirms_the_order(record: Record) -> None:
    swapped = [OLD[1], OLD[0], OLD[2]]
    tracked = track(swapped, OWN, record)
    assert sorted(states(tracked)) == ["current", "current", "moved"]
    at = states(tracked).index("moved")
    other = next(each for each in range(3) if each != at)
    assert sorted(states(track(swapped, OWN, confirm(tracked, [other], Said("2026-11-23"))))) == [
        "current",
        "current",
        "moved",
    ]
    after = track(swapped, OWN, confirm(tracked, [at], Said("2026-11-23")))
    assert states(after) == ["current"] * 3


def test_what_both_have_moved_alike_is_current(record: Record) -> None:
    assert states(track([OLD[1], OLD[0], OLD[2]], [OWN[1], OWN[0], OWN[2]], record)) == ["current"] * 3


def test_another_block_confirmed_forgets_no_move(record: Record) -> None:
    swapped, edited = [OLD[1], OLD[0], OLD[2] + " Да."], [*OWN[:2], OWN[2] + " Так."]
    tracked = track(swapped, edited, record)
    after = track(swapped, edited, confirm(tracked, [2], Said("2026-11-23")))
    assert sorted(states(after)) == ["current", "current", "moved"]


def test_who_confirmed_is_kept_with_the_pair() -> None:
    tracked = track(OLD, OWN)
    record = confirm(tracked, [0], Said(DAY, "editor, M."))
    assert [(entry.by, entry.since, entry.is_sealed) for entry in record.entries] == [("editor, M.", DAY, True)]
    assert states(again(tracked, record))[0] == "current"


def test_another_name_confirms_what_is_current_where_it_is_said_and_no_machine_takes_a_persons_place(
    record: Record,
) -> None:
    tracked = track(OLD, OWN, record)
    assert unsettled(tracked, [0]) == [] and unsettled(tracked, [0], "editor") == [0]
    assert confirm(tracked, [0], Said(LATER, "editor")) == record
    renewed = confirm(tracked, [0], Said(LATER, "editor", is_renewed=True))
    assert [(entry.by, entry.since) for entry in renewed.entries] == [("editor", LATER), ("", DAY), ("", DAY)]
    after = again(tracked, renewed)
    assert unsettled(after, [0], "machine, x") == [] and unsettled(after, [1], "machine, x") == [1]
    assert unsettled(after, [0], "editor") == [] and unsettled(after, [0], "translator") == [0]
