"""Stamps in a repository with a history become records that say what git says, block by block."""

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.repository import Repository

from tlumach.adoption.adopting import Adoption, adopt
from tlumach.adoption.manifest import read_manifest
from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.library.structure import Place
from tlumach.problems import Code
from tlumach.tracking import Tracked, Tracker

EN, UK = "docs/en/a.md", "docs/uk/a.md"
SOURCE = "# A\n\nOne of them.\n\nTwo of them.\n\n## B\n\nThree of them.\n"
TRANSLATION = "# А\n\nРаз.\n\nДва.\n\n## Б\n\nТри.\n"
PLACE = ("uk", "a.md")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "project")
    repository.write(EN, SOURCE)
    return repository


def stamped(stamp: str, text: str = TRANSLATION) -> str:
    return f"---\n{stamp}\n---\n{text}"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(repository: Repository) -> Library:
    library, _ = read_library(repository.root)
    assert library
    return library


def adopted(repository: Repository, manifest: str = "", by_last_commit: bool = False) -> Adoption:
    library = read(repository)
    stamps, _ = read_manifest(manifest, "m.json", library) if manifest else ({}, [])
    places = [place for place in library.pages if place[0] != "en"]
    return adopt(library, repository.root, places, stamps, "2026-11-22", by_last_commit)


def states(repository: Repository, adoption: Adoption, place: Place = PLACE) -> list[str]:
    """Return each block's text in the source (or the translation) with its state."""
    blocks = [
        (segment.source or segment.target, segment.state) for segment in tracked(repository, adoption, place).segments
    ]
    return [f"{block.text.split()[-1]} {state}" for block, state in blocks if block]


def tracked(repository: Repository, adoption: Adoption, place: Place = PLACE) -> Tracked:
    library = read(repository)
    found = Tracker(Library(library.settings, library.pages, records=adoption.records)).track(*place)
    assert found
    return found


def follow(repository: Repository) -> str:
    """Commit the source, change a paragraph, put one in and take one out; return the id of the first commit."""
    first = repository.commit("2026-10-01")
    repository.write(EN, "# A\n\nOne of them.\n\nTwo of those.\n\nTwo and a half.\n\n## B\n")
    repository.commit("2026-10-02")
    return first


FOLLOWED = ["A current", "them. current", "those. changed", "half. missing", "B current", "Три. orphaned"]


@pytest.mark.parametrize(
    "stamp", ["source_commit: ID", "l10n:\n  sourceCommit: ID", "default_lang_commit: ID", "en_commit: ID"]
)
def test_a_commit_in_the_front_matter(repository: Repository, stamp: str) -> None:
    first = follow(repository)
    for written in (first, first[:8]):
        repository.write(UK, stamped(stamp.replace("ID", written)))
        adoption = adopted(repository)
        assert not adoption.problems and states(repository, adoption) == FOLLOWED
        assert {entry.since for entry in adoption.records[PLACE].entries} == {"2026-10-01"}


def test_a_digest_of_the_source_file(repository: Repository) -> None:
    follow(repository)
    repository.write(UK, stamped(f"source_sha256: {sha(SOURCE)}"))
    adoption = adopted(repository)
    assert not adoption.problems and states(repository, adoption) == FOLLOWED
    assert {entry.since for entry in adoption.records[PLACE].entries} == {"2026-10-01"}


def test_a_digest_of_what_is_not_committed_yet_needs_no_git(repository: Repository) -> None:
    repository.write(UK, stamped(f"source_sha256: {sha(SOURCE)}"))
    adoption = adopted(repository)
    assert not adoption.problems and {state.split()[1] for state in states(repository, adoption)} == {"current"}
    assert {entry.since for entry in adoption.records[PLACE].entries} == {"2026-11-22"}


def test_a_manifest_and_a_stamp_of_the_page_goes_before_it(repository: Repository) -> None:
    follow(repository)
    repository.write(UK, TRANSLATION)
    repository.write(
        "docs/de/a.md",
        stamped("source_commit: HEAD~9", TRANSLATION).replace("HEAD~9", repository.git("rev-parse", "HEAD").strip()),
    )
    adoption = adopted(repository, f'{{"a.md": "{sha(SOURCE)}"}}')
    assert not adoption.problems and states(repository, adoption) == FOLLOWED
    assert adoption.stamps["de", "a.md"].file == "docs/de/a.md"


def test_digests_by_section_say_nothing_of_what_they_leave_out(repository: Repository) -> None:
    follow(repository)
    repository.write(UK, stamped(f"section_hashes:\n  B: '{sha('## B' + chr(10) * 2 + 'Three of them.')}'"))
    adoption = adopted(repository)
    assert not adoption.problems
    assert [entry.source for entry in adoption.records[PLACE].entries] == ["## B", "Three of them."]
    assert states(repository, adoption)[-2:] == ["B current", "Три. orphaned"]
    assert not [state for state in states(repository, adoption)[:4] if state.endswith("current")]


def test_a_source_that_was_renamed_is_found_under_its_older_name(repository: Repository) -> None:
    first = repository.commit()
    repository.git("mv", EN, "docs/en/b.md")
    repository.commit()
    repository.write("docs/uk/b.md", stamped(f"source_commit: {first}"))
    adoption = adopted(repository)
    assert not adoption.problems and set(adoption.records) == {("uk", "b.md")}


def test_a_source_that_was_renamed_and_rewritten_into_a_folder(repository: Repository) -> None:
    first = repository.commit()
    repository.git("rm", EN)
    repository.write("docs/en/a/index.md", "# A\n\nAll is said in another way on this page.\n")
    repository.commit()
    repository.write("docs/uk/a/index.md", stamped(f"source_commit: {first}"))
    assert set(adopted(repository).records) == {("uk", "a/index.md")}


def test_files_with_the_language_in_their_names(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project", "suffix")
    repository.write("docs/a.md", SOURCE)
    first = repository.commit()
    repository.write("docs/a.md", SOURCE.replace("One", "None"))
    repository.commit()
    repository.write("docs/a.uk.md", stamped(f"source_commit: {first}"))
    assert states(repository, adopted(repository))[1:3] == ["them. changed", "them. current"]


def test_sources_of_another_repository(repository: Repository, tmp_path: Path) -> None:
    """A translation's repository may take in that of the sources, as a link here or as a submodule."""
    other = Repository(tmp_path / "other")
    other.write("text/a.md", SOURCE)
    first = other.commit()
    other.write("text/a.md", SOURCE.replace("One", "None"))
    other.commit()
    (repository.root / EN).unlink()
    (repository.root / "docs/en").rmdir()
    (repository.root / "docs").rmdir()
    (tmp_path / "other/uk").mkdir()
    (tmp_path / "other/text").rename(tmp_path / "other/en")
    (repository.root / "docs").symlink_to(tmp_path / "other")
    other.commit()
    repository.write(UK, stamped(f"source_commit: {first}"))
    assert states(repository, adopted(repository))[1:3] == ["them. changed", "them. current"]


def test_the_front_matter_that_readers_read_is_recorded_too(repository: Repository) -> None:
    repository.write(EN, "---\ntitle: A page\ndescription: It says one thing.\n---\n" + SOURCE)
    first = repository.commit()
    repository.write(EN, repository.read(EN).replace("one thing", "another"))
    repository.write(UK, stamped(f"title: Сторінка\ndescription: Каже.\nsource_commit: {first}"))
    adoption = adopted(repository)
    found = {segment.field: segment.state for segment in tracked(repository, adoption).segments if segment.field}
    assert found == {"title": State.CURRENT, "description": State.CHANGED}


def test_what_cannot_be_matched_or_was_never_translated_is_not_current(repository: Repository) -> None:
    first = repository.commit()
    repository.write(UK, stamped(f"source_commit: {first}", "# А\n\nРаз.\n\nДва.\n\nДва.\n\n## Б\n\nThree of them.\n"))
    repository.write(EN, SOURCE + "\nThree words here again.\n")
    found = dict(zip(["A", "1", "2", "B", "3"], states(repository, adopted(repository)), strict=False))
    assert found["A"] == "A current" and found["1"] == "them. unconfirmed"
    assert sum(state.endswith("current") for state in states(repository, adopted(repository))) == 3


def test_a_record_that_is_there_is_left_and_a_page_without_stamp_is_said(repository: Repository) -> None:
    first = repository.commit()
    repository.write(UK, stamped(f"source_commit: {first}"))
    repository.write("docs/de/a.md", TRANSLATION)
    repository.run("confirm", UK)
    adoption = adopted(repository)
    assert (adoption.recorded, adoption.unstamped, adoption.records) == ([PLACE], [("de", "a.md")], {})


def test_languages_of_a_page_share_the_ids_of_its_blocks(repository: Repository) -> None:
    first = follow(repository)
    for language in ("uk", "de"):
        repository.write(f"docs/{language}/a.md", stamped(f"source_commit: {first}"))
    ids = [[entry.id for entry in record.entries] for record in adopted(repository).records.values()]
    assert ids[0] == ids[1] and len(set(ids[0])) == len(ids[0])


def wrong(repository: Repository) -> list[str]:
    return [
        f"{problem.path}:{problem.line} {problem.code} {problem.message}" for problem in adopted(repository).problems
    ]


def test_stamps_that_name_nothing_are_said_all_at_once(repository: Repository) -> None:
    repository.commit()
    for name, stamp in (
        ("a", "source_commit: '1234567'"),
        ("b", f"source_sha256: {'0' * 64}"),
        ("c", "section_hashes: {B: '00000000'}"),
        ("d", "source_commit: main"),
        ("e", "source_commit: ID"),
    ):
        repository.write(
            f"docs/uk/{name}.md",
            f"---\ntitle: x\n{stamp}\n---\n{TRANSLATION}".replace("ID", repository.git("rev-parse", "HEAD").strip()),
        )
        repository.write(f"docs/en/{name}.md", SOURCE)
    found = wrong(repository)
    assert [each.split(" ")[0] for each in sorted(found)] == [f"docs/uk/{name}.md:3" for name in "abcde"]
    for said in (
        "no such commit",
        "no version of docs/en/b.md",
        "section “B”",
        "not the id of a commit",
        "the commit has no docs/en/e.md",
    ):
        assert sum(said in each for each in found) == 1
    assert {problem.code for problem in adopted(repository).problems} == {Code.STAMP_MALFORMED, Code.STAMP_UNKNOWN}


def test_a_shallow_clone_without_the_commit_says_so(repository: Repository, tmp_path: Path) -> None:
    first = follow(repository)
    repository.write(UK, stamped(f"source_commit: {first}"))
    repository.write("docs/de/a.md", stamped(f"source_sha256: {sha(SOURCE)}"))
    repository.commit()
    repository.git("clone", "--depth", "1", f"file://{repository.root}", str(tmp_path / "clone"))
    found = [problem.message for problem in adopted(_at(tmp_path / "clone")).problems]
    assert len(found) == 2 and all("the clone is shallow" in message for message in found)


def test_without_git_all_stamps_say_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(UK, stamped("source_commit: '1234567'"))
    monkeypatch.setenv("PATH", "")
    assert all("no history of git" in each for each in wrong(repository)) and wrong(repository)


def _at(root: Path) -> Repository:
    found = Repository.__new__(Repository)
    found.root = root
    return found


class TestByLastCommit:
    def test_both_sides_are_taken_as_that_commit_left_them(self, repository: Repository) -> None:
        repository.write(UK, TRANSLATION)
        repository.commit("2026-10-01")
        repository.write(EN, SOURCE.replace("One", "None"))
        repository.commit("2026-10-02")
        repository.write(UK, TRANSLATION.replace("Три", "Три нові"))
        repository.commit("2026-10-03")
        assert adopted(repository).unstamped == [PLACE]
        adoption = adopted(repository, by_last_commit=True)
        assert not adoption.unstamped
        found = states(repository, adoption)
        assert found == ["A current", "them. changed", "them. current", "B current", "them. unconfirmed"]

    def test_a_commit_that_moved_both_says_nothing(self, repository: Repository) -> None:
        repository.write(UK, TRANSLATION)
        repository.commit("2026-10-01")
        repository.write(EN, SOURCE.replace("One", "None"))
        repository.commit("2026-10-02")
        for name in (EN, UK):
            repository.git("mv", name, name.replace("a.md", "b.md"))
        repository.commit("2026-10-03")
        adoption = adopted(repository, by_last_commit=True)
        assert {entry.since for entry in adoption.records["uk", "b.md"].entries} == {"2026-10-01"}
        assert states(repository, adoption, ("uk", "b.md"))[1] == "them. changed"

    def test_where_no_commit_touched_both_the_page_stays_unconfirmed(self, repository: Repository) -> None:
        repository.commit()
        repository.write(UK, TRANSLATION)
        repository.commit()
        assert adopted(repository, by_last_commit=True).unstamped == [PLACE]

    def test_the_commit_at_which_a_clone_is_cut_off_is_not_taken(self, repository: Repository, tmp_path: Path) -> None:
        repository.write(UK, TRANSLATION)
        repository.commit()
        repository.git("clone", "--depth", "1", f"file://{repository.root}", str(tmp_path / "clone"))
        assert adopted(_at(tmp_path / "clone"), by_last_commit=True).unstamped == [PLACE]


WORDS = [
    "river",
    "stone",
    "meadow",
    "lantern",
    "harbour",
    "kettle",
    "window",
    "garden",
    "winter",
    "copper",
    "thunder",
    "basket",
]


def history(repository: Repository, dice: random.Random) -> None:
    """Write a page of 130 paragraphs, a translation stamped with that commit, and then five commits that edit the source."""
    source, translation = ["# A"], ["# А"]
    for at in range(130):
        if at % 13 == 0:
            source.append(f"## Part {at}")
            translation.append(f"## Частина {at}")
        source.append(f"Paragraph {at}: the {' '.join(dice.sample(WORDS, 6))} are here.")
        translation.append(f"Абзац {at} українською мовою.")
    repository.write(EN, "\n\n".join(source) + "\n")
    first = repository.commit()
    repository.write(UK, stamped(f"default_lang_commit: {first}", "\n\n".join(translation) + "\n"))
    for _ in range(5):
        for _ in range(8):
            at = dice.randrange(1, len(source))
            edit = dice.choice(["change", "change", "add", "remove"])
            if edit == "add":
                source.insert(at, f"A new one of the {' '.join(dice.sample(WORDS, 4))}.")
            elif not source[at].startswith("#"):
                source[at : at + 1] = (
                    [source[at].replace(" are ", f" and {dice.choice(WORDS)} were ")] if edit == "change" else []
                )
        repository.write(EN, "\n\n".join(source) + "\n")
        repository.commit()


def touched(repository: Repository, stamp: str) -> Iterator[int]:
    """Yield the lines of the source that `git diff STAMP..HEAD` has as new or changed.

    By the patience algorithm: the default one keeps blank lines in place at the price of a paragraph that nobody changed.
    """
    for match in re.finditer(
        r"^@@ [^+]*\+(\d+)(?:,(\d+))? @@", repository.git("diff", "-U0", "--patience", f"{stamp}..HEAD", "--", EN), re.M
    ):
        yield from range(int(match[1]), int(match[1]) + int(match[2] or 1))


@pytest.mark.parametrize("seed", range(3))
def test_the_state_of_a_hundred_paragraphs_is_what_git_diff_says(repository: Repository, seed: int) -> None:
    dice = random.Random(seed)
    history(repository, dice)
    stamp = str(read(repository).pages[PLACE].meta["default_lang_commit"])
    lines = set(touched(repository, stamp))
    segments = [each for each in tracked(repository, adopted(repository)).segments if each.source and not each.field]
    sample = dice.sample(segments, 100)
    assert {segment.state for segment in sample} >= {State.CURRENT, State.CHANGED, State.MISSING}
    for segment in sample:
        assert segment.source
        assert (segment.state is State.CURRENT) is (segment.source.line not in lines), segment.source.text
