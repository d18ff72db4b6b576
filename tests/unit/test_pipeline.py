"""What a build says when it is done; the build itself is tested by real ones (tests/site)."""

from pathlib import Path

import pytest

from tlumach.editions.catalogue import chosen
from tlumach.pipeline import Built, _keep_others, _obstacles


def said(*files: str) -> list[str]:
    sizes = [("site/", 1_000_000), *((f"dist/{name}", 1_500_000) for name in files)]
    return str(Built(Path("project"), 9, 3, tuple(sizes))).splitlines()


def test_it_names_the_folders_the_sizes_and_what_to_open() -> None:
    first, _, size, upload = said("a.epub")
    assert first == "Made from 9 pages in 3 languages:"
    assert size.split() == ["dist/a.epub", "1.5", "MB"]
    assert "project/site/index.html" in upload


def test_nothing_is_to_be_uploaded_where_no_site_was_built() -> None:
    made = Built(Path("project"), 9, 3, (("dist/a.epub", 1_500_000),))
    assert len(str(made).splitlines()) == 2


def test_the_offline_copy_is_named_only_where_it_was_made() -> None:
    assert not any("offline" in line for line in said("a.epub"))
    assert "tlumach-offline.zip" in said("tlumach-offline.zip")[-1]


@pytest.mark.parametrize("name", ["site", "dist"])
@pytest.mark.parametrize("kind", ["a link", "a link to nothing", "a file"])
def test_what_is_no_folder_is_not_replaced(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    if kind == "a file":
        (tmp_path / name).write_text("mine")
    else:
        (tmp_path / name).symlink_to("elsewhere" if kind == "a link" else "nowhere")
    (problem,) = _obstacles(tmp_path, lambda line: None)
    assert (problem.path, problem.code) == (name, "unwritable") and "Move it away" in problem.message


def test_of_the_former_editions_those_stay_that_are_not_made_anew(tmp_path: Path) -> None:
    former, dist = tmp_path / "dist", tmp_path / "new"
    former.mkdir()
    dist.mkdir()
    for name in ("a.ru.epub", "a.uk.epub", "a.uk.txt", "a.html", "SHA256SUMS"):
        (former / name).write_text(name)
    _keep_others(former, dist, chosen(["epub", "text"])[0])
    assert sorted(file.name for file in dist.iterdir()) == ["SHA256SUMS", "a.html"]
    _keep_others(tmp_path / "none", dist, [])
