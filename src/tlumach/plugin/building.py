"""Run MkDocs from the package: build a site into a folder, or serve it; what MkDocs warns of comes back as problems."""

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError, MkDocsException

from tlumach.problems import Problem
from tlumach.settings import FILE


class _Collector(logging.Handler):
    """Keeps what MkDocs and its plugins warn of: each warning is a problem, in any language's build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.problems.append(Problem(FILE, 1, "mkdocs", record.getMessage()))


def build_site(root: Path, site: Path) -> list[Problem]:
    """Build the site of the project in ``root`` into the folder ``site``; return what went wrong (nothing: it is good).

    Not MkDocs' strict mode: that stops at the first language and hides the problems of the others.
    """
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = load_config(str(root / FILE), site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except ConfigurationError as error:
        collector.problems.append(Problem(FILE, 1, "settings", f"{FILE} cannot be used: {error}"))
    except MkDocsException as error:
        collector.problems.append(Problem(FILE, 1, "mkdocs", str(error)))
    finally:
        logger.removeHandler(collector)
    return collector.problems


def serve_site(root: Path) -> None:
    """Preview the site with live reload until the person stops it."""
    serve(str(root / FILE))
