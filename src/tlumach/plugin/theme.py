"""What the theme's templates need beside the words: parts that are made once, style sheets and scripts by their names."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path, PurePosixPath
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket, BytecodeCache

import tlumach
from tlumach.editions.reader.style import minified
from tlumach.output.publish import put_file

if TYPE_CHECKING:  # pages are made without MkDocs, too
    from mkdocs.structure.files import File, Files
    from mkdocs.theme import Theme

OURS = Path(tlumach.__file__).parent / "theme"
"""The templates, style sheets and scripts that the package ships."""

BYTECODE = Path(cache_from_source(__file__)).parent
"""Where Python keeps what it has compiled of this package."""
NAMED = (".css", ".js")
_TAGS = "abbr blockquote dd del dl dt figcaption figure h4 h5 h6 ins kbd pre"
_CLASSES = """
compare info todo tip hint important success check done warning caution attention failure fail missing danger error
bug example quote cite inline original former orphaned arithmatex critic grid highlight highlighttable keys linenos md-button
report tab-label tab-panel tabs task-list-item toc unread
"""
_MARKUP = re.compile(
    rf"""<(?:{"|".join(_TAGS.split())})\b|<\w+ [^<>]*?class="(?:[^"]* )?(?:{"|".join(_CLASSES.split())})[ "]"""
)
_REMARK = re.compile(r"^\s*//.*\n|[ \t]+// .*$|^[ \t]+", re.MULTILINE)
"""What a script runs without: remarks, and what its lines are set in by. Ours have no text of several lines, and no ` // ` in one."""
_PARTS = {"assets/javascripts/tlumach.js": ("frame.js", "search-loader.js")}
"""Scripts that every page asks for, and those beside each that go into it: one answer to wait for, and a third less to fetch."""


class Compiled(BytecodeCache):
    """Keeps compiled templates for as long as it lives: every language has an environment of its own, and the same templates.

    Those that the package ships are kept where Python keeps the package's own modules compiled, and nowhere else: what a
    project or its cache holds would be code that another machine may have written.
    """

    def __init__(self) -> None:
        """Start with no templates."""
        self._kept: dict[str, bytes] = {}
        self._shipped: set[str] = set()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template, which says whether the package ships it."""
        key = super().get_cache_key(name, filename)
        if filename and Path(filename).is_relative_to(OURS):
            self._shipped.add(key)
        return key

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept of the same template, with the same text."""
        if bucket.key in self._shipped and bucket.key not in self._kept:
            with suppress(OSError):
                self._kept[bucket.key] = _bytecode_of(bucket).read_bytes()
        if bucket.key in self._kept:
            with suppress(ValueError, EOFError, UnpicklingError):  # what is not whole is compiled anew
                bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        if bucket.key in self._shipped and not sys.dont_write_bytecode:
            with suppress(OSError):
                put_file(_bytecode_of(bucket), self._kept[bucket.key])


def _bytecode_of(bucket: Bucket) -> Path:
    """Return where a template of the package is kept compiled: by its name, and by what else tells the compiler what to make of it."""
    env = bucket.environment
    told = bucket.key, sorted(env.extensions), env.autoescape, env.trim_blocks, env.lstrip_blocks
    return BYTECODE / f"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}.jinja"


class Once:
    """Keeps the parts of a page that are the same on many: ``{% call once('footer', language, base_url) %}…{% endcall %}``.

    The words of the call say what the part depends on; it is rendered at the first page that has them. What depends on the
    page itself must not stand within. An instance belongs to one build.
    """

    def __init__(self) -> None:
        """Start with no parts."""
        self._parts: dict[tuple[Hashable, ...], str] = {}

    def __call__(self, *depends_on: Hashable, caller: Callable[[], str]) -> str:
        """Return the part: from ``caller`` the first time, as it was made then each further time."""
        if depends_on not in self._parts:
            self._parts[depends_on] = caller()
        return self._parts[depends_on]


def needs_markup(html: str) -> bool:
    """Tell whether a page's text has any of what `markup.css` is for, which most pages have not."""
    return bool(_MARKUP.search(html))


def put_ours_in(theme: "Theme") -> None:
    """Have MkDocs look for templates and files in the project's ``custom_dir``, then in the package's theme, then elsewhere.

    static-i18n puts a sitemap of its own before all, anew for each language.
    """
    first = [folder for folder in (theme.custom_dir, str(OURS)) if folder]
    theme.dirs[:] = [*first, *(folder for folder in theme.dirs if folder not in first)]
    theme.get_env = lambda: _listing_what_is_published(theme)  # type: ignore[method-assign]


def _listing_what_is_published(theme: "Theme") -> Environment:
    """Return the environment that MkDocs makes for a theme, which it asks for a list of all files in each language."""
    env = type(theme).get_env(theme)
    env.loader = _Published(theme.dirs)
    return env


class _Published(FileSystemLoader):
    """Lists no file of a folder whose name begins with a dot: MkDocs publishes none, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _names_in(folder)})


def _names_in(top: str) -> Iterator[str]:
    for place, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(place, top)
        yield from (Path(below, name).as_posix() for name in names)


def join_scripts(files: "Files", folders: Sequence[str]) -> None:
    """Put the parts of a script into it, and take them out of the files; ``folders`` are the theme's, as MkDocs has them."""
    for whole, names in _PARTS.items():
        file = files.get_file_from_path(whole)
        parts = [files.get_file_from_path(str(PurePosixPath(whole).with_name(name))) for name in names]
        found = [part for part in parts if part is not None and part.src_dir in folders]
        if file is not None and file.src_dir in folders:
            file.content_string = "\n".join(each.content_string for each in (file, *found))
            for part in found:
                files.remove(part)


def named_by_content(files: Iterable["File"], folders: Sequence[str]) -> dict[str, str]:
    """Give our style sheets and scripts names that change with their content, and take their remarks out; return them by the old.

    ``folders`` are the theme's, as MkDocs has them: where the project's own folder has a file of the same path, that one is
    named. A browser may keep such a file for good: what has changed has another name.
    """
    found = {}
    for file in files:
        if file.src_uri.endswith(NAMED) and file.src_dir in folders and (OURS / file.src_uri).is_file():
            file.content_string = _bare(file.content_string, PurePosixPath(file.src_uri).suffix)
            digest = hashlib.sha256(file.content_bytes).hexdigest()[:8]
            path = PurePosixPath(file.src_uri)
            file.dest_uri = found[file.src_uri] = str(path.with_suffix(f".{digest}{path.suffix}"))
    return found


def _bare(text: str, suffix: str) -> str:
    """Return a style sheet or a script without remarks, and a script's lines as they stand at the margin."""
    return minified(text) if suffix == ".css" else _REMARK.sub("", text)
