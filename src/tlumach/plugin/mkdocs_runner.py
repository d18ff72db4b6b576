"""Run MkDocs from the package: build a site into a folder, or serve it; what MkDocs warns of comes back as problems."""

import logging
import multiprocessing
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

import tlumach
from tlumach.output.regular import read_regular
from tlumach.plugin.frame.keeping import FrameKeeper
from tlumach.plugin.serve.http_server import LiveServer
from tlumach.plugin.serve.preview import serve_live
from tlumach.plugin.template_failure import FailedTemplateError, failure_of
from tlumach.plugin.theme import OURS
from tlumach.problems import Code, Level, Problem
from tlumach.problems.baseline import FILE as BASELINE
from tlumach.settings import FILE, line_of, read_settings
from tlumach.tasks.known_inputs import FOLDERS, GIVEN_TEXTS
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

_HOSTS = ("mkdocs", "properdocs")
"""Their loggers: plugins use that of MkDocs under both."""
_OWN_LOGGERS = tuple(
    f"{host}.{part}" for host in _HOSTS for part in ("commands", "config", "structure", "utils", "livereload", "theme")
)
"""Of MkDocs or ProperDocs itself."""
_CONFIG = re.compile(r"Config value '(?P<key>[^']+)': (?P<what>.*)", re.DOTALL)


class _Collector(logging.Handler):
    """Keeps what MkDocs and its plugins warn of: each warning is a problem, in any language's build."""

    def __init__(self, settings_text: str, is_guest: bool) -> None:
        super().__init__(logging.WARNING)
        self.is_guest = is_guest
        self.problems: list[Problem] = []
        self.settings_text = settings_text

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno == logging.WARNING and (self.is_guest or _is_of_a_plugin(record)):
            self.problems.append(Problem(FILE, 1, Code.MKDOCS, message, Level.WARNING))
        elif match := _CONFIG.match(message):
            line = line_of(self.settings_text, match["key"])
            self.problems.append(Problem(FILE, line, Code.SETTINGS, f"`{match['key']}`: {match['what']}"))
        else:
            self.problems.append(Problem(FILE, 1, Code.MKDOCS, message))


def _is_of_a_plugin(record: logging.LogRecord) -> bool:
    """Tell whether a plugin other than ours says something: what it warns of need not be wrong."""
    own = ("mkdocs.plugins.tlumach", *_OWN_LOGGERS)
    return record.name.partition(".")[0] in _HOSTS and "." in record.name and not record.name.startswith(own)


def build_site(
    root: Path, site: Path, tracker: Tracker, runner: TaskRunner, keeper: FrameKeeper | None = None
) -> list[Problem]:
    """Build the site of the project in ``root`` into the folder ``site``; return what went wrong (nothing: it is good).

    ``tracker`` knows the project's pages, read and checked; ``runner`` is where they are made; ``keeper`` gathers what may be kept
    of what MkDocs does.

    Not MkDocs' strict mode: that stops at the first language and hides the problems of the others. Raises OSError where
    the disk refuses.
    """
    with _collected(root, tracker.library.settings.pages == "mkdocs") as collector:
        config = load_config(str(root / FILE), site_dir=str(site))
        with _handed_over(config.plugins["tlumach"], tracker, runner, keeper):
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    return collector.problems


@contextmanager
def _handed_over(plugin: Any, tracker: Tracker, runner: TaskRunner, keeper: FrameKeeper | None) -> Iterator[None]:
    """Give the plugin what is read already, for one build only: MkDocs keeps a plugin for every later build of the process."""
    plugin.given, plugin.runner, plugin.keeper = tracker, runner, keeper
    try:
        yield
    finally:
        plugin.given = plugin.runner = plugin.keeper = None


def serve_site(root: Path, say: Callable[[str], None]) -> bool:
    """Preview the site with live reload until the person stops it; False where it cannot begin. ``say`` takes lines of progress."""
    if "fork" not in multiprocessing.get_all_start_methods() or _is_guest(root):
        serve(str(root / FILE))  # MkDocs' own builds everything after each edit
        return True
    try:
        config = load_config(str(root / FILE))
    except (MkDocsException, OSError) as error:
        say(str(error))
        return False
    try:
        server = LiveServer(*config.dev_addr)
    except OSError as error:
        say(f"{FILE}: nothing can be served on {config.dev_addr}: {error.strerror}. Stop what is, or set `dev_addr`.")
        return False
    host, port = config.dev_addr
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    return serve_live(root, server, address, _watched(root, config), say)


def _watched(root: Path, config: MkDocsConfig) -> list[Path]:
    """Return whatever a build of ours reads, and what the project names beside it: a saved file shows whatever it is.

    Some of it need not be there yet. Given texts (`source_text`) that lie elsewhere than where projects have them are named under `watch`.
    """
    ours = [root.resolve() / name for name in (*FOLDERS, GIVEN_TEXTS, BASELINE)]
    theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    named = [Path(config.docs_dir), Path(config.config_file_path), *map(Path, config.watch), OURS, *theme]
    return list(dict.fromkeys([*named, *ours]))


def _is_guest(root: Path) -> bool:
    """Tell whether the pages are MkDocs': those it makes anew itself."""
    with suppress(OSError, UnicodeDecodeError):
        settings, _ = read_settings(read_regular(root / FILE).decode("utf-8"))
        return settings is not None and settings.pages == "mkdocs"
    return False


@contextmanager
def _collected(root: Path, is_guest: bool) -> Iterator[_Collector]:
    collector = _Collector((root / FILE).read_text(encoding="utf-8"), is_guest)
    loggers = [(logger, logger.propagate) for logger in map(logging.getLogger, _HOSTS)]
    for logger, _ in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield collector
    except MkDocsException as error:
        if not (isinstance(error, Abort) and collector.problems):  # an abort only repeats what was logged
            collector.problems.append(Problem(FILE, 1, Code.MKDOCS, str(error)))
    except FailedTemplateError as failure:
        collector.problems += failure.problems
    except Exception as error:  # of a template that MkDocs itself fills in, such as the 404 page
        if found := failure_of(error, root):
            collector.problems += found.problems
        elif isinstance(error, OSError) or _is_ours(error):
            raise
        else:  # a plugin's own
            message = f"{type(error).__name__}: {error} ({_raised_in(error)})"
            collector.problems.append(Problem(FILE, 1, Code.MKDOCS, message))
    finally:
        for logger, propagate in loggers:
            logger.removeHandler(collector)
            logger.propagate = propagate


def _raised_in(error: Exception) -> str:
    """Return the file in which an exception was raised, with its package."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return "/".join(Path(frame.filename).parts[-2:])


def _is_ours(error: Exception) -> bool:
    return Path(tlumach.__file__).parent in Path(traceback.extract_tb(error.__traceback__)[-1].filename).parents
