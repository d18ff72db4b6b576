"""The offline site: a zip of the built site, opened from its `index.html`; the same files as online, to the byte.

What was compressed before is taken from the zip that is to be replaced, or from the cache; the rest is compressed in several
processes.
"""

import os
import tempfile
import time
import zipfile
import zlib
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.listing import ListedFile, Listing
from tlumach.editions.zip_pieces import Zip, dos_date, join_zips, read_zip
from tlumach.output.stamps import entries
from tlumach.tasks.placed import Placed, Told
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tasks.timestamps import OLDEST

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
LARGE = 1_000_000  # bytes: a file that large, such as a photograph, is compressed by itself, and not kept in the cache
_PLACED = "the offline zip"


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
    names = sorted((name for name, _ in entries(str(site))), key=lambda name: name.split("/"))
    date = time.gmtime(max(timestamp, OLDEST))[:6]
    former, same = _former(site, target, runner.placed)
    new = [name for name in names if name not in same]
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".zip-") as scratch:
        if former is None or not _joined(site, target, names, new, date, former, Path(scratch), runner):
            _write_anew(site, target, names, date, Path(scratch), runner)
    runner.placed.note(_PLACED, target.parent, Told([target.name], None))


def _former(site: Path, target: Path, placed: Placed) -> tuple[Zip | None, Container[str]]:
    """Return the zip that is to be replaced, if nobody has touched it, and which files of the site lie in it as they are now.

    These are what was taken over since it was written, with what its list of checksums knew.
    """
    former, _ = placed.standing(_PLACED, target.parent) or (None, None)
    found = read_zip(former) if former else None
    return found, placed.known_in(site) & found.entries.keys() if found else set()


def _joined(
    site: Path,
    target: Path,
    names: Sequence[str],
    new: Sequence[str],
    date: tuple[int, ...],
    former: Zip,
    scratch: Path,
    runner: TaskRunner,
) -> bool:
    """Write the zip of what the former one has, and of a small one of all that is new; False where that cannot be."""
    places = dict.fromkeys(names, former)
    if new:
        _write_anew(site, scratch / "new.zip", new, date, scratch, runner)
        if (small := read_zip(scratch / "new.zip")) is None:
            return False
        places |= dict.fromkeys(new, small)
    return join_zips(names, places, target, dos_date(date))


def _write_anew(
    site: Path, target: Path, names: Sequence[str], date: tuple[int, ...], scratch: Path, runner: TaskRunner
) -> None:
    """Write a zip of files of the site; what was compressed before comes from the cache."""
    listed = Listing(runner.processes, runner.placed).of(site, names)
    sums = {each.name: each.checksum for each in listed}
    new = {site / name: sums[name] for name in names if (site / name).stat().st_size < LARGE}
    kind = Task[Path]("deflated", lambda file: new[file], _deflated)
    lying = runner.made(kind, list(new), lambda file, made: _laid_down(made, file.stat().st_size, scratch))
    _write_entries(site, target, sums, dict(zip(new.values(), lying, strict=True)), date)


def _write_entries(
    site: Path, target: Path, sums: Mapping[str, str], streams: Mapping[str, _Stream], date: tuple[int, ...]
) -> None:
    with ExitStack() as piles, target.open("wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        opened = {each: piles.enter_context(each.open("rb")) for each in {each.lies_in for each in streams.values()}}
        for name, checksum in sums.items():
            entry = _entry(name, date)
            if stream := streams.get(checksum):
                _put(entry, stream, archive, out, opened[stream.lies_in])
            else:
                archive.writestr(entry, (site / name).read_bytes())


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
