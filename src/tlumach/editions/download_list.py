"""The list of files on the download pages: what is the same in every language is made once."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import escape
from typing import NamedTuple

from tlumach.editions.catalogue import EDITIONS, of_file
from tlumach.editions.copies.update_files import update_since
from tlumach.editions.listing import ListedFile
from tlumach.editions.offline import SIGNATURE, SUMS
from tlumach.editions.reader.edition import READER
from tlumach.languages.messages import Messages
from tlumach.languages.profiles import direction
from tlumach.rendering.generated import DOWNLOADS_ID
from tlumach.settings import Settings

WITH_A_VERSION = (".html", ".epub", ".txt")
"""How the names of files end that say which version they are."""
AT_ONCE = 10
"""Explainers of each kind that are shown at once."""
Titles = Mapping[str, Mapping[str, str]]
Names = Mapping[str, str]


class _Row(NamedTuple):
    """A file: its name, size, language (empty: all) and explainer (what its name begins with), and its link's attributes.

    ``address`` is that within the site, for HTML; empty where it does not lie there.
    """

    name: str
    size: int
    language: str
    stem: str
    address: str
    attributes: str


class DownloadList:
    """The list of some files, as the download page of each language shows it.

    ``addresses``: that of each file within the site, by its name, where it lies there. ``titles``: of each explainer in each
    language of the readers, by what the names of its files begin with, newest first.
    """

    def __init__(
        self, files: Sequence[ListedFile], addresses: Mapping[str, str], titles: Titles, settings: Settings
    ) -> None:
        """Sort the files by kinds, explainers and languages."""
        self._files, self._titles, self._settings = files, titles, settings
        self._addresses = {name: escape(address) for name, address in addresses.items()}
        since = {file.name: told for file in files if (told := update_since(file.name))}
        self._whole = [file for file in files if file.name not in since]
        named = self._named(READER.ending)
        updates = [(file, *since[file.name]) for file in files if file.name in since]
        self._updates = [(self._row(file, stem, "", named), day) for file, stem, day in updates]
        kinds = [(each.ending, each.name) for each in sorted(EDITIONS, key=lambda each: each.place)]
        kinds += [(SUMS, "sums"), (SIGNATURE, "signature")]
        self._kinds = {kind: rows for ending, kind in kinds if (rows := self._rows(ending))}
        self._is_signed = any(file.name == SIGNATURE for file in files)
        self._has_versions = any(file.name.endswith(WITH_A_VERSION) for file in files)

    def html(self, say: Messages, up: str, why: str, day: str) -> str:
        """Return the list in the words of a language, for a page from which ``up`` leads to the site's top.

        ``why``: HTML that stands after the kinds; ``day``: that of the build (ISO 8601), or empty.
        """
        parts = [
            f'<h2 id="{kind}">{escape(say(f"download.{kind}"))}</h2><p>{escape(say(f"download.{kind}_for"))}</p>'
            + self._of_a_kind(rows, say, up)
            + (self._said_updates(say, up) if kind == READER.name else "")
            for kind, rows in self._kinds.items()
        ]
        checked = _how_to_check(say, self._settings.signing_key) if self._is_signed else ""
        compared = f"<p>{escape(say('download.check_code'))}</p>" if self._has_versions else ""
        built = f"<p>{escape(say('download.built', date=say.date(day)))}</p>" if day else ""
        said = f"{''.join(parts)}{why}{checked}{compared}{self._said_sums(say)}{built}"
        return f'<div id="{DOWNLOADS_ID}"{self._way(say)}>{said}</div>'

    def _way(self, say: Messages) -> str:
        """Return which way the list runs, where languages differ in that: the page may be one that is not translated yet."""
        are_alike = len({*map(direction, self._settings.languages)}) == 1
        return "" if are_alike else f' lang="{say.language}" dir="{say.direction}"'

    def _rows(self, ending: str) -> list[_Row]:
        names = self._settings.language_names
        order = {language: at for at, language in enumerate(("", *names))}  # what holds all languages comes first
        newest = {stem: at for at, stem in enumerate(self._titles)}
        named = [(file, file.name.removesuffix(ending)) for file in self._whole if file.name.endswith(ending)]
        parted = [(file, *_parted(name, names)) for file, name in named]
        parted.sort(key=lambda each: (newest.get(each[1], -1), order[each[2]]))
        attributes = self._named(ending)
        return [self._row(*each, attributes) for each in parted]

    def _row(self, file: ListedFile, stem: str, language: str, attributes: Names) -> _Row:
        address = self._addresses.get(file.name, "")
        return _Row(file.name, file.size, language, stem, address, attributes[language])

    def _named(self, ending: str) -> Names:
        """Return what the links to files with that ending say of them, by the language of the file; empty where it holds all."""
        edition = of_file(ending)
        begun = f' download type="{edition.media_type}"' if edition else " download"
        languages = {each: f' lang="{each}" dir="{direction(each)}"' for each in self._settings.language_names}
        return {each: begun + told for each, told in ({"": ""} | languages).items()}

    def _of_a_kind(self, rows: Sequence[_Row], say: Messages, up: str) -> str:
        """Return a list with a line for each explainer; those beyond the first ten are folded."""
        lines: dict[str, list[str]] = {}
        for title, link in self._links(rows, say, up):
            lines.setdefault(title, []).append(link)
        items = [
            f"<li>{f'{escape(title)}<br>' if title else ''}{' · '.join(links)}</li>" for title, links in lines.items()
        ]
        shown, folded = items[:AT_ONCE], items[AT_ONCE:]
        more = (
            f"<details><summary>{escape(say('download.more', count=len(folded)))}</summary>{_items(folded)}</details>"
        )
        return _items(shown) + (more if folded else "")

    def _links(self, rows: Sequence[_Row], say: Messages, up: str) -> Iterator[tuple[str, str]]:
        """Yield the title and the link of each file; many have the same size, in whole words."""
        labels = {code: escape(name) for code, name in {**self._settings.language_names, "": say("reader.all")}.items()}
        titles = {stem: told.get(say.language, "") for stem, told in self._titles.items()}
        told: dict[tuple[str, float], str] = {}
        for row in rows:
            title, size = titles.get(row.stem, ""), _rounded(row.size)
            if size not in told:
                told[size] = escape(size_of(row.size, say))
            yield title, _link(row, labels[row.language] if title else escape(row.name), told[size], up)

    def _said_updates(self, say: Messages, up: str) -> str:
        """Return the pages of what is new since earlier copies; nothing where there are none."""
        items = []
        for row, day in self._updates:
            title = self._titles.get(row.stem, {}).get(say.language, row.stem)
            label = say("download.since", date=say.date(day)) if day[0].isdigit() else row.name
            items.append(f"<li>{escape(title)}<br>{_link(row, escape(label), escape(size_of(row.size, say)), up)}</li>")
        heading = f'<h2 id="update">{escape(say("download.update"))}</h2><p>{escape(say("download.update_for"))}</p>'
        return heading + _items(items) if items else ""

    def _said_sums(self, say: Messages) -> str:
        """Return the checksums, folded: most readers compare none."""
        return f"<details><summary>{escape(say('download.sums'))}: SHA-256</summary>{self._sums}</details>" * bool(
            self._files
        )

    @cached_property
    def _sums(self) -> str:
        lines = (
            f'<li>{escape(file.name)}<br><small>SHA-256: <code class="sum">{file.checksum}</code></small></li>'
            for file in self._files
        )
        return f"<ul>{''.join(lines)}</ul>"


def _link(row: _Row, label: str, size: str, up: str) -> str:
    """Return the link to a file, or its name where it lies nowhere; ``label`` and ``size`` are HTML."""
    link = f'<a href="{up}{row.address}"{row.attributes}>{label}</a>' if row.address else f"<b>{label}</b>"
    return f"{link}, {size}"


def size_of(size: int, say: Messages) -> str:
    """Return a size in bytes as a reader is told it: whole kilobytes, or megabytes with one decimal."""
    key, number = _rounded(size)
    return say(key, size=say.number(number))


def _rounded(size: int) -> tuple[str, float]:
    """Return the message that tells a size, and its number."""
    if size < 1_000_000:
        return "download.size", max(1, round(size / 1000))
    return "download.size_mb", round(size / 1_000_000, 1)


def _parted(name: str, names: Names) -> tuple[str, str]:
    """Return a file's name without its ending in two: what it begins with, and the language that it bears; empty where it holds all."""
    stem, _, language = name.rpartition(".")
    return (stem, language) if stem and language in names else (name, "")


def _items(items: Sequence[str]) -> str:
    return f'<ul class="downloads">{"".join(items)}</ul>'


def _how_to_check(say: Messages, key: str) -> str:
    """Return what a reader does with a copy, on a phone or a PC, to know whose it is: two commands of programs that are not ours."""
    commands = f"minisign -Vm {SUMS} -P {key}\nsha256sum -c --ignore-missing {SUMS}"
    return (
        f'<h2 id="check">{escape(say("download.check"))}</h2><p>{escape(say("download.check_for"))}</p>'
        f"<pre><code>{escape(commands)}</code></pre><p>{escape(say('download.check_said'))}</p>"
    )
