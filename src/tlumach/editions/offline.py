"""The offline site: a zip of the built site, opened from its `index.html`; the same files as online, to the byte."""

import hashlib
import time
import zipfile
from pathlib import Path

NAME = "tlumach-offline.zip"
SUMS = "SHA256SUMS"


def write_zip(site: Path, target: Path, timestamp: int) -> None:
    """Write the files under ``site`` into a zip; the same files and timestamp (seconds since 1970) give the same bytes."""
    moment = time.gmtime(max(timestamp, 315532800))[:6]  # a zip knows no time before 1980
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(site.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(site).as_posix(), moment)
                entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
                archive.writestr(entry, file.read_bytes())


def write_sums(folder: Path) -> None:
    """Write `SHA256SUMS` for the files of a folder, in the form that `sha256sum -c` reads."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.iterdir())
        if file.name != SUMS
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
