"""What of a page's front matter the templates may see: the theme prints much of it into the page as it stands."""

from collections.abc import Mapping
from typing import Any

from markupsafe import escape

from tlumach.checks.front_matter import is_list_of_texts, is_page_template

TEXTS = ("title", "description")
LOOKED_UP = {"hide": is_list_of_texts, "template": is_page_template}
"""A list of parts and the name of a template: the theme looks them up, prints neither, and fails on what is none."""


def harmless(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the theme is to know of a front matter: the keys that a page may have for it, texts escaped for HTML.

    Escaped once: a template that escapes too (``| e``) sees that it is done.
    """
    texts = {key: escape(str(meta[key])) for key in TEXTS if key in meta}
    return texts | {key: meta[key] for key, is_right in LOOKED_UP.items() if key in meta and is_right(meta[key])}
