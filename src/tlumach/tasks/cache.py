"""What was made before, kept by the content of all that it was made of: one file, `.cache/tlumach.db`.

It may be deleted at any time, and no fault of it is a fault of a build: what cannot be read is made again, what cannot be
written is not kept. Values are bytes that nobody runs, so that a cache may come from another machine (`join`).
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FILE = ".cache/tlumach.db"
RUNS_KEPT = 3  # a result that so many runs of its kind did not use is forgotten
SEAL = 16  # bytes
AS_IT_IS = b"\0"  # before a value that is not compressed: no zlib stream begins so
TRIED, DENSE = 4096, 0.9  # bytes of a value that tell whether it gets smaller: to less than this part of its size
COUNTED = 500  # keys in one question: SQLite takes no more than 999 in old versions
SECONDS_TO_WAIT = 30  # for another process that is writing
_TABLES = """
    CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS uses (kind TEXT, key TEXT, run INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS runs (kind TEXT PRIMARY KEY, run INTEGER NOT NULL);
"""
_FAULTS = (sqlite3.Error, OSError, zlib.error, UnicodeError)


class Cache:
    """Results by what they were made of. Each process opens the file for itself, for as long as a call takes."""

    def __init__(self, file: Path, tools: str) -> None:
        """Keep results in ``file``; ``tools`` says what they are made with: other tools, other results."""
        self.file = file
        self.tools = tools

    def key(self, kind: str, inputs: object) -> str:
        """Return the key of a result: a digest of its kind, the tools, and the ``repr`` of everything that it is made of."""
        return digest_of((self.tools, kind, inputs))

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

    def keep(self, kind: str, made: Mapping[str, bytes]) -> None:
        """Keep results of a kind, so that a run that is broken off has not made them in vain."""
        rows = [(key, _sealed(key, value)) for key, value in made.items()]
        if not rows:
            return
        with suppress(*_FAULTS), self._database() as database:
            database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
            run = _run(database, kind)
            database.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", ((kind, key, run) for key in made))

    def settle(self, kind: str, keys: Iterable[str]) -> None:
        """End a run that used these results of a kind, and forget those that none of its last runs used."""
        with suppress(*_FAULTS), self._database() as database:
            run = _run(database, kind)
            database.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", ((kind, key, run) for key in keys))
            database.execute("INSERT OR REPLACE INTO runs VALUES (?, ?)", (kind, run))
            old = "FROM uses WHERE kind = ? AND run <= ?"
            database.execute(f"DELETE FROM results WHERE key IN (SELECT key {old})", (kind, run - RUNS_KEPT))
            database.execute(f"DELETE {old}", (kind, run - RUNS_KEPT))

    def take_in(self, other: Path) -> int:
        """Add what another cache holds and this one lacks; return how many results that are. Raises sqlite3.Error, OSError."""
        with self._database() as database:
            database.execute("ATTACH ? AS other", (f"{other.resolve().as_uri()}?mode=ro",))
            before = database.total_changes
            database.execute("INSERT OR IGNORE INTO results SELECT key, value FROM other.results")
            added = database.total_changes - before
            database.execute("INSERT OR IGNORE INTO uses SELECT kind, key, run FROM other.uses")
            database.execute("INSERT OR IGNORE INTO runs SELECT kind, run FROM other.runs")
            return added

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """Open the file, made where it is not there, and commit at the end. What proves to be no database is thrown away."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(self._connection()) as database, database:
                yield database
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if not isinstance(error, sqlite3.OperationalError):  # locked, read-only, full: the file itself is well
                self.file.unlink(missing_ok=True)
            raise

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
    return hashlib.blake2b(repr(inputs).encode(), digest_size=20).hexdigest()


def _sealed(key: str, value: bytes) -> bytes:
    """Return what is kept of a result: with a digest, so that damage is seen. What is compressed already is kept as it is."""
    begun = value[:TRIED]
    is_dense = len(zlib.compress(begun, 1)) > len(begun) * DENSE
    return _seal(key, value) + (AS_IT_IS + value if is_dense else zlib.compress(value, 1))


def _opened(key: str, sealed: bytes) -> bytes | None:
    """Return a result, or None where what was kept is not whole, or not of that key."""
    seal, kept = sealed[:SEAL], sealed[SEAL:]
    value = kept[1:] if kept[:1] == AS_IT_IS else zlib.decompress(kept)
    return value if seal == _seal(key, value) else None


def _seal(key: str, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key.encode()[:64], digest_size=SEAL).digest()


def _run(database: sqlite3.Connection, kind: str) -> int:
    """Return the number of the run that goes on: one more than have been settled."""
    found: int = database.execute("SELECT coalesce(max(run), 0) + 1 FROM runs WHERE kind = ?", (kind,)).fetchone()[0]
    return found
