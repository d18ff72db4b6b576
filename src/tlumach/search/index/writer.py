"""The files of the search index: a manifest, the words in pieces, the pages, their texts by language.

Each is a script that calls one function, so that a page loads it the same way from a server and from `file://`, under a
policy that admits scripts of the site alone.

:func:`read_shared`, then :func:`part_of` the pages :func:`in_order`, then :func:`write_index`. The part may be joined of those
of fewer pages, in any grouping (:mod:`tlumach.search.index.parts`); each may be kept as long as its pages and what is shared are the same.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from tlumach.languages.endings import SAME_LETTERS, endings
from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.search.index.common import CODES, ESCAPE
from tlumach.search.index.files import Group, groups, pages_of, pieces, texts_of
from tlumach.search.index.filing import file_words
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.parts import IndexPart
from tlumach.search.index.rows import stands_aside
from tlumach.search.index.runs import number_list
from tlumach.search.index.shared import Shared, read_shared
from tlumach.search.stemming.keys import Keys
from tlumach.settings import Settings
from tlumach.tracking import Tracker

FOLDER = "search"
MANIFEST = "index.js"
CALL = "tlumachSearch"


def build_index(tracker: Tracker, lemmatizer: Lemmatizer) -> dict[str, bytes]:
    """Return the files of a site's search index by name, to be put into :data:`FOLDER`. The same site, the same bytes."""
    keys = Keys(lemmatizer)
    shared = read_shared(tracker, keys)
    site = part_of(in_order(tracker.library), tracker, shared)
    return write_index(site, shared, tracker.library.settings, keys)


def in_order(library: Library) -> list[str]:
    """Return the paths of a library's pages in the order in which their parts are joined: terms first, then those that stand aside."""
    terms = {path for (_, path), page in library.pages.items() if page.is_term}
    return sorted(
        {path for _, path in library.pages}, key=lambda path: (path not in terms, not stands_aside(path), path)
    )


def write_index(site: IndexPart, shared: Shared, settings: Settings, keys: Keys) -> dict[str, bytes]:
    """Return the files by name, where ``site`` is all parts joined."""
    files: dict[str, bytes] = {}
    languages: dict[str, dict[str, object]] = {}
    for language in settings.languages:
        filing = file_words(site, language, shared.names[language], keys)
        found = pieces(filing)
        files |= _scripts(f"{language}/", found.values())
        table = endings(language).shipped()
        languages[language] = {"pieces": " ".join(found), "silent": " ".join(filing.silent), "endings": table}
    weight = sum(map(len, files.values())) // max(len(files), 1)
    texts = groups(site)
    for language in settings.languages:
        languages[language]["folder"] = settings.prefix(language)
        files |= _scripts(f"{language}/t", (texts_of(group, site.texts[language]) for group in texts))
        files[f"{language}/w.js"] = _script("\n".join(shared.common[language]))
    files |= _scripts("p", (pages_of(group, site.pages) for group in texts))
    about = _manifest(site, texts, languages, settings.source) | {"weight": weight, "version": _version(files)}
    return files | {MANIFEST: _script(about)}


def _manifest(
    site: IndexPart, texts: Sequence[Group], languages: Mapping[str, object], source: str
) -> dict[str, object]:
    rows = list(accumulate(site.rows, initial=len(site.rows)))
    return {
        "source": source,
        "languages": languages,
        "same": SAME_LETTERS,
        "least": endings("").least,
        "codes": CODES,
        "escape": ESCAPE,
        "terms": site.terms,
        "aside": site.terms + site.aside,  # of these the first page that is neither
        "pages": len(site.rows),
        # the row after a page's last, plus the number of pages that went before, so that the numbers rise
        "ends": number_list([end + at for at, end in enumerate(rows[1:])]),
        "starts": number_list([group.row for group in texts]),
    }


def _scripts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    return {f"{name}{at}.js": _script(text) for at, text in enumerate(texts)}


def _script(value: object) -> bytes:
    return f"{CALL}({json.dumps(value, ensure_ascii=False, separators=(',', ':'))})\n".encode()


def _version(files: Mapping[str, bytes]) -> str:
    """Return what changes when any file does, so that pieces of two builds are never mixed by a cache."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + files[name])
    return digest.hexdigest()[:8]
