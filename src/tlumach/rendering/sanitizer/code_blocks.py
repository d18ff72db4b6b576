"""Highlighted code made anew: of what the highlighter wrote, only the elements and attributes of code are taken over.

The highlighter puts what stands after a fence into its tags, unescaped; so its HTML is read, not trusted.
"""

from html import escape
from html.parser import HTMLParser

from tlumach.rendering.sanitizer.markup_policy import CODE_ELEMENTS, refusal_of_attribute

_DIAGRAM = ("pre", "class", "mermaid")
"""What Material's own setting for diagrams makes: here it is a listing, which `tlumach check` names (`plain-form`)."""
Refusals = list[tuple[str, str]]
"""Names of attributes and elements that were refused, each with the reason."""


def rebuilt(html: str) -> tuple[str, Refusals]:
    """Return a piece of HTML with its text, and of its tags only those of code; and what was refused."""
    reader = _Rebuilder()
    reader.feed(html)
    reader.close()
    return reader.html, reader.refused


class _Rebuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: Refusals = []
        self._parts: list[str] = []
        self._open: list[str] = []

    @property
    def html(self) -> str:
        """What was taken over, every element closed."""
        return "".join([*self._parts, *(f"</{tag}>" for tag in reversed(self._open))])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in CODE_ELEMENTS:
            self.refused.append((tag, "code has no such element. Take it out of the options after the fence."))
            return
        self._open.append(tag)
        self._parts.append(f"<{tag}{''.join(self._attribute(tag, name, value or '') for name, value in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open:
            closed = self._open.pop()
            self._parts.append(f"</{closed}>")
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        self._parts.append(escape(data, quote=False))

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if (tag, name, value) == _DIAGRAM:
            return ""
        if why := refusal_of_attribute(tag, name, value):
            self.refused.append((name, why))
            return ""
        return f' {name}="{escape(value)}"'
