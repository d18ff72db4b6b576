"""Hugo in the bench: the same Markdown, three languages, a plain theme of one page (it ships none); no search, it has none."""

import re
import shutil
from pathlib import Path

from benchmark.builders.contender import Contender
from benchmark.builders.dialects import for_hugo
from benchmark.builders.installed import found, version

FILES = Path(__file__).parent / "hugo_site"
_TITLE = re.compile(r"^# (.*)$", re.MULTILINE)
_SECTIONS = ("index.md", "glossary/index.md")  # pages that have pages under them


def hugo() -> Contender | str:
    """Return Hugo as a contender, or why it is left out."""
    program = found("hugo")
    if not program:
        return "Hugo is left out: there is no `hugo` on the PATH"
    command = (program, "--quiet", "--destination", "site")
    makes = ("site", "resources", ".hugo_build.lock")  # it keeps no pages from one build to the next
    return Contender("Hugo", write_hugo, command, makes, texts="content", version=version(program, "version"))


def write_hugo(source: Path, folder: Path) -> None:
    """Write the bare stack's pages as a site of Hugo's."""
    shutil.copytree(FILES, folder)
    docs = source / "bare" / "docs"
    for file in docs.rglob("*.md"):
        language, _, path = file.relative_to(docs).as_posix().partition("/")
        target = folder / "content" / language / (path.replace("index.md", "_index.md") if path in _SECTIONS else path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_with_title(for_hugo(file.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")


def _with_title(text: str) -> str:
    """Name the page in its front matter too, where Hugo looks for it."""
    heading = _TITLE.search(text)
    title = heading[1].replace("'", "''") if heading else ""
    return text.replace("---\n", f"---\ntitle: '{title}'\n", 1)
