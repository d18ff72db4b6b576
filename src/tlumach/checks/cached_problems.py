"""What rules find, path by path: of pages that have not changed it is taken from the cache."""

import json
from collections.abc import Callable, Sequence

from tlumach.problems import Problem, as_row, from_row
from tlumach.tasks.tasks import Kind, Works

Find = Callable[[Sequence[str]], list[Problem]]


def problems_of_paths(
    name: str, paths: Sequence[str], find: Find, inputs: Callable[[str], object], works: Works | None
) -> list[Problem]:
    """Return what ``find`` finds on the pages of these paths; with ``works``, only of this part, and only where it is not kept.

    ``name`` is the kind of thing that is kept; ``inputs`` returns all that the rules see of a path.
    """
    if works is None:
        return find(paths)
    kind = Kind[str](name, inputs, lambda path: _to_bytes(find([path])), is_small=True)
    found = works.made(kind, works.own(paths), lambda _, made: _from_bytes(made))
    return [problem for some in found for problem in some]


def _to_bytes(problems: list[Problem]) -> bytes:
    return json.dumps([as_row(each) for each in problems], ensure_ascii=False).encode()


def _from_bytes(made: bytes) -> list[Problem]:
    return [from_row(*row) for row in json.loads(made)]
