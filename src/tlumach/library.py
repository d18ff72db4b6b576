"""All pages of a site taken together, in every language, as they lie on the disk or as they are given."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from tlumach.pages import DOCS, Page, decode, parse_page
from tlumach.problems import Problem
from tlumach.records import Record, read_record
from tlumach.settings import FILE, Settings, read_settings

TRANSLATIONS = "translations"
Paths = Collection[str] | None
"""Paths of pages, or None for all."""


@dataclass(frozen=True)
class Library:
    """The pages of every language, by language and path, and the paths of all other files under `docs/`.

    ``given_texts`` holds, by the file that a page's `source_text` names, the text that the page must show word for word;
    ``records``, by language and path of a translation, what it was made from; ``drawings``, by their path under
    `docs/`, what the SVG files say; ``digests``, by file, one of the file's bytes.
    """

    settings: Settings
    pages: Mapping[tuple[str, str], Page]
    other_files: frozenset[str] = frozenset()
    unreadable: frozenset[tuple[str, str]] = frozenset()
    given_texts: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def paths(self) -> list[str]:
        """The path of every page that stands in at least one language, in order."""
        return sorted({path for _, path in [*self.pages, *self.unreadable]})

    @cached_property
    def folders(self) -> Mapping[str, list[str]]:
        """The paths of the pages that lie in each folder, in order."""
        folders: dict[str, list[str]] = {}
        for path in self.paths:
            folders.setdefault(PurePosixPath(path).parent.as_posix(), []).append(path)
        return folders

    def page(self, language: str, path: str) -> Page | None:
        """Return a page, or None where that language lacks it (or it cannot be read)."""
        return self.pages.get((language, path))

    def record(self, language: str, path: str) -> Record | None:
        """Return the record of a translation, or None where there is none."""
        return self.records.get((language, path))

    def exists(self, language: str, path: str) -> bool:
        """Whether the page's file is there, readable or not."""
        return (language, path) in self.pages or (language, path) in self.unreadable

    def languages_of(self, path: str) -> list[str]:
        """Return the languages that have the page, in the site's order."""
        return [language for language in self.settings.languages if (language, path) in self.pages]

    def under(self, paths: Paths) -> Iterator[Page]:
        """Yield the pages of these paths in every language; all pages where none is named (None)."""
        if paths is None:
            yield from self.pages.values()
            return
        places = ((language, path) for language in self.settings.languages for path in paths)
        yield from (self.pages[place] for place in places if place in self.pages)

    def in_language(self, language: str) -> Iterator[Page]:
        """Yield the pages of a language by path."""
        return (page for path in self.paths if (page := self.page(language, path)))

    def shown(self, language: str) -> Iterator[Page]:
        """Yield what a reader of that language gets under each path: the page, or the source where it is not translated."""
        return (page for path in self.paths if (page := self.shown_page(language, path)))

    def shown_page(self, language: str, path: str) -> Page | None:
        """Return what a reader of that language gets under a path: the page, or the source, or None where neither is there."""
        return self.page(language, path) or self.page(self.settings.source, path)

    def around(self, place: str) -> str:
        """Return a digest of a page's files, or of those of all pages of a folder, in all languages, with the records."""
        if place not in self._around:
            paths = self.folders.get(place, [place])
            states = [self._state(each, path) for path in paths for each in self.settings.languages]
            self._around[place] = _digest(repr(states).encode())
        return self._around[place]

    def _state(self, language: str, path: str) -> tuple[object, ...]:
        page, record = self.page(language, path), record_file(language, path)
        text = (self.digests.get(page.file) or page.text) if page else None
        known = self.digests.get(record) or self.record(language, path)
        return language, path, self.exists(language, path), text, known

    @cached_property
    def _around(self) -> dict[str, str]:
        return {}

    def given_text_of(self, page: Page) -> str | None:
        """Return the text that the page must show word for word; None where it names none, or that cannot be read."""
        return self.given_texts.get(str(page.meta.get("source_text")))

    def source_of(self, page: Page) -> Page | None:
        """Return the page in the source language (the page itself, if it is that)."""
        return self.page(self.settings.source, page.path)


def record_file(language: str, path: str) -> str:
    """Return the file of a translation's record, relative to the project's root."""
    return f"{TRANSLATIONS}/{language}/{path.removesuffix('.md')}.po"


def read_library(root: Path) -> tuple[Library | None, list[Problem]]:
    """Read `mkdocs.yml` and every page under `docs/`; what cannot be read is a problem and is left out.

    None only where `mkdocs.yml` itself cannot be used.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, [
            Problem(
                FILE, 1, "settings", f"{FILE} cannot be read ({error}). It must lie in {root.resolve().name}/ as UTF-8."
            )
        ]
    settings, problems = read_settings(text)
    if settings is None:
        return None, problems
    digests: dict[str, str] = {}
    library, more = _read_pages(root, settings, digests)
    given, unreadable = _read_given_texts(root, library)
    records, broken = _read_records(root, settings, digests)
    drawings, unseen = _read_drawings(root, library.other_files)
    whole = replace(library, given_texts=given, records=records, drawings=drawings, digests=digests)
    return whole, problems + more + unreadable + broken + unseen


def _read_pages(root: Path, settings: Settings, digests: dict[str, str]) -> tuple[Library, list[Problem]]:
    pages: dict[tuple[str, str], Page] = {}
    others: set[str] = set()
    unreadable: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for language in settings.languages:
        folder = root / DOCS / language
        for file in sorted(folder.rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.suffix == ".md":
                page, found = read_page(file, language, path, digests)
                problems += found
                if page:
                    pages[language, path] = page
                else:
                    unreadable.add((language, path))
            elif file.is_file():
                others.add(f"{language}/{path}")
    return Library(settings, pages, frozenset(others), frozenset(unreadable)), problems


def read_page(file: Path, language: str, path: str, digests: dict[str, str]) -> tuple[Page | None, list[Problem]]:
    """Read a page, and note the digest of its file; None and a problem where it cannot be read."""
    name = f"{DOCS}/{language}/{path}"
    try:
        content = file.read_bytes()
    except OSError as error:
        return None, [
            Problem(name, 1, "unreadable", f"the file cannot be read: {error.strerror}. Check its permissions.")
        ]
    digests[name] = _digest(content)
    text, problems = decode(content, name)
    if text is None:
        return None, problems
    return parse_page(text, language, path)


def _read_given_texts(root: Path, library: Library) -> tuple[dict[str, str], list[Problem]]:
    given: dict[str, str] = {}
    problems = []
    for page in library.pages.values():
        if isinstance(name := page.meta.get("source_text"), str):
            try:
                given[name] = (root / name).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                line = page.front_matter.line_of("source_text")
                message = f"`source_text: {name}`: there is no such file, or it is not UTF-8. Name it from the project's root."
                problems.append(Problem(page.file, line, "source-text", message))
    return given, problems


def _read_drawings(root: Path, files: Iterable[str]) -> tuple[dict[str, bytes], list[Problem]]:
    drawings: dict[str, bytes] = {}
    problems = []
    for name in sorted(name for name in files if name.lower().endswith(".svg")):
        try:
            drawings[name] = (root / DOCS / name).read_bytes()
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}. Check its permissions."
            problems.append(Problem(f"{DOCS}/{name}", 1, "unreadable", message))
    return drawings, problems


def _read_records(
    root: Path, settings: Settings, digests: dict[str, str]
) -> tuple[dict[tuple[str, str], Record], list[Problem]]:
    records: dict[tuple[str, str], Record] = {}
    problems: list[Problem] = []
    for language in settings.translations:
        folder = root / TRANSLATIONS / language
        for file in sorted(folder.rglob("*.po")):
            path = file.relative_to(folder).with_suffix(".md").as_posix()
            record, found = read_record_file(file, record_file(language, path), digests)
            problems += found
            if record:
                records[language, path] = record
    return records, problems


def read_record_file(file: Path, name: str, digests: dict[str, str]) -> tuple[Record | None, list[Problem]]:
    """Read a record, which problems call ``name``, and note the digest of its file; None and a problem where it cannot be read."""
    try:
        content = file.read_bytes()
    except OSError as error:
        return None, [
            Problem(name, 1, "unreadable", f"the file cannot be read: {error.strerror}. Check its permissions.")
        ]
    digests[name] = _digest(content)
    text, problems = decode(content, name)
    return read_record(text, name) if text is not None else (None, problems)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
