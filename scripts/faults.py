"""Put each command that changes a project under all faults: signals and refusals of the disk at each change of a file.

A sample of this runs with the tests; all of it takes an hour or so. `--publish` writes docs-dev/faults.md; names of commands
choose among them; `--help` says more. It needs strace (Linux), and installs it where that needs no prompt.
"""

import sys

import environment


def main() -> int:
    """Run `tests.faults` in the project's own environment; return 1 where a claim does not hold."""
    environment.make("requirements-test.txt")
    return environment.run("-m", "tests.faults", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
