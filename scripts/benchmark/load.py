"""How many pages a second our site is served: by nginx with the settings in `serving/`, beside Python's own server."""

from collections.abc import Iterator
from pathlib import Path

from benchmark.contender import Contender
from benchmark.figures import Figure


def load(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield the load that each server held with our site; nothing for other sites."""
    yield from ()
