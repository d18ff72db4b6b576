"""A project's own file for a language, `languages/<language>.yml`: what it adds to what the package knows, or has otherwise."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from tlumach.languages.language_codes import refusal_of_code
from tlumach.languages.own_language import OwnData
from tlumach.languages.project_files.keys import KEYS, faults
from tlumach.languages.project_files.wrong import Fault, Wrong, line_at, lines_of, listed
from tlumach.problems import doubled_keys

FOLDER = "languages"
ENDING = ".yml"
_NOT_YAML = (yaml.YAMLError, RecursionError, ValueError)


def file_of(language: str) -> str:
    """Return a language's file, relative to the project's root."""
    return f"{FOLDER}/{language}{ENDING}"


def why_unread(name: str, languages: tuple[str, ...]) -> str:
    """Return why nothing reads a file of that name in the folder; an empty text where it is a language's of the site."""
    code = name.removesuffix(ENDING)
    if code == name:
        return f"files for languages are named such as `uk{ENDING}`: nothing reads this one."
    if refusal := refusal_of_code(code):
        return f"{refusal.rstrip('.?')}{'?' if refusal.endswith('?') else '.'} Name the file by the locale in `mkdocs.yml`."
    return "" if code in languages else f"`mkdocs.yml` has no language `{code}`: nothing reads this file."


@lru_cache(maxsize=64)  # the preview reads them again with each edit of a page
def read_language_file(text: str) -> tuple[OwnData, tuple[Wrong, ...]]:
    """Read a file; what cannot be used is left out, and told."""
    try:
        data, doubled = doubled_keys.load(text)
        lines = lines_of(text)
    except _NOT_YAML as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or error
        return OwnData({}), (Wrong(mark.line + 1 if mark else 1, f"this is not YAML: {why}."),)
    data = {} if data is None else data
    if not isinstance(data, dict):
        return OwnData({}), (Wrong(1, f"the file must be a mapping with {listed(KEYS)}."),)
    found = list(faults(data, KEYS))
    twice = (Wrong(each.line, f"the file has {each.message}") for each in doubled)
    wrong = (Wrong(line_at(each.place, lines), each.message) for each in found)
    return OwnData(_without(data, found)), tuple(sorted([*twice, *wrong]))


def _without(data: Mapping[Any, Any], found: list[Fault]) -> Mapping[str, Any]:
    """Return what a file says without what cannot be used: of messages each, of all else the whole of a key."""
    messages = {str(each.place[1]) for each in found if each.place[0] == "messages" and len(each.place) > 1}
    unusable = {each.place[0] for each in found} - ({"messages"} if messages else set())
    kept = {str(key): value for key, value in data.items() if str(key) not in unusable and value is not None}
    if "messages" in kept:
        kept["messages"] = {key: said for key, said in kept["messages"].items() if str(key) not in messages}
    return kept
