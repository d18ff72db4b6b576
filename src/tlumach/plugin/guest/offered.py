"""Languages in preparation are not offered: what static-i18n gives a template of all languages is cut down to those that are."""

from collections.abc import Collection
from copy import copy
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils.templates import TemplateContext


def without_languages(hidden: Collection[str], here: str, context: TemplateContext, config: MkDocsConfig) -> None:
    """Take languages out of the switch, but for that of the page itself (``here``), and out of the sitemap."""
    extra: Any = (
        config.extra
    )  # i18n sets an item for the language, and for each page an attribute, which goes before it
    for switch in (extra.get("alternate"), getattr(extra, "alternate", None)):
        if isinstance(switch, list):
            switch[:] = [each for each in switch if each.get("lang") == here or each.get("lang") not in hidden]
    given = cast(dict[str, Any], context)
    if listed := given.get("i18n_alternates"):
        given["i18n_alternates"] = {
            language: [_without(file, hidden) for file in files]
            for language, files in listed.items()
            if language not in hidden
        }


def _without(file: File, languages: Collection[str]) -> File:
    """Return a file of i18n's that does not know of its pages in these languages."""
    found: Any = copy(file)
    found.alternates = {language: other for language, other in found.alternates.items() if language not in languages}
    return cast(File, found)
