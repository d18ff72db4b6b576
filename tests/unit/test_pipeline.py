"""What a build says when it is done; the build itself is tested by real ones (tests/site)."""

from pathlib import Path

from tlumach.pipeline import Built


def said(*files: str) -> list[str]:
    return str(Built(Path("project"), 9, 3, tuple((f"dist/{name}", 1_500_000) for name in files))).splitlines()


def test_it_names_the_folders_the_sizes_and_what_to_open() -> None:
    first, size, upload = said("a.epub")
    assert first == "Made from 9 pages in 3 languages:"
    assert size.split() == ["dist/a.epub", "1.5", "MB"]
    assert "project/site/index.html" in upload


def test_the_offline_copy_is_named_only_where_it_was_made() -> None:
    assert not any("offline" in line for line in said("a.epub"))
    assert "tlumach-offline.zip" in said("tlumach-offline.zip")[-1]
