"""The process of the preview that serves folders, and watches the project."""

import os
import signal
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from tlumach.plugin.live_server import LiveServer
from tlumach.plugin.watching import watch

SHOWN = ""  # what the parent is told, no file, when another folder is shown


def serve_folders(root: Path, server: LiveServer, watched: Sequence[Path], parent: Connection) -> None:
    """Serve the folder that ``parent`` names last, and tell it which of the ``watched`` files of the project change."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process when it has ended the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sending = threading.Lock()

    def tell(file: str) -> None:
        with sending, suppress(OSError):
            parent.send(file)

    watch(root, watched, tell)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    started_by = os.getppid()
    while os.getppid() == started_by:
        if parent.poll(1):
            folder, everything = parent.recv()
            server.show(folder, everything)
            if folder:
                tell(SHOWN)
