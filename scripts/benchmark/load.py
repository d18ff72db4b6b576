"""How many pages a second our site is served: by nginx with the settings in `serving/`, beside Python's own server.

On this machine alone, with a few connections and for a few seconds. Without nginx or wrk there are no such rows.
"""

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmark.builders.contender import CHANGED, Contender
from benchmark.builders.rivals import OURS
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.nginx import find_nginx, free_port, running, wait_for
from benchmark.processes import started

CONNECTIONS, SECONDS = 16, 4
_RATE = re.compile(r"Requests/sec:\s+([0-9.]+)")


def load(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield the load that each server held with an explainer's page of our site; nothing for the sites of others."""
    nginx, wrk = find_nginx(), shutil.which("wrk")
    if contender != OURS or not nginx or not wrk:
        return
    site = folder / contender.site
    page = f"{CHANGED}/{explainer_path(0)}".replace(".md", ".html")
    (site / f"{page}.gz").write_bytes(gzip.compress((site / page).read_bytes()))  # as SERVING.md advises
    with TemporaryDirectory(prefix="tlumach-nginx-") as own, running(nginx, site, Path(own)) as address:
        fast = rate(wrk, f"{address}/{page}")
    with python_server(site) as address:
        slow = rate(wrk, f"{address}/{page}")
    yield Figure("served by nginx", contender.name, explainers, fast, "pages/s")
    yield Figure("served by python -m http.server", contender.name, explainers, slow, "pages/s")
    yield Figure("nginx against http.server", contender.name, explainers, fast / slow, "times")


def rate(wrk: str, address: str) -> float:
    """Return the requests a second that a server on this machine held. Raises ValueError where an answer was no page."""
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=10 * SECONDS).stdout
    found = _RATE.search(said)
    if not found or "Non-2xx" in said:
        raise ValueError(f"{address}: {said}")
    return float(found[1])


@contextmanager
def python_server(site: Path) -> Iterator[str]:
    """Serve a folder with Python's own server, in a process of its own; yield the address."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site), str(port)]
    with started(command) as server:
        wait_for(server, port)
        yield f"http://127.0.0.1:{port}"
