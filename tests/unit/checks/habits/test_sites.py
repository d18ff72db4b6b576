import string
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tlumach.checks.habits import habits_once
from tlumach.checks.habits.sites import shape_of
from tlumach.library import Library
from tlumach.problems import Code, Level, Problem
from tlumach.problems.levels import Setting

MakeLibrary = Callable[..., Library]
NAMES = string.ascii_lowercase[:12]


def library_of(make_library: MakeLibrary) -> Library:
    return make_library({f"{language}/{name}.md": "# А" for name in NAMES for language in ("ru", "uk", "en")})


def lost(name: str, target: str, other: str) -> Problem:
    message = f"the link to `{target}` of the source is not here. Here stands `{other}`."
    return Problem(f"docs/uk/{name}.md", 3, Code.LINKS, message)


def of_pages(make: Callable[[str], Problem], names: Sequence[str] = NAMES) -> list[Problem]:
    return [make(name) for name in names]


def test_what_every_link_has_otherwise_is_said_once_as_a_warning(make_library: MakeLibrary) -> None:
    own = lost("b", "/guide/b", "/guide/c")
    some = of_pages(lambda name: lost(name, f"/guide/{name}", f"/v2/guide/{name}"))
    found = habits_once([*some, own], library_of(make_library))
    assert [(each.path, each.level) for each in found] == [(some[0].path, Level.WARNING), (own.path, Level.ERROR)]
    assert "It stands 12 times on 12 pages: also docs/uk/b.md:3," in found[0].message


@pytest.mark.parametrize(
    ("code", "messages"),
    [
        (Code.STRUCTURE, ["mark of code: the source has `nothing`, this has `shell`."] * 12),
        (Code.STRUCTURE, ["images: the source has 1, this has none."] * 12),
        (Code.STRUCTURE, [f"is a paragraph, where the source has a box: “!!! tip {name}”." for name in NAMES]),
        (Code.UNTRANSLATED, ["this is not translated: “## See also”."] * 12),
        (Code.LINKS, ["the link to `/start` of the source is not here."] * 12),
    ],
)
def test_so_is_what_blocks_have_otherwise(make_library: MakeLibrary, code: Code, messages: list[str]) -> None:
    some = [Problem(f"docs/uk/{name}.md", 3, code, each) for name, each in zip(NAMES, messages, strict=True)]
    assert len(habits_once(some, library_of(make_library))) == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (Code.STRUCTURE, "list items (level and kind): the source has 3, this has 2."),
        (Code.STRUCTURE, "pieces of code: the source has 1, this has 0."),
        (Code.NUMBERS, "3 in the source is 4 here."),
    ],
)
def test_what_each_place_lost_is_a_finding_of_each(make_library: MakeLibrary, code: Code, message: str) -> None:
    some = of_pages(lambda name: Problem(f"docs/uk/{name}.md", 3, code, message))
    assert habits_once(some, library_of(make_library)) == some


def test_a_few_places_or_pages_are_no_habit(make_library: MakeLibrary) -> None:
    few = of_pages(lambda name: lost(name, f"/{name}", f"/x/{name}"), NAMES[:9])
    page = [lost("a", f"/{name}", f"/y/{name}") for name in NAMES]
    assert habits_once([*few, *page], library_of(make_library)) == [*few, *page]


def test_a_level_that_the_project_asks_for_goes_before(make_library: MakeLibrary) -> None:
    library = library_of(make_library)
    policy = replace(library.settings.findings, levels=(Setting(Level.ERROR, Code.LINKS),))
    asked = replace(library, settings=replace(library.settings, findings=policy))
    some = of_pages(lambda name: lost(name, f"/{name}", f"/x/{name}"))
    assert [each.level for each in habits_once(some, asked)] == [Level.ERROR]


def test_faults_that_lead_to_one_page_from_others_are_not_alike() -> None:
    shapes = {shape_of(lost("a", target, "other.md")) for target in ("facts.md", "terms/csto.md", "#part")}
    assert len(shapes) == 3
