"""What is kept of the frame that MkDocs made: plain values for each language, and which files it wrote."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tlumach.output.stamps import Stamp, has_stamp, stamp_of, states
from tlumach.plugin.frame.of_mkdocs import MkDocsFrame

PLUGINS = {"i18n", "tlumach"}
"""With these alone MkDocs writes nothing that depends on a page's text."""
PACKED = "sitemap.xml.gz"
"""It bears the day of the build, and is written in each."""
_ASKED = ("site_name", "extra_css", "extra_javascript")
"""What templates of ours ask of the settings, beside `extra` and the theme's."""


class FrameKeeper:
    """Gathers what is to be kept while MkDocs builds: its files are those that are there before ours of a language, and not ours
    of another."""

    def __init__(self) -> None:
        """Begin with an empty folder and no language."""
        self.values: dict[str, dict[str, Any] | None] = {}
        """What is kept of each language, in the order in which they are built; None where that cannot be."""
        self._found: dict[str, Stamp] = {}
        self._ours: set[str] = set()

    @contextmanager
    def beside_ours(self, language: str, frame: MkDocsFrame, assets: Mapping[str, str]) -> Iterator[None]:
        """Look at the folder before the pages of a language are put there, which is done within, and after."""
        folder = str(frame.site)
        self._found.update((name, stamp_of(state)) for name, state in states(folder) if name not in self._ours)
        self.values[language] = values_of(frame, assets)
        yield
        for name, state in states(folder):
            if self._found.get(name) != stamp_of(state):  # what MkDocs writes in each language it writes between
                self._found.pop(name, None)
                self._ours.add(name)

    def names(self, folder: Path, pages: Collection[str]) -> list[str] | None:
        """Return the files that are still as MkDocs wrote them; ``pages`` are the addresses of pages, which ours replace.

        None where there is a file that nobody can account for.
        """
        if any(name not in self._ours and name not in self._found for name, _ in states(str(folder))):
            return None
        left = (name for name in self._found if name not in pages and name != PACKED)
        return [name for name in left if has_stamp(folder / name, self._found[name])]


def values_of(frame: MkDocsFrame, assets: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what is to be kept of a frame; None where pages could not be made of it as MkDocs makes them."""
    config, theme, nav = frame.config, frame.config.theme, frame.nav
    is_ours = theme.name == "material" and not has_files(theme.custom_dir) and {*config.plugins} == PLUGINS
    if not is_ours or config.use_directory_urls or config.extra_templates or nav.homepage is None:
        return None
    values = {
        "navigation": frame.navigation,
        "items": [_item(each) for each in nav.items],
        "homepage": nav.homepage.url,
        "config": {name: config[name] for name in _ASKED} | {"extra": dict(config.extra)},
        "theme": {name: theme[name] for name in theme if name != "locale"},
        "dirs": list(theme.dirs),
        "assets": dict(assets),
        "extensions": [each for each in frame.extensions if isinstance(each, str)],
        "configs": dict(frame.configs),
    }
    return values if _is_plain(values) and len(values["extensions"]) == len(frame.extensions) - 1 else None


def has_files(folder: str | None) -> bool:
    """Tell whether there are templates of the project's own: nobody knows what they ask for."""
    return bool(folder) and any(True for _ in states(str(folder)))


def _item(item: Any) -> dict[str, Any]:
    children: Iterable[Any] = item.children or ()
    return {
        "kind": "page" if item.is_page else "section" if item.is_section else "link",
        "title": item.title,
        "url": "" if item.is_section else item.url,
        "file": item.file.src_uri if item.is_page else "",
        "is_homepage": bool(item.is_page and item.is_homepage),
        "children": [_item(each) for each in children],
    }


def _is_plain(values: object) -> bool:
    """Tell whether values are the same when they were written and read as JSON: nothing of them is an object of Python's."""
    try:
        return bool(json.loads(json.dumps(values)) == values)
    except (TypeError, ValueError, RecursionError):
        return False
