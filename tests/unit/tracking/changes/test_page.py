"""The page “What changed”: the same blocks in every language, text as text, and none where nothing changed."""

from collections.abc import Callable
from dataclasses import replace

from lxml import html  # type: ignore[import-untyped]
from markdown import markdown

from tlumach.library import Library
from tlumach.library.changes import Change, ChangeOf, Changes, Wording
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker
from tlumach.tracking.changes.page import _escaped, with_change_pages
from tlumach.tracking.provenance import provenance_of

MakeLibrary = Callable[..., Library]
PATH, EXPLAINER = "a/what-changed.md", "a/index.md"
BAD = "<img src=x> *a* [b](javascript:c) {{ explainers }} `d` # e"


def library(make_library: MakeLibrary, *changes: Change, since: str = "2026-12-01") -> Library:
    made = make_library(
        {"ru/a/index.md": "# Т\n\nТам было 15 человек.\n", "uk/a/index.md": "# Т\n\nТам було 14 людей.\n"}
    )
    entries = (
        Entry("т", "# Т", "# Т", 1, since=since),
        Entry("p-1", "Там было 14 человек.", "Там було 14 людей.", 3, since=since),
    )
    return replace(made, changes={EXPLAINER: Changes(changes)}, records={("uk", EXPLAINER): Record(entries)})


def change(kind: ChangeOf = ChangeOf.CORRECTION, date: str = "2026-12-03") -> Change:
    return Change(date, EXPLAINER, "p-1", kind, {"ru": Wording("Их 14.", "Их 15.")}, {"ru": BAD, "uk": "Так."})


def test_each_language_of_the_explainer_has_it_with_the_same_blocks_all_of_them_current(
    make_library: MakeLibrary,
) -> None:
    made = with_change_pages(library(make_library, change(), change(ChangeOf.STYLE, "2026-12-02")))
    assert made.languages_of(PATH) == ["ru", "uk"]
    ours, theirs = (made.pages[language, PATH] for language in ("ru", "uk"))
    assert [block.kind for block in ours.blocks] == [block.kind for block in theirs.blocks]
    tracked = Tracker(made).track("uk", PATH)
    assert tracked and {str(pair.state) for pair in tracked.alignment.pairs} == {"current"}
    assert provenance_of(tracked).whole == 0  # no translator's work, so that no reader of one is named


def test_what_an_editor_writes_is_text(make_library: MakeLibrary) -> None:
    page = with_change_pages(library(make_library, change())).pages["ru", PATH]
    assert "<img" not in page.text and "{{ explainers }}" not in page.text
    assert [link.target for link in page.links] == ["index.md#p-1"]


def test_who_still_carries_an_error_is_told_until_it_is_confirmed(make_library: MakeLibrary) -> None:
    behind = with_change_pages(library(make_library, change())).pages["ru", PATH].text
    assert "Ещё не исправлено: Українська." in behind
    for other in (library(make_library, change(ChangeOf.UPDATE)), library(make_library, change(), since="2026-12-04")):
        assert "Ещё не исправлено" not in with_change_pages(other).pages["ru", PATH].text


def test_where_nothing_changed_or_the_project_has_such_a_page_none_is_made(make_library: MakeLibrary) -> None:
    without = library(make_library)
    assert with_change_pages(without) is without
    own = library(make_library, change())
    own = replace(own, pages={**own.pages, ("ru", PATH): own.pages["ru", EXPLAINER]})
    assert with_change_pages(own) is own
    guest = library(make_library, change())
    guest = replace(guest, settings=replace(guest.settings, pages="mkdocs"))
    assert with_change_pages(guest) is guest


def test_a_paragraph_or_page_that_is_no_more_is_not_led_to(make_library: MakeLibrary) -> None:
    for gone in (replace(change(), block="p-2"), replace(change(), path="a/gone.md")):
        page = with_change_pages(library(make_library, gone)).pages["uk", PATH]
        assert page.links == [] and "Так." in page.text


def test_every_mark_is_shown_as_it_is_whatever_extensions_a_project_has() -> None:
    text = r"\a `b` *c* _d_ {e} [f] #g |h| ~i~ ^j^ $939,5 !k (l) <m> &n; o: p-q --r 1. s"
    for extensions in ([], ["tables", "attr_list", "pymdownx.tilde", "pymdownx.caret"]):
        shown = html.fromstring(markdown(f"Было: {_escaped(text)}", extensions=extensions)).text_content()
        assert shown == f"Было: {text}"
