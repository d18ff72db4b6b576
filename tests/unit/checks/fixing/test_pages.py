"""Fixing a page: blocks and front matter, the source left but for what nobody sees, waivers and levels kept."""

from dataclasses import replace

from tlumach.checks.fixing.pages import CODES, counting, fixed_page
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Code
from tlumach.problems.policy import read_policy
from tlumach.records import Entry, Record
from tlumach.settings import Settings
from tlumach.tracking import Tracker

SETTINGS = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
SOURCE = '---\ndescription: «Слово» — "слово"\n---\n# А - б\n\n«Слово» - п\'ять  два.\n\nТретий\u00ad абзац.\n'
TARGET = "---\ndescription: 'Мій об''єкт - \"слово\"'\nterm: x\n---\n# А\n\n\"Слово\" п'ять  два.\n\nТретій\u00ad абзац - він.\n"


def tracker(record: Record | None = None, source: str = SOURCE, target: str = TARGET) -> Tracker:
    pages = {(each, "a.md"): parse_page(text, each, "a.md")[0] for each, text in (("ru", source), ("uk", target))}
    return Tracker(Library(SETTINGS, pages, records={("uk", "a.md"): record} if record else {}))


def test_blocks_and_front_matter_are_put_right() -> None:
    tracked = tracker(source=SOURCE.replace("- п'ять  ", "— ").replace('"слово"', "слово")).track("uk", "a.md")
    assert tracked
    done = fixed_page(tracked.page, tracked, CODES)
    head = "---\ndescription: Мій об’єкт — «слово»\nterm: x\n---\n"
    assert done.text == head + "# А\n\n«Слово» п’ять два.\n\nТретій абзац — він.\n"
    assert [fix.line for fix in done.fixes] == sorted(fix.line for fix in done.fixes) and done.fixes[0].line == 2


def test_of_the_source_only_what_nobody_sees_is_taken_out() -> None:
    page = tracker().library.pages["ru", "a.md"]
    assert fixed_page(page, None, CODES).text == SOURCE.replace("\u00ad", "")
    assert fixed_page(page, None, CODES - {Code.INVISIBLE}).text == SOURCE


def test_what_the_record_waives_stays() -> None:
    entry = Entry("p", "Слово.", "П'ять.", note="waive apostrophe: навмисно")
    tracked = tracker(Record((entry,)), "Слово.\n", "П'ять.\n").track("uk", "a.md")
    assert tracked and fixed_page(tracked.page, tracked, CODES).text == "П'ять.\n"


def test_what_the_project_turned_off_does_not_count() -> None:
    policy, _ = read_policy({"checks": {"no-break-space": "off", "docs/uk/**": {"dashes": "off"}}}, ("ru", "uk"))
    settings = replace(SETTINGS, findings=policy)
    assert CODES - counting(settings, "docs/uk/a.md") == {Code.NO_BREAK_SPACE, Code.DASHES}
    assert CODES - counting(settings, "docs/ru/a.md") == {Code.NO_BREAK_SPACE}


def test_the_names_of_a_term_keep_plain_spaces() -> None:
    source = "---\nterm: Договор 28 августа 1834 г.\nshort: ст. 4\ndescription: Договор 28 августа.\n---\n# А\n"
    target = "---\nterm: Договір 28 серпня 1834 р.\nshort: ст. 4\ndescription: Договір 28 серпня.\n---\n# А\n"
    tracked = tracker(source=source, target=target).track("uk", "a.md")
    assert tracked
    assert fixed_page(tracked.page, tracked, CODES).text == target.replace(
        "description: Договір 28 ", "description: Договір 28\u00a0"
    )
