"""The process of the preview that serves folders, and watches the project."""

import os
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from tlumach.plugin.serve.http_server import LiveServer
from tlumach.plugin.serve.watcher import watch


def serve_folders(root: Path, server: LiveServer, watched: Sequence[Path], parent: Connection) -> None:
    """Serve the folder that ``parent`` names last, and tell it which of the ``watched`` files of the project change."""
    watch(root, watched, parent.send)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    started_by = os.getppid()
    while os.getppid() == started_by:
        if parent.poll(1):
            server.show(*parent.recv())
