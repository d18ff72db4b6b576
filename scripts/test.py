"""Run every test with one command: style, types, unit tests, real builds, and the built site in a real browser.

Further arguments go to pytest (`python3 scripts/test.py tests/unit -k links`).
"""

import sys

import environment

CHECKS = (
    ("Style (ruff)", ("-m", "ruff", "check", ".")),
    ("Format (ruff)", ("-m", "ruff", "format", "--check", ".")),
    ("Types (mypy)", ("-m", "mypy")),
)


def main() -> int:
    """Make the environment with the test tools, run all, and return 0 only when all passed."""
    environment.make("requirements-test.txt")
    browser = environment.ensure_browser()
    environment.ensure_dictionaries()
    failed = [name for name, command in CHECKS if _step(name, command)]
    if _step("Tests (pytest)", ("-m", "pytest", *sys.argv[1:]), TLUMACH_BROWSER=browser):
        failed.append("Tests (pytest)")
    environment.say(f"FAILED: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


def _step(name: str, command: tuple[str, ...], **variables: str) -> int:
    environment.say(f"== {name}")
    return environment.run(*command, **variables)


if __name__ == "__main__":
    sys.exit(main())
