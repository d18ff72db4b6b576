"""The list of explainers on the front page: the newest as its page begins, ten more as cards, the others by year."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import links
from tlumach.front_matter import iso_date
from tlumach.languages.messages import Messages, isolated
from tlumach.library import Library
from tlumach.library.byline import byline_of
from tlumach.library.pages import Page
from tlumach.library.urls import alternates, relative, site_path

CARDS = 10
_INDENT = " " * 4
_MARKS = re.compile(r"\[\^[^\]]+\]|(?<!!)\[(?P<text>(?:\\.|[^\[\]\\])*)\]\([^()\s]*\)(?:\{[^{}\n]*\})?")


def explainers(page: Page, library: Library, say: Messages) -> str:
    """Return the explainers, the latest text first, in the reader's language or, lacking that, the source's.

    The first is shown with the boxes that stand above its headline: what happened in short, a picture.
    """
    found = in_order(library, say.language)
    lead = [found[0]] if found and opening(found[0]) else []
    cards, older = found[len(lead) : len(lead) + CARDS], found[len(lead) + CARDS :]
    parts = [_lead(each, page, library, say) for each in lead]
    parts += [_box('!!! cards ""', [_card(each, page, library, say) for each in cards])] if cards else []
    return "\n\n".join([*parts, *_by_year(older, page, library, say)])


def in_order(library: Library, language: str) -> list[Page]:
    """Return the explainers that readers of a language are shown: the latest text first, those of one day by path."""
    found = sorted((page for page in library.shown(language) if page.is_explainer), key=lambda page: page.path)
    return sorted(found, key=lambda page: date_of(page, library), reverse=True)


def date_of(explainer: Page, library: Library) -> str:
    """Return the date of an explainer's text (ISO 8601); empty where none is known."""
    source = library.source_of(explainer)
    return iso_date(source.meta.get("date")) if source else ""


def opening(explainer: Page) -> list[Block]:
    """Return the boxes above an explainer's headline."""
    above = takewhile(lambda block: block.kind is not BlockKind.HEADING, explainer.blocks)
    return [block for block in above if block.kind is BlockKind.BOX]


def picture_of(explainer: Page) -> tuple[str, str] | None:
    """Return the first picture above an explainer's headline: its target as written, and its description."""
    found = (link for block in opening(explainer) for link in links(block.text) if link.image)
    return next(((link.target, link.text) for link in found), None)


def _lead(explainer: Page, page: Page, library: Library, say: Messages) -> str:
    """Return the headline with date and languages, and the first box; then the first picture, if that box has none."""
    first = opening(explainer)[0]
    title = f"## [{explainer.title}]({_way(explainer, page)}){_language(explainer, say)} {{ #latest }}"
    parts = [title, f"{_facts(explainer, page, library, say)}\n{{ .card-facts }}"]
    if not (has_picture := any(link.image for link in links(first.text))):
        parts.append(_plain(first.text))
    if picture := picture_of(explainer):
        folder = posixpath.dirname(explainer.path)
        target = relative(posixpath.normpath(posixpath.join(folder, picture[0])), posixpath.dirname(page.path))
        parts.insert(2 if has_picture else 3, f"![{picture[1]}]({target})\n{{ .lead-picture }}")
    return "\n\n".join(parts)


def _plain(box: str) -> str:
    """Return a box without what belongs to its page: footnote marks, and links, whose words stay."""
    return _MARKS.sub(lambda match: match["text"] or "", box)


def _card(explainer: Page, page: Page, library: Library, say: Messages) -> str:
    title = f"- **[{explainer.title}]({_way(explainer, page)}){_language(explainer, say)}**"
    description = isolated(str(explainer.meta.get("description", "")), explainer.language, say.language)
    parts = [title, description, _facts(explainer, page, library, say)]
    return f"  \n{_INDENT}".join(part for part in parts if part)


def _facts(explainer: Page, page: Page, library: Library, say: Messages) -> str:
    """Return who published the text and when, when it was last checked, and the languages that it can be read in."""
    here = posixpath.dirname(site_path(page.path, say.language, library.settings))
    named = [
        f"[{other.name}]({relative(other.url, here)}){{ lang={other.language} hreflang={other.language} }}"
        for other in alternates(explainer.path, library)
    ]
    return " · ".join([*(f"*{said}*" for said in _dates(explainer, library, say)), *named])


def _dates(explainer: Page, library: Library, say: Messages) -> Iterator[str]:
    """Yield whose text it is and of which date, and the day of the last check, as far as they are known."""
    byline = byline_of(explainer, library, say)
    if byline.publication:
        yield byline.words[0]
    elif byline.date:
        yield say.date(byline.date)
    if byline.checked:
        yield say("voice.checked", date=say.date(byline.checked))


def _by_year(older: Sequence[Page], page: Page, library: Library, say: Messages) -> Iterator[str]:
    for year, group in groupby(older, lambda explainer: date_of(explainer, library)[:4]):
        items = [f"- [{each.title}]({_way(each, page)}){_language(each, say)}" for each in group]
        yield _box(f'??? older "{year or say("source.undated")}"', items)


def _box(head: str, items: Sequence[str]) -> str:
    return "\n".join([head, "", *(_INDENT + line for item in items for line in item.split("\n"))])


def _language(page: Page, say: Messages) -> str:
    return f"{{ lang={page.language} }}" if page.language != say.language else ""


def _way(explainer: Page, page: Page) -> str:
    return relative(explainer.path, posixpath.dirname(page.path))
