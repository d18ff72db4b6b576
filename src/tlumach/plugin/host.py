"""The program that builds pages: MkDocs 1, or ProperDocs, which goes on with it. What builds no page needs neither of them.

ProperDocs 1.6.7 puts its own modules in the place of `mkdocs.*` when `properdocs.replacement` is imported; themes and plugins
that were written for MkDocs import those.
"""

from collections.abc import Iterator
from importlib import import_module

from tlumach.problems import Code, Problem
from tlumach.settings import FILE

INSTALL = "pip install 'tlumach[mkdocs]'"


def lacking() -> Iterator[Problem]:
    """Make `mkdocs` importable, and yield what is not installed of that which every build needs."""
    if not _is_there():
        message = (
            f"neither MkDocs 1 nor ProperDocs is installed, and one of them builds the pages: `{INSTALL}`. Without it,"
            " `check`, `status`, `diff`, `confirm`, `exchange`, `terms` and the editions `reader`, `epub`, `text` work."
        )
        yield Problem(FILE, 1, Code.NO_HOST, message)
    elif not _has("mkdocs_static_i18n"):
        yield Problem(FILE, 1, Code.NO_HOST, f"the plugin `i18n` (mkdocs-static-i18n) is not installed: `{INSTALL}`.")


def _is_there() -> bool:
    return (_has("mkdocs") and import_module("mkdocs").__version__.startswith("1.")) or _has("properdocs.replacement")


def _has(module: str) -> bool:
    """Import a module, and tell whether it is there."""
    try:
        import_module(module)
    except ModuleNotFoundError:
        return False
    return True
