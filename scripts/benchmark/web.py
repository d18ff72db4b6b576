"""A web server on this machine alone, which remembers what it was asked for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # ships no types

QUALITY = 9  # of 11, which takes minutes for an index of a large site; what differs is a hundredth or two
COMPRESSED_ALREADY = {".woff", ".woff2", ".png", ".jpg", ".gz", ".zip", ".epub"}


@dataclass
class Requests:
    """The files that were served; what is not there is not among them."""

    files: set[Path] = field(default_factory=set)


@contextmanager
def served(site: Path, requests: Requests, compressed: bool = False) -> Iterator[str]:
    """Serve a folder on a free port while the ``with`` block runs, and yield its address; ``compressed``: as a host would."""
    handler = _Compressing if compressed else _Handler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, requests, directory=str(site)))
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


class _Compressing(_Handler):
    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        if not file.is_file() or file.suffix in COMPRESSED_ALREADY:
            return super().send_head()
        content = compressed_bytes(file)
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(file))),
            ("Content-Encoding", "br"),
            ("Content-Length", str(len(content))),
        ):
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(content)


def compressed_bytes(file: Path) -> bytes:
    """Return a file as a host sends it to a browser that knows brotli."""
    return _compressed(file, file.stat().st_mtime_ns)


@cache
def _compressed(file: Path, _: int) -> bytes:
    return bytes(brotli.compress(file.read_bytes(), quality=QUALITY))
