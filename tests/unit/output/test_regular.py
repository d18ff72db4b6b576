import os
from pathlib import Path

import pytest

from tlumach.library.files import read_library
from tlumach.output.regular import read_regular
from tlumach.output.stamps import UncertainError, stamps
from tlumach.tasks.tasks import task_runner_in

SETTINGS = """site_name: A
plugins:
  - i18n: {languages: [{locale: en, name: English, default: true}, {locale: uk, name: Українська}]}
  - tlumach: {pages: tlumach}
"""


def make_project(root: Path) -> None:
    (root / "mkdocs.yml").write_text(SETTINGS)
    for language in ("en", "uk"):
        (root / "docs" / language).mkdir(parents=True)
        (root / "docs" / language / "index.md").write_text("---\nsource_text: sources/a.txt\n---\n# A\n")


def test_the_bytes_of_a_file_and_those_of_one_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\r\n")
    (tmp_path / "b").symlink_to("a")
    assert read_regular(tmp_path / "a") == read_regular(tmp_path / "b") == b"a\r\n"


@pytest.mark.parametrize("missing", ["no", "."])
def test_what_the_system_refuses_is_its_own_error(tmp_path: Path, missing: str) -> None:
    with pytest.raises((FileNotFoundError, IsADirectoryError)):
        read_regular(tmp_path / missing)


@pytest.mark.parametrize(
    "name",
    ["mkdocs.yml", "docs/uk/index.md", "docs/en/b.md", "translations/uk/index.po", "sources/a.txt", "words/uk.txt"],
)
@pytest.mark.parametrize("kind", ["a pipe", "a link to a device"])
def test_what_never_ends_is_not_read(tmp_path: Path, name: str, kind: str) -> None:
    make_project(tmp_path)
    place = tmp_path / name
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "a pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero")
    library, problems = read_library(tmp_path, task_runner_in(tmp_path))
    assert library is None or name == "words/uk.txt" or any(name in f"{each.path} {each.message}" for each in problems)
    with pytest.raises(UncertainError):
        stamps(str(tmp_path), ["mkdocs.yml", "docs", "translations", "sources", "words"])
