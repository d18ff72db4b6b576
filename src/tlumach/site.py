"""Build everything: check, site, editions, and put them in place together or not at all."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tlumach.checks import check_library
from tlumach.editions import offline
from tlumach.library import Library, read_library
from tlumach.plugin.building import build_site
from tlumach.problems import Problem, has_errors, in_order
from tlumach.publishing import fresh_folder, put_in_place
from tlumach.timestamps import build_timestamp

SITE, DIST = "site", "dist"


@dataclass(frozen=True)
class Built:
    """What a build made: the folders, the number of pages, the sizes in bytes."""

    root: Path
    pages: int
    languages: int
    sizes: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """Say what was made, where, how large, and what to open."""
        made = "\n".join(f"  {name:<34}{_size(size):>10}" for name, size in self.sizes)
        return (
            f"Made from {self.pages} pages in {self.languages} languages:\n{made}\n"
            f"Upload the contents of {SITE}/ to any static host. To look at it now, open {self.root / SITE / 'index.html'}\n"
            f"Hand on {DIST}/{offline.NAME}: unpacked, its index.html opens without a network."
        )


def build_all(root: Path, say: Callable[[str], None]) -> Built | list[Problem]:
    """Check and build the project in ``root``; ``say`` takes lines of progress. What went wrong comes back as problems."""
    say("Checking the pages ...")
    library, problems = read_library(root)
    problems = in_order([*problems, *(check_library(library) if library else [])])
    if library is None or has_errors(problems):
        return problems
    if problems:
        say(f"{len(problems)} warning{'s' * (len(problems) != 1)}: see `tlumach check`.")
    try:
        return _make(root, library, say)
    except OSError as error:
        return [_unwritable(root, error)]


def _make(root: Path, library: Library, say: Callable[[str], None]) -> Built | list[Problem]:
    with fresh_folder(root / SITE) as site, fresh_folder(root / DIST) as dist:
        say(f"Building {len(library.pages)} pages ...")
        if problems := build_site(root, site, library):
            return in_order(problems)
        _leave_out_unused(site)
        say("Packing the offline copy ...")
        offline.write_zip(site, dist / offline.NAME, build_timestamp(root))
        offline.write_sums(dist)
        sizes = _sizes(site, dist)
        put_in_place({root / SITE: site, root / DIST: dist})
    return Built(root, len(library.pages), len(library.settings.languages), sizes)


def _leave_out_unused(site: Path) -> None:
    """Remove what the theme ships and no page loads: source maps, and lunr's languages."""
    for file in site.rglob("*.map"):
        file.unlink()
    shutil.rmtree(site / "assets/javascripts/lunr", ignore_errors=True)


def _sizes(site: Path, dist: Path) -> tuple[tuple[str, int], ...]:
    whole = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    files = ((f"{DIST}/{file.name}", file.stat().st_size) for file in sorted(dist.iterdir()))
    return ((f"{SITE}/", whole), *files)


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{number / 1000:.1f} KB"


def _unwritable(root: Path, error: OSError) -> Problem:
    name = Path(error.filename).name if error.filename else root.name
    return Problem(
        name, 1, "unwritable", f"cannot be written: {error.strerror}. Check free space and permissions of {root.name}/."
    )
