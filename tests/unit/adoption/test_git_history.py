from pathlib import Path

import pytest
from tests.repository import Repository, git_that_fails

from tlumach.adoption.git_history import GitHistory
from tlumach.git import GitFailedError

A = "docs/en/a b.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "project")
    repository.write(A, "# A\n\nA long enough text, so that git sees the move.\n")
    return repository


def test_files_are_read_as_they_were(repository: Repository) -> None:
    first = repository.commit("2026-11-01")
    repository.write(A, "two")
    repository.commit("2026-11-02")
    history = GitHistory(repository.root)
    found = history.files(
        [(first[:9], A), ("HEAD", A), (first, "docs/no.md"), ("0" * 40, A), (first, "a\nb"), (first, "docs")]
    )
    assert {key: content[:3] for key, content in found.items()} == {(first[:9], A): b"# A", ("HEAD", A): b"two"}
    assert history.days([first, first[:9], "0" * 40]) == {first: "2026-11-01", first[:9]: "2026-11-01"}


def test_a_blob_s_id_is_no_commit(repository: Repository) -> None:
    repository.commit()
    blob = repository.git("rev-parse", f"HEAD:{A}").strip()
    assert GitHistory(repository.root).days([blob]) == {}


def test_more_objects_than_are_held_together(repository: Repository) -> None:
    first = repository.commit()
    wanted = [(first, A if at % 7 else f"docs/{at}.md") for at in range(1300)]
    found = GitHistory(repository.root).files(wanted)
    assert set(found) == {(first, A)}


def test_changes_are_followed_through_renames_of_other_files_with_the_same_name(repository: Repository) -> None:
    ids = [repository.commit("2026-11-01")]
    repository.git("mv", A, "docs/en/b.md")
    ids.append(repository.commit("2026-11-02"))
    repository.write(A, "Another page, which has nothing in common with what stood here.\n")
    ids.append(repository.commit("2026-11-03"))
    history = GitHistory(repository.root / "docs/en")
    assert [(commit.id, change.status[0]) for commit, change in history.changes("docs/en/b.md")] == [
        (ids[1], "R"),
        (ids[0], "A"),
    ]
    assert [commit.id for commit, _ in history.changes(A)] == [ids[2], ids[0]]


def test_names_are_those_within_the_repository_links_resolved(repository: Repository, tmp_path: Path) -> None:
    repository.commit()
    (tmp_path / "other").symlink_to(repository.root / "docs")
    history = GitHistory(repository.root)
    assert history.name(tmp_path / "other/en/a.md") == "docs/en/a.md"
    assert history.name(tmp_path / "a.md") is None


def test_the_commit_at_which_a_clone_is_cut_off_says_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-11-01")
    repository.write("docs/en/c.md", "c")
    repository.commit("2026-11-02")
    repository.git("clone", "--depth", "1", f"file://{repository.root}", str(tmp_path / "clone"))
    history = GitHistory(tmp_path / "clone")
    assert history.is_shallow and list(history.commits) == []
    assert not GitHistory(repository.root).is_shallow


def test_without_a_repository_or_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("/usr/bin:/bin", ""):
        monkeypatch.setenv("PATH", path)
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
        history = GitHistory(tmp_path)
        assert history.top is None and history.name(tmp_path / "a") is None and not history.commits
        assert history.days(["1234567"]) == {} == history.files([("1234567", "a")])


@pytest.mark.parametrize("failing", ["cat-file", "log"])
def test_where_git_fails_nothing_counts_as_not_there(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    commit = repository.commit()
    git_that_fails(tmp_path / "bin", failing, monkeypatch)
    history = GitHistory(repository.root)
    with pytest.raises(GitFailedError, match=f"`git {failing}` failed: no more space"):
        assert history.files([(commit, A)]) == history.commits
