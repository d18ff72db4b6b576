"""What the renderer's patterns within a line need of a text to match: most texts have none of it.

The library tries each of its patterns on each piece of text by way of a registry that sorts and checks at every access.
Here the patterns are listed once for a page, those that cannot match on it are left out, and a text is searched only where
it has the characters that a pattern begins with.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from markdown import inlinepatterns
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.util import INLINE_PLACEHOLDER_PREFIX

from tlumach.rendering.sanitizer.harmless_html import PATTERN as HARMLESS

OWN_MARK = r"\[\^(?P<key>[^\[\]\n]*)\]"
"""A footnote mark where an edition says what it becomes."""
_LINE_END = "  \n"
NEEDED: Mapping[str, tuple[str, ...]] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: (_LINE_END,),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\[\^([^\]]*)\]": ("[^",),  # the library's footnote marks
    r"\*|_": ("*", "_"),  # its emphasis
    OWN_MARK: ("[^",),
    HARMLESS: ("<",),
}
"""What a text must have, one of these, for a pattern to match; one that is not listed is always searched for."""
Search = Callable[[str, int], object]


class Pattern(NamedTuple):
    """A pattern of the library or of an extension, what a text must have for it (nothing: it is always searched for), its search."""

    pattern: Any
    needed: tuple[str, ...]
    search: Search

    def may_match(self, text: str, start: int) -> object:
        """Tell whether it may match in a text from a place on."""
        needed = self.needed
        if not needed:
            return self.search(text, start)
        return (needed[0] in text or (len(needed) > 1 and needed[1] in text)) and self.search(text, start)


class Patterns:
    """The patterns that may match on a page, in the order in which they are applied."""

    def __init__(self, registered: Iterable[Any], has_references: bool) -> None:
        """List those that are registered, of references only where the page defines any."""
        self.listed = [
            _pattern(each)
            for each in registered
            if has_references or not isinstance(each, inlinepatterns.ReferenceInlineProcessor)
        ]
        self.unknown = [each.search for each in self.listed if not each.needed]
        needed = {text for each in self.listed for text in each.needed}
        single = {text for text in needed if len(text) == 1}
        signs = single | {text[0] for text in needed if single.isdisjoint(text)} - {" "}
        self._starts = re.compile(f"[{re.escape(''.join(sorted(signs)))}]" if signs else "(?!)").search

    def may_match(self, text: str) -> bool:
        """Tell whether any may match in a text, or whether one has; where neither is so, it stays as it is."""
        if self._starts(text) or _LINE_END in text or INLINE_PLACEHOLDER_PREFIX in text:
            return True
        return bool(self.unknown) and any(search(text, 0) for search in self.unknown)


def _pattern(pattern: Any) -> Pattern:
    """Return a pattern with what a text needs for it; one of the old kind may match anywhere."""
    if not isinstance(pattern, InlinePattern):
        return Pattern(pattern, (), lambda text, start: True)
    regex = pattern.getCompiledRegExp()
    return Pattern(pattern, NEEDED.get(regex.pattern, ()), regex.search)
