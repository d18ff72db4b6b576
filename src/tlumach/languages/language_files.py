"""A project's own file for a language, `languages/<language>.yml`: what it adds to what the package knows, or has otherwise."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from tlumach.languages.messages import FALLBACK, load_messages
from tlumach.problems import doubled_keys

FOLDER = "languages"
KEYS = ("messages", "hunspell")
_PLACEHOLDER = re.compile(r"\{\{\}\}|\{[^{}]*\}")


class Wrong(NamedTuple):
    """What is wrong with a file: the line, from 1, and what was expected."""

    line: int
    message: str


def file_of(language: str) -> str:
    """Return a language's file, relative to the project's root."""
    return f"{FOLDER}/{language}.yml"


def read_language_file(text: str) -> tuple[Mapping[str, Any], list[Wrong]]:
    """Read a file; what cannot be used is left out, and told."""
    try:
        data, doubled = doubled_keys.load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, [Wrong(mark.line + 1 if mark else 1, f"this is not YAML: {getattr(error, 'problem', error)}.")]
    data = {} if data is None else data
    if not isinstance(data, dict):
        return {}, [Wrong(1, f"the file must be a mapping with {_listed(KEYS)}.")]
    wrong = dict(_wrong(data, text))
    messages = data.get("messages")
    kept = {key: said for key, said in messages.items() if key not in wrong} if isinstance(messages, dict) else {}
    known = {key: value for key, value in data.items() if key in KEYS and key not in wrong}
    twice = [Wrong(each.line, f"the file has {each.message}") for each in doubled]
    return {**known, "messages": kept}, [*twice, *wrong.values()]


def _wrong(data: Mapping[str, Any], text: str) -> Iterator[tuple[str, Wrong]]:
    """Yield what is wrong, by the key that it is wrong with."""
    for key in data.keys() - set(KEYS):
        yield str(key), Wrong(_line(text, key), f"`{key}` is not known here. {_meant(str(key), KEYS)}")
    names = data.get("hunspell", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield "hunspell", Wrong(_line(text, "hunspell"), "`hunspell` must be a list of dictionaries, such as [kk_KZ].")
    messages = data.get("messages", {})
    if not isinstance(messages, dict):
        yield "messages", Wrong(_line(text, "messages"), "`messages` must be a mapping of keys to texts.")
        return
    for key, said in messages.items():
        if why := _why_not(str(key), said):
            yield key, Wrong(_line(text, key), why)


def _why_not(key: str, said: Any) -> str:
    """Return what is wrong with a message; an empty text where it can be used."""
    known = load_messages(FALLBACK).texts
    if key not in known:
        return f"there is no message `{key}`. {_meant(key, known)}"
    forms = list(said.values()) if isinstance(said, dict) else [said]
    if isinstance(said, dict) and (not isinstance(known[key], dict) or "other" not in said):
        return f"the message `{key}` must be a text, or the forms of a number with `other` among them."
    wanted = _placeholders(known[key])
    for form in forms:
        if not isinstance(form, str) or not form.strip():
            return f"the message `{key}` must be a text. Put it in quotation marks."
        if _placeholders(form) != wanted:
            return f"the message `{key}` must have {_listed(sorted(wanted)) or 'nothing in braces'}, as in English."
    return ""


def _placeholders(text: Any) -> set[str]:
    return set(_PLACEHOLDER.findall(text["other"] if isinstance(text, dict) else str(text)))


def _meant(key: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"Known are {_listed(sorted(known)[:5])}…"


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _line(text: str, key: object) -> int:
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.lstrip(" \"'").startswith(str(key))), 1)
