import os
from pathlib import Path

from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import AT_A_TIME, Glance, Share, Task, TaskRunner


def squares(made: list[int]) -> Task[int]:
    """A kind whose making is noted, in this process."""

    def make(item: int) -> bytes:
        made.append(item)
        return str(item * item).encode()

    return Task("square", lambda item: item, make)


def process(item: int, value: bytes) -> int:
    return os.getpid()


def in_one_process(tmp_path: Path) -> TaskRunner:
    return TaskRunner(Cache(tmp_path / "cache.db", ""), 1)


def test_each_thing_is_made_once_and_never_again(tmp_path: Path) -> None:
    items, made = list(range(AT_A_TIME + 7)), list[int]()
    for _ in range(2):
        results = in_one_process(tmp_path).made(squares(made), items, lambda item, value: (item, int(value)))
        assert results == [(item, item * item) for item in items]
    assert made == items


def test_only_what_is_made_of_something_else_is_made_anew(tmp_path: Path) -> None:
    made = list[int]()
    in_one_process(tmp_path).made(squares(made), [1, 2, 3], lambda item, value: None)
    in_one_process(tmp_path).made(squares(made), [1, 5, 3], lambda item, value: None)
    assert made == [1, 2, 3, 5]


def test_in_several_processes_it_is_the_same(tmp_path: Path) -> None:
    runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 3)
    items = list(range(100))
    assert runner.made(squares([]), items, lambda item, value: int(value)) == [item * item for item in items]
    made = list[int]()
    in_one_process(tmp_path).made(squares(made), items, lambda item, value: None)
    assert made == []


def test_what_is_small_is_made_in_several_processes_and_read_in_this_one(tmp_path: Path) -> None:
    runner, items = TaskRunner(Cache(tmp_path / "cache.db", ""), 2), list(range(40))
    kind = Task[int]("makers", lambda item: item, lambda item: str(os.getpid()).encode(), is_small=True)

    def makers(items: list[int]) -> list[int]:
        return runner.made(kind, items, lambda _, made: int(made))

    first = makers(items)
    assert len(set(first)) == 2 and os.getpid() not in first
    assert set(runner.made(kind, items, process)) == {os.getpid()}
    assert makers([*items, 40, 41]) == [*first, os.getpid(), os.getpid()]
    assert len(set(makers([*items, *range(50, 70)])[40:])) == 2


def test_what_is_not_small_is_written_in_several_processes(tmp_path: Path) -> None:
    runner, items = TaskRunner(Cache(tmp_path / "cache.db", ""), 2), list(range(40))
    for _ in range(2):
        assert len(set(runner.made(squares([]), items, process))) == 2


def test_a_result_that_was_used_is_kept_over_the_runs(tmp_path: Path) -> None:
    made = list[int]()
    for _ in range(8):
        in_one_process(tmp_path).made(squares(made), [1], lambda item, value: None)
    assert made == [1]


def test_the_parts_of_the_work_are_the_whole_and_no_item_is_in_two(tmp_path: Path) -> None:
    cache, items = Cache(tmp_path / "cache.db", ""), list(range(23))
    parts = [TaskRunner(cache, 1, Share(number, 3)).own(items) for number in (1, 2, 3)]
    assert sorted(item for part in parts for item in part) == items
    assert TaskRunner(cache, 1).own(items) == items


def test_what_a_glance_tells_of_is_not_asked_for_its_inputs_again(tmp_path: Path) -> None:
    asked = list[int]()
    state = dict.fromkeys(range(500), 0)

    def inputs(item: int) -> object:
        asked.append(item)
        return item, state[item]

    kind = Task[int](
        "square",
        inputs,
        lambda item: b"",
        glance=Glance("all", lambda item: (item, state[item]) if item % 2 else None),
    )
    items = [*state]
    first = in_one_process(tmp_path)._keys(kind, items)
    assert sorted(asked) == items and first == [in_one_process(tmp_path)._key(kind, item) for item in items]
    asked.clear()
    state[77] = 1
    second = in_one_process(tmp_path)._keys(kind, items)
    assert [at for at, item in enumerate(items) if first[at] != second[at]] == [77]
    odd = [item for item in asked if item % 2]
    assert 77 in odd and len(odd) < 200 and len(asked) - len(odd) == 250
