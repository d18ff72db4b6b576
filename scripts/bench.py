"""Measure the build beside the bare stack (Material and static-i18n alone, the same content), in turn, in one run.

`python3 scripts/bench.py` prints time, memory and size for 10, 100 and 1000 generated explainers in three languages.
Times are those of this machine in this hour: only the ratios and the growth travel. No time makes the bench fail.
"""

import argparse
import dataclasses
import datetime
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

import environment


def main() -> int:
    """Make the environment, go on within it, measure, print the table; return the exit status."""
    options = _options()
    environment.make("requirements.txt")
    if Path(sys.prefix).resolve() != environment.VENV.resolve():
        return environment.run(str(Path(__file__).resolve()), *sys.argv[1:])
    return _bench(options)


def _bench(options: argparse.Namespace) -> int:
    from benchmark.measure import CommandFailedError
    from benchmark.rows import Result, run_size, warm_up
    from benchmark.table import lines

    about = _about()
    results: list[Result] = []
    try:
        with tempfile.TemporaryDirectory(prefix="tlumach-bench-") as scratch:
            warm_up(environment.ROOT, Path(scratch), environment.say)
            for size in sorted(set(options.sizes)):
                results += run_size(environment.ROOT, Path(scratch), size, options.repeat, environment.say)
    except CommandFailedError as failed:
        print(f"A build failed, so there is nothing to compare.\n{failed}", file=sys.stderr)
        return 1
    print("\n" + ", ".join(f"{key}: {value}" for key, value in about.items()), *lines(results), sep="\n")
    if options.json:
        figures = about | {"results": [dataclasses.asdict(result) for result in results]}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def _about() -> dict[str, object]:
    return {
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "cpus": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),  # what else the machine does, before the first run
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default=[10, 100, 1000], help="numbers of explainers (10,100,1000)")
    parser.add_argument(
        "--repeat", type=_positive, default=3, help="how often each builds, of which the median is shown (3)"
    )
    parser.add_argument(
        "--json", type=lambda name: Path(name).resolve(), metavar="FILE", help="keep the figures in a file"
    )
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [_positive(part) for part in text.split(",")]


def _positive(text: str) -> int:
    if not (text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"`{text}` is not a whole number above 0")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
