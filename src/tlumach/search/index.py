"""The files of the search index: a manifest, the words in pieces, the texts in pieces.

Each is a script that calls one function, so that a page loads it the same way from a server and from `file://`, under a
policy that admits scripts of the site alone.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from tlumach.addresses import site_path
from tlumach.search.filing import file_words
from tlumach.search.keys import SAME_LETTERS, endings
from tlumach.search.names import names_in
from tlumach.search.pieces import number_list, pieces
from tlumach.search.rows import Rows, read_rows
from tlumach.tracking import Tracker
from tlumach.words import Lemmatizer

FOLDER = "search"
MANIFEST = "index.js"
CALL = "tlumachSearch"
TEXT_SIZE = 5_000
"""Characters of the source language in a piece of texts: a few paragraphs, of which one is shown."""


def build_index(tracker: Tracker, lemmatizer: Lemmatizer) -> dict[str, bytes]:
    """Return the files of a site's search index by name, to be put into :data:`FOLDER`. The same site, the same bytes."""
    rows = read_rows(tracker)
    settings = tracker.library.settings
    files: dict[str, bytes] = {}
    languages = {}
    for language in settings.languages:
        filing = file_words(rows, language, lemmatizer)
        found = pieces(filing, names_in(rows, filing, lemmatizer), len(rows.paths))
        files |= {f"{language}/{at}.js": _script(f"{language}/{at}", text) for at, text in enumerate(found.values())}
        silent = " ".join(sorted(filing.silent))
        table = endings(language).shipped()
        languages[language] = {"pieces": " ".join(found), "silent": silent, "endings": table}
    weight = sum(map(len, files.values())) // max(len(files), 1)
    starts = _starts(rows, settings.source)
    files |= _texts(rows, starts, tracker)
    files[MANIFEST] = _script(
        "", _manifest(rows, starts, languages, settings.source) | {"weight": weight, "version": _version(files)}
    )
    return files


def _manifest(rows: Rows, starts: Sequence[int], languages: Mapping[str, object], source: str) -> dict[str, object]:
    return {
        "source": source,
        "languages": languages,
        "same": SAME_LETTERS,
        "least": endings(source).least,
        "terms": rows.terms_count,
        "pages": len(rows.paths),
        "ends": number_list(_ends(rows)),
        "starts": number_list(starts),
    }


def _ends(rows: Rows) -> list[int]:
    """Return for each page the row after its last, plus the number of pages that went before, so that the numbers rise."""
    end = len(rows.paths)
    found = []
    for at, count in enumerate(rows.per_page):
        end += count
        found.append(end + at)
    return found


def _starts(rows: Rows, source: str) -> list[int]:
    """Return the first row of each piece of texts: the same in every language."""
    starts, size = [0], 0
    for number, row in enumerate(rows.rows):
        if size > TEXT_SIZE or number == len(rows.paths):
            starts.append(number)
            size = 0
        size += len(row.texts.get(source) or next(iter(row.texts.values()), ""))
    return sorted(set(starts))


def _texts(rows: Rows, starts: Sequence[int], tracker: Tracker) -> dict[str, bytes]:
    """Return the pieces of texts: of each row its id and text, of each page among them its address and title."""
    settings = tracker.library.settings
    place = {path: at for at, path in enumerate(rows.paths)}
    files = {}
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows.rows)], strict=True)):
        some = rows.rows[start:end]
        for language in settings.languages:
            pages = {
                place[path]: [site_path(path, language, settings), _title(rows, place[path], language)]
                for path in dict.fromkeys(row.path for row in some)
            }
            texts = [[row.id, row.texts.get(language, "")] for row in some]
            name = f"{language}/t{at}"
            files[f"{name}.js"] = _script(name, [pages, texts])
    return files


def _title(rows: Rows, page: int, language: str) -> str:
    texts = rows.rows[page].texts
    term = rows.terms.get(language, {}).get(rows.paths[page])
    return term.term if term else texts.get(language) or next(iter(texts.values()), "")


def _script(name: str, value: object) -> bytes:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{CALL}({json.dumps(name)},{written})\n".encode()


def _version(files: Mapping[str, bytes]) -> str:
    """Return what changes when any file does, so that pieces of two builds are never mixed by a cache."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + files[name])
    return digest.hexdigest()[:8]
