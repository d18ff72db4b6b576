"""A server for one person at this machine: it serves a folder, and has the browser load a page again when that has changed.

The process of the preview that serves folders, and watches the project.
"""

import errno
import hashlib
import ipaddress
import mimetypes
import os
import socket
import sys
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tlumach.plugin.serve.watcher import watch

WAIT = "/.changed/"  # no page of a site begins with a dot
MISSING = "404.html"
LONGEST_WAIT = 50.0  # seconds
SCRIPT = """<script>(() => {
  let request;
  const ask = () => {
    if (request || document.visibilityState !== "visible") return;
    request = new XMLHttpRequest();
    request.onloadend = () => {
      const { status, responseText } = request;
      request = null;
      if (responseText === "changed") location.reload(); else setTimeout(ask, status === 200 ? 0 : 1000);
    };
    request.open("GET", "%s" + location.pathname);
    request.send();
  };
  addEventListener("load", ask);
  document.addEventListener("visibilitychange", () => request && document.visibilityState !== "visible" ? request.abort() : ask());
})()</script>"""


class LiveServer(ThreadingHTTPServer):
    """Serves a folder once there is one: until then browsers wait."""

    daemon_threads = True

    def __init__(self, host: str, port: int) -> None:
        """Listen at that address. Raises OSError where another program does, or the address is not this machine's."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._shown = threading.Condition()
        self._folder: Path | None = None
        self._edition = 0
        self._is_for_this_machine = _is_loopback(host)
        super().__init__((host, port), _Handler)

    def show(self, folder: Path | None, everything: bool) -> None:
        """Serve that folder from now on (None: as it is now); browsers load a page again if it differs, or all if ``everything``."""
        with self._shown:
            self._folder = folder or self._folder
            self._edition += everything
            self._shown.notify_all()

    def file(self, address: str) -> Path:
        """Return the file that stands at an address of the site, there or not."""
        with self._shown:
            self._shown.wait_for(lambda: self._folder)
            assert self._folder
            found = self._folder.joinpath(*(part for part in address.split("/") if part not in ("", "..")))
        return found / "index.html" if found.is_dir() else found

    def answers_to(self, host: str) -> bool:
        """Tell whether a `Host:` header may ask: a page of another site that a name leads here must not read the preview.

        Who has the server listen to other machines (`dev_addr`) has chosen to be asked by any name.
        """
        return not self._is_for_this_machine or _is_loopback(urlsplit(f"//{host}").hostname or "")

    def state(self, content: bytes) -> str:
        """Return what tells apart the states of a page."""
        return f"{self._edition}-{hashlib.blake2b(content, digest_size=8).hexdigest()}"

    def wait_for_another(self, state: str, address: str) -> bool:
        """Wait until a page is no longer in that state; False where it still is after a while."""
        with self._shown:
            return self._shown.wait_for(lambda: self.state(_content(self.file(address))) != state, LONGEST_WAIT)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: LiveServer

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        try:
            self._answer()
        except (OSError, ValueError) as error:
            if isinstance(error, ConnectionError):
                raise
            is_too_long = getattr(error, "errno", 0) == errno.ENAMETOOLONG
            self._send(414 if is_too_long else 400, "text/plain", b"This is no address of the site.")

    def _answer(self) -> None:
        if not self.server.answers_to(self.headers.get("Host", "")):
            self._send(403, "text/plain", b"The preview answers to names of this machine alone, such as localhost.")
            return
        address = unquote(urlsplit(self.path).path)
        if address.startswith(WAIT):
            state, _, page = address.removeprefix(WAIT).partition("/")
            self._send(200, "text/plain", b"changed" if self.server.wait_for_another(state, page) else b"")
        else:
            self._send_file(address)

    def _send_file(self, address: str) -> None:
        file = self.server.file(address)
        content, is_there = _content(file), file.is_file()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream" if is_there else "text/html"
        if kind == "text/html":
            script = (SCRIPT % f"{WAIT}{self.server.state(content)}").encode()
            shown = content if is_there else _content(self.server.file(MISSING)) or b"404"
            before, end, after = shown.rpartition(b"</body>")
            content = b"".join((before, script, end, after))
        self._send(200 if is_there else 404, kind, content)

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what is wrong with the pages."""


def _is_loopback(host: str) -> bool:
    """Tell whether a name or an address is this machine's own (RFC 6761, section 6.3, for `localhost` and names under it)."""
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def serve_folders(root: Path, server: LiveServer, watched: Sequence[Path], parent: Connection) -> None:
    """Serve the folder that ``parent`` names last, and tell it which of the ``watched`` files of the project change."""
    watch(root, watched, parent.send)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    started_by = os.getppid()
    while os.getppid() == started_by:
        if parent.poll(1):
            server.show(*parent.recv())
