"""The bare stack's Markdown in the words of those that do not read Python-Markdown: boxes, ids, attributes."""

import re
from collections.abc import Callable

INDENT = " " * 4
_BOX = re.compile(r'!!! (?P<kind>\S+) "(?P<title>.*)"')
_ATTRIBUTES = re.compile(r"\{ (?!#)[^}]*\}")  # of a link: its language
_ALONE = re.compile(r"^\{ #\S+ \}\n", re.MULTILINE)  # of a paragraph
_HEADING = re.compile(r"^(?P<heading>#+ .*) \{ #(?P<id>\S+) \}$", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"\]\((?P<up>(?:\.\./)+)(?P<page>[^)]*)\.html\)")


def for_hugo(text: str) -> str:
    """Return a page for Hugo: a box is a shortcode of the site's, an id stands in braces without spaces."""
    text = boxes(_plain(text), lambda kind, title: f'{{{{% box "{kind}" "{title}" %}}}}\n', "{{% /box %}}")
    text = _HEADING.sub(r"\g<heading> {#\g<id>}", text)
    return _OTHER_LANGUAGE.sub(r"](/\g<page>/)", text)  # from the root, as its pages are folders


def for_sphinx(text: str, page: str) -> str:
    """Return a page for Sphinx with MyST: a box is a directive, an id a line of its own before the heading.

    An id is one of the whole project there: it begins with the name of the ``page``.
    A page of another language is in a project of its own: a link to it is an address, which the scheme `site:` says.
    """
    text = boxes(_plain(text), _directive, ":::\n")
    text = _HEADING.sub(rf"{{#{page}-\g<id>}}\n\g<heading>", text)
    return _OTHER_LANGUAGE.sub(r"](site:\g<up>\g<page>.html)", text)


def boxes(text: str, begin: Callable[[str, str], str], end: str) -> str:
    """Return Markdown with its boxes written otherwise: ``begin`` is given kind and title, the indented lines follow, then ``end``."""
    made: list[str] = []
    within = False
    for line in text.rstrip("\n").split("\n"):
        if within and line and not line.startswith(INDENT):
            made += [end]
            within = False
        if match := _BOX.fullmatch(line):
            made += [begin(match["kind"], match["title"])]
            within = True
        else:
            made += [line.removeprefix(INDENT) if within else line]
    return "\n".join([*made, end] if within else made) + "\n"


def _plain(text: str) -> str:
    return _ATTRIBUTES.sub("", _ALONE.sub("", text))


def _directive(kind: str, title: str) -> str:
    return f":::{{admonition}} {title}\n:class: {kind}\n" if title else f":::{{container}} {kind}\n"
