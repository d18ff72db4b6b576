"""What people do wrong: each is told with file and line, all in one run, and the last good site stays as it was."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.project import digest, run

Mistake = Callable[[Path], object]
TEXT = "docs/uk/about.md"


def append(text: str, path: str = TEXT) -> Mistake:
    def mistake(root: Path) -> None:
        file = root / path
        file.write_text(file.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")

    return mistake


def write(content: bytes, path: str = TEXT) -> Mistake:
    return lambda root: (root / path).write_bytes(content)


def change(old: str, new: str, path: str) -> Mistake:
    def mistake(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return mistake


def remove(path: str) -> Mistake:
    return lambda root: (root / path).unlink()


def both(*mistakes: Mistake) -> Mistake:
    return lambda root: [mistake(root) for mistake in mistakes]


def last_line(root: Path, path: str = TEXT) -> int:
    return len((root / path).read_bytes().splitlines())


MISTAKES: dict[str, tuple[Mistake, str, str]] = {
    "missing translation": (
        both(
            change("strict_translations: false", "strict_translations: true", "mkdocs.yml"), remove("docs/en/about.md")
        ),
        "docs/en/about.md:1",
        "missing-translation",
    ),
    "page without a source": (write(b"# Only here\n", "docs/uk/only.md"), "docs/uk/only.md:1", "missing-source"),
    "broken link": (append("[x](nowhere.md)"), f"{TEXT}:LAST", "broken-link"),
    "broken anchor": (append("[x](index.md#nowhere)"), f"{TEXT}:LAST", "broken-anchor"),
    "unknown term": (append("[x](glossary/cstoo.md)"), f"{TEXT}:LAST", "unknown-term"),
    "front matter that is not YAML": (write(b"---\nterm: [\n---\n# X\n"), f"{TEXT}:3", "front-matter"),
    "front matter that is not known": (write(b"---\ndescripton: x\n---\n# X\n"), f"{TEXT}:2", "front-matter"),
    "a template that is not there": (change("---\n", "---\ntemplate: nope.html\n", TEXT), f"{TEXT}:2", "template"),
    "mkdocs.yml that is not YAML": (append("plugins: [", "mkdocs.yml"), "mkdocs.yml:", "settings"),
    "mkdocs.yml with a bad value": (append("use_directory_urls: 7", "mkdocs.yml"), "mkdocs.yml:LASTOF", "settings"),
    "a file that is not UTF-8": (write("# Тлумач\n\nтак\n".encode("cp1251")), f"{TEXT}:1", "encoding"),
    "a page without a heading": (write("Текст.\n".encode()), f"{TEXT}:1", "no-title"),
    "two first headings": (write("# Один\n\nТекст.\n\n# Два\n".encode()), f"{TEXT}:5", "two-titles"),
    "an empty file": (write(b""), f"{TEXT}:1", "empty-page"),
    "a changed word of the source": (
        change("недавно выразил", "вчера выразил", "docs/ru/kazakhstan-arms-export/index.md"),
        "docs/ru/kazakhstan-arms-export/index.md:",
        "source-text",
    ),
    "a script": (append("<script>x</script>"), f"{TEXT}:LAST", "unsafe-html"),
    "a drawing with a script": (
        write(b'<svg xmlns="http://www.w3.org/2000/svg">\n<script>x</script></svg>', "docs/uk/x.svg"),
        "docs/uk/x.svg:2",
        "unsafe-drawing",
    ),
    "a mark without a source": (append("Так[^nobody]."), f"{TEXT}:LAST", "unknown-footnote"),
}


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "project"))


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_named_and_changes_nothing(project: Path, name: str) -> None:
    mistake, place, code = MISTAKES[name]
    before = digest(project / "site") | digest(project / "dist")
    mistake(project)
    done = run(project, "build")
    place = place.replace("LASTOF", str(last_line(project, "mkdocs.yml"))).replace("LAST", str(last_line(project)))
    assert done.returncode == 1
    assert any(line.startswith(place) and f" {code} " in line for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr
    assert digest(project / "site") | digest(project / "dist") == before
    assert not [left.name for left in project.iterdir() if left.name.startswith((".site-", ".dist-"))]


def test_problems_of_all_languages_come_in_one_run(project: Path) -> None:
    for language in ("ru", "uk", "en"):
        append("[x](nowhere.md)", f"docs/{language}/about.md")(project)
        write(b"", f"docs/{language}/index.md")(project)
    said = run(project, "build").stderr
    for language in ("ru", "uk", "en"):
        assert f"docs/{language}/about.md:" in said
        assert f"docs/{language}/index.md:1: error: empty-page" in said


def test_plain_mkdocs_stops_before_it_touches_the_site(project: Path) -> None:
    before = digest(project / "site")
    append("[x](nowhere.md)")(project)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"{TEXT}:{last_line(project)}: broken-link" in done.stderr
    assert digest(project / "site") == before


def test_disk_that_refuses_writing(project: Path) -> None:
    """No file may grow beyond 100 kB, as on a disk that is full: whoever runs the test, root too."""
    before = digest(project / "site") | digest(project / "dist")
    done = subprocess.run(
        [sys.executable, "-m", "tlumach", "build"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    assert done.returncode == 1
    assert " unwritable " in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(project / "site") | digest(project / "dist") == before


def test_check_says_the_same_without_building(project: Path) -> None:
    append("[x](nowhere.md)")(project)
    done = run(project, "check")
    assert done.returncode == 1
    assert f"{TEXT}:{last_line(project)}: error: broken-link" in done.stdout
