"""All pages of a site taken together, in every language."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from tlumach.library.changes import Changes
from tlumach.library.pages import GLOSSARY, Page
from tlumach.library.structure import Structure
from tlumach.records import Record
from tlumach.records.on_demand import RecordFacts, facts_of_record
from tlumach.settings import Settings

TRANSLATIONS = "translations"
Paths = Collection[str] | None
"""Paths of pages, or None for all."""


@dataclass(frozen=True)
class Library:
    """The pages of every language, by language and path, and the paths of all other files under `docs/`.

    ``given_texts`` holds, by the file that a page's `source_text` names, the text that the page must show word for word;
    ``records``, by language and path of a translation, what it was made from; ``drawings``, by their path under
    `docs/`, what the SVG files say; ``digests``, by file, one of the file's bytes; ``word_lists``, by language, the
    project's own words (`words/<language>.txt`).
    """

    settings: Settings
    pages: Mapping[tuple[str, str], Page]
    other_files: frozenset[str] = frozenset()
    unreadable: frozenset[tuple[str, str]] = frozenset()
    given_texts: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[tuple[str, str]] = frozenset()
    """The places of pages that are there and are no part of the site: nothing stands in for them."""
    carried: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """By the places of pages to which paragraphs were moved, the paths of the pages whose records had them."""
    word_lists: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, Changes] = field(default_factory=dict)
    """What has changed in explainers since readers first had them, by the paths of their first pages."""
    record_facts: Mapping[tuple[str, str], RecordFacts] = field(default_factory=dict, compare=False)
    """What is known of records without reading them, by their places; of others nothing is known."""
    in_preparation: Mapping[str, int] = field(default_factory=dict)
    """The languages that are reachable and not offered, each with the share of it that is current, in percent."""

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

    @cached_property
    def around_glossary(self) -> str:
        """A digest of the files of all pages of the glossary, in all languages, with the records."""
        return digest(repr([self.around(path) for path in self.paths if path.startswith(f"{GLOSSARY}/")]).encode())

    def page(self, language: str, path: str) -> Page | None:
        """Return a page, or None where that language lacks it (or it cannot be read)."""
        return self.pages.get((language, path))

    def record(self, language: str, path: str) -> Record | None:
        """Return the record of a translation, or None where there is none."""
        return self.records.get((language, path))

    def facts_of_record(self, place: tuple[str, str]) -> RecordFacts:
        """Return what the checks ask of the record at a place; it is read only where that is not known. Raises KeyError."""
        return self.record_facts.get(place) or facts_of_record(self.records[place])

    def exists(self, language: str, path: str) -> bool:
        """Whether the page's file is there, readable or not."""
        return (language, path) in self.pages or (language, path) in self.unreadable

    def file_of(self, language: str, path: str) -> str:
        """Return the file that a page has or should have, relative to the project's root."""
        page = self.page(language, path)
        return page.file if page else Structure(self.settings).file(language, path)

    @property
    def offered(self) -> list[str]:
        """The languages that readers are shown the way to, in the site's order."""
        return [language for language in self.settings.languages if language not in self.in_preparation]

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
        """Return what a reader of that language gets under a path: the page, or its fallback, or None where neither is there."""
        if (language, path) in self.left_out:
            return None
        return self.page(language, path) or self.page(self.settings.fallback, path)

    def around(self, place: str) -> str:
        """Return a digest of a page's files, or of those of all pages of a folder, in all languages, with the records."""
        if place not in self._around:
            paths = self.folders.get(place, [place])
            states: list[object] = [self._state(each, path) for path in paths for each in self.settings.languages]
            states += [kept for explainer, kept in self.changes.items() if explainer in paths]
            self._around[place] = digest(repr(states).encode())
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

    def origin(self, path: str) -> Page | None:
        """Return what the translations of a path are made from: the page in the source language, or None where there is none."""
        return self.page(self.settings.source, path)

    def origins(self) -> Iterator[Page]:
        """Yield the pages that translations are made from, by path."""
        return self.in_language(self.settings.source)

    def origin_file(self, path: str) -> str:
        """Return the file that the origin of a path has or should have, relative to the project's root."""
        return self.file_of(self.settings.source, path)

    def has_origin(self, path: str) -> bool:
        """Whether the file of the origin is there, readable or not."""
        return self.exists(self.settings.source, path)

    def is_origin(self, page: Page) -> bool:
        """Whether translations are made from the page, and it is none itself."""
        return page.language == self.settings.source

    def source_of(self, page: Page) -> Page | None:
        """Return what a page was made from (the page itself, if it is the origin)."""
        return self.origin(page.path)


def record_file(language: str, path: str) -> str:
    """Return the file of a translation's record, relative to the project's root."""
    return f"{TRANSLATIONS}/{language}/{path.removesuffix('.md')}.po"


def digest(content: bytes) -> str:
    """Return a digest of a file's bytes, as a library's ``digests`` hold it."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
