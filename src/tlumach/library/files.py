"""A library as it lies on the disk: `mkdocs.yml`, the pages under `docs/`, their records, and what else the checks look at."""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType

from tlumach.blocks.syntax import MarkdownSettings
from tlumach.languages.project_files import reading as language_files
from tlumach.languages.word_lists import file_of
from tlumach.library import changes, snippets
from tlumach.library.cached_front_matter import front_matter_of
from tlumach.library.carried import lost_of, with_carried
from tlumach.library.changes import Changes
from tlumach.library.library import TRANSLATIONS, Library, digest, record_file
from tlumach.library.listing import is_utf8, list_docs
from tlumach.library.pages import DOCS, Page, decode
from tlumach.library.source_history import SourceHistory
from tlumach.library.structure import Place
from tlumach.output.regular import read_regular
from tlumach.output.together import finish_interrupted
from tlumach.problems import Code, Problem
from tlumach.problems.baseline import FILE as BASELINE
from tlumach.problems.baseline import read_baseline
from tlumach.records import Record, read_record
from tlumach.records.on_demand import Known, RecordFacts, RecordsOnDemand, Text, facts_of_record
from tlumach.settings import FILE, Settings, read_settings
from tlumach.tasks.tasks import Task, TaskRunner

_NOTHING_HERE = (
    f"there is no {FILE} in {{}}/. `tlumach new FOLDER` makes a project; for one that there is, go to its folder, or name it with"
    " `--root FOLDER`."
)


def read_library(
    root: Path, runner: TaskRunner | None = None, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[Library | None, list[Problem]]:
    """Read `mkdocs.yml` and every page under `docs/`; what cannot be read is a problem and is left out.

    What a command promised to write when it was killed is written first.
    None only where `mkdocs.yml` itself cannot be used. With ``runner``, front matter that was read before is not read again.
    ``known``: digests of files, by their names, as their stamps tell; a page or record among them is read when somebody asks for
    its text, which raises EditedMeanwhileError where it is another by then.
    """
    unfinished = _finish_interrupted(root)
    text, unread = settings_text(root)
    if text is None:
        return None, unread
    settings, problems = read_settings(text)
    if settings is None:
        return None, problems
    beside = Files(root)
    baseline, malformed = read_baseline(beside.text_if_there(BASELINE) or "")
    policy = replace(settings.findings, baseline=baseline, changed=SourceHistory(root).changed)
    settings, wrong = _with_languages(_with_structure(replace(settings, findings=policy), root), root)
    reader = _Reader(root, settings, known if runner and not unfinished else {})
    return reader.library(runner), unfinished + problems + beside.problems + malformed + wrong + reader.files.problems


def settings_text(root: Path) -> tuple[str | None, list[Problem]]:
    """Return the text of `mkdocs.yml`; None, and why, where it cannot be read: it is not there, a folder, a pipe, no UTF-8."""
    try:
        return read_regular(root / FILE).decode("utf-8").replace("\r\n", "\n"), []
    except FileNotFoundError:
        return None, [Problem(FILE, 1, Code.SETTINGS, _NOTHING_HERE.format(root.resolve().name))]
    except (OSError, UnicodeDecodeError) as error:
        message = f"{FILE} cannot be read ({error}). It must lie in {root.resolve().name}/ as UTF-8."
        return None, [Problem(FILE, 1, Code.SETTINGS, message)]


def nothing_there(library: Library) -> Iterator[Problem]:
    """Yield what is to be said of a project without a page in any language: that, and what to write first."""
    if not library.paths:
        first = library.origin_file("index.md")
        message = f"there is no page: no Markdown where the languages of {FILE} have theirs. Write {first}; `tlumach new FOLDER`"
        yield Problem(FILE, 1, Code.NO_PAGES, f"{message} makes a whole project to begin with.")


def _finish_interrupted(root: Path) -> list[Problem]:
    try:
        edited = finish_interrupted(root)
    except OSError as error:
        message = f"what a killed command had to write could not be finished: {error.strerror}. Check its permissions."
        return [Problem(error.filename or root.name, 1, Code.UNWRITABLE, message)]
    message = (
        "was edited after a command was killed that had to write it with others. It is left; run that command again."
    )
    names = (file.relative_to(root.resolve()).as_posix() for file in edited)
    return [Problem(name, 1, Code.EDITED_MEANWHILE, message) for name in names]


def _with_structure(settings: Settings, root: Path) -> Settings:
    """Return the settings with the structure that the files have, where none is said; static-i18n then takes ``suffix``."""
    if settings.structure:
        return settings
    is_folder = os.path.isdir(root / DOCS / settings.source)  # Path.is_dir raises where it may not look
    return replace(settings, structure="folder" if is_folder else "suffix")


def _with_languages(settings: Settings, root: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings with what the project's own files for languages say, and what is wrong with them."""
    files, own, wrong = Files(root), {}, []
    for language in settings.languages:
        name = language_files.file_of(language)
        if (text := files.text_if_there(name)) is not None:
            own[language], found = language_files.read_language_file(text)
            wrong += [Problem(name, line, Code.SETTINGS, message) for line, message in found]
    return settings.with_languages(own), [*files.problems, *wrong, *_unread(settings, root)]


def _unread(settings: Settings, root: Path) -> Iterator[Problem]:
    """Yield the files in the folder of the languages that nothing reads, for their names."""
    try:
        names = sorted(os.listdir(root / language_files.FOLDER))
    except OSError:  # there is none, or reading a file in it has said why not
        return
    for name in names:
        if not name.startswith(".") and (why := language_files.why_unread(name, settings.languages)):
            shown = os.fsencode(name).decode(errors="backslashreplace")
            yield Problem(f"{language_files.FOLDER}/{shown}", 1, Code.SETTINGS, why)


class EditedMeanwhileError(Exception):
    """A file is not what it was when the command began; the text is its name."""


@dataclass
class Files:
    """Reads the files of the project in ``root``; gathers the digests of those that are there, and what is wrong with them.

    ``known``: digests of files that need not be read for it; where there are any, they are all that the project reads.
    """

    root: Path
    digests: dict[str, str] = field(default_factory=dict)
    markdown: MarkdownSettings = field(default_factory=MarkdownSettings)
    problems: list[Problem] = field(default_factory=list)
    known: Mapping[str, str] = field(default_factory=dict)
    _read: dict[str, str] = field(default_factory=dict)

    def pages(self, places: Mapping[Place, str], runner: TaskRunner | None = None) -> dict[Place, Page]:
        """Return the pages of these places, each with its file, without those that cannot be read."""
        found = {at: file for at, file in places.items() if self.is_text(file)}
        pages = {}
        matter = front_matter_of([*found.values()], self.read, self.digests, runner)
        for (language, path), file in found.items():
            front_matter, problems = matter[file]
            self.problems += problems
            if front_matter is not None:
                read, syntax = partial(self.text_of, file), self.markdown.syntax
                pages[language, path] = page = Page(language, path, read, front_matter, syntax, file)
                self._take_in(page)
        return pages

    def _take_in(self, page: Page) -> None:
        """Let the digest of a page be one of what it takes in from other files, too."""
        if self.markdown.syntax.has(snippets.EXTENSION):
            options = self.markdown.configs.get(snippets.EXTENSION, {})
            if contents := list(snippets.included(page.text, options, self.root)):
                self.digests[page.file] = digest(b"\0".join([self.digests[page.file].encode(), *contents]))

    def is_text(self, name: str) -> bool:
        """Tell whether a page or record is there and is a text, as far as that is known without reading what need not be."""
        if name in self.known:
            self.digests[name] = self.known[name]
            return True
        text = self.text(name)
        if text is not None:
            self._read[name] = text
        return text is not None

    def read(self, name: str) -> tuple[str | None, list[Problem]]:
        """Return the text of such a file; None, and why, where it is none. Raises EditedMeanwhileError."""
        if name in self._read:
            return self._read[name], []
        content = self.content(name)
        if content is None or digest(content) != self.known[name]:
            raise EditedMeanwhileError(name)
        return decode(content, name)

    def text_of(self, name: str) -> str:
        """Return the text of a file that is one. Raises EditedMeanwhileError."""
        text, _ = self.read(name)
        assert text is not None, name  # or it would be no page
        return text

    def record(self, name: str) -> Record | None:
        """Return a record; None where it cannot be read."""
        text = self.text(name)
        record, problems = read_record(text, name) if text is not None else (None, [])
        self.problems += problems
        return record

    def text(self, name: str) -> str | None:
        """Return the text of a page or record; None where it cannot be read."""
        content = self.content(name)
        if content is None:
            return None
        self.digests[name] = digest(content)
        text, problems = decode(content, name)
        self.problems += problems
        return text

    def text_if_there(self, name: str) -> str | None:
        """Return the text of a file that need not be there; None where it is not, and where it cannot be read, which is a problem."""
        try:
            os.stat(self.root / name)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            pass  # it is there, or nobody can tell: reading it says what is wrong
        return self.text(name)

    def content(self, name: str) -> bytes | None:
        """Return the bytes of any file; None where it cannot be read."""
        try:
            return read_regular(self.root / name)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}. Check its permissions."
            self.problems.append(Problem(name, 1, Code.UNREADABLE, message))
            return None


class _Reader:
    def __init__(self, root: Path, settings: Settings, known: Mapping[str, str]) -> None:
        self.root, self.settings = root, settings
        self.files = Files(root, markdown=settings.markdown, known=known)

    def library(self, runner: TaskRunner | None) -> Library:
        found = list_docs(self.root, self.settings)
        self.files.problems += found.problems
        pages = self.files.pages(found.pages, runner)
        texts = dict(self._texts_of_records())
        library = Library(
            self.settings,
            pages,
            other_files=frozenset(found.others),
            unreadable=frozenset(found.pages.keys() - pages.keys()),
            given_texts=dict(self._given_texts(pages)),
            records=RecordsOnDemand(texts),
            drawings=dict(self._drawings(found.others)),
            digests=self.files.digests,
            left_out=frozenset(found.left_out),
            word_lists=dict(self._word_lists()),
            changes=dict(self._changes()),
        )
        return self._with_known_records(library, texts, runner)

    def _with_known_records(self, library: Library, texts: Mapping[Place, Text], runner: TaskRunner | None) -> Library:
        """Return the library without what is no record, and with what was carried from one record to another."""
        read = dict[Place, Record]()
        known = _known_of(library, texts, read, runner)
        self.files.problems += [problem for each in known.values() for problem in each.problems]
        are_records = {place: texts[place] for place, each in known.items() if each.is_record}
        library = replace(
            library,
            records=RecordsOnDemand(are_records, read),
            record_facts={place: known[place].facts for place in are_records},
        )
        return with_carried(library, {place: known[place].lost for place in are_records})

    def _given_texts(self, pages: Mapping[Place, Page]) -> Iterator[tuple[str, str]]:
        for page in pages.values():
            name = page.meta.get("source_text")
            if isinstance(name, str) and not PurePath(name).is_absolute() and ".." not in PurePath(name).parts:
                try:
                    yield name, read_regular(self.root / name).decode("utf-8-sig").replace("\r\n", "\n")
                except (OSError, UnicodeDecodeError):
                    self.files.problems.append(_no_given_text(page, name))

    def _word_lists(self) -> Iterator[tuple[str, str]]:
        for language in self.settings.languages:
            name = file_of(language)
            if (text := self.files.text_if_there(name)) is not None:
                yield language, text

    def _changes(self) -> Iterator[tuple[str, Changes]]:
        folder = self.root / changes.FOLDER
        names = [file.relative_to(self.root).as_posix() for file in sorted(folder.rglob("*.yml")) if file.is_file()]
        texts = {name: text for name in names if (text := self.files.text(name)) is not None}
        for explainer, kept, problems in changes.kept_of(texts, self.settings.languages):
            self.files.problems += problems
            yield explainer, kept

    def _texts_of_records(self) -> Iterator[tuple[Place, Text]]:
        for language in self.settings.translations:
            files = (name for name in self._files_of_records(f"{TRANSLATIONS}/{language}") if _is_record(name))
            for found in sorted(files, key=lambda name: name.split("/")):
                path = found.removesuffix(".po") + ".md"
                name = record_file(language, path)
                if is_utf8(path) and self.files.is_text(name):
                    yield (language, path), Text(name, self.files.read)

    def _files_of_records(self, folder: str) -> Iterator[str]:
        """Yield the files below a folder, by their paths there: those that are known, where all are, else what the disk lists.

        A folder that cannot be looked into is a problem: its pages would seem unconfirmed.
        """
        if self.files.known:
            within = f"{folder}/"
            yield from (name.removeprefix(within) for name in self.files.known if name.startswith(within))
            return
        for here, _, names in os.walk(self.root / folder, onerror=self._not_listed):
            below = os.path.relpath(here, self.root / folder)
            yield from (name if below == "." else f"{below}/{name}" for name in names)

    def _not_listed(self, error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            name = Path(error.filename).relative_to(self.root).as_posix()
            message = (
                f"the folder cannot be read: {error.strerror}. Check its permissions: its records would be missing."
            )
            self.files.problems.append(Problem(name, 1, Code.UNREADABLE, message))

    def _drawings(self, files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        if self.settings.pages == "mkdocs":
            return  # what lies beside the pages is MkDocs' to publish
        for name in sorted(name for name in files if name.lower().endswith(".svg")):
            if (content := self.files.content(f"{DOCS}/{name}")) is not None:
                yield name, content


def _is_record(name: str) -> bool:
    return name.endswith(".po") and not posixpath.basename(name).startswith((".", "#", "~"))


def _known_of(
    library: Library, texts: Mapping[Place, Text], read: dict[Place, Record], runner: TaskRunner | None
) -> dict[Place, Known]:
    """Return what must be known of each record; with ``runner``, only what has changed is read. ``read`` takes what is."""

    def known(place: Place) -> Known:
        record, problems = texts[place].record()
        if record is None:
            return Known(False, RecordFacts(False, "", 0), [], problems)
        read[place] = record
        return Known(True, facts_of_record(record), lost_of(record, place, library), problems)

    if runner is None:
        return {place: known(place) for place in texts}
    kind = Task[Place](
        "records",
        lambda place: (place, library.around(place[1])),
        lambda place: known(place).to_bytes(),
        is_small=True,
    )
    found = runner.made(kind, list(texts), lambda _, made: Known.from_bytes(made))
    return dict(zip(texts, found, strict=True))


def _no_given_text(page: Page, name: str) -> Problem:
    line = page.front_matter.line_of("source_text")
    message = f"`source_text: {name}`: there is no such file, or it is not UTF-8. Name it from the project's root."
    return Problem(page.file, line, Code.SOURCE_TEXT, message)
