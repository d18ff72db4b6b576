"""The page of an update: what is new since a copy, and, where scripts run, a field that makes the new file of the old one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from tlumach.alignment.word_diff import Change, word_diff
from tlumach.editions.copies.comparing import Difference, differences
from tlumach.editions.copies.reading import Copy
from tlumach.languages.messages import Messages, load_messages
from tlumach.output.policy import text_hash

_HEAD = (
    "<!doctype html>\n<html lang={language}>\n<meta charset=utf-8>\n"
    "<meta http-equiv=content-security-policy content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '{script}'\">\n"
    "<meta name=viewport content='width=device-width,initial-scale=1'>\n<meta name=color-scheme content='light dark'>\n"
    "<title>{title}</title>\n<style>body{{max-width:40em;margin:1em auto;padding:0 1em;font:1em/1.5 sans-serif}}del{{opacity:.7}}"
    "ins{{font-weight:bold;text-decoration:none}}input,output{{display:block;max-width:100%;font:inherit}}</style>\n<body>\n"
)
_FORM = (
    '<p hidden data-save="{save}" data-other="{other}" data-damaged="{damaged}"><label>{choose} '
    "<input type=file accept=.html,text/html></label><output></output></p>\n"
)
_LETTER = re.compile(r"[^\W\d_]")
_MARKS = {Change.SAME: "{}", Change.REMOVED: "<del>{}</del>", Change.ADDED: "<ins>{}</ins>"}
_COMMENT, _SPACE = re.compile(r"^ *//.*\n|(?<=;) //.*", re.MULTILINE), re.compile(r"\s*\n\s*|(?<=\W) | (?=\W)")
_CONTEXT = 80
"""So many letters of what stayed the same are shown beside a change; the paragraph has the rest, and an update is to be small."""


def update_page(then: Copy, now: Copy, held: str) -> str:
    """Return the page that leads from one copy to another; ``held`` is the difference between the files, as a comment."""
    found = [each for each in differences(then, now) if each.language and (each.then or _LETTER.search(each.now))]
    by_language = {language: list(of) for language, of in groupby(found, key=lambda each: each.language)}
    languages = list(by_language) or list(dict.fromkeys(each.language for each in now.paragraphs if each.language))[:1]
    sections = "".join(_section(language, by_language.get(language, []), then, now) for language in languages)
    title = load_messages(languages[0])("update.title")
    head = _HEAD.format(language=languages[0], title=escape(title), script=text_hash(script()))
    return f"{head}{sections}{held}\n<script>{script()}</script>\n"


@cache
def script() -> str:
    """Return the script of the page, without its comments and needless white space."""
    text = files("tlumach.editions").joinpath("templates", "update.js").read_text(encoding="utf-8")
    return _SPACE.sub("", _COMMENT.sub("", text))


def _section(language: str, found: Sequence[Difference], then: Copy, now: Copy) -> str:
    say = load_messages(language)
    versions = [version.said(say) for copy in (then, now) if (version := copy.version)]
    items = "".join(f"<li>{''.join(_said(each))}\n" for each in found)
    return (
        f"<section lang={language} dir={say.direction}>\n<h2>{escape(say('update.title'))}</h2>\n"
        f"<p>{escape(' → '.join(versions))}\n<ul>\n{items}</ul>\n{_form(say)}"
        f"<p><small>{escape(say('update.how'))}</small>\n</section>\n"
    )


def _form(say: Messages) -> str:
    words = {name: escape(say(f"update.{name}")) for name in ("save", "other", "damaged", "choose")}
    return _FORM.format(**words)


def _said(found: Difference) -> Iterator[str]:
    for run in word_diff(found.then, found.now):
        text = _shortened(run.text) if run.change is Change.SAME else run.text
        yield _MARKS[run.change].format(escape(text))


def _shortened(text: str) -> str:
    """Return a long text without its middle, cut between words."""
    if len(text) <= 2.5 * _CONTEXT:
        return text
    return f"{text[:_CONTEXT].rsplit(' ', 1)[0]} … {text[-_CONTEXT:].split(' ', 1)[-1]}"
