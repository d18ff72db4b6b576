"""The process that builds the preview and, once that stands, makes single pages again."""

import logging
import os
import shutil
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tlumach.plugin.serve.quick_pages import QuickPages
from tlumach.plugin.template_failure import FailedTemplateError, failure_of
from tlumach.settings import FILE

log = logging.getLogger("mkdocs.plugins.tlumach")


def make_preview(root: Path, folder: Path, shown: Path | None, address: str, parent: Connection) -> None:
    """Build the project in ``root`` into ``folder``; tell ``parent`` the folder and how many errors there are; then make pages.

    Those are the pages of the files that it names. What cannot be built is said in the terminal, and the parent is told None.
    What lies beside the folder and is not ``shown`` is of former builds, and is removed.
    """
    for former in folder.parent.iterdir():
        if former != shown:
            shutil.rmtree(former, ignore_errors=True)
    pages = build_preview(root, folder, address)
    with suppress(BrokenPipeError, EOFError):  # the parent was killed
        parent.send((folder, pages.site.preview.errors) if pages else None)
        if pages:
            _serve(pages, parent)


def build_preview(root: Path, folder: Path, address: str) -> QuickPages | None:
    """Build the preview into ``folder``; return what makes single pages of it again. What cannot be built is said in the log: None."""
    try:
        config = load_config(str(root / FILE), site_dir=str(folder))
        config.site_url = address
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=address)
        plugin: Any = config.plugins["tlumach"]
        return QuickPages(plugin.site, plugin.languages)
    except (Exception, SystemExit) as error:  # MkDocs' own is both; a theme's template may raise anything
        log.error(_said(error, root))
        return None


def _serve(pages: QuickPages, parent: Connection) -> None:
    started_by = os.getppid()
    with suppress(Exception):
        pages.warm_up()
    while os.getppid() == started_by:
        if parent.poll(1):
            try:
                parent.send(pages.make_again(parent.recv()))
            except Exception as error:
                log.error(_said(error, pages.site.root))
                parent.send(0)


def _said(error: BaseException, root: Path) -> str:
    """Return what an error says, with the file and line that a template's or a setting's error names."""
    failure = error if isinstance(error, FailedTemplateError) else None
    if isinstance(error, Exception) and (found := failure or failure_of(error, root)):
        return str(found)
    place = ":".join(str(part) for name in ("filename", "lineno") if (part := getattr(error, name, None)))
    return " ".join(filter(None, (place, str(error) or type(error).__name__)))
