"""Run MkDocs from the package: build a site into a folder, or serve it; what MkDocs warns of comes back as problems."""

import logging
import multiprocessing
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from tlumach.plugin.serve.http_server import LiveServer
from tlumach.plugin.serve.preview import serve_live
from tlumach.plugin.template_failure import FailedTemplateError, failure_of
from tlumach.plugin.theme import OURS
from tlumach.problems import Code, Problem
from tlumach.settings import FILE, line_of
from tlumach.tasks.tasks import Works
from tlumach.tracking import Tracker

_CONFIG = re.compile(r"Config value '(?P<key>[^']+)': (?P<what>.*)", re.DOTALL)


class _Collector(logging.Handler):
    """Keeps what MkDocs and its plugins warn of: each warning is a problem, in any language's build."""

    def __init__(self, settings_text: str) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []
        self.settings_text = settings_text

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if match := _CONFIG.match(message):
            line = line_of(self.settings_text, match["key"])
            self.problems.append(Problem(FILE, line, Code.SETTINGS, f"`{match['key']}`: {match['what']}"))
        else:
            self.problems.append(Problem(FILE, 1, Code.MKDOCS, message))


def build_site(root: Path, site: Path, tracker: Tracker, works: Works) -> list[Problem]:
    """Build the site of the project in ``root`` into the folder ``site``; return what went wrong (nothing: it is good).

    ``tracker`` knows the project's pages, read and checked; ``works`` is where they are made.

    Not MkDocs' strict mode: that stops at the first language and hides the problems of the others. Raises OSError where
    the disk refuses.
    """
    with _collected(root) as collector:
        config = load_config(str(root / FILE), site_dir=str(site))
        with _handed_over(config.plugins["tlumach"], tracker, works):
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    return collector.problems


@contextmanager
def _handed_over(plugin: Any, tracker: Tracker, works: Works) -> Iterator[None]:
    """Give the plugin what is read already, for one build only: MkDocs keeps a plugin for every later build of the process."""
    plugin.given, plugin.works = tracker, works
    try:
        yield
    finally:
        plugin.given = plugin.works = None


def serve_site(root: Path, say: Callable[[str], None]) -> bool:
    """Preview the site with live reload until the person stops it; False where it cannot begin. ``say`` takes lines of progress."""
    if "fork" not in multiprocessing.get_all_start_methods():
        serve(str(root / FILE))  # MkDocs' own builds everything after each edit
        return True
    try:
        config = load_config(str(root / FILE))
        server = LiveServer(*config.dev_addr)
    except MkDocsException as error:
        say(str(error))
        return False
    except OSError as error:
        say(f"{FILE}: nothing can be served on {config.dev_addr}: {error.strerror}. Stop what is, or set `dev_addr`.")
        return False
    host, port = config.dev_addr
    watched = [Path(config.docs_dir), Path(config.config_file_path), *map(Path, config.watch), OURS]
    if config.theme.custom_dir:
        watched.append(Path(config.theme.custom_dir))
    return serve_live(root, server, f"http://{f'[{host}]' if ':' in host else host}:{port}/", watched, say)


@contextmanager
def _collected(root: Path) -> Iterator[_Collector]:
    collector = _Collector((root / FILE).read_text(encoding="utf-8"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield collector
    except MkDocsException as error:
        if not (isinstance(error, Abort) and collector.problems):  # an abort only repeats what was logged
            collector.problems.append(Problem(FILE, 1, Code.MKDOCS, str(error)))
    except FailedTemplateError as failure:
        collector.problems += failure.problems
    except Exception as error:  # of a template that MkDocs itself fills in, such as the 404 page
        if not (found := failure_of(error, root)):
            raise
        collector.problems += found.problems
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
