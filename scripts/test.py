"""Run every test with one command: style, types, unit tests, real builds, and the built site in a real browser.

`--quick` runs what is quick, for while one works: style, types, one build of the project as it is, and the unit tests that
are not marked `slow` (those build no site, start no server or browser, and take no seconds of CPU time each), with ten
examples for each property in the place of sixty.
Further arguments go to pytest (`python3 scripts/test.py tests/unit -k links`).
"""

import sys

import environment

CHECKS = (
    ("Style (ruff)", ("-m", "ruff", "check", ".")),
    ("Format (ruff)", ("-m", "ruff", "format", "--check", ".")),
    ("Types (mypy)", ("-m", "mypy")),
)
PYTEST = ("-m", "pytest")
QUICK_TESTS = (*PYTEST, "tests/unit", "-m", "not slow", "--hypothesis-profile", "quick")
BUILD = ("Build", ("-m", "tlumach", "build"))


def main() -> int:
    """Make the environment with the test tools, run all or what is quick, and return 0 only when all passed."""
    arguments = [word for word in sys.argv[1:] if word != "--quick"]
    environment.make("requirements-test.txt")
    environment.ensure_dictionaries()
    failed = _quick(arguments) if "--quick" in sys.argv[1:] else _all(arguments)
    environment.say(f"FAILED: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


def _quick(arguments: list[str]) -> list[str]:
    """Run what is quick; return the names of the steps that failed."""
    steps = (*CHECKS, BUILD, ("Quick tests (pytest)", (*QUICK_TESTS, *arguments)))
    return [name for name, command in steps if _step(name, command)]


def _all(arguments: list[str]) -> list[str]:
    """Run everything; return the names of the steps that failed."""
    browser = environment.ensure_browser()
    failed = [name for name, command in CHECKS if _step(name, command)]
    tests = ("Tests (pytest)", (*PYTEST, *arguments))
    return [*failed, tests[0]] if _step(*tests, TLUMACH_BROWSER=browser) else failed


def _step(name: str, command: tuple[str, ...], **variables: str) -> int:
    environment.say(f"== {name}")
    return environment.run(*command, **variables)


if __name__ == "__main__":
    sys.exit(main())
