"""Small results are kept many in a row: what comes of it is what each by itself would be, whatever changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.tasks import bundles
from tlumach.tasks.bundles import bundled, packed, unpacked
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import Task, TaskRunner


@given(st.lists(st.binary(max_size=9)))
def test_what_is_packed_is_unpacked(things: list[bytes]) -> None:
    assert unpacked(packed(things)) == things


@given(st.lists(st.text(max_size=3), max_size=200))
def test_every_one_is_in_one_bundle_in_order(told: list[str]) -> None:
    parts = [told[part] for part in bundled(told)]
    assert [each for part in parts for each in part] == told
    assert all(len(part) >= bundles.LEAST for part in parts[:-1]) and all(parts)


def run(cache: Cache, state: dict[int, int], made: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """Have a thing of each item and its number; what is made is noted."""

    def make(item: int) -> bytes:
        made.append((item, state[item]))
        return f"{item} {state[item]}".encode()

    kind = Task[int]("kind", lambda item: (item, state[item]), make, is_small=True)
    return TaskRunner(cache, 1).made(kind, list(state), lambda item, thing: (item, thing.decode()))


@given(st.lists(st.dictionaries(st.integers(0, 30), st.integers(0, 2)), max_size=6))
def test_it_is_what_is_made_one_by_one(tmp_path_factory: pytest.TempPathFactory, states: list[dict[int, int]]) -> None:
    """In each state, items have other contents, and the same file of results."""
    cache, seen = Cache(tmp_path_factory.mktemp("cache") / "c.db", ""), set[tuple[int, int]]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "LEAST", 3)
        for state in states:
            made = list[tuple[int, int]]()
            assert run(cache, state, made) == [(item, f"{item} {number}") for item, number in state.items()]
            assert not seen & {*made}
            seen |= {*made}


def test_where_one_has_changed_the_others_are_neither_made_nor_lost(tmp_path: Path) -> None:
    cache, state = Cache(tmp_path / "c.db", ""), {item: item for item in range(200)}
    run(cache, state, [])
    made = list[tuple[int, int]]()
    state[77] = 1000
    assert run(cache, state, made)[77] == (77, "77 1000") and made == [(77, 1000)]
    assert len(run(cache, state, made)) == 200 and len(made) == 1
