"""The notes of a file in one list: sources, whose address stands once for all languages, and the pages' own footnotes."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from tlumach.editions.reader.anchors import note_id
from tlumach.editions.reader.columns.cell_markup import Content, inner
from tlumach.editions.reader.numbers import NumberedNote
from tlumach.languages.messages import Messages
from tlumach.library.sources import Source, known_of

Footnotes = Mapping[tuple[str, str], Mapping[str, Content]]
"""What the pages' own footnotes say in each language, by page and key."""


def notes_list(notes: Sequence[NumberedNote], footnotes: Footnotes, words: Mapping[str, Messages]) -> str:
    """Return the list; each item opens in place where its mark is pressed, and leads back to the row of its first mark."""
    back = " / ".join(escape(say("reader.note_back")) for say in words.values())
    items = (_item(note, footnotes, words) + _back(note.row, back) for note in notes)
    return f"<ol class=n>\n{''.join(items)}</ol>" if notes else ""


def _item(note: NumberedNote, footnotes: Footnotes, words: Mapping[str, Messages]) -> str:
    id = note_id(note.number)
    if note.source:
        return f"<li id={id} popover>{''.join(_source(note.source, words))}"
    contents = footnotes.get((note.path, note.key), {})
    cells = (
        f"<div lang={language} id={id}-{language} popover>{_in_language(content)}</div>"
        for language, content in contents.items()
    )
    return f"<li id={id}><div class=r>{''.join(cells)}</div>"


def _in_language(content: Content) -> str:
    html = inner(content)
    return f"<div lang={content.language}>{html}</div>" if content.language else html


def _source(source: Source, words: Mapping[str, Messages]) -> Iterator[str]:
    """Yield a source: its title in the languages that have their own, linked, then in each what is known of it."""
    titles = {language: source.title_in(language) for language in words}
    if len(set(titles.values())) == 1:
        title = escape(next(iter(titles.values())))
    else:
        title = " ".join(f"<span lang={language}>{escape(text)}</span>" for language, text in titles.items())
    yield f'<span class=s><a href="{escape(source.url)}">{title}</a>'
    for language, say in words.items():
        known = ", ".join(known_of(source, say))
        yield f"<span lang={language}>{' · ' + escape(known) if known else ''}</span>"
    yield "</span>"


def _back(row: str, label: str) -> str:
    return f' <a class=u href="#{escape(row)}" aria-label="{label}">↩</a>\n'
