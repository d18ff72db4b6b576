"""Which extensions of Markdown a project has on, as far as they decide what is a block and what a reader sees of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_PARTS_OF: Mapping[str, tuple[str, ...]] = {
    "extra": ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html"),
    "pymdownx.extra": (
        "pymdownx.betterem",
        "pymdownx.superfences",
        "footnotes",
        "attr_list",
        "def_list",
        "tables",
        "abbr",
        "md_in_html",
    ),
}
_BLOCK = "pymdownx.blocks."
_OWN_NAME = {"pymdownx.blocks.definition": "define"}
_TYPES = {
    "pymdownx.blocks.admonition": ("note", "attention", "caution", "danger", "error", "tip", "hint", "warning"),
    "pymdownx.blocks.caption": ("figure-caption", "table-caption"),
}
"""The names after `///` that these have beside their own (``admonition``, ``details``) where their options name none."""


@dataclass(frozen=True)
class Syntax:
    """Markdown as a project writes it: the names of the extensions that are on, in their long form."""

    extensions: frozenset[str] = frozenset(
        {
            "admonition",
            "abbr",
            "attr_list",
            "footnotes",
            "tables",
            "toc",
            "fenced_code",
            "pymdownx.details",
            "pymdownx.superfences",
        }
    )
    fences: frozenset[str] = frozenset()
    """The names that open a block of pymdownx.blocks (``/// note``)."""

    def has(self, *names: str) -> bool:
        """Tell whether any of these extensions is on."""
        return not self.extensions.isdisjoint(names)


OWN = Syntax()
"""What Tlumach itself writes, and the default where no `mkdocs.yml` is at hand."""
BUILT_IN = ("toc", "tables", "fenced_code")
"""What MkDocs has on for every project."""
NEEDED = ("admonition", "attr_list", "footnotes", "pymdownx.details")
"""What Tlumach's own Markdown is written in (sources, boxes, folded originals), and so is on in every project."""


@dataclass(frozen=True)
class MarkdownSettings:
    """The one list of Markdown's extensions, that of `mkdocs.yml`: their names in order, and the options of each."""

    extensions: tuple[str, ...] = (*BUILT_IN, *NEEDED, "abbr", "pymdownx.superfences")
    configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @cached_property
    def syntax(self) -> Syntax:
        """What these make of Markdown."""
        return syntax_of(self.extensions, self.configs)


def read_markdown_settings(written: Any) -> MarkdownSettings:
    """Read what stands under `markdown_extensions`: a list of names, each alone or with its options; or a mapping of them."""
    entries = [{name: options} for name, options in written.items()] if isinstance(written, dict) else written
    found: dict[str, Mapping[str, Any]] = {key: {} for key in BUILT_IN}
    for entry in entries if isinstance(entries, list) else []:
        for name, options in entry.items() if isinstance(entry, dict) else [(entry, None)]:
            found[str(name)] = options if isinstance(options, dict) else {}
    has = {part for name in found for part in parts_of(name)}
    found |= {name: {} for name in NEEDED if name not in has}
    return MarkdownSettings(tuple(found), {name: options for name, options in found.items() if options})


def syntax_of(extensions: Iterable[str], configs: Mapping[str, Mapping[str, Any]]) -> Syntax:
    """Return the syntax that a project has with these extensions, as `mkdocs.yml` names them, and their options."""
    names = frozenset(part for name in extensions for part in parts_of(name))
    types = (
        each for name in sorted(names) if name.startswith(_BLOCK) for each in _types(name, configs.get(name) or {})
    )
    return Syntax(names, frozenset(types))


def parts_of(name: str) -> tuple[str, ...]:
    """Return the extensions that a name stands for: itself, without the package that it may begin with, or a bundle's parts."""
    short = name.removeprefix("markdown.extensions.")
    return (short, *_PARTS_OF.get(short, ()))


def _types(name: str, config: Mapping[str, Any]) -> Iterator[str]:
    yield _OWN_NAME.get(name, name.removeprefix(_BLOCK))
    given = config.get("types")
    for each in given if isinstance(given, list) else _TYPES.get(name, ()):
        yield str(each.get("name", "")) if isinstance(each, Mapping) else str(each)
