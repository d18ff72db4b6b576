"""What was made before, kept by the content of all that it was made of: one file, `.cache/tlumach.db`.

It may be deleted at any time, is bounded by size and by the time since its last use, so that what another branch, setting or language
needs stays for its next build, and no fault of it is a fault of a build: what cannot be read is made again, what cannot be
written is not kept. Values are bytes that nobody runs, so that a cache may come from another machine (`join`).
"""

import hashlib
import logging
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FILE = ".cache/tlumach.db"
HOURS_KEPT = 30 * 24  # a result that was not used for so long is forgotten
MOST_BYTES = 2_000_000_000  # of results; beyond it the half whose last use is longest ago is forgotten
SEAL = 16  # bytes
AS_IT_IS = b"\0"  # before a value that is not compressed: no zlib stream begins so
TRIED, DENSE = 4096, 0.9  # bytes of a value that tell whether it gets smaller: to less than this part of its size
COUNTED = 500  # keys in one question: SQLite takes no more than 999 in old versions
SECONDS_TO_WAIT = 5  # for another process that is writing; what lasts longer is done without the cache
_TABLES = """
    CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS last_use (key TEXT PRIMARY KEY, hour INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS by_hour ON last_use (hour);
"""
_USED = (
    "INSERT INTO last_use VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET hour = excluded.hour WHERE hour < excluded.hour"
)
_FAULTS = (sqlite3.Error, OSError, zlib.error, UnicodeError)
log = logging.getLogger(__name__)


class Cache:
    """Results by what they were made of. Each process opens the file for itself, for as long as a call takes."""

    def __init__(self, file: Path, tools: str) -> None:
        """Keep results in ``file``; ``tools`` says what they are made with: other tools, other results."""
        self.file = file
        self.tools = tools
        self._is_locked = False
        self._process = os.getpid()

    def key(self, kind: str, inputs: object) -> str:
        """Return the key of a result: a digest of its kind, the tools, and the ``repr`` of everything that it is made of."""
        return self.key_of(kind, repr(inputs))

    def key_of(self, kind: str, told: str) -> str:
        """Return the same, where the ``repr`` is known."""
        return _digest(f"({self.tools!r}, {kind!r}, {told})")

    def fetch(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return those of the results that are kept, whole."""
        with suppress(*_FAULTS), self._database() as database:
            marks = ",".join("?" * len(keys))
            rows = database.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", keys)
            return {key: value for key, sealed in rows if (value := _opened(key, sealed)) is not None}
        return {}

    def count(self, keys: Sequence[str]) -> int:
        """Return how many of the results there are; none is read."""
        found = 0
        with suppress(*_FAULTS), self._database() as database:
            for first in range(0, len(keys), COUNTED):
                some = keys[first : first + COUNTED]
                marks = ",".join("?" * len(some))
                found += database.execute(f"SELECT count(*) FROM results WHERE key IN ({marks})", some).fetchone()[0]
        return found

    def keep(self, kind: str, made: Mapping[str, bytes], is_hot: bool = False) -> None:
        """Keep results of a kind, so that a run that is broken off has not made them in vain. ``is_hot``: every run reads them, so
        that they are kept as they are: it takes longer to inflate them than to read them.
        """
        rows = [(key, _sealed(key, value, is_hot)) for key, value in made.items()]
        if not rows:
            return
        with suppress(*_FAULTS), self._database() as database:
            database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
            database.executemany(_USED, [(key, _hour()) for key in made])

    def settle(self, keys: Iterable[str]) -> None:
        """Note that these results are used now, and forget what was not used for long, or is too much."""
        now = _hour()
        with suppress(*_FAULTS), self._database() as database:
            database.executemany(_USED, [(key, now) for key in keys])
            _forget(database, f"SELECT key FROM last_use WHERE hour < {now - HOURS_KEPT}")
            if _size(database) > MOST_BYTES:
                half = "(SELECT count(*) / 2 FROM last_use)"
                _forget(database, f"SELECT key FROM last_use ORDER BY hour LIMIT {half}")

    def is_cache(self) -> bool:
        """Tell whether the file is there and is a cache that can be read."""
        try:
            with closing(sqlite3.connect(f"{self.file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                return bool(database.execute("SELECT count(*) FROM results, last_use LIMIT 1"))
        except sqlite3.Error:
            return False

    def take_in(self, other: Path) -> int:
        """Add what another cache holds and this one lacks; return how many results that are. Raises sqlite3.Error, OSError."""
        with self._database() as database:
            database.execute("ATTACH ? AS other", (f"{other.resolve().as_uri()}?mode=ro",))
            before = database.total_changes
            database.execute("INSERT OR IGNORE INTO results SELECT key, value FROM other.results")
            added = database.total_changes - before
            database.execute("INSERT OR IGNORE INTO last_use SELECT key, hour FROM other.last_use")
            return added

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """Open the file, made where it is not there, and commit at the end. What proves to be no database is thrown away."""
        if self._is_locked:
            raise sqlite3.OperationalError("locked")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(self._connection()) as database, database:
                yield database
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if not isinstance(error, sqlite3.OperationalError):  # locked, read-only, full: the file itself is well
                self.file.unlink(missing_ok=True)
            elif _waited(error):
                self._do_without()
            raise

    def _do_without(self) -> None:
        """Use the file no more in this process, and say so once: each further call would wait as long again."""
        self._is_locked = True
        if os.getpid() == self._process:
            log.warning("%s is locked by another process: going on without it, which takes longer.", self.file.name)

    def _connection(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.file.resolve().as_uri(), timeout=SECONDS_TO_WAIT, uri=True)
        try:
            with suppress(sqlite3.OperationalError):  # another process sets it just now, for which SQLite does not wait
                database.execute("PRAGMA journal_mode = WAL")  # one process may write while another reads
            database.execute("PRAGMA synchronous = OFF")  # a lost cache is no loss
            database.executescript(_TABLES)
        except BaseException:
            database.close()
            raise
        return database


def digest_of(inputs: object) -> str:
    """Return a digest of the ``repr`` of things: what stands for them where they are long and many keys are made of them."""
    return _digest(repr(inputs))


def _digest(told: str) -> str:
    return hashlib.blake2b(told.encode(), digest_size=20).hexdigest()


def _sealed(key: str, value: bytes, is_hot: bool = False) -> bytes:
    """Return what is kept of a result: with a digest, so that damage is seen. What is compressed already is kept as it is."""
    begun = value[:TRIED]
    is_dense = is_hot or len(zlib.compress(begun, 1)) > len(begun) * DENSE
    return _seal(key, value) + (AS_IT_IS + value if is_dense else zlib.compress(value, 1))


def _opened(key: str, sealed: bytes) -> bytes | None:
    """Return a result, or None where what was kept is not whole, or not of that key."""
    seal, kept = sealed[:SEAL], sealed[SEAL:]
    value = kept[1:] if kept[:1] == AS_IT_IS else zlib.decompress(kept)
    return value if seal == _seal(key, value) else None


def _seal(key: str, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key.encode()[:64], digest_size=SEAL).digest()


def _waited(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _hour() -> int:
    """Return the hour, counted from 1970: of the clock, since a date that is given is that of what is built."""
    return int(time.time() // 3600)


def _forget(database: sqlite3.Connection, which: str) -> None:
    """Forget the results whose keys a question finds."""
    database.execute(f"DELETE FROM results WHERE key IN ({which})")
    database.execute(f"DELETE FROM last_use WHERE key IN ({which})")


def _size(database: sqlite3.Connection) -> int:
    """Return the bytes of the file that hold something."""
    pages, free, size = (
        int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
