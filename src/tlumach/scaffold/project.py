"""The files of a new project: settings, pages in each language that there is a text for, what stands beside them."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources

import yaml
from jinja2 import Environment, StrictUndefined

from tlumach.languages.language_codes import english_name, own_name
from tlumach.scaffold.request import Request

FALLBACK = "en"
"""The language of the texts where there are none in the source language."""
STORY = "rosetta-stone"
DRAWINGS = ("copy-whole.svg", "copy-version.svg", "copy-news.svg")
PALETTE = """
    - media: "(prefers-color-scheme)"
      toggle: {icon: material/brightness-auto, name: scheme.auto}
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-sunny, name: scheme.light}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-night, name: scheme.dark}"""
_SCAFFOLD = resources.files("tlumach") / "scaffold"
_TEMPLATES = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)


def written(code: str) -> str:
    """Return the language of the texts that we have for a code (``de`` for ``de-AT``); an empty text where there are none."""
    folders = {folder.name for folder in (_SCAFFOLD / "pages").iterdir()}
    base = re.sub(r"-[A-Z]{2}$", "", code)
    return next((name for name in (code, base) if name in folders), "")


def files_of(request: Request, date: str) -> dict[str, bytes]:
    """Return the files of a new project by their paths, without the records; ``date`` (ISO 8601) is that of its texts."""
    values = _values(request, date)
    made = {
        "mkdocs.yml": _filled("mkdocs.yml", values).encode(),
        "README.md": _filled("README.md", values).encode(),
        ".gitignore": _read("gitignore"),
        ".github/workflows/site.yml": _read("workflow.yml"),
        f"sources/{STORY}.txt": _read(f"sources/{written(request.source) or FALLBACK}.txt"),
        f"docs/{request.source}/{STORY}/three-scripts.svg": _read("three-scripts.svg"),
    }
    return {**made, **dict(_pages(request, values))}


def _pages(request: Request, values: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages; a translation that would be word for word the source is left out, as is one that nobody has written."""
    source = written(request.source) or FALLBACK
    shared = yaml.safe_load(_filled("front_matter.yml", values))
    for path, text in _texts(source):
        front, mark, body = text.partition("\n---\n")
        if path == "index.md" and values["english"]:
            body = body.replace("with your own.\n", f"with your own. {values['english'].strip()}\n", 1)
        yield (
            f"docs/{request.source}/{path}",
            f"{front}\n{shared.get(path, '')}".rstrip().encode() + (mark + body).encode(),
        )
    yield from _drawings(source, request.source)
    for language in request.translations:
        if written(language) not in ("", source):
            for path, text in _texts(written(language)):
                yield f"docs/{language}/{path}", text.encode()
            yield from _drawings(written(language), language)


def _drawings(language: str, into: str) -> Iterator[tuple[str, bytes]]:
    """Yield the drawings of the page on copies, which have words in them, for the pages of a language."""
    for name in DRAWINGS:
        yield f"docs/{into}/{name}", _read(f"pages/{language}/{name}")


def _texts(language: str) -> Iterator[tuple[str, str]]:
    folder = _SCAFFOLD / "pages" / language
    for name in (
        "index.md",
        "about.md",
        "download.md",
        "check-a-copy.md",
        "glossary/index.md",
        "glossary/demotic.md",
        f"{STORY}/index.md",
    ):
        yield name, folder.joinpath(name).read_text(encoding="utf-8")


def _values(request: Request, date: str) -> dict[str, str]:
    translations = [f"{english_name(code)} (`{code}`)" for code in request.translations]
    return {
        "name": _scalar(request.name),
        "title": request.name,
        "url": _scalar(request.url),
        "date": date,
        "source": request.source,
        "source_name": english_name(request.source),
        "translations": ", ".join(translations),
        "palette": PALETTE,
        "languages": "\n".join(_language(code, code == request.source) for code in request.languages),
        "english": "" if written(request.source) else english_note(request),
    }


def english_note(request: Request) -> str:
    """Return the sentence that says why the sample is in English."""
    return f"This sample is in English, since there is none in {english_name(request.source)} yet."


def _language(code: str, is_source: bool) -> str:
    return f"        - {{locale: {code}, name: {_scalar(own_name(code))}{', default: true' * is_source}}}"


def _scalar(text: str) -> str:
    """Return a text as YAML within braces and without: in quotation marks where it must be."""
    plain = re.fullmatch(r"[^\W\d_](?:[\w ./~-]|:(?=[/\d]))*", text)
    is_plain = plain and not text.endswith(" ") and yaml.safe_load(text) == text
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _filled(name: str, values: Mapping[str, str]) -> str:
    return _TEMPLATES.from_string(_read(name).decode()).render(values)


def _read(name: str) -> bytes:
    return _SCAFFOLD.joinpath(name).read_bytes()
