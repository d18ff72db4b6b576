"""Which files a build reads, where that is known: what plugins, hooks and extensions read that we do not know, nobody can tell."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tlumach.blocks.syntax import parts_of
from tlumach.guard import plugins_of
from tlumach.languages.project_files.reading import FOLDER as LANGUAGES
from tlumach.output.regular import read_regular
from tlumach.problems.baseline import FILE as BASELINE
from tlumach.problems.freshness import Gate
from tlumach.settings import FILE, loaded, read_settings

FOLDERS = ("docs", "translations", "words", "changes", LANGUAGES)
GIVEN_TEXTS = "sources"
"""Where projects have the texts that pages name (`source_text`), unless they have them elsewhere."""
PLUGINS = frozenset({"i18n", "tlumach", "search", "material/search", "offline", "material/offline"})
"""Those that read the pages alone."""
BEYOND = ("INHERIT", "hooks")
"""What of `mkdocs.yml` names files that may read others."""
EXTENSIONS = frozenset(
    (
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    )
)
"""Those of Python-Markdown, which read no file; those of pymdownx do not either, but for the ones that are named below."""
READERS = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter"})


def input_names(root: Path) -> list[str] | None:
    """Return the files and folders, by their paths from ``root``, that a build of the project there reads; None where that is not known.

    The texts that pages name (`source_text`) are not among them.
    """
    try:
        text = read_regular(root / FILE).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    content, (settings, _) = loaded(text), read_settings(text)
    if settings is None or settings.pages != "tlumach" or _asks_for_today(settings.findings.gate):
        return None
    if any(key in content for key in BEYOND) or not plugins_of(content).keys() <= PLUGINS:
        return None
    if not all(map(reads_nothing, settings.markdown.extensions)) or any(_files_in(settings.markdown.configs, root)):
        return None
    theme = content.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    return [FILE, BASELINE, *FOLDERS, *([str(own)] if own else [])]


def _asks_for_today(gate: Gate) -> bool:
    """Whether what fails depends on the day: a translation that is behind for so many days."""
    return any(where.days for where in (*gate.report, *(gate.warn or ()), *gate.fail))


def reads_nothing(extension: str) -> bool:
    """Tell whether an extension of Markdown surely reads no file: what it makes of a text depends on the text alone."""
    name = parts_of(extension)[0]
    return name in EXTENSIONS or (name.startswith("pymdownx.") and name not in READERS)


def _files_in(value: Any, root: Path) -> Iterator[str]:
    """Yield the texts within a value that name a file."""
    if isinstance(value, str) and value and "\0" not in value and (root / value).exists():
        yield value
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _files_in(each, root)
