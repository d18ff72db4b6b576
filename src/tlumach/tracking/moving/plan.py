"""What becomes of a project's files when pages move: which are written, under which names, and which are no more."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tlumach.blocks.links import links
from tlumach.library import Library, record_file
from tlumach.library.pages import DOCS, Page
from tlumach.library.structure import Place, Structure
from tlumach.problems import Code, Problem
from tlumach.problems.baseline import FILE as BASELINE
from tlumach.records import Record, write_record
from tlumach.settings import FILE, loaded
from tlumach.tracking.moving.html_targets import addresses
from tlumach.tracking.moving.mentions import Mention, in_page, mentions, names_of
from tlumach.tracking.moving.redirects import former_paths, with_former_paths
from tlumach.tracking.moving.settings_file import renamed, renames_of
from tlumach.tracking.moving.targets import Move, Retargeting, may_lead_somewhere

Read = Callable[[str], bytes]
"""Returns the bytes of a file of the project, by its name; raises OSError."""
_ITEM = re.compile(r"""\s*-\s*(?:.*:\s*)?["']?""")
"""What stands before the path of a page in an item of the navigation that has that page alone."""


@dataclass
class Plan:
    """Files to be written (None: removed), the names of those that move, and how many links change in which files.

    ``left``: what names something by a path that it no longer has, or no longer means it, and has no one right answer.
    """

    contents: dict[str, bytes | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    links: dict[str, int] = field(default_factory=dict)
    left: list[Problem] = field(default_factory=list)


class Planner:
    """Plans a move of pages; ``files`` are the files beside the pages that there really are, within `docs/`."""

    def __init__(
        self, library: Library, move: Move, files: frozenset[str], read: Read, removed: Collection[str] = ()
    ) -> None:
        """Plan for the pages of that library; what lies at the ``removed`` paths, in any language, is to be no more."""
        self.library, self.move, self.files, self.read, self.removed = library, move, files, read, removed
        self.plan = Plan()
        there = {path for _, path in library.pages} | {place[1] for name in files if (place := self._place(name))}
        self.retargeting = Retargeting(move, library.settings, there.__contains__, self._has_folders())

    def planned(self) -> Plan:
        """Return the plan."""
        for page in self.library.pages.values():
            self._page(page)
        for name in sorted(self.files):
            self._picture(name)
        for (language, path), record in self.library.records.items():
            self._record(language, path, record)
        self._text(FILE, self._settings)
        self._text(BASELINE, self._baseline)
        self.plan.left += self._still_named()
        return self.plan

    def new_file(self, file: str, place: Place) -> str:
        """Return the name of a page's or a picture's file after the move, laid out as it is now."""
        language, path = place
        fresh = self.move.of(path)
        if fresh == path:
            return file
        return f"{DOCS}/{fresh}" if file == f"{DOCS}/{path}" else Structure(self.library.settings).file(language, fresh)

    def _page(self, page: Page) -> None:
        """Plan a page: somebody may have moved it already, and then its own links are still those of the old place."""
        if page.path in self.removed:
            self.plan.contents[page.file] = None
            return
        moved_by_hand = {
            new: old for old, new in self.move.paths.items() if not self.library.exists(page.language, old)
        }
        before = moved_by_hand.get(page.path, page.path)
        body = self.retargeting.text(page.body, before, page.syntax, is_moved=before != page.path)
        text = self._with_redirect(page, page.text[: page.front_matter.length] + body, before)
        file = self.new_file(page.file, (page.language, page.path))
        self._changed(page, body)
        if file != page.file or text != page.text:
            content = self.read(page.file)
            mark = content[: len(content) - len(page.text.encode())]
            self._put(page.file, file, mark + text.encode())

    def _with_redirect(self, page: Page, text: str, before: str) -> str:
        """Return the text of a page with its former paths, which the source language has for all."""
        path = self.move.of(page.path)
        came = [*self._removed_before(path), *([before] if before != path else [])]
        if not self.library.is_origin(page) or not came:
            return text
        return with_former_paths(
            text, [each for each in {**dict.fromkeys(former_paths(page.meta)), **dict.fromkeys(came)} if each != path]
        )

    def _removed_before(self, path: str) -> Iterator[str]:
        """Yield the paths, present and former, of removed pages for which the page at a path stands in."""
        for old in self.removed:
            if self.move.paths.get(old) == path:
                gone = self.library.origin(old)
                yield from [*(former_paths(gone.meta) if gone else []), old]

    def _changed(self, page: Page, body: str) -> None:
        changed = sum(one != other for one, other in zip(_targets(page.body), _targets(body), strict=True))
        if changed:
            self.plan.links[self.new_file(page.file, (page.language, page.path))] = changed

    def _picture(self, name: str) -> None:
        place = self._place(name)
        file = f"{DOCS}/{name}"
        if place and place[1] in self.removed:
            self.plan.contents[file] = None
        elif place and (fresh := self.new_file(file, place)) != file:
            self._put(file, fresh, self.read(file))

    def _record(self, language: str, path: str, record: Record) -> None:
        if path in self.removed:
            self.plan.contents[record_file(language, path)] = None
            return
        fresh = self.move.of(path)
        entries, fields = (
            tuple(
                replace(each, source=self._piece(each.source, path), translation=self._piece(each.translation, path))
                for each in some
            )
            for some in (record.entries, record.fields)
        )
        came_from = self.library.carried.get((language, path), frozenset())
        if fresh == path and (entries, fields) == (record.entries, record.fields) and not came_from & {*self.removed}:
            return
        source, page = (self._file(each, path) for each in (self.library.settings.source, language))
        text = write_record(Record(entries, fields), source, page, language)
        self._put(record_file(language, path), record_file(language, fresh), text.encode())

    def _piece(self, text: str, path: str) -> str:
        return self.retargeting.piece(text, path) if may_lead_somewhere(text) else text

    def _file(self, language: str, path: str) -> str:
        """Return the name of a page's file after the move, be it moved already, or not there."""
        there = self.library.page(language, path)
        fresh = there or self.library.page(language, self.move.of(path))
        if fresh is None:
            return Structure(self.library.settings).file(language, self.move.of(path))
        return self.new_file(fresh.file, (language, fresh.path))

    def _place(self, name: str) -> Place | None:
        return Structure(self.library.settings).place(name)

    def _put(self, old: str, new: str, content: bytes | None) -> None:
        if new != old:
            self.plan.contents[old] = None
            self.plan.moved[old] = new
        self.plan.contents[new] = content

    def _text(self, file: str, changed: Callable[[str], str]) -> None:
        try:
            text = self.read(file).decode()
        except (OSError, UnicodeDecodeError):
            return
        if (fresh := changed(text)) != text:
            self.plan.contents[file] = fresh.encode()

    def _has_folders(self) -> bool:
        """Whether each page is shown in a folder of its own; ours never are."""
        if self.library.settings.pages == "tlumach":
            return False
        try:
            content = loaded(self.read(FILE).decode())
        except (OSError, UnicodeDecodeError):
            return True
        return not isinstance(content, dict) or content.get("use_directory_urls") is not False

    def _settings(self, text: str) -> str:
        """Return `mkdocs.yml` with the new names of what moves, and note the patterns that mean other files now."""
        text = self._navigation(text)
        if self.move.is_removal:
            return text
        text, left = renamed(text, renames_of(self.library.settings, self.move, self._files()))
        for each in left:
            said = "means" if each.is_meant_now else "no longer means"
            message = f"`{each.written}` {said} {each.name} now. Write another pattern, or let it be."
            self.plan.left.append(Problem(FILE, each.line, Code.FORMER_NAME, message))
        return text

    def _files(self) -> Iterator[tuple[str, str]]:
        """Yield the names of files under `docs/` before and after, of pages that somebody moved already, too."""
        structure = Structure(self.library.settings)
        for old, new in self.move.paths.items():
            for language in self.library.settings.languages:
                before, after = (structure.file(language, path) for path in (old, new))
                is_there = any(self.library.exists(language, path) for path in (old, new))
                if is_there or {before, after} & {f"{DOCS}/{name}" for name in self.files}:
                    yield before, after

    def _still_named(self) -> Iterator[Problem]:
        """Yield where pages and `mkdocs.yml` still name what moved by its old path."""
        gone = [*self.removed, *(old for old, new in self.move.paths.items() if old != new)]
        names = [name for path in gone for name in names_of(path)]
        for page in self.library.pages.values():
            file = self.new_file(page.file, (page.language, page.path))
            text, path = self._after(file, page.text), self.move.of(page.path)
            if page.path not in self.removed and any(each.lstrip("/") in text for each in names):
                in_paths = [name for name in names if "/" in name.lstrip("/")]
                for found in in_page(text, path, in_paths, self._is_there_after):
                    yield _former_name(file, found)
        yield from (_former_name(FILE, found) for found in mentions(self._after(FILE, self._read_text(FILE)), names))

    def _after(self, file: str, text: str) -> str:
        content = self.plan.contents.get(file)
        return text if content is None else content.decode()

    def _read_text(self, file: str) -> str:
        try:
            return self.read(file).decode()
        except (OSError, UnicodeDecodeError):
            return ""

    def _is_there_after(self, path: str) -> bool:
        is_gone = path in self.removed or path in self.move.paths
        return path in self.move.paths.values() or (self.retargeting.exists(path) and not is_gone)

    def _navigation(self, text: str) -> str:
        """Return `mkdocs.yml` with the new paths where the navigation names the old ones, and all else as it is written."""
        lines = text.splitlines(keepends=True)
        for name, line in self.library.settings.navigation:
            written = lines[line - 1] if 0 < line <= len(lines) else ""
            before, found, after = written.rpartition(name)
            if name in self.removed and _ITEM.fullmatch(before):
                lines[line - 1] = ""
            elif found and name not in self.removed:
                lines[line - 1] = f"{before}{self.move.of(name)}{after}"
        return "".join(lines)

    def _baseline(self, text: str) -> str:
        """Return the list of known findings with the new names of files."""
        for old, new in self.plan.moved.items():
            text = re.sub(rf"(?m)^{re.escape(old)}(?= [a-z-]+ [0-9a-f]{{12}} )", new.replace("\\", r"\\"), text)
        return text


def _targets(body: str) -> Iterator[str]:
    yield from (link.target for link in links(body))
    yield from addresses(body)


def _former_name(file: str, found: Mention) -> Problem:
    message = f"still says `{found.written}`, where nothing is now. Mend it, or let it be."
    return Problem(file, found.line, Code.FORMER_NAME, message)


def moved_pages(library: Library, old: str, new: str) -> Mapping[str, str]:
    """Return the paths of a page, or of all pages of a folder, with those that they get; also where only records are left."""
    known = {*library.paths, *(path for _, path in library.records)}
    if old.endswith(".md"):
        return {old: new} if old in known else {}
    return {path: f"{new}/{path[len(old) + 1 :]}" for path in sorted(known) if path.startswith(f"{old}/")}


def own_pictures(library: Library, path: str, files: frozenset[str]) -> Iterator[str]:
    """Yield the paths of the files that a page links, that lie in its folder or below, and that no other page links."""
    folder = path.rpartition("/")[0]
    linked: dict[str, set[str]] = {}
    for page in library.pages.values():
        for link in page.links:
            if not link.is_external and not link.path.endswith(".md"):
                linked.setdefault(page.target(link), set()).add(page.path)
    yield from (each for each in pictures_under(library, folder, files) if linked.get(each) == {path})


def pictures_under(library: Library, folder: str, files: frozenset[str]) -> Iterator[str]:
    """Yield the paths of the files that are no pages and lie in a folder or below (empty: all), each once."""
    places = (Structure(library.settings).place(name) for name in sorted(files))
    for each in dict.fromkeys(place[1] for place in places if place):
        if not folder or each.startswith(f"{folder}/"):
            yield each
