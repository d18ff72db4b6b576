"""Feed the readers of what strangers write with broken files: ten minutes each, or as `--minutes` says; `--help` says more.

What is found is kept in tests/cases/fuzzing, where the tests read it from then on. Those try a bounded number, the same each time.
"""

import sys

import environment


def main() -> int:
    """Run `tests.fuzzing` in the project's own environment; return 1 where something was found."""
    environment.make("requirements-test.txt")
    return environment.run("-m", "tests.fuzzing", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
