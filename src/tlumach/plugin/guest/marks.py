"""What is put into a finished page: ids, links to paragraphs, notices. The rest of the page stays letter for letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from tlumach.languages.messages import Messages
from tlumach.plugin.guest.elements import Element

LINKED = frozenset({"p", "h2", "h3", "h4", "h5", "h6"})
ON_TOP, BEFORE = -1, 1
"""Ranks of what stands above all else in its place, and of what stands before an element and not after another."""
LINKS = "tlumach-links"
"""The class of the span with the links of a block; the script that keeps the place looks for it."""


@dataclass(frozen=True)
class Other:
    """The same page in another language: its name for readers, its address from here, the ids of its blocks."""

    language: str
    name: str
    address: str
    ids: Iterable[str]


@dataclass
class Marks:
    """Gathers what is to be put where, and puts it there."""

    html: str
    found: list[tuple[int, int, int, str]] = field(default_factory=list)
    """What is put where: from, its rank among what stands there, until, the text."""

    def put(self, at: int, text: str, rank: int = 0) -> None:
        """Have a text put at that place of the page, after what has a lower rank or was put there before."""
        self.found.append((at, rank, at, text))

    def cut(self, element: Element) -> None:
        """Have an element, into which nothing is put, left out."""
        self.found.append((element.begin, BEFORE + 1, element.end, ""))

    def identify(self, element: Element, id: str, taken: set[str]) -> bool:
        """Give an element an id of ours, an anchor within it where it has one of its own; False where the page has that id."""
        if id == element.id:
            return True
        if id in taken:
            return False
        taken.add(id)
        if element.id:
            self.put(element.inside, f'<a id="{escape(id)}"></a>')
        else:
            self.put(element.start, f' id="{escape(id)}"')
        return True

    def link(self, element: Element, id: str, say: Messages, others: Sequence[Other]) -> None:
        """Put the links to a block, in this language and the others, at its end; themes show `headerlink` beside the pointer."""
        if element.tag not in LINKED:
            return
        links = "" if element.tag != "p" else _link(f"#{id}", say("block.link"), "¶")
        for other in others:
            if id in other.ids:
                language = {"hreflang": other.language, "lang": other.language}
                links += _link(f"{other.address}#{id}", other.name, other.language, language)
        if links:
            self.put(element.until, f'<span class="{LINKS}" data-search-exclude>{links}</span>')

    def __str__(self) -> str:
        """Return the page with all of it."""
        parts, done = [], 0
        for begin, _, end, text in sorted(self.found, key=lambda each: each[:2]):
            parts += [self.html[done:begin], text]
            done = end
        return "".join([*parts, self.html[done:]])


def notice(text: str, kind: str = "info", lang: str = "") -> str:
    """Return a notice as the boxes of Python-Markdown are written, which themes dress."""
    said = f' lang="{escape(lang)}"' if lang else ""
    return f'<div class="admonition {kind} freshness" role="note"{said} data-search-exclude>\n<p>{text}</p>\n</div>\n'


def _link(address: str, title: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    more = "".join(f' {name}="{escape(value)}"' for name, value in (attributes or {}).items())
    return f'<a class="headerlink" href="{escape(address)}" title="{escape(title)}"{more}>{escape(text)}</a>'
