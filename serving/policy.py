"""Write the hashes of the scripts that stand within the pages of a built site into `serving/nginx.conf`.

`python3 serving/policy.py site` after a change of the theme; `--check` says only whether they are all there. Only the
standard library.
"""

import base64
import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

CONF = Path(__file__).parent / "nginx.conf"
SCRIPTS = re.compile(r"script-src 'self'(?: 'sha256-[^']*')*")
_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_DATA = re.compile(
    r"""\bsrc\s*=|\btype\s*=\s*["']?application/"""
)  # no script within the page: it is elsewhere, or is data


def main() -> int:
    """Read the site named on the command line; return 0 when the file has its hashes (now, or with `--check` already)."""
    site, check = Path(sys.argv[1]), "--check" in sys.argv
    old = CONF.read_text(encoding="utf-8")
    new = with_hashes(old, hashes(file.read_text(encoding="utf-8") for file in pages(site)))
    if not check:
        CONF.write_text(new, encoding="utf-8")
    return int(check and old != new)


def pages(site: Path) -> Iterable[Path]:
    """Return the pages that the policy is for; reader files have their own."""
    return (file for file in site.rglob("*.html") if file.parent.name not in ("read", "downloads"))


def hashes(texts: Iterable[str]) -> list[str]:
    """Return the hashes of all scripts within pages, as a policy names them."""
    codes = {
        match["code"] for text in texts for match in _INLINE.finditer(text) if not _DATA.search(match["attributes"])
    }
    return sorted(f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in codes)


def with_hashes(conf: str, found: Iterable[str]) -> str:
    """Return the configuration with these hashes in the place of those that it had."""
    return SCRIPTS.sub(lambda _: " ".join(["script-src 'self'", *found]), conf)


if __name__ == "__main__":
    sys.exit(main())
