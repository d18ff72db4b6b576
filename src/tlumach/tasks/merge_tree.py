"""Things that are wanted as they are, and things joined in groups, so that one that is made anew joins one group anew.

Where many in a row are cut into groups is told by the items themselves: one more or one less of them changes the group that
it stands in, and seldom the next.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from tlumach.tasks.tasks import AT_A_TIME, Kind, Works
from tlumach.tasks.workers import shared

Item = TypeVar("Item")
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
    works: Works,
    kind: Kind[Item],
    items: Sequence[Item],
    others: Iterable[str] = (),
    before: Callable[[list[Item]], None] = lambda new: None,
) -> list[bytes]:
    """Return the thing of each item. What is kept is read in this process, and only what must be made is shared out.

    ``others`` are the keys of other results of the kind, which are not wanted now and not to be forgotten. ``before`` is called
    with the items whose things are to be made, in this process, before any is.
    """
    keys = [works.cache.key(kind.name, kind.inputs(item)) for item in items]
    found = _kept(works, keys)
    new = {key: item for key, item in zip(keys, items, strict=True) if key not in found}
    before([*new.values()])
    with works.progress.of(kind.name, len(new)):
        made = shared([*new.items()], lambda part: _made(works, kind, part), works.processes)
    found |= zip(new, made, strict=True)
    works.cache.settle([*keys, *others])
    return [found[key] for key in keys]


def joined(works: Works, kind: Kind[str], items: Iterable[str], least: int, join: Join) -> list[bytes]:
    """Return the things of all items in order, joined in groups (see :func:`groups`). Those of a group that is kept are not read."""
    parts = [*groups(items, least)]
    keys = {item: works.cache.key(kind.name, kind.inputs(item)) for part in parts for item in part}
    found: dict[str, bytes] = {}

    def read(new: list[list[str]]) -> None:
        wanted = [item for part in new for item in part]
        found.update(zip(wanted, things(works, kind, wanted, keys.values()), strict=True))

    whole = Kind[list[str]](
        f"{kind.name}, joined",
        lambda part: [keys[item] for item in part],
        lambda part: join([found[item] for item in part]),
    )
    return things(works, whole, parts, before=read)


def _kept(works: Works, keys: Sequence[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for first in range(0, len(keys), AT_A_TIME):
        found |= works.cache.fetch(keys[first : first + AT_A_TIME])
    return found


def _made(works: Works, kind: Kind[Item], part: Sequence[tuple[str, Item]]) -> list[bytes]:
    found: list[bytes] = []
    for first in range(0, len(part), AT_A_TIME):
        new = {key: works.make(kind, item) for key, item in part[first : first + AT_A_TIME]}
        works.cache.keep(kind.name, new)
        found += new.values()
    return found
