"""The term base of a site: written as ever, and not gathered again where the glossary is the same."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tlumach.editions.termbase import placing
from tlumach.editions.termbase.spreadsheet import write_termbase
from tlumach.library import Library
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner

MakeLibrary = Callable[[Mapping[str, str]], Library]
TERM = "---\nterm: ОДКБ\n---\n# ОДКБ\n\nСоюз.\n"


def put(library: Library, folder: Path) -> dict[str, bytes]:
    placing.put_termbase(library, folder, TaskRunner(Cache(folder.parent / "cache.db", ""), 1))
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def written(library: Library, folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in write_termbase(library, folder)}


def test_it_is_what_is_written_and_gathered_once(
    make_library: MakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library({"ru/glossary/csto.md": TERM, "ru/a.md": "# А\n"})
    assert put(library, tmp_path / "one") == written(library, tmp_path / "own")
    other = make_library({"ru/glossary/csto.md": TERM.replace("Союз", "Блок"), "ru/a.md": "# А\n"})
    assert put(other, tmp_path / "two") == written(other, tmp_path / "other")
    monkeypatch.setattr(placing, "concepts_of", None)
    edited = make_library({"ru/glossary/csto.md": TERM, "ru/a.md": "# Другое\n"})
    assert put(edited, tmp_path / "three") == written(library, tmp_path / "own")


def test_a_site_without_terms_has_none(make_library: MakeLibrary, tmp_path: Path) -> None:
    assert put(make_library({"ru/glossary/index.md": "# Г\n", "ru/a.md": "# А\n"}), tmp_path / "site") == {}
