"""The offline site: a zip of the built site, opened from its `index.html`; the same files as online, to the byte.

What was compressed before is taken from the zip that is to be replaced, or from the cache; the rest is compressed in several
processes.
"""

import os
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.listing import ListedFile, Listing
from tlumach.tasks.placed import Placed, Told
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tasks.timestamps import OLDEST

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
LARGE = 1_000_000  # bytes: a file that large, such as a photograph, is compressed by itself, and not kept in the cache
_PLACED = "streams of the offline zip"


@dataclass(frozen=True)
class _Stream:
    """Where a compressed file lies, and what a zip says of it."""

    lies_in: Path
    at: int
    compressed: int
    size: int
    checksum: int


def write_zip(site: Path, target: Path, timestamp: int, runner: TaskRunner) -> None:
    """Write the files under ``site`` into a zip; the same files and timestamp (seconds since 1970) give the same bytes."""
    names = _names(site)
    listed = Listing(runner.processes, runner.placed).of([site / name for name in names])
    sums = {name: each.checksum for name, each in zip(names, listed, strict=True)}
    streams = dict(_former(target, runner.placed))
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".zip-") as scratch:
        new = [site / name for name in names if sums[name] not in streams and (site / name).stat().st_size < LARGE]
        of_new = {file: sums[file.relative_to(site).as_posix()] for file in new}
        kind = Task[Path]("deflated", lambda file: of_new[file], _deflated)
        lying = runner.made(kind, new, lambda file, made: _laid_down(made, file.stat().st_size, Path(scratch)))
        streams |= zip(of_new.values(), lying, strict=True)
        written = _written(site, target, sums, streams, timestamp)
    runner.placed.note(_PLACED, target.parent, Told([target.name], written))


def _names(site: Path) -> list[str]:
    """Return the files of a site by their paths there, sorted by their parts."""
    folders = ((os.path.relpath(place, site), found) for place, _, found in os.walk(site))
    names = [name if folder == "." else f"{folder}/{name}" for folder, found in folders for name in found]
    return sorted(names, key=lambda name: name.split("/"))


def _former(target: Path, placed: Placed) -> Iterable[tuple[str, _Stream]]:
    """Yield what lies in the zip that is to be replaced, if nobody has touched it, by the checksums of the files."""
    former, rows = placed.standing(_PLACED, target.parent) or (target, {})
    return ((checksum, _Stream(former, *row)) for checksum, row in rows.items())


def _written(
    site: Path, target: Path, sums: Mapping[str, str], streams: Mapping[str, _Stream], timestamp: int
) -> dict[str, Sequence[int]]:
    """Write the zip, and return where in it each stream lies, with what is said of it, by the checksums of the files."""
    rows: dict[str, Sequence[int]] = {}
    with ExitStack() as piles, target.open("wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        opened = {each: piles.enter_context(each.open("rb")) for each in {each.lies_in for each in streams.values()}}
        date = time.gmtime(max(timestamp, OLDEST))[:6]
        for name, checksum in sums.items():
            entry = _entry(name, date)
            if stream := streams.get(checksum):
                _put(entry, stream, archive, out, opened[stream.lies_in])
            else:
                archive.writestr(entry, (site / name).read_bytes())
            at = entry.header_offset + len(entry.FileHeader())
            rows[checksum] = at, entry.compress_size, entry.file_size, entry.CRC
    return rows


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


def _entry(name: str, date: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date)  # type: ignore[arg-type]
    entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    return entry


def _put(entry: zipfile.ZipInfo, stream: _Stream, archive: zipfile.ZipFile, out: IO[bytes], pile: IO[bytes]) -> None:
    """Put what is compressed already at the zip's end: zipfile itself has no call that takes it, but writes the list of entries."""
    entry.CRC, entry.file_size, entry.compress_size = stream.checksum, stream.size, stream.compressed
    entry.header_offset = out.tell()
    pile.seek(stream.at)
    out.write(entry.FileHeader() + pile.read(stream.compressed))
    archive.infolist().append(entry)
    archive.start_dir = out.tell()
