"""A manifest: a JSON file that has, for each page, the SHA-256 of the source from which it was translated.

Teams nest it as they like: by file (``{"docs/uk/a.md": "…"}``), by language and page, by page and language, with
objects (``{"a.md": {"sha256": "…", "sections": {…}}}``) or as a list of such (``[{"path": "uk/a.md", "sha256": "…"}]``).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tlumach.adoption.stamps import Stamp, StampKind, kind_of, make_stamp
from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.library.structure import Place, Structure
from tlumach.problems import Code, Level, Problem

_PLAIN_KEYS = frozenset({"sha256", "hash", "sha", "digest"})
_PATH_KEYS = ("path", "page", "file")


def read_manifest(text: str, file: str, library: Library) -> tuple[dict[Place, Stamp], list[Problem]]:
    """Read a manifest into stamps by the places of translations; what names no page of the project is a warning."""
    try:
        content = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return {}, [_malformed(file, error.lineno, f"is not JSON: {error.msg}.")]
    except RecursionError:
        return {}, [_malformed(file, 1, "has too many values within one another.")]
    except ValueError as error:
        return {}, [_malformed(file, _line(text, [str(error)]), f"has “{error}” twice. Keep the one that is right.")]
    if not isinstance(content, (dict, list)):
        return {}, [_malformed(file, 1, "must be an object of pages with their SHA-256.")]
    stamps: dict[Place, Stamp] = {}
    problems: list[Problem] = []
    for chain, kind, value in _leaves(content, (), library.settings.source):
        line = _line(text, chain)
        made = make_stamp(kind, ".".join(chain), value, file, line)
        places = _places(library, chain)
        if isinstance(made, Problem):
            problems.append(made)
        elif not places and made:
            problems.append(_unknown(file, line, chain))
        elif made:
            stamps |= dict.fromkeys(places, made)
    if not stamps and not problems:
        problems.append(_malformed(file, 1, "names no page (`….md`) with a SHA-256."))
    return stamps, problems


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(next(key for key in keys if keys.count(key) > 1))
    return found


def _leaves(value: object, chain: tuple[str, ...], source: str) -> Iterator[tuple[tuple[str, ...], StampKind, object]]:
    """Yield what is a stamp, with the keys that lead to it; only below a key that is a page's file."""
    if isinstance(value, list):
        for item in value:
            path = next((item[key] for key in _PATH_KEYS if key in item), None) if isinstance(item, dict) else None
            if isinstance(path, str):
                yield from _leaves(item, (*chain, path), source)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _named(key, inner, chain, source)
    elif isinstance(value, str) and any(map(_is_page, chain)):
        yield chain, StampKind.DIGEST, value


def _named(
    key: str, value: object, chain: tuple[str, ...], source: str
) -> Iterator[tuple[tuple[str, ...], StampKind, object]]:
    """Yield what a key of an object says: of the page above it, or of one that it is itself."""
    if not any(map(_is_page, chain)):
        yield from _leaves(value, (*chain, key), source)
        return
    kind = StampKind.DIGEST if key.lower() in _PLAIN_KEYS else kind_of(key, value, source)
    if kind:
        yield chain, kind, value
    elif isinstance(value, Mapping) or (isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}([-_]\w+)?", key)):
        yield from _leaves(value, (*chain, key), source)


def _is_page(key: str) -> bool:
    return key.endswith(".md")


def _places(library: Library, chain: tuple[str, ...]) -> list[Place]:
    """Return the translations that a chain of keys means: a file's own, or those of a page in the language beside it, or in all.

    A file is named from the folder of its language, from `docs/` or from the project, whichever is there.
    """
    name = next((key for key in chain if _is_page(key)), "").removeprefix("./")
    said = [key for key in chain if key in library.settings.translations]
    readings = (_named_places(library, each, said) for each in (name, name.removeprefix(f"{DOCS}/")))
    return next(filter(None, readings), [])


def _named_places(library: Library, name: str, said: Sequence[str]) -> list[Place]:
    settings = library.settings
    language, path = Structure(settings).place(name) or (settings.source, name)
    languages = [language] if language in settings.translations else said or settings.translations
    return [(each, path) for each in languages if library.page(each, path)]


def _line(text: str, chain: tuple[str, ...] | list[str]) -> int:
    """Return the line of the last of the keys, each looked for behind the one before it."""
    at = 0
    for key in chain:
        forms = "|".join(re.escape(json.dumps(key, ensure_ascii=ascii_only)) for ascii_only in (False, True))
        found = re.compile(forms).search(text, at)
        at = found.start() if found else at
    return text.count("\n", 0, at) + 1


def _malformed(file: str, line: int, message: str) -> Problem:
    return Problem(file, line, Code.STAMP_MALFORMED, f"the manifest {message}")


def _unknown(file: str, line: int, chain: tuple[str, ...]) -> Problem:
    message = f"the manifest names “{'.'.join(chain)}”, which is no translation of this project: it is passed over."
    return Problem(file, line, Code.STAMP_UNKNOWN, message, Level.WARNING)
