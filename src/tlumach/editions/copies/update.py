"""What is new since a copy: a small page to read, which holds what makes the new one-file reader of the old one, to the byte."""

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tlumach.alignment.word_diff import Change, word_diff
from tlumach.editions.copies.comparing import Difference, are_unlike, differences
from tlumach.editions.copies.delta import DeltaError, applied, packed_delta
from tlumach.editions.copies.reading import Copy, copy_of
from tlumach.languages.messages import load_messages

_HEAD = (
    "<!doctype html>\n<html lang={language}>\n<meta charset=utf-8>\n"
    "<meta http-equiv=content-security-policy content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=viewport content='width=device-width,initial-scale=1'>\n<meta name=color-scheme content='light dark'>\n"
    "<title>{title}</title>\n<style>body{{max-width:40em;margin:1em auto;padding:0 1em;font:1em/1.5 sans-serif}}del{{opacity:.7}}"
    "ins{{font-weight:bold;text-decoration:none}}</style>\n<body>\n"
)
_LETTER = re.compile(r"[^\W\d_]")
_KIND = "tlumach-update 1"
_HELD = re.compile(rf"<!-- {_KIND} ([0-9a-f]{{64}}) ([0-9a-f]{{64}}) ([A-Za-z0-9+/=]+) -->")
_MARKS = {Change.SAME: "{}", Change.REMOVED: "<del>{}</del>", Change.ADDED: "<ins>{}</ins>"}


class UpdateError(ValueError):
    """Two files of which no update can be made, or an update that cannot be applied; the words say why, for a person."""


def update_of(old: bytes, new: bytes) -> bytes:
    """Return the page that leads from one one-file reader to a newer one. Raises UpdateError where they are no two of one text."""
    then, now = copy_of(old), copy_of(new)
    if then.version is None or now.version is None:
        raise UpdateError("one of them carries no version")
    if are_unlike(then, now):
        raise UpdateError("they have little in common: they are readers of two texts")
    if old == new:
        raise UpdateError("they are the same to the byte")
    delta = base64.b64encode(packed_delta(old, new)).decode()
    held = f"<!-- {_KIND} {_sum(old)} {_sum(new)} {delta} -->"
    return f"{_page(then, now)}{held}\n".encode()


def updated(old: bytes, update: bytes) -> bytes:
    """Return the new reader that an update makes of an old one, to the byte. Raises UpdateError; nothing else is ever made."""
    match = _HELD.search(update.decode("utf-8", "replace"))
    if not match:
        raise UpdateError("the second file is no update, or a part of it is missing")
    if _sum(old) != match[1]:
        raise UpdateError("the update belongs to another version of the file than this, or to another file")
    try:
        made = applied(old, base64.b64decode(match[3]))
    except (DeltaError, ValueError) as error:
        raise UpdateError("the update is damaged: get it again") from error
    if _sum(made) != match[2]:
        raise UpdateError("the update is damaged: get it again")
    return made


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _page(then: Copy, now: Copy) -> str:
    found = [each for each in differences(then, now) if each.language and (each.then or _LETTER.search(each.now))]
    by_language = {language: list(of) for language, of in groupby(found, key=lambda each: each.language)}
    languages = list(by_language) or list(dict.fromkeys(each.language for each in now.paragraphs if each.language))[:1]
    sections = "".join(_section(language, by_language.get(language, []), then, now) for language in languages)
    title = load_messages(languages[0])("update.title")
    return _HEAD.format(language=languages[0], title=escape(title)) + sections


def _section(language: str, found: Sequence[Difference], then: Copy, now: Copy) -> str:
    say = load_messages(language)
    versions = [version.said(say) for copy in (then, now) if (version := copy.version)]
    items = "".join(f"<li>{''.join(_said(each))}\n" for each in found)
    return (
        f"<section lang={language} dir={say.direction}>\n<h2>{escape(say('update.title'))}</h2>\n"
        f"<p>{escape(' → '.join(versions))}\n<ul>\n{items}</ul>\n<p><small>{escape(say('update.how'))}</small>\n</section>\n"
    )


def _said(found: Difference) -> Iterator[str]:
    for run in word_diff(found.then, found.now):
        yield _MARKS[run.change].format(escape(run.text))
