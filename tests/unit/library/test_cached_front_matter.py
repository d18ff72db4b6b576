from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.front_matter import split_front_matter
from tlumach.library.cached_front_matter import front_matter_of
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner

FILE = "docs/uk/a.md"


def read(text: str, cache: Path) -> object:
    runner = TaskRunner(Cache(cache, "tools"), processes=1)
    found = front_matter_of([FILE], lambda _: (text, []), {FILE: text}, runner)[FILE]
    assert front_matter_of([FILE], lambda _: (text, []), {FILE: text}, runner)[FILE] == found
    return found


@pytest.mark.parametrize(
    "yaml",
    [
        "a: 1\nb: 1.0\nc: true\nd: null\ne: 2022-08-26\nf: [x, {y: z}]",
        "a: .nan",
        "a: .inf",
        "a: !!set {x, y}",
        "a: !!binary aGVq",
        "a: !!omap [x: 1]",
        "1: {2: {3: x}}",
        "a: [",
        "a: &a [*a]",
        "- a",
        "",
    ],
)
def test_what_is_kept_is_what_was_read(tmp_path: Path, yaml: str) -> None:
    text = f"---\n{yaml}\n---\n# А\n"
    assert repr(read(text, tmp_path / "cache.db")) == repr(split_front_matter(text, FILE))


@given(st.text(alphabet="---\n: [ab]{}'\"&*!|>#1.тлумач", max_size=60))
def test_any_text_is_read_as_without_a_cache(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    cache = tmp_path_factory.mktemp("cache") / "cache.db"
    text = f"---\n{text}\n---\n"
    assert repr(read(text, cache)) == repr(split_front_matter(text, FILE))


def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\na: 1\n---\n"
    before = read(text, tmp_path / "cache.db")
    monkeypatch.setattr(
        "tlumach.library.cached_front_matter.split_front_matter", lambda text, file: pytest.fail("read again")
    )
    assert read(text, tmp_path / "cache.db") == before
