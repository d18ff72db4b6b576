"""Run a real nginx with the project's own settings, on this machine alone and without privileges, while something looks on."""

import os
import pwd
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmark.processes import started

SETTINGS = Path(__file__).parents[2] / "serving/nginx.conf"
SBIN = "/usr/sbin"  # where Debian has it, and a person's PATH may not lead
_LISTEN = re.compile(r"^\s*listen .*;$", re.MULTILINE)
_PATIENCE = 10  # seconds


def find_nginx() -> str | None:
    """Return the path of nginx, or None."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), SBIN]))


@contextmanager
def running(program: str, site: Path, folder: Path) -> Iterator[str]:
    """Serve a site with the project's settings, on a free port; yield the address.

    All that nginx writes goes into ``folder``. Raises OSError where nginx does not start.
    """
    port = free_port()
    (folder / "site.conf").write_text(for_a_test(SETTINGS.read_text(encoding="utf-8"), site, folder, port))
    (folder / "nginx.conf").write_text(_around(folder))
    with started([program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]) as server:
        wait_for(server, port)
        yield f"http://127.0.0.1:{port}"


def for_a_test(settings: str, site: Path, folder: Path, port: int) -> str:
    """Return the project's settings with another root, another port, and the error log in a folder of the test's."""
    listening = iter([f"    listen 127.0.0.1:{port};"])
    settings = _LISTEN.sub(lambda _: next(listening, ""), settings)
    settings = settings.replace("/var/log/nginx/", f"{folder}/")
    return settings.replace("root /var/www/tlumach;", f"root {site};")


def _around(folder: Path) -> str:
    """Return what Debian's own nginx.conf would say around ours, with every path within the folder."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in kinds)
    user = f"user {pwd.getpwuid(0).pw_name};\n" if os.geteuid() == 0 else ""  # or a worker could not read the folder
    return (
        f"{user}daemon off;\npid {folder}/pid;\nworker_processes auto;\n"
        f"events {{ }}\nhttp {{ {places} sendfile on; include {folder}/site.conf; }}\n"
    )


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until a server listens on its port. Raises OSError where it ends or does not in time."""
    for _ in range(_PATIENCE * 20):
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise OSError(f"the server did not start: {server.args!r}")
