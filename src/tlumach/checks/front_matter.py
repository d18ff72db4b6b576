"""Whether the front matter says what it may say, and where."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from tlumach.front_matter import iso_date
from tlumach.languages.language_codes import refusal_of_code
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.library.sources import WEAKNESSES, source_keys
from tlumach.problems import Code, Level, Problem
from tlumach.settings import Settings
from tlumach.terms.glossary import FORMER, FORMER_LANGUAGE, KINDS
from tlumach.tracking.moving.redirects import REDIRECT_FROM

ANY_PAGE = {"title", "description", "template", "hide"}
SHARED = {"sources", "date", "source_text", "publication", "checked", REDIRECT_FROM}
TERM = {"term", "short", "forms", "avoid"}
SHARED_TERM = {"kind", "names", FORMER, "as_of"}
OURS = {"sources", "source_text", "publication", "checked", REDIRECT_FROM}
"""What no theme and no plugin of MkDocs' is known to read; all else in the pages of a guest may be theirs."""
SOURCE = {"title", "url", "date", "by_content", "weak"}


def check_front_matter(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """The front matter has known keys only, each of its kind; what holds for all languages stands in the source language.

    A term needs `term`, and on the source-language page `kind` and `as_of`; a source needs `title` and `url`. In pages that
    MkDocs makes, keys are other plugins' too: those that are ours are looked at, and none is needed.
    """
    for page in library.under(paths):
        if library.settings.pages == "mkdocs":
            yield from _values(page, OURS | ((TERM | SHARED_TERM) if page.is_term else set()))
        else:
            yield from _all_keys(page, library.is_origin(page))
        if page.is_term:
            yield from _names(page, library.settings)
        if isinstance(sources := page.meta.get("sources"), Mapping):
            yield from _sources(page, sources)
        yield from _publication(page)


def _all_keys(page: Page, in_source: bool) -> Iterator[Problem]:
    yield from _keys(page, in_source)
    yield from _values(page, VALUES.keys())
    if page.is_term:
        yield from _required(page, {"term", "kind", "as_of"} if in_source else {"term"})


def _keys(page: Page, in_source: bool) -> Iterator[Problem]:
    own = ANY_PAGE | (TERM if page.is_term else set())
    shared = SHARED | (SHARED_TERM if page.is_term else set())
    for key in page.meta:
        if key in own or (in_source and key in shared):
            continue
        if key in shared:
            yield _problem(
                page,
                key,
                f"`{key}` holds for every language: it stands on the source-language page alone. Remove it here.",
            )
        else:
            yield _problem(page, key, f"`{key}` is not known here.{_hint(key, own | shared)}")


def _values(page: Page, keys: Set[str]) -> Iterator[Problem]:
    for key, (is_right, expected) in VALUES.items():
        if key in page.meta and key in keys and not is_right(page.meta[key]):
            yield _problem(page, key, f"`{key}` must be {expected}.")


def _required(page: Page, keys: set[str]) -> Iterator[Problem]:
    for key in sorted(keys - page.meta.keys()):
        expected = VALUES[key][1]
        yield _problem(page, key, f"a term's front matter needs `{key}`: {expected}.")


def _names(page: Page, settings: Settings) -> Iterator[Problem]:
    """Look at a term's names in other languages: by codes that there are, and none of the site's, which have pages."""
    if FORMER in page.meta:
        message = f"`{FORMER}: …` is written `names: {{{FORMER_LANGUAGE}: …}}` now, and still read. Change it when you are here."
        yield replace(_problem(page, FORMER, message), level=Level.INFO)
    names = page.meta.get("names")
    for code in map(str, names) if isinstance(names, Mapping) else ():
        if why := refusal_of_code(code):
            yield _problem(page, "names", f"`names`: {why}")
        elif code in settings.languages:
            message = f"`names` has `{code}`, which is a language of the site: its name stands on {page.path} there. Take it out."
            yield _problem(page, "names", message)


def _publication(page: Page) -> Iterator[Problem]:
    name, keys = page.meta.get("publication"), source_keys(page)
    if isinstance(name, str) and name.strip() and name not in keys:
        close = difflib.get_close_matches(name, sorted(keys), n=1)
        hint = f" Did you mean `{close[0]}`?" if close else " Add it under `sources:`."
        yield _problem(page, "publication", f"`publication: {name}` names no source of this page.{hint}")


def _sources(page: Page, sources: Mapping[str, Any]) -> Iterator[Problem]:
    for name, source in sources.items():
        yield from (_problem(page, name, f"source `{name}`: {wrong}") for wrong in _wrong_with(source))


def _wrong_with(source: Any) -> Iterator[str]:
    if not isinstance(source, Mapping):
        yield "must be a mapping with `title` and `url`."
        return
    for key in sorted({"title", "url"} - source.keys()):
        yield f"needs `{key}`."
    for key in sorted(source.keys() - SOURCE):
        yield f"`{key}` is not known here.{_hint(key, SOURCE)}"
    if "title" in source and not _is_title(source["title"]):
        yield "`title` must be a text, or one for each language (`ru: …`)."
    if not re.match(r"https?://[^\s/]+", str(source.get("url", "https://-"))):
        yield f"`{source['url']}` is not an http address."
    for key in ("date", "by_content"):
        if key in source and not iso_date(source[key]):
            yield f"`{key}` must be a date: '2022', '2022-08' or '2022-08-27', in quotation marks."
    if source.get("weak", WEAKNESSES[0]) not in list(WEAKNESSES):
        yield f"`weak` must be one of {', '.join(WEAKNESSES)}."


def _is_title(value: Any) -> bool:
    return is_text(value) or (isinstance(value, Mapping) and bool(value) and all(map(is_text, value.values())))


def is_text(value: Any) -> bool:
    """Tell whether a value is a text of more than spaces."""
    return isinstance(value, str) and bool(value.strip())


def is_list_of_texts(value: Any) -> bool:
    """Tell whether a value is a list that holds texts alone."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_page_template(value: Any) -> bool:
    """Tell whether a value can name a template for pages: parts of pages and the site's own pages are none."""
    return (
        isinstance(value, str)
        and re.fullmatch(r"[\w-]+(/[\w-]+)*\.html", value) is not None
        and value != "404.html"
        and not value.startswith(("partials/", "assets/"))
    )


def _is_file_of_the_project(value: Any) -> bool:
    return is_text(value) and not PurePosixPath(value).is_absolute() and ".." not in PurePosixPath(value).parts


def _is_list_of_paths(value: Any) -> bool:
    return is_list_of_texts(value) and all(_is_file_of_the_project(each) and each.endswith(".md") for each in value)


def _is_names(value: Any) -> bool:
    return isinstance(value, Mapping) and all(map(is_text, value.values()))


def _is_avoid(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, Mapping) and {"form", "why"} == item.keys() and all(map(is_text, item.values()))
        for item in value
    )


_TEXT = (is_text, "a text")
_DATE = (lambda value: bool(iso_date(value)), "a date: '2022', '2022-08' or '2022-08-27', in quotation marks")
VALUES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "term": _TEXT,
    "short": _TEXT,
    "description": _TEXT,
    "title": _TEXT,
    FORMER: _TEXT,
    "names": (_is_names, "a mapping from the code of a language to the name there: `names: {kk: Астана}`"),
    "date": _DATE,
    "as_of": _DATE,
    "checked": _DATE,
    "publication": _TEXT,
    "kind": (lambda value: value in list(KINDS), f"one of {', '.join(KINDS)}"),
    "forms": (is_list_of_texts, "a list of texts"),
    "avoid": (_is_avoid, "a list of pairs `form: …`, `why: …`"),
    "sources": (lambda value: isinstance(value, Mapping), "a mapping from a key to a source"),
    "hide": (is_list_of_texts, "a list of parts of the page, such as `[navigation, toc]`"),
    "template": (is_page_template, "a template for pages of the theme, such as `main.html`"),
    REDIRECT_FROM: (_is_list_of_paths, "a list of paths that the page once had, such as `story/index.md`"),
    "source_text": (_is_file_of_the_project, "a file of the project, named from its root, such as `sources/text.txt`"),
}
"""What each key must be."""


def _hint(key: str, known: set[str]) -> str:
    close = difflib.get_close_matches(str(key), sorted(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else f" Known are {', '.join(sorted(known))}."


def _problem(page: Page, key: str, message: str) -> Problem:
    return Problem(page.file, page.front_matter.line_of(key), Code.FRONT_MATTER, message)
