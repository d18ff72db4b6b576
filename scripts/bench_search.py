"""Measure the search alone, beside the bare stack's (Material's), and Pagefind's where it is installed.

`python3 scripts/bench_search.py --sizes 100,1000` prints for each size what `scripts/bench.py` has on search, then how many
of the project's own queries (tests/cases/search) are answered on the texts that are kept beside them.
It needs Playwright and a browser, which the tests need too: their environment is made first.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import environment


def main() -> int:
    """Make the environment with the test tools, go on within it, measure; return the exit status."""
    sizes = _options().sizes
    environment.make("requirements-test.txt")
    if not environment.is_within():
        return environment.run(
            str(Path(__file__).resolve()), *sys.argv[1:], TLUMACH_BROWSER=environment.ensure_browser()
        )
    _bench([int(size) for size in sizes.split(",")])
    return 0


def _bench(sizes: Sequence[int]) -> None:
    """Build each size with ours and with the bare stack, and print the figures; then the recall on the kept texts."""
    from benchmark.builders.rivals import BARE, OURS
    from benchmark.figures import Figure
    from benchmark.rows import Row, run_size
    from benchmark.searching.recall import recall
    from benchmark.searching.search import left_out, search
    from benchmark.table import lines

    print(*left_out(), sep="\n")
    table = (Row("build", (OURS, BARE), inspections=(search,)),)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="tlumach-search-") as scratch:
        for size in sizes:
            figures += run_size(environment.ROOT, Path(scratch), table, size, 1, print)
            print(*lines([figure for figure in figures if figure.explainers == size]), sep="\n", flush=True)
        answered = [*recall(environment.ROOT, Path(scratch))]
    print(*lines(answered), sep="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000", help="numbers of explainers (100,1000)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
