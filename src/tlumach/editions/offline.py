"""The offline site: a zip of the built site, opened from its `index.html`; the same files as online, to the byte.

What was compressed before is taken from the cache, the rest is compressed in several processes.
"""

import os
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.listing import ListedFile, Listing
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tasks.timestamps import OLDEST

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
LARGE = 1_000_000  # bytes: a file that large, such as a photograph, is compressed by itself, and not kept


@dataclass(frozen=True)
class _Stream:
    """Where a compressed file lies in the meantime, and what a zip says of it."""

    lies_in: Path
    at: int
    compressed: int
    size: int
    checksum: int


def write_zip(site: Path, target: Path, timestamp: int, runner: TaskRunner) -> None:
    """Write the files under ``site`` into a zip; the same files and timestamp (seconds since 1970) give the same bytes."""
    files = sorted(file for file in site.rglob("*") if file.is_file())
    small = [file for file in files if file.stat().st_size < LARGE]
    listed = Listing(runner.processes, runner.placed).of(small)
    sums = {file: each.checksum for file, each in zip(small, listed, strict=True)}
    kind = Task[Path]("deflated", lambda file: sums[file], _deflated)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".zip-") as scratch:
        lying = runner.made(kind, small, lambda file, made: _laid_down(made, file.stat().st_size, Path(scratch)))
        streams = dict(zip(small, lying, strict=True))
        with target.open("wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in files:
                entry = _entry(file.relative_to(site).as_posix(), timestamp)
                if file in streams:
                    _put(entry, streams[file], archive, out)
                else:
                    archive.writestr(entry, file.read_bytes())


def zip_name(slug: str) -> str:
    """Return the name of the zip of a site, by the name that it has in addresses (``Settings.slug``)."""
    return f"{slug}-offline.zip"


def _write(shop: EditionInputs, folder: Path) -> None:
    write_zip(shop.site, folder / zip_name(shop.tracker.library.settings.slug), shop.timestamp, shop.runner)


OFFLINE = Edition("offline", ".zip", "application/zip", 1, _write, holds_whole_site=True)


def write_sums(folder: Path, files: Iterable[ListedFile]) -> None:
    """Write `SHA256SUMS` for files of a folder, in the form that `sha256sum -c` reads."""
    lines = [f"{file.checksum}  {file.name}\n" for file in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def _deflated(file: Path) -> bytes:
    """Return the CRC-32 of a file in four bytes, and the file as a zip has it."""
    content = file.read_bytes()
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)  # without zlib's own head and sum
    return zlib.crc32(content).to_bytes(4, "big") + compressor.compress(content) + compressor.flush()


def _laid_down(made: bytes, size: int, scratch: Path) -> _Stream:
    """Write a compressed file behind those that this process wrote before: what is sent between processes stays small."""
    place = scratch / str(os.getpid())
    with place.open("ab") as pile:
        pile.write(made[4:])
        return _Stream(place, pile.tell() - len(made) + 4, len(made) - 4, size, int.from_bytes(made[:4], "big"))


def _entry(name: str, timestamp: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.gmtime(max(timestamp, OLDEST))[:6])
    entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    return entry


def _put(entry: zipfile.ZipInfo, stream: _Stream, archive: zipfile.ZipFile, out: IO[bytes]) -> None:
    """Put what is compressed already at the zip's end: zipfile itself has no call that takes it, but writes the list of entries."""
    entry.CRC, entry.file_size, entry.compress_size = stream.checksum, stream.size, stream.compressed
    entry.header_offset = out.tell()
    with stream.lies_in.open("rb") as pile:
        pile.seek(stream.at)
        out.write(entry.FileHeader() + pile.read(stream.compressed))
    archive.infolist().append(entry)
    archive.start_dir = out.tell()
