"""The project's own extensions of Markdown, made ready for the renderer: one list, that of `mkdocs.yml`, for site, editions and checks."""

from collections.abc import Collection, Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from markdown.util import get_installed_extensions

from tlumach.blocks.syntax import NEEDED, MarkdownSettings, parts_of

PYTHON_NAME = "name:"
"""What a `!!python/name:` of `mkdocs.yml` begins with where it was read as text."""
Configs = dict[str, dict[str, Any]]


def extensions_of(markdown: MarkdownSettings, without: Collection[str] = ()) -> tuple[list[str], Configs]:
    """Return the names and options of a project's extensions for a renderer outside MkDocs, without some of them.

    One that is not installed here is left out, as MkDocs says what is missing; so is an option that is no plain value.
    """
    names = [name for name in _parted(markdown.extensions, without) if _is_there(name)]
    configs = {name: dict(_resolved(options)) for name, options in markdown.configs.items() if name in names}
    if "toc" in names:
        configs["toc"] = configs.get("toc", {}) | {"permalink": False, "anchorlink": False}
    return names, with_plain_icons(names, configs)


def with_needed(extensions: Iterable[Any]) -> list[Any]:
    """Return a list of extensions (names or instances) with those that Tlumach's own Markdown is written in."""
    listed = list(extensions)
    has = {part for each in listed if isinstance(each, str) for part in parts_of(each)}
    return [*listed, *(name for name in NEEDED if name not in has)]


def with_plain_icons(names: Collection[Any], configs: Mapping[str, dict[str, Any]]) -> Configs:
    """Return options by which an emoji is its character, or its name where it has none: no drawing is fetched for it."""
    own = {name: dict(options) for name, options in configs.items()}
    for name in ("pymdownx.emoji", "pymdownx.emojis"):
        if name in names:
            own[name] = own.get(name, {}) | {"emoji_generator": import_module("pymdownx.emoji").to_alt}
    return own


def _parted(names: Iterable[str], without: Collection[str]) -> list[str]:
    """Return the extensions by their names; a bundle that has one of those to be left out in it as its parts."""
    found: dict[str, None] = {}
    for name in names:
        _short, *parts = parts_of(name)
        wanted = parts if parts and not set(parts).isdisjoint(without) else [name]
        found |= dict.fromkeys(each for each in wanted if parts_of(each)[0] not in without)
    return list(found)


def _is_there(name: str) -> bool:
    if any(entry.name == name for entry in get_installed_extensions()):
        return True
    try:
        return find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False


def _resolved(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return options with what `!!python/name:` stands for; those that cannot be had are left out."""
    found = {}
    for name, value in options.items():
        given = _value(value)
        if given is not None:
            found[name] = given
    return found


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [each for item in value if (each := _value(item)) is not None]
    if isinstance(value, dict):
        return _resolved(value)
    if isinstance(value, str) and value.startswith((PYTHON_NAME, "object/")):
        return _named(value.removeprefix(PYTHON_NAME))
    return value


def _named(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    try:
        return getattr(import_module(module), attribute, None) if module else None
    except (ImportError, ValueError):
        return None
