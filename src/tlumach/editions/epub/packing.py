"""The files of an EPUB, filled in from their templates, and the zip that they lie in."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from tlumach.languages.profiles import direction

MIMETYPE = "application/epub+zip"
_FILES = "epub_files"
_TEMPLATES = ("package.opf", "title.xhtml", "nav.xhtml", "toc.ncx", "cover.svg")


def files_of(values: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the book by name, the first two where the format wants them."""
    yield "META-INF/container.xml", _plain("container.xml")
    for name in _TEMPLATES:
        yield f"EPUB/{name}", _environment().get_template(name).render(values).encode()
    yield "EPUB/style.css", _plain("style.css")
    chapter = _environment().get_template("chapter.xhtml")
    for each in values["chapters"]:
        yield f"EPUB/{each.file}", chapter.render(vars(each)).encode()
    for picture in values["pictures"]:
        yield f"EPUB/{picture.name}", picture.content


@cache
def _environment() -> Environment:
    """Return the templates, compiled once for all books."""
    loader = PackageLoader("tlumach.editions", _FILES)
    templates = Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    templates.filters["direction"] = direction
    return templates


@cache
def _plain(name: str) -> bytes:
    return (resources.files("tlumach.editions") / _FILES / name).read_bytes()


def zipped(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """Pack the files; the media type comes first and is not compressed (EPUB 3.3, section 4.2.2); all have the date of the book."""
    moment = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)  # a zip knows no other years
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in [("mimetype", MIMETYPE.encode()), *files]:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, content)
    return target.getvalue()
