"""Words that the renderer itself puts into a text, in the language of the text: titles of boxes that have none, states of tasks.

Beside these, the direction of what is in another language: Python-Markdown knows of none.

Python-Markdown and its extensions title a box by its class, in English: `!!! note`, `??? tip`, `/// warning`.
"""

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from tlumach.languages.messages import FALLBACK, Messages
from tlumach.rendering.sanitizer.widgets import DONE, OPEN

_BEFORE_ALL = 1000
_AFTER_THE_SANITIZER = 3
_TITLED = re.compile(
    r"^\s*(?:(?:!!!|\?\?\?\+?)[^\"\n]*\"(?P<title>[^\"\n]+)\"|/{3,}\s*[\w-]+\s*\|\s*(?P<other>.+))", re.MULTILINE
)
_SAME: Mapping[str, str] = {
    "summary": "abstract", "tldr": "abstract", "check": "success", "done": "success", "help": "question", "faq": "question",
    "fail": "failure", "missing": "failure", "snippet": "example", "cite": "quote",
}  # fmt: skip
"""What Material calls a kind of box beside its first name."""


def title_of(kind: str, say: Messages) -> str:
    """Return the title of a box of a kind (`note`) in a language; an empty text where the renderer's own is left."""
    key = f"box.{_SAME.get(kind, kind)}"
    is_english = say.locale.language == FALLBACK
    return say(key) if key in say.texts and not is_english else ""


def titles_in(markdown: str) -> set[str]:
    """Return the titles that boxes of a text have of their own."""
    return {(match["title"] or match["other"]).strip() for match in _TITLED.finditer(markdown)}


class MachineWords(Extension):
    """Says what the renderer says in English in the language of ``say``; nothing is changed while that is not set."""

    def __init__(self) -> None:
        """Make an extension that changes nothing until its language is set."""
        super().__init__()
        self.say: Messages | None = None
        self.titles: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        """Register what looks at the text, and what changes the tree."""
        md.preprocessors.register(_Titles(self, md), "machine-words-titles", _BEFORE_ALL)
        md.treeprocessors.register(_Words(self, md), "machine-words", _AFTER_THE_SANITIZER)


class _Titles(Preprocessor):
    def __init__(self, extension: MachineWords, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.extension.titles = titles_in(text) if "!!!" in text or "???" in text or "///" in text else set()
        return lines


class _Words(Treeprocessor):
    def __init__(self, extension: MachineWords, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        say = self.extension.say
        if say is None:
            return
        for element in root.iter():
            if element.tag == "details":
                _summary(element, say)
            if element.tag in ("div", "details") and len(element) and element.get("class"):
                self._title(element, say)
            if language := element.get("lang"):
                _directed(element, language, say)
        stash = self.md.htmlStash.rawHtmlBlocks
        states = {f"{DONE} ": say("task.done"), f"{OPEN} ": say("task.open")}
        for at, html in enumerate(stash):
            if isinstance(html, str) and (state := states.get(html)):
                stash[at] = f'<span role="img" aria-label="{escape(state)}">{html.strip()}</span> '

    def _title(self, box: Element, say: Messages) -> None:
        title = box[0]
        is_title = title.tag == "summary" if box.tag == "details" else title.get("class") == "admonition-title"
        if is_title and not len(title) and title.text not in self.extension.titles:
            kind = _kind(title.text or "", box.get("class", "").split())
            title.text = (title_of(kind, say) if kind else "") or title.text


def _directed(element: Element, language: str, say: Messages) -> None:
    """Say which way what is in another language runs, or the full stop of a Russian sentence stands at its beginning.

    What is in the reader's language may stand on a page that is not translated, and runs the other way.
    """
    way = say.direction_of(language)
    if way != say.direction or (way == "rtl" and language == say.language):
        element.set("dir", way)


def _summary(details: Element, say: Messages) -> None:
    """Title what folds and has no title: a browser would name it in its own language."""
    if not len(details) or details[0].tag != "summary":
        summary = Element("summary")
        summary.text, details.text = say("box.details"), None
        details.insert(0, summary)


def _kind(title: str, classes: Sequence[str]) -> str:
    """Return the class of a box that its title was made of; an empty text where it has one of its own."""
    return next((each for each in classes if each.replace("-", " ").lower() == title.lower()), "")
