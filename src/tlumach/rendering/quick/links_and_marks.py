"""Lines with nothing but words, plain links and footnote marks: their elements are made at once.

The library puts a placeholder into the text for each and looks for the placeholders later. Here a text is cut at its links and
marks, and whatever has anything else in it (a second bracket, a star, a quoted title) is left to the library.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import LinkInlineProcessor

from tlumach.rendering.quick.patterns import Patterns

_FOUND = re.compile(
    r"""\[\^ (?P<key>[^\[\]\n\x02]*) \] (?![(\[])
      | (?<!!) \[ (?!\^) (?P<words>[^\[\]\x02]*) \] \( (?P<target>[^\s()<>\[\]"'`\\\x02]*) \)""",
    re.VERBOSE,
)
"""A mark; or a link whose target is plain. What follows a mark could make it a link's words."""


class LinksAndMarks:
    """Makes the elements of a text of words, links and marks; ``mark`` is the pattern that makes marks on this page."""

    def __init__(self, patterns: Patterns, mark: Any) -> None:
        """Take the patterns of a page."""
        self._may_match, self._mark = patterns.may_match, mark

    @classmethod
    def of(cls, patterns: Patterns) -> "LinksAndMarks | None":
        """Return what makes links and marks by these patterns; None where a pattern may see in them what the library's own do not."""
        reading_brackets = [each for each in patterns.listed if any("[" in text for text in each.needed)]
        if patterns.unknown or len(reading_brackets) < 2:
            return None
        mark, link = reading_brackets[:2]
        is_known = mark.needed == ("[^",) and type(link.pattern) is LinkInlineProcessor
        return cls(patterns, mark.pattern) if is_known and not patterns.may_match(_around(mark.pattern)) else None

    def elements(self, text: str, parent: Element) -> list[Element] | None:
        """Return the elements of a text, with the words between them as their tails, and put the words before them into ``parent``.

        Where the text has anything else in it, nothing is done, and None returned.
        """
        found = [*_FOUND.finditer(text)]
        words = _between(text, found)
        if any(map(self._may_match, (*words, *(each["key"] or each["words"] or "" for each in found)))):
            return None
        made: list[Element] = []
        parent.text = words[0] or None
        for each, after in zip(found, words[1:], strict=True):
            element = self._element(each)
            if element is None:
                _add(parent, made, each[0] + after)
            else:
                element.tail = after or None
                made.append(element)
        return made

    def _element(self, found: re.Match[str]) -> Element | None:
        """Return a link; or a mark, None where the page has no such note."""
        if found["target"] is None:
            mark: Element | None = self._mark.handleMatch(found, found.string)[0]
            return mark
        link = Element("a", {"href": found["target"]})
        link.text = found["words"]
        return link


def _between(text: str, found: list[re.Match[str]]) -> list[str]:
    """Return what stands before, between and after what was found."""
    ends = [0, *(each.end() for each in found)]
    return [text[end:start] for end, start in zip(ends, [*(each.start() for each in found), len(text)], strict=True)]


def _add(parent: Element, made: list[Element], words: str) -> None:
    if made:
        made[-1].tail = (made[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _around(mark: Any) -> str:
    """Return what a project has put around the numbers of its notes."""
    notes = getattr(mark, "footnotes", None)
    return str(notes.getConfig("SUPERSCRIPT_TEXT")) if notes else ""
