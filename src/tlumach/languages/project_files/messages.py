"""The `messages` of a project's file: keys that the package has, with the same placeholders."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tlumach.languages.messages import FALLBACK, load_messages
from tlumach.languages.project_files.wrong import Fault, Place, listed, meant

_PLACEHOLDER = re.compile(r"\{\{\}\}|\{[^{}]*\}")


def faults_of_messages(messages: Any, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with the site's words in a language."""
    if not isinstance(messages, Mapping):
        yield Fault(place, "`messages` must be a mapping of keys to texts.")
        return
    for key, said in messages.items():
        if why := _why_not(str(key), said):
            yield Fault((*place, str(key)), why)


def _why_not(key: str, said: Any) -> str:
    """Return what is wrong with a message; an empty text where it can be used."""
    known = load_messages(FALLBACK).texts
    if key not in known:
        return f"there is no message `{key}`. {meant(key, known)}"
    forms = list(said.values()) if isinstance(said, dict) else [said]
    if isinstance(said, dict) and (not isinstance(known[key], dict) or "other" not in said):
        return f"the message `{key}` must be a text, or the forms of a number with `other` among them."
    wanted = _placeholders(known[key])
    for form in forms:
        if not isinstance(form, str) or not form.strip():
            return f"the message `{key}` must be a text. Put it in quotation marks."
        if _placeholders(form) != wanted:
            return f"the message `{key}` must have {listed(sorted(wanted)) or 'nothing in braces'}, as in English."
    return ""


def _placeholders(text: Any) -> set[str]:
    return set(_PLACEHOLDER.findall(text["other"] if isinstance(text, dict) else str(text)))
