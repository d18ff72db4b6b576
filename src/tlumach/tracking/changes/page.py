"""The page “What changed” of an explainer, in each language: made from what is kept of its changes, and shown as any other page.

As it is a page of the explainer, the reader, the EPUB, the text and the zip hold it. Where nothing has changed there is none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.changes import Change, Changes, Wording, changes_page
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record
from tlumach.tracking.changes.carried_errors import carried_errors
from tlumach.tracking.tracker import Tracker

_MARKS = re.compile(r"[\\`*_{}\[\]#|~^$!()<>&:-]")
_ESCAPABLE = frozenset(r"\`*_{}[]#!()-")
"""The marks that Python-Markdown lets be escaped, whatever extensions there are."""


def with_change_pages(library: Library) -> Library:
    """Return a library in which each explainer of which a change is kept has its page “What changed”, in each of its languages.

    The pages of an explainer are the same in all languages, block by block: so they stand side by side in the reader.
    """
    if library.settings.pages == "mkdocs":
        return library  # who makes the pages there would not make this one
    pages, records = dict(library.pages), dict(library.records)
    for explainer, kept in library.changes.items():
        path = changes_page(explainer)
        languages = [each for each in library.languages_of(explainer) if library.origin(explainer)]
        if not kept.changes or path in library.paths:
            continue
        for language in languages:
            text = _markdown(kept, language, library)
            page = parse_page(text, language, path, library.settings.markdown.syntax)[0]
            pages[language, path] = replace(page, is_made=True)
        source = pages.get((library.settings.source, path))
        for language in languages:
            if source and language != source.language:
                pairs = zip(source.blocks, pages[language, path].blocks, strict=True)
                made = (Entry(f"c-{at}", ours.text, own.text, ours.line) for at, (ours, own) in enumerate(pairs))
                records[language, path] = Record(tuple(made))
    return replace(library, pages=pages, records=records) if len(pages) > len(library.pages) else library


def _markdown(kept: Changes, language: str, library: Library) -> str:
    say, tracker = library.settings.say(language), Tracker(library)
    latest = sorted(kept.changes, key=lambda change: change.date, reverse=True)
    parts = [f"# {say('changes.title')}"]
    for date, changes in groupby(latest, key=lambda change: change.date):
        parts.append(f"## {say.date(date)} {{ #d-{date} }}")
        for change in changes:
            parts += _change(change, say, tracker)
    return "\n\n".join(parts) + "\n"


def _change(change: Change, say: Messages, tracker: Tracker) -> Iterator[str]:
    """Yield a change in as many blocks in every language: a heading, what the editor says of it, both wordings."""
    settings = tracker.library.settings
    order = (say.language, settings.source, *change.wordings)
    shown = next(language for language in order if language in change.wordings)
    yield f"### {say(f'changes.{change.kind}')}: {_beginning(change.wordings[shown], shown, say)}"
    told = (_escaped(change.says.get(say.language, "")), _still(change, say, tracker), _link(change, say, tracker))
    yield " ".join(filter(None, told)) or "–"
    sides = (("changes.before", change.wordings[shown].before), ("changes.after", change.wordings[shown].after))
    yield "\n".join(f"- **{say(key)}** {_spoken(text, shown, say) or '–'}" for key, text in sides)


def _link(change: Change, say: Messages, tracker: Tracker) -> str:
    """Return a link to the paragraph that changed; nothing where it is no more."""
    page = tracker.library.shown_page(say.language, change.path)
    if page is None or change.block not in tracker.ids(page):
        return ""
    return f"[{say('changes.place')}]({PurePosixPath(change.path).name}#{change.block})"


def _still(change: Change, say: Messages, tracker: Tracker) -> str:
    """Say which translations still carry an error that was corrected in the source; nothing where none does."""
    names = tracker.library.settings.language_names
    translations = tracker.library.settings.translations
    found = ((each, tracker.track(each, change.path)) for each in translations)
    behind = [names[each] for each, of in found if of and change in carried_errors(of, tracker.library).values()]
    return say("changes.still", languages=say.enumeration(behind)) if behind else ""


def _beginning(wording: Wording, language: str, say: Messages) -> str:
    words = (wording.after or wording.before).split()
    return _spoken(" ".join(words[:6]) + (" …" if len(words) > 6 else ""), language, say)


def _spoken(text: str, language: str, say: Messages) -> str:
    """Return text as Markdown; words of another language than the page's are set apart, and say which it is."""
    said = _escaped(text)
    return said if language == say.language or not said else f"*{said}*{{ lang={language} }}"


def _escaped(text: str) -> str:
    """Return plain text so that Markdown shows it as it is: an editor's sentence is text, as a wording is.

    A backslash would be shown before what no extension of the project lets be escaped ($, ~, ^): these are character references.
    """
    return _MARKS.sub(lambda mark: f"\\{mark[0]}" if mark[0] in _ESCAPABLE else f"&#{ord(mark[0])};", text)


def pages_of_changes(library: Library) -> Mapping[str, str]:
    """Return, by the path of an explainer's first page, that of its page “What changed”, of those that have one."""
    places = {explainer: changes_page(explainer) for explainer, kept in library.changes.items() if kept.changes}
    return {explainer: path for explainer, path in places.items() if (library.settings.source, path) in library.pages}
