"""The files of an EPUB, filled in from their templates, and the zip that they lie in."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
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


_REMEMBERED = 512
"""Files: entries of the glossary stand in the books of many explainers, and all chapters in those of one language and of all."""


def zipped(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """Pack the files; the media type comes first and is not compressed (EPUB 3.3, section 4.2.2); all have the date of the book."""
    moment = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)  # a zip knows no other years
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry("mimetype", moment, zipfile.ZIP_STORED), MIMETYPE.encode())
        for name, content in files:
            _put(_entry(name, moment, zipfile.ZIP_DEFLATED), content, archive, target)
    return target.getvalue()


def _entry(name: str, moment: tuple[int, int, int, int, int, int], method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type, entry.external_attr, entry.create_system = method, 0o644 << 16, 3
    return entry


def _put(entry: zipfile.ZipInfo, content: bytes, archive: zipfile.ZipFile, out: io.BytesIO) -> None:
    """Put a file at the zip's end as it was compressed before: zipfile has no call that takes that, but writes the list of entries."""
    entry.CRC, packed = _deflated(content)
    entry.file_size, entry.compress_size, entry.header_offset = len(content), len(packed), out.tell()
    out.write(entry.FileHeader() + packed)
    archive.infolist().append(entry)
    archive.start_dir = out.tell()


@lru_cache(_REMEMBERED)
def _deflated(content: bytes) -> tuple[int, bytes]:
    """Return the CRC-32 of a file, and the file as a zip has it."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)  # without zlib's own head and sum
    return zlib.crc32(content), compressor.compress(content) + compressor.flush()
