"""The quick preview (`tlumach serve`): a page that was edited is back at once, and everything else when the whole is built.

Three kinds of process, each a copy of this one: one serves and watches; one has built the site and makes the pages that are
edited; one builds the site anew in another folder, and takes the place of the former when it is done. The next edit breaks it
off. This one only passes on what they say, so it can always be asked to end them all.
"""

import math
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import wait
from pathlib import Path

from tlumach.plugin.serve.builder_process import make_preview
from tlumach.plugin.serve.http_server import LiveServer, serve_folders
from tlumach.plugin.serve.process import Child

QUIET = 1.0  # seconds without an edit before everything is built: until then who is writing has both cores
SETTLED = 0.03  # seconds: an editor writes, renames and closes a file in one go
PROSE = (".md", ".po")

Say = Callable[[str], None]


def serve_live(root: Path, server: LiveServer, address: str, watched: Sequence[Path], say: Say) -> bool:
    """Preview the project in ``root`` until the person stops it; False where the first build fails.

    ``watched`` are the files and folders whose changes count.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="tlumach-") as folder:
        preview = _Preview(root, Path(folder), address, say, Child(serve_folders, root, server, watched))
        try:
            server.socket.close()  # the child has it
            say("Building ...")
            return preview.run()
        except KeyboardInterrupt:
            return True
        except (EOFError, OSError) as error:
            say(f"The preview ended: {str(error) or 'its server was ended from outside'}.")
            return False
        finally:
            preview.end()


def mended(before: int, now: int) -> str:
    """Return what to say where fewer errors are left than before; nothing elsewhere."""
    if now >= before:
        return ""
    return "Mended: no errors are left." if now == 0 else f"Mended; {now} error{'s are' if now > 1 else ' is'} left."


@dataclass
class _Preview:
    root: Path
    folder: Path
    address: str
    say: Say
    server: Child
    maker: Child | None = None
    """Has built what is shown, and makes the pages that are edited."""
    builder: Child | None = None
    due: float = 0.0
    """When to build everything (infinite: nothing has changed)."""
    everything: bool = False
    """Whether what has changed may show on any page."""
    shown: Path | None = None
    errors: int = 0
    """How many errors the pages of the last build have."""
    is_broken: bool = False
    """Whether what was saved last could not be built."""
    folders: Iterator[int] = field(default_factory=count)

    def run(self) -> bool:
        """Pass on what the others say until this process is interrupted; False where the first build fails."""
        while True:
            children = [child for child in (self.server, self.maker, self.builder) if child]
            ready = wait([child.connection for child in children], self._seconds_left())
            if self.server.connection in ready:
                self._take_changes()
            if self.maker and self.maker.connection in ready:
                self._take_pages(self.maker)
            if self.builder and self.builder.connection in ready:
                self._take_site(self.builder)
                if not self.shown:
                    return False
            if time.monotonic() >= self.due:
                self._build()

    def end(self) -> None:
        """Have all processes ended."""
        for child in (self.server, self.maker, self.builder):
            if child:
                child.end()

    def _seconds_left(self) -> float | None:
        return None if self.due == math.inf else max(0.0, self.due - time.monotonic())

    def _build(self) -> None:
        folder = self.folder / str(next(self.folders))
        self.builder = Child(make_preview, self.root, folder, self.shown, self.address)
        self.due = math.inf

    def _take_changes(self) -> None:
        """Have the pages made that were edited; all else waits for quiet, and a build of what was there before is broken off."""
        files = set(self._said_by_the_server())
        if not files:
            return
        if self.maker:
            with suppress(OSError):  # it was ended from outside, which the next look at it shows
                self.maker.connection.send(sorted(files))
        if self.builder:
            self.builder.end()
            self.builder = None
        self.everything |= any(not file.endswith(PROSE) for file in files)
        self.due = time.monotonic() + QUIET

    def _said_by_the_server(self) -> Iterator[str]:
        while self.server.connection.poll(SETTLED):
            yield self.server.connection.recv()

    def _take_pages(self, maker: Child) -> None:
        try:
            if maker.connection.recv():
                self.server.connection.send((None, False))
        except EOFError:  # it was ended from outside
            maker.end()
            self.maker, self.due = None, time.monotonic()

    def _take_site(self, builder: Child) -> None:
        """Show what was built, if it was."""
        self.builder = None
        try:
            made = builder.connection.recv()
        except EOFError:
            made = None
        if made:
            folder, errors = made
            self.server.connection.send((folder, self.everything))
            if self.maker:
                self.maker.end()
            else:
                self.say(f"Serving on {self.address} (Ctrl-C ends it)")
            self.maker, self.shown, self.everything = builder, folder, False
            if said := "Built again." if self.is_broken else mended(self.errors, errors):
                self.say(said)
            self.errors, self.is_broken = errors, False
        else:
            builder.end()
            self.is_broken = True
            if self.shown:
                self.say("Not built: the preview goes on showing what was there before. Mend it and save.")
