"""Things of one kind, each made once: what was made before of the same is taken from the cache, the rest is shared out.

Things that are wanted as they are, and things joined in groups, so that one that is made anew joins one group anew.

Where many in a row are cut into groups is told by the items themselves: one more or one less of them changes the group that
it stands in, and seldom the next.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from tlumach.tasks.bundles import bundled, packed, unpacked
from tlumach.tasks.cache import FILE, Cache, digest_of
from tlumach.tasks.placed import Placed, Told
from tlumach.tasks.progress import Progress
from tlumach.tasks.step_clock import StepClock
from tlumach.tasks.toolchain import tools_digest
from tlumach.tasks.workers import FEWEST, processes_here, shared

AT_A_TIME = 50  # so many are asked of the cache at once, and kept at once: no more is lost when a build is broken off

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Glance(Generic[Item]):
    """What tells that an item's inputs are what they were, without telling all of them: the same glance, the same inputs.

    ``shared`` is what it is for all items; ``of`` returns what it is for one: None where that cannot be told so.
    """

    shared: object
    of: Callable[[Item], object]


@dataclass(frozen=True)
class Task(Generic[Item]):
    """A kind of thing to make.

    ``inputs`` returns all that an item's thing is made of: its ``repr`` must differ wherever the thing may, and be the same
    in every process (no sets, no objects shown by their address). ``make`` makes it. ``is_small``: so little is
    asked for its key, and done with it, that only making many is worth several processes. ``glance``: what tells the key where
    ``inputs`` takes longer (``put`` asks it).
    """

    name: str
    inputs: Callable[[Item], object]
    make: Callable[[Item], bytes]
    is_small: bool = False
    glance: Glance[Item] | None = None


@dataclass(frozen=True)
class Share:
    """A part of the work, for one of several machines: ``number`` counts from 1."""

    number: int = 1
    of: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether there are no other parts."""
        return self.of == 1


@dataclass(frozen=True)
class TaskRunner:
    """Where things are made: with what was made before, in how many processes, which part of them here, who is told, and what is known."""

    cache: Cache
    processes: int
    part: Share = Share()
    progress: Progress = field(default_factory=Progress)
    clock: StepClock = field(default_factory=StepClock)
    placed: Placed = field(default_factory=Placed)

    def own(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the items of which the things are made here: every so many-th, so that all parts take as long."""
        return items[self.part.number - 1 :: self.part.of]

    def made(self, kind: Task[Item], items: Sequence[Item], use: Callable[[Item, bytes], Result]) -> list[Result]:
        """Make the thing of each item and return what ``use`` does with it, in the items' order.

        ``make`` and ``use`` run in any of the processes: what they change in memory is lost, what they return is not.
        """
        with self.clock.step(kind.name), self.progress.of(kind.name, len(items)):
            if kind.is_small:
                return [use(item, thing) for item, thing in zip(items, self._small(kind, items), strict=True)]
            keyed = [("", item) for item in items]
            done = shared(keyed, lambda part: list(self._part(kind, part, use)), self.processes)
        self.cache.settle([key for key, _ in done])
        return [result for _, result in done]

    def _small(self, kind: Task[Item], items: Sequence[Item]) -> list[bytes]:
        """Return the thing of each item: in bundles, as far as they are kept, else one by one."""
        told = [repr(kind.inputs(item)) for item in items]
        name, places = f"{kind.name}, bundle", range(len(items))
        bundles = [(self.cache.key_of(name, "\n".join(told[part])), places[part]) for part in bundled(told)]
        kept = {key: unpacked(bundle) for key, bundle in _kept(self, [key for key, _ in bundles]).items()}
        self.progress.add(sum(map(len, kept.values())))
        new = [place for key, part in bundles if key not in kept for place in part]
        keys = [self.cache.key_of(kind.name, told[place]) for place in new]
        made = dict(zip(new, self._one_by_one(kind, keys, [items[place] for place in new]), strict=True))
        again = {key: [made[place] for place in part] for key, part in bundles if key not in kept}
        self.cache.keep(name, {key: packed(some) for key, some in again.items()}, is_hot=True)
        self.cache.settle([*kept, *keys])
        found = kept | again
        return [thing for key, _ in bundles for thing in found[key]]

    def _one_by_one(self, kind: Task[Item], keys: Sequence[str], items: Sequence[Item]) -> list[bytes]:
        processes = 1 if self._few_are_new(keys) else self.processes
        keyed = [*zip(keys, items, strict=True)]
        return shared(
            keyed, lambda part: [thing for _, thing in self._part(kind, part, lambda _, each: each)], processes
        )

    def put(
        self, kind: Task[Item], items: Sequence[Item], folder: Path, write: Callable[[Item, bytes], Told]
    ) -> list[Told]:
        """Put the files that each item's thing is into ``folder``, which a build fills, and return what is told of them.

        ``write`` puts them there and tells their names. Where they stand in the folder that is replaced, made of the same, they
        are taken over: the thing is neither made nor read.
        """
        with self.clock.step(kind.name), self.progress.of(kind.name, len(items)):
            keys = self._keys(kind, items) if self.placed.is_known else [""] * len(items)
            keyed = [*zip(keys, items, strict=True)]
            there = {key: told for key, _ in keyed if (told := self.placed.take_over(key, folder))}
            new = [(key, item) for key, item in keyed if key not in there]
            self.progress.add(len(there))
            made = shared(new, lambda part: list(self._part(kind, part, write)), self.processes)
        for key, told in made:
            self.placed.note(key, folder, told)
        self.cache.settle([*there, *(key for key, _ in made)])
        others = iter(made)
        return [there[key] if key in there else next(others)[1] for key, _ in keyed]

    def make(self, kind: Task[Item], item: Item) -> bytes:
        """Make one thing, and count it."""
        made = kind.make(item)
        self.progress.add()
        return made

    def _key(self, kind: Task[Item], item: Item) -> str:
        return self.cache.key(kind.name, kind.inputs(item))

    def _keys(self, kind: Task[Item], items: Sequence[Item]) -> list[str]:
        """Return the key of each item's thing: in bundles, for those that a glance tells of, as far as they are kept."""
        seen = [(item, told) for item in items if kind.glance and (told := kind.glance.of(item)) is not None]
        shared, told_of = digest_of(kind.glance and kind.glance.shared), [repr(told) for _, told in seen]
        name, known = f"{kind.name}, keys", dict[Item, str]()
        bundles = {
            self.cache.key_of(name, "\n".join([shared, *told_of[part]])): seen[part] for part in bundled(told_of)
        }
        kept = {bundle: keys.decode().split() for bundle, keys in _kept(self, [*bundles]).items()}
        new = {
            bundle: [self._key(kind, item) for item, _ in some]
            for bundle, some in bundles.items()
            if bundle not in kept
        }
        self.cache.keep(name, {bundle: " ".join(keys).encode() for bundle, keys in new.items()}, is_hot=True)
        self.cache.settle(kept)
        for bundle, keys in (kept | new).items():
            known |= zip((item for item, _ in bundles[bundle]), keys, strict=True)
        return [known.get(item) or self._key(kind, item) for item in items]

    def _few_are_new(self, keys: Sequence[str]) -> bool:
        """Whether there is so little to make that other processes are not worth their start."""
        different = list(dict.fromkeys(keys))
        return len(different) - self.cache.count(different) < FEWEST

    def _part(
        self, kind: Task[Item], keyed: Sequence[tuple[str, Item]], use: Callable[[Item, bytes], Result]
    ) -> Iterator[tuple[str, Result]]:
        for first in range(0, len(keyed), AT_A_TIME):
            some = [(key or self._key(kind, item), item) for key, item in keyed[first : first + AT_A_TIME]]
            kept = self.cache.fetch([key for key, _ in some])
            self.progress.add(sum(key in kept for key, _ in some))
            new = {key: self.make(kind, item) for key, item in some if key not in kept}
            self.cache.keep(kind.name, new)
            things = kept | new
            yield from ((key, use(item, things[key])) for key, item in some)


def task_runner_in(
    root: Path,
    part: Share = Share(),
    progress: Progress | None = None,
    clock: StepClock | None = None,
    placed: Placed | None = None,
) -> TaskRunner:
    """Return where the things of the project in ``root`` are made: with its cache, on all cores, all or a part of them."""
    cache = Cache(root / FILE, tools_digest(root))
    return TaskRunner(cache, processes_here(), part, progress or Progress(), clock or StepClock(), placed or Placed())


Join = Callable[[list[bytes]], bytes]


def groups(items: Iterable[str], least: int) -> Iterator[list[str]]:
    """Cut items into groups that follow one another: of ``least`` at least, of twice as many on the average; the last may be less."""
    group: list[str] = []
    for item in items:
        group.append(item)
        if len(group) >= least and zlib.crc32(item.encode()) % least == 0:
            yield group
            group = []
    if group:
        yield group


def things(
    runner: TaskRunner,
    kind: Task[Item],
    items: Sequence[Item],
    others: Iterable[str] = (),
    before: Callable[[list[Item]], None] = lambda new: None,
) -> list[bytes]:
    """Return the thing of each item. What is kept is read in this process, and only what must be made is shared out.

    ``others`` are the keys of other results of the kind, which are not wanted now and not to be forgotten. ``before`` is called
    with the items whose things are to be made, in this process, before any is.
    """
    keys = [runner.cache.key(kind.name, kind.inputs(item)) for item in items]
    found = _kept(runner, keys)
    new = {key: item for key, item in zip(keys, items, strict=True) if key not in found}
    before([*new.values()])
    with runner.clock.step(kind.name), runner.progress.of(kind.name, len(new)):
        made = shared([*new.items()], lambda part: _made(runner, kind, part), runner.processes)
    found |= zip(new, made, strict=True)
    runner.cache.settle([*keys, *others])
    return [found[key] for key in keys]


def joined(runner: TaskRunner, kind: Task[str], items: Iterable[str], least: int, join: Join) -> list[bytes]:
    """Return the things of all items in order, joined in groups (see :func:`groups`). Those of a group that is kept are not read."""
    parts = [*groups(items, least)]
    keys = {item: runner.cache.key(kind.name, kind.inputs(item)) for part in parts for item in part}
    found: dict[str, bytes] = {}

    def read(new: list[list[str]]) -> None:
        wanted = [item for part in new for item in part]
        found.update(zip(wanted, things(runner, kind, wanted, keys.values()), strict=True))

    whole = Task[list[str]](
        f"{kind.name}, joined",
        lambda part: [keys[item] for item in part],
        lambda part: join([found[item] for item in part]),
    )
    return things(runner, whole, parts, before=read)


def _kept(runner: TaskRunner, keys: Sequence[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for first in range(0, len(keys), AT_A_TIME):
        found |= runner.cache.fetch(keys[first : first + AT_A_TIME])
    return found


def _made(runner: TaskRunner, kind: Task[Item], part: Sequence[tuple[str, Item]]) -> list[bytes]:
    found: list[bytes] = []
    for first in range(0, len(part), AT_A_TIME):
        new = {key: runner.make(kind, item) for key, item in part[first : first + AT_A_TIME]}
        runner.cache.keep(kind.name, new)
        found += new.values()
    return found
