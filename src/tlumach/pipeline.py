"""Build everything: check, site, editions, and put them in place together or not at all."""

import os
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tlumach.checks import check_library
from tlumach.editions import downloads, offline, summary
from tlumach.editions.catalogue import EDITIONS, Edition, EditionInputs, chosen, of_file
from tlumach.editions.copies.update_files import write_updates
from tlumach.editions.listing import Listing
from tlumach.library.files import EditedMeanwhileError, nothing_there, read_library
from tlumach.output.hard_links import take_out, take_over_the_same
from tlumach.output.publish import JOURNAL, finish_placing, fresh_folder, put_in_place
from tlumach.output.staging import HalfDoneError
from tlumach.plugin import host
from tlumach.problems import Code, Level, Problem, has_errors, in_order
from tlumach.tasks.known_inputs import input_names
from tlumach.tasks.last_build import (
    Inputs,
    Output,
    Said,
    Seen,
    forget,
    inputs_now,
    keep,
    output_of,
    seen_now,
    stamps_in_place,
)
from tlumach.tasks.placed import forget_placed, last_placed
from tlumach.tasks.progress import Progress
from tlumach.tasks.step_clock import StepClock
from tlumach.tasks.tasks import Share, TaskRunner, task_runner_in
from tlumach.tasks.timestamps import build_date, build_timestamp
from tlumach.tracking import Tracker, tracker_of
from tlumach.tracking.preparation import in_preparation, tracker_of_offered

SITE, DIST = "site", "dist"
Sign = Callable[[Path], object]
DEFAULT = tuple(edition.name for edition in EDITIONS if edition.by_default)


@dataclass(frozen=True)
class Built:
    """What a build made: the folders, the number of pages, the sizes in bytes."""

    root: Path
    pages: int
    languages: int
    sizes: tuple[tuple[str, int], ...]
    warned: tuple[str, ...] = ()
    """What was said of the site."""
    output: Output = field(default_factory=dict, repr=False)
    untouched: Collection[str] = field(default=(), repr=False)
    """What of the output stands as it stood before, with the stamps that it had."""

    def __str__(self) -> str:
        """Say what was made, where, how large, and what to open."""
        lines = [f"Made from {self.pages} pages in {self.languages} languages:"]
        lines += [f"  {name:<34}{_size(size):>10}" for name, size in self.sizes]
        if any(name == f"{SITE}/" for name, _ in self.sizes):
            page = self.root / SITE / "index.html"
            lines.append(f"Upload the contents of {SITE}/ to any static host. To look at it now, open {page}")
        for zipped in (name for name, _ in self.sizes if name.endswith(offline.OFFLINE.ending)):
            lines.append(f"Hand on {zipped}: unpacked, its index.html opens without a network.")
        return "\n".join(lines)


@dataclass(frozen=True)
class _Order:
    """What is asked for: what to build, into which editions, who is told, who signs, what earlier readers get updates from."""

    root: Path
    say: Callable[[str], None]
    names: Sequence[str]
    progress: Progress | None = None
    clock: StepClock | None = None
    sign: Sign | None = None
    trusts_stamps: bool = True
    since: Sequence[Path] = ()

    def seen(self) -> Seen:
        """Look at the project as it is now: nothing is seen of it where every file is to be read."""
        return seen_now(self.root) if self.trusts_stamps else Seen()

    def runner(self, seen: Seen) -> TaskRunner:
        """Return where things are made: with what the last build put in place, where stamps are trusted."""
        placed = last_placed(self.root, seen.output) if self.trusts_stamps else None
        return task_runner_in(self.root, progress=self.progress, clock=self.clock, placed=placed)


def build_all(
    root: Path,
    say: Callable[[str], None],
    names: Sequence[str] = DEFAULT,
    progress: Progress | None = None,
    clock: StepClock | None = None,
    sign: Sign | None = None,
    trusts_stamps: bool = True,
    since: Sequence[Path] = (),
    seen: Seen | None = None,
) -> Built | list[Problem]:
    """Check and build the project in ``root``, with the editions of these names; ``say`` takes what is done now.

    What went wrong comes back as problems. ``clock`` counts what each step takes. ``sign`` puts a signature beside the list of
    checksums; what it raises is raised, and leaves everything as it was. ``since``: folders of earlier releases (or readers of
    them); what is new since each of their readers is put beside the new ones. ``trusts_stamps``: a file of the last build whose
    size and dates are as they were is not read. ``seen``: what was seen of the project just now.
    """
    if lacking := list(host.lacking()):
        return lacking
    order = _Order(root, say, names, progress, clock, sign, trusts_stamps, since)
    try:
        return _build(order, seen or order.seen(), reads_late=trusts_stamps)
    except EditedMeanwhileError as edited:
        say(f"{edited} was edited while it was being built: the build begins again.")
        return _build(order, order.seen(), reads_late=False)


def _build(order: _Order, seen: Seen, reads_late: bool) -> Built | list[Problem]:
    """Do it; ``reads_late``: a page is read when its text is asked for. Raises EditedMeanwhileError then."""
    root, say = order.root, order.say
    begun = inputs_now(root, input_names(root), seen) if tuple(order.names) == DEFAULT else None
    warned: list[str] = []
    say("Checking the pages ...")
    runner = order.runner(seen)
    with runner.clock.step("reading"):
        known = {name: told for name, (_, told) in begun.files.items()} if begun and reads_late else {}
        library, problems = read_library(root, runner, known)
    if library is None:
        return in_order(problems)
    with runner.clock.step("checks"):
        tracker = tracker_of(library, runner)
        problems = check_library(library, runner=runner, reading=problems, tracker=tracker)
    if has_errors(problems):
        return problems
    if warnings := sum(problem.level is Level.WARNING for problem in problems):
        warned.append(f"{warnings} warning{'s' * (warnings != 1)}: see `tlumach check`.")
        say(warned[0])
    editions, _, problems = chosen(order.names)
    if library.settings.pages == "mkdocs":
        # other plugins' pages are no books; `tlumach editions` makes what is asked for
        editions = [edition for edition in editions if edition.name == "sbom"]
    problems += _obstacles(root, say)
    try:
        made = problems or _make(order, tracker, runner, editions, begun)
    except OSError as error:
        return [_unwritable(root, error)]
    if isinstance(made, Built):
        output = stamps_in_place(root, made.output, made.untouched)
        runner.placed.keep(root, output or {})
        keep(root, begun, library.given_texts, output, Said([*warned, *made.warned], str(made)))
    return made


def make_part(
    root: Path,
    part: Share,
    say: Callable[[str], None],
    names: Sequence[str] = DEFAULT,
    progress: Progress | None = None,
) -> list[Problem]:
    """Make a part of what a build is made of, and keep it in the project's cache alone; return what went wrong.

    Several machines can each do a part; where their caches are joined, the build has nothing left to make.
    """
    if lacking := list(host.lacking()):
        return lacking
    from tlumach.plugin.mkdocs_runner import build_site

    runner = task_runner_in(root, part, progress)
    library, problems = read_library(root, runner)
    if library is None:
        return in_order(problems)
    problems = check_library(library, runner=runner, reading=problems)
    editions, _, unknown = chosen(names)
    if has_errors(problems) or unknown:
        return in_order([*problems, *unknown])
    say(f"Making part {part.number} of {part.of} of {len(library.pages)} pages ...")
    tracker = tracker_of_offered(library, runner)
    try:
        with fresh_folder(root / SITE) as site, fresh_folder(root / DIST) as dist:
            found = build_site(root, site, tracker, runner)
            shop = EditionInputs(root, tracker, site, build_timestamp(root), runner)
            for edition in editions:
                if edition.in_parts:
                    edition.write(shop, dist)
            return in_order(found)
    except OSError as error:
        return [_unwritable(root, error)]


def make_editions(
    root: Path, say: Callable[[str], None], names: Sequence[str], progress: Progress | None = None
) -> Built | list[Problem]:
    """Make editions from the site that stands in ``root``; those of the former `dist/` that are not asked for stay."""
    runner = task_runner_in(root, progress=progress)
    library, problems = read_library(root, runner)
    if library:
        problems = library.settings.findings.settle([*problems, *nothing_there(library)]).problems
    editions, left_out, more = chosen(names)
    if library is None or more or has_errors(problems):
        return in_order([*problems, *more])
    is_built = (root / SITE / "index.html").is_file()
    if not is_built and (not names or any(edition.holds_whole_site for edition in editions)):
        return [_no_site()]
    for why in left_out:
        say(why)
    if obstacles := _obstacles(root, say):
        return obstacles
    try:
        if not is_built:
            return _without_site(root, tracker_of_offered(library, runner), runner, editions, say)
        with fresh_folder(root / SITE) as site, fresh_folder(root / DIST) as dist:
            shutil.copytree(root / SITE, site, dirs_exist_ok=True)
            take_out(site, downloads.FOLDER)
            _keep_others(root / DIST, dist, editions)
            order = _Order(root, say, names, progress)
            return _finish(order, tracker_of_offered(library, runner), runner, editions, site, dist)
    except OSError as error:
        return [_unwritable(root, error)]


def _no_site() -> Problem:
    alone = " ".join(f"--only {edition.name}" for edition in EDITIONS if not edition.holds_whole_site)
    message = (
        "there is no site to make editions from. Build it: `tlumach build`; or make those that need none: `tlumach"
        f" editions {alone}`."
    )
    return Problem(SITE, 1, Code.NO_SITE, message)


def _without_site(
    root: Path, tracker: Tracker, runner: TaskRunner, editions: Sequence[Edition], say: Callable[[str], None]
) -> Built:
    """Make editions of the pages themselves into `dist/`, where there is no site and perhaps nothing that builds one."""
    with fresh_folder(root / SITE) as site, fresh_folder(root / DIST) as dist:
        _keep_others(root / DIST, dist, editions)
        shop = EditionInputs(root, tracker, site, build_timestamp(root), runner)
        for edition in editions:
            say(f"Making the edition: {edition.name} ...")
            edition.write(shop, dist)
        listing = Listing(runner.processes)
        offline.write_sums(dist, listing.of(dist, _to_sum_up(dist)))
        sizes = summary.sizes({f"{DIST}/{name}": (dist / name).stat().st_size for name in os.listdir(dist)})
        put_in_place({root / DIST: dist})
        return Built(root, len(tracker.library.pages), len(tracker.library.settings.languages), sizes)


def _keep_others(former: Path, dist: Path, editions: Sequence[Edition]) -> None:
    """Copy what stands in the former `dist/` and is not made anew: of a language that is given out no more, nothing stays."""
    made = {name for edition in editions for name in edition.name.split(" and ")}
    if former.is_dir():
        for file in former.iterdir():
            edition = of_file(file.name)
            if not (edition and edition.name in made):
                shutil.copy2(file, dist / file.name)


def _obstacles(root: Path, say: Callable[[str], None]) -> list[Problem]:
    """Finish what a killed build had begun to put in place, and return what stands where this one is to be put."""
    try:
        if finish_placing(root):
            say(f"The last build was ended while it was put in place: {SITE}/ and {DIST}/ are both of it now.")
    except OSError as error:
        return [_unwritable(root, error)]
    return [_obstacle(name) for name in (SITE, DIST) if _is_in_the_way(root / name)]


def _is_in_the_way(target: Path) -> bool:
    return target.is_symlink() or (target.exists() and not target.is_dir())


def _obstacle(name: str) -> Problem:
    message = (
        f"{name} is a link or a file, and a build would put a folder in its place. Move it away; to publish"
        f" {name}/ elsewhere, copy it after the build."
    )
    return Problem(name, 1, Code.UNWRITABLE, message)


def _make(
    order: _Order, tracker: Tracker, runner: TaskRunner, editions: Sequence[Edition], begun: Inputs | None
) -> Built | list[Problem]:
    from tlumach.plugin.building import build_site  # editions and their commands need no MkDocs

    root, say = order.root, order.say
    if tracker.library.changes:
        tracker = tracker_of_offered(tracker.library, runner)  # they have pages of their own, which no check looks at
    else:
        tracker = tracker.hiding(in_preparation(tracker.library, runner))
    with fresh_folder(root / SITE) as site, fresh_folder(root / DIST) as dist:
        count = len(tracker.library.pages)
        say(f"Building {count} page{'s' * (count != 1)} ...")
        with runner.clock.step("MkDocs"):
            problems = in_order(build_site(root, site, tracker, runner, begun))
        if has_errors(problems):
            return problems
        for problem in problems:
            say(str(problem))
        with runner.placed.completed(site, aside=downloads.FOLDER):
            made = _finish(order, tracker, runner, editions, site, dist)
        return replace(made, warned=tuple(map(str, problems)))


def _finish(
    order: _Order, tracker: Tracker, runner: TaskRunner, editions: Sequence[Edition], site: Path, dist: Path
) -> Built:
    """Make the editions into ``dist``, list them on the download pages, and put site and editions in their places.

    Those that hold the whole site have pages that list all the others; only the page online can list them too.
    """
    root, say, settings = order.root, order.say, tracker.library.settings
    shop = EditionInputs(root, tracker, site, build_timestamp(root), runner)
    listing, day = Listing(runner.processes, runner.placed), build_date(root)
    titles, without = downloads.titles_of(tracker), downloads.without_editions(tracker)
    _make_editions([each for each in editions if not each.holds_whole_site], shop, dist, say)
    for line in write_updates(dist, order.since):
        say(line)
    with runner.placed.completed(dist):
        whole = [each for each in editions if each.holds_whole_site]
        if whole:
            listed = listing.of(dist, downloads.of_a_part(dist))
            for page in downloads.fill_in(site, listed, settings, {}, day, titles, without):
                runner.placed.written_anew(site, page)
        _make_editions(whole, shop, dist, say)
        with runner.clock.step("downloads"):
            offline.write_sums(dist, listing.of(dist, _to_sum_up(dist)))
            if order.sign:
                order.sign(dist / offline.SUMS)
            else:
                (dist / offline.SIGNATURE).unlink(missing_ok=True)  # of another list
            names = sorted(os.listdir(dist))
            places = downloads.put_beside(site, dist, names, runner)
            for page in downloads.fill_in(site, listing.of(dist, names), settings, places, day, titles, without):
                runner.placed.written_anew(site, page)
        for line in summary.weights(dist, runner):
            say(line)
        with runner.clock.step("putting in place"):
            folders = {SITE: site, DIST: dist}
            surveys = {name: runner.placed.survey(folder) for name, folder in folders.items()}
            for name, folder in folders.items():
                take_over_the_same(folder, surveys[name].new)
            output = output_of(folders, surveys)
            sizes = _sizes(output)
            forget(root)
            forget_placed(root)
            stays = put_in_place(
                {root / name: folder for name, folder in folders.items()},
                keeps_spares=runner.placed.is_known,
                surveys={root / name: each for name, each in surveys.items()},
            )
    untouched = {f"{place}/{name}" for place, each in surveys.items() for name in each.known} if stays else set()
    return Built(root, len(tracker.library.pages), len(settings.languages), sizes, output=output, untouched=untouched)


def _make_editions(editions: Sequence[Edition], shop: EditionInputs, folder: Path, say: Callable[[str], None]) -> None:
    for edition in editions:
        say(f"Making the edition: {edition.name} ...")
        with shop.runner.clock.step(f"edition: {edition.name}"):
            edition.write(shop, folder)


def _to_sum_up(dist: Path) -> list[str]:
    """Return the files in a folder of editions that its list of checksums names, in order."""
    return [name for name in sorted(os.listdir(dist)) if not name.startswith(offline.SUMS)]


def _sizes(output: Output) -> tuple[tuple[str, int], ...]:
    """Return the sizes of what is handed on, after that of the site."""
    files = {name: stamp[0] for name, stamp in output.items() if name.startswith(f"{DIST}/")}
    site = sum(stamp[0] for name, stamp in output.items() if name.startswith(f"{SITE}/"))
    return ((f"{SITE}/", site), *summary.sizes(files))


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{number / 1000:.1f} KB"


def _unwritable(root: Path, error: OSError) -> Problem:
    if isinstance(error, ChildProcessError):
        message = f"{error}, perhaps for want of memory. Build again: what was made is kept, and need not be made anew."
        return Problem(root.name, 1, Code.ENDED, message)
    name = _named(root, Path(error.filename)) if error.filename else root.name
    message = f"cannot be written: {error.strerror}. Check free space and permissions of {root.name}/."
    if isinstance(error, HalfDoneError):
        message = (
            f"the disk failed while it was put in place ({error.strerror}), and could not take it back. Mend the disk."
        )
    return Problem(name, 1, Code.UNWRITABLE, message)


def _named(root: Path, file: Path) -> str:
    """Return the name of a file in the project; of one that lies elsewhere, or in a folder that is being made, its last part."""
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    return file.name if "-unfinished-" in name else name


def as_they_are(root: Path) -> str:
    """Return what is to be said of `site/` and `dist/` after a build that failed."""
    if (root / JOURNAL).exists():
        return f"{SITE}/ and {DIST}/ are of two builds: the next build puts the rest in place."
    return f"nothing was made: {SITE}/ and {DIST}/ are as they were."
