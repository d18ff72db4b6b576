"""The labels of a report, in brackets at the beginning of its lines: in the reader's language, known in every one."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from tlumach.languages.messages import Messages


class Label(StrEnum):
    """The parts of a report, in their order."""

    PAGE = "page"
    """The address of the page."""
    PARAGRAPH = "paragraph"
    """The block's id, the short hash of what it says and, of a translation, that of its original."""
    VERSION = "version"
    LANGUAGE = "language"
    TEXT = "text"
    ORIGINAL = "original"
    REMARK = "remark"
    """What the reader has to say: it stands last, so that nothing in it is taken for another part."""


def label(each: Label, say: Messages) -> str:
    """Return a label as it stands in a report."""
    return f"[{say(f'report.{each}')}]"


def labels_in(words: Iterable[Messages]) -> Mapping[str, list[tuple[Label, str]]]:
    """Return what each label says in which language, by its letters without spaces, in small ones."""
    found: dict[str, list[tuple[Label, str]]] = {}
    for say in words:
        for each in Label:
            found.setdefault(bare(label(each, say)), []).append((each, say.language))
    return found


def bare(text: str) -> str:
    """Return a text without spaces, in small letters."""
    return re.sub(r"\s", "", text).casefold()
