"""Build everything with one command: the environment, the checks, `site/` and `dist/`.

`python3 scripts/build.py` builds; `--serve` previews with live reload. Anything else goes to `tlumach build`.
"""

import sys

import environment


def main() -> int:
    """Make the environment and hand over to the package; return its exit status."""
    environment.make("requirements.txt")
    arguments = sys.argv[1:]
    if "--serve" in arguments:
        return environment.become("-m", "tlumach", "serve", *(word for word in arguments if word != "--serve"))
    return environment.run("-m", "tlumach", "build", *arguments)


if __name__ == "__main__":
    sys.exit(main())
