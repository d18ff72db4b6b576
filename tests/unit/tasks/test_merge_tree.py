import random
from pathlib import Path

from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import AT_A_TIME, Task, TaskRunner, groups, joined, things

LEAST = 8
ITEMS = [f"page-{number:04}" for number in range(400)]


def runner_in(folder: Path, processes: int = 1) -> TaskRunner:
    return TaskRunner(Cache(folder / "cache.db", ""), processes)


class Making:
    """Things that are their item in capitals; what is made, and what is joined, is noted in this process."""

    def __init__(self, folder: Path, processes: int = 1, versions: dict[str, int] | None = None) -> None:
        self.runner = runner_in(folder, processes)
        self.made: list[str] = []
        self.joins: list[bytes] = []
        self.kind = Task[str]("loud", lambda item: (item, (versions or {}).get(item)), self._make)

    def all_of(self, items: list[str]) -> bytes:
        return b" ".join(joined(self.runner, self.kind, items, LEAST, self._join))

    def _make(self, item: str) -> bytes:
        self.made.append(item)
        return item.upper().encode()

    def _join(self, parts: list[bytes]) -> bytes:
        self.joins.append(b" ".join(parts))
        return self.joins[-1]


def loud(items: list[str]) -> bytes:
    return " ".join(items).upper().encode()


def test_groups_follow_one_another_and_are_all() -> None:
    found = list(groups(ITEMS, LEAST))
    assert [item for group in found for item in group] == ITEMS
    assert all(len(group) >= LEAST for group in found[:-1])
    assert len(ITEMS) / len(found) < 4 * LEAST
    assert list(groups([], LEAST)) == []


def test_one_more_or_one_less_changes_few_groups() -> None:
    chance, before = random.Random(3), {tuple(group) for group in groups(ITEMS, LEAST)}
    changed = []
    for _ in range(50):
        at = chance.randrange(len(ITEMS))
        for items in ([*ITEMS[:at], *ITEMS[at + 1 :]], [*ITEMS[:at], ITEMS[at] + "-next", *ITEMS[at:]]):
            changed.append(len({tuple(group) for group in groups(items, LEAST)} - before))
    assert sum(changed) / len(changed) < 2.5


def test_a_thing_is_made_once_and_comes_in_its_items_place(tmp_path: Path) -> None:
    some = ITEMS[: AT_A_TIME + 9]
    for expected in (some, []):
        making = Making(tmp_path)
        assert things(making.runner, making.kind, some) == [item.upper().encode() for item in some]
        assert making.made == expected


def test_before_anything_is_made_it_is_said_what(tmp_path: Path) -> None:
    making, said = Making(tmp_path), list[list[str]]()
    things(making.runner, making.kind, ["b"])
    things(making.runner, making.kind, ["a", "b", "c"], before=lambda new: said.append([*new, *making.made]))
    assert said == [["a", "c", "b"]]


def test_in_several_processes_it_is_the_same(tmp_path: Path) -> None:
    assert Making(tmp_path, processes=3).all_of(ITEMS) == loud(ITEMS)
    again = Making(tmp_path)
    assert again.all_of(ITEMS) == loud(ITEMS)
    assert (again.made, again.joins) == ([], [])


def test_what_changes_is_made_anew_and_its_group_joined_anew(tmp_path: Path) -> None:
    Making(tmp_path).all_of(ITEMS)
    making = Making(tmp_path, versions={ITEMS[99]: 2})
    assert making.all_of(ITEMS) == loud(ITEMS)
    assert making.made == [ITEMS[99]]
    (group,) = making.joins
    assert ITEMS[99].upper().encode() in group and len(group) < len(loud(ITEMS)) / 4


def test_what_a_kept_group_is_joined_of_is_not_forgotten(tmp_path: Path) -> None:
    for _ in range(8):
        Making(tmp_path).all_of(ITEMS)
    making = Making(tmp_path, versions={ITEMS[99]: 2})
    making.all_of(ITEMS)
    assert making.made == [ITEMS[99]]


def test_where_nothing_can_be_kept_all_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    assert Making(tmp_path).all_of(ITEMS) == loud(ITEMS)


def test_what_is_lost_of_the_cache_is_made_again(tmp_path: Path) -> None:
    Making(tmp_path).all_of(ITEMS)
    content = bytearray((tmp_path / "cache.db").read_bytes())
    chance = random.Random(1)
    for _ in range(100):
        content[chance.randrange(100, len(content))] ^= 0xFF
    (tmp_path / "cache.db").write_bytes(bytes(content))
    assert Making(tmp_path).all_of(ITEMS) == loud(ITEMS)
