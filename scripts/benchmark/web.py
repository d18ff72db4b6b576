"""A web server on this machine alone, which remembers what it was asked for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Requests:
    """The files that were served; what is not there is not among them."""

    files: set[Path] = field(default_factory=set)


@contextmanager
def served(site: Path, requests: Requests) -> Iterator[str]:
    """Serve a folder on a free port while the ``with`` block runs, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, requests, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, requests: Requests, *arguments: Any, **options: Any) -> None:
        self._requests = requests
        super().__init__(*arguments, **options)

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self._requests.files.add(file)
        return super().send_head()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the table is what is printed."""
