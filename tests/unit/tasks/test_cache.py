import random
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tlumach.tasks.cache import COUNTED, HOURS_KEPT, Cache


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / ".cache/tlumach.db", "tools 1")


def test_what_was_kept_is_there_for_the_next_one_that_asks(cache: Cache) -> None:
    cache.keep("page", {"a": b"one", "b": "два".encode()})
    assert Cache(cache.file, "tools 1").fetch(["a", "b", "c"]) == {"a": b"one", "b": "два".encode()}


def test_it_counts_what_is_kept_of_any_number_of_keys(cache: Cache) -> None:
    assert cache.count(["a"]) == 0
    keys = [str(number) for number in range(2 * COUNTED + 1)]
    cache.keep("page", dict.fromkeys(keys[::2], b""))
    assert cache.count(keys) == len(keys[::2])
    assert cache.count([]) == 0


def test_a_key_is_of_the_kind_the_tools_and_the_inputs(cache: Cache) -> None:
    key = cache.key("page", ("a", 1))
    assert key == cache.key("page", ("a", 1))
    others = {
        cache.key("page", ("a", 2)),
        cache.key("reader", ("a", 1)),
        Cache(cache.file, "t 2").key("page", ("a", 1)),
    }
    assert len(others | {key}) == 4


class Clock:
    """A clock that is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hours = 500_000
        monkeypatch.setattr("tlumach.tasks.cache.time.time", lambda: self.hours * 3600.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_what_was_not_used_for_long_is_forgotten(cache: Cache, clock: Clock) -> None:
    cache.keep("page", {"used": b"1", "not used": b"2"})
    for _ in range(2):
        clock.hours += HOURS_KEPT // 2
        assert "not used" in cache.fetch(["not used"])
        cache.settle(["used"])
    clock.hours += 1
    cache.settle(["used"])
    assert cache.fetch(["used", "not used"]) == {"used": b"1"}


def test_any_number_of_runs_forgets_nothing_of_another_state(cache: Cache, clock: Clock) -> None:
    """Five languages settle five times in a build; another branch or setting is another state, and comes back."""
    cache.keep("page", {"another branch": b"1"})
    for language in ("ru", "uk", "en", "kk", "pl") * 10:
        cache.keep("page", {language: b"2"})
        cache.settle([language])
    assert cache.fetch(["another branch"]) == {"another branch": b"1"}


def test_what_is_too_much_is_forgotten_by_last_use(cache: Cache, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tlumach.tasks.cache.MOST_BYTES", 200_000)
    chance = random.Random(1)
    for day in range(40):
        clock.hours += 1
        cache.keep("page", {f"{day}": chance.randbytes(10_000)})
        cache.settle(["0", f"{day}"])
    kept = cache.fetch([f"{day}" for day in range(40)])
    assert {"0", "39"} <= set(kept) and 5 < len(kept) < 25 and "1" not in kept


def test_a_file_of_former_tables_is_used_on(cache: Cache) -> None:
    cache.file.parent.mkdir()
    with closing(sqlite3.connect(cache.file)) as database, database:
        database.execute("CREATE TABLE uses (kind TEXT, key TEXT, run INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID")
    cache.keep("page", {"a": b"1"})
    cache.settle(["a"])
    assert cache.fetch(["a"]) == {"a": b"1"}


def test_a_lock_that_lasts_is_waited_for_once_and_said_once(
    cache: Cache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tlumach.tasks.cache.SECONDS_TO_WAIT", 0.01)
    cache.keep("page", {"a": b"1"})
    with closing(sqlite3.connect(cache.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(3):
            cache.keep("page", {str(number): b"2"})
            cache.settle(["a"])
    assert [record.message for record in caplog.records] == [
        "tlumach.db is locked by another process: going on without it, which takes longer."
    ]
    assert cache.fetch(["a"]) == {} and Cache(cache.file, "tools 1").fetch(["a", "1"]) == {"a": b"1"}


def test_what_a_broken_off_run_made_is_there_for_the_next(cache: Cache) -> None:
    cache.settle([])
    cache.keep("page", {"a": b"1"})  # and then the power went
    cache.settle([])
    assert cache.fetch(["a"]) == {"a": b"1"}


def test_a_file_that_is_no_database_is_made_anew(cache: Cache) -> None:
    cache.file.parent.mkdir()
    cache.file.write_bytes(b"not a database" * 1000)
    assert cache.fetch(["a"]) == {}
    cache.keep("page", {"a": b"1"})
    assert cache.fetch(["a"]) == {"a": b"1"}


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_gives_out_nothing_wrong(cache: Cache, seed: int) -> None:
    chance = random.Random(seed)
    values = {f"key {number}": chance.randbytes(3000) for number in range(50)}
    cache.keep("page", values)
    content = bytearray(cache.file.read_bytes())
    for _ in range(100):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    cache.file.write_bytes(bytes(content))
    for key, value in values.items():
        assert cache.fetch([key]).get(key, value) == value
    cache.keep("page", {"a": b"1"})
    cache.settle(["a"])


def test_a_damaged_result_is_not_given_out(cache: Cache) -> None:
    cache.keep("page", {"a": b"one" * 100})
    with sqlite3.connect(cache.file) as database:
        (value,) = database.execute("SELECT value FROM results").fetchone()
        database.execute("UPDATE results SET value = ?", (value[:-3] + b"xyz",))
    database.close()
    assert cache.fetch(["a"]) == {}


def test_what_is_compressed_already_is_kept_as_it_is(cache: Cache) -> None:
    values = {"dense": random.Random(1).randbytes(10_000), "words": b"word " * 10_000, "short": b"\0", "none": b""}
    cache.keep("page", values)
    assert cache.fetch(list(values)) == values
    with closing(sqlite3.connect(cache.file)) as database:
        sizes = dict(database.execute("SELECT key, length(value) FROM results"))
    assert sizes["dense"] - len(values["dense"]) < 30
    assert sizes["words"] < 1000


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    cache = Cache(tmp_path / ".cache/tlumach.db", "")
    cache.keep("page", {"a": b"1"})
    cache.settle(["a"])
    assert cache.fetch(["a"]) == {}


def test_another_cache_is_taken_in(cache: Cache, tmp_path: Path) -> None:
    other = Cache(tmp_path / "other.db", "tools 1")
    other.keep("page", {"a": b"theirs", "b": b"2"})
    other.settle(["a", "b"])
    cache.keep("page", {"a": b"ours"})
    assert cache.take_in(other.file) == 1
    assert cache.fetch(["a", "b"]) == {"a": b"ours", "b": b"2"}


def test_several_write_at_once(cache: Cache) -> None:
    threads = [threading.Thread(target=cache.keep, args=("page", {str(number): b"x"})) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cache.fetch([str(number) for number in range(20)])) == 20
