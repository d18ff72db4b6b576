"""Who builds the same content in the bench, and how each is given it.

A contender is made ready from the generated project, which is ours as it stands; that costs nothing in the figures.
"""

import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from benchmark.builders.contender import VARIABLES, Contender
from benchmark.builders.hugo import hugo
from benchmark.builders.sphinx import sphinx
from benchmark.builders.zensical import zensical
from benchmark.content.generate import AS_EVER, Content, write_pages
from benchmark.content.words import LANGUAGES
from benchmark.measure import measure
from tlumach.blocks import BlockKind
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.library.pages import Page
from tlumach.rendering.front_page import explainers
from tlumach.rendering.generated import downloads, facts, notes, terms
from tlumach.terms.glossary import term_of

SETTINGS = "mkdocs.yml"
OURS_ALONE = {"tlumach", "offline"}
SEARCH = {"search": {"lang": "en"}}
CACHE = ".cache"
OURS_FOLDER, BARE_FOLDER = "ours", "bare"


def generate(project: Path, source: Path, explainers: int, terms: int) -> int:
    """Write the content into ``source``, as ours and as the bare stack's, from which the others are made; return its pages."""
    pages = generate_project(project, source / OURS_FOLDER, explainers, terms)
    write_bare_stack(source / OURS_FOLDER, source / BARE_FOLDER)
    return pages


def generate_project(project: Path, root: Path, explainers: int, terms: int, content: Content = AS_EVER) -> int:
    """Write a project of ours with so many explainers, with the settings of ``project``; return its pages.

    Every translation is confirmed, as a newsroom's are.
    """
    root.mkdir(parents=True)
    (root / SETTINGS).write_text(with_languages((project / SETTINGS).read_text(encoding="utf-8"), content.more))
    pages = write_pages(root, explainers, terms, content)
    for language in (*LANGUAGES[1:], *content.more):
        measure([sys.executable, "-m", "tlumach", "confirm", "--all", "--language", language], root, VARIABLES)
    return pages


def with_languages(settings: str, more: Sequence[str]) -> str:
    """Return the text of our `mkdocs.yml` with more languages after those that it has."""
    last = re.search(r"( +)- locale: en\n(?:\1 +.*\n)+", settings)
    if not last:
        raise ValueError("mkdocs.yml lists no English")
    return (
        settings[: last.end()]
        + "".join(last[0].replace(": en\n", f": {each}\n") for each in more)
        + settings[last.end() :]
    )


def generated(more: Sequence[str] = (), vocabulary: int = 0) -> Callable[[Path, Path], None]:
    """Return what makes a contender's folder ready with other content, of as many explainers and terms as the source has."""

    def prepare(source: Path, folder: Path) -> None:
        docs = source / OURS_FOLDER / "docs" / LANGUAGES[0]
        explainers, terms = len([*docs.glob("story-*")]), len([*docs.glob("glossary/term-*")])
        generate_project(source / OURS_FOLDER, folder, explainers, terms, Content(more=more, vocabulary=vocabulary))

    return prepare


def rivals() -> tuple[list[Contender], list[str]]:
    """Return the rivals that are installed, and a line for each that is not."""
    found = [rival() for rival in (hugo, sphinx, zensical)]
    return [one for one in found if isinstance(one, Contender)], [why for why in found if isinstance(why, str)]


def copy_project(source: Path, folder: Path) -> None:
    """Give us the project as it stands."""
    shutil.copytree(source / OURS_FOLDER, folder)


def copy_bare(source: Path, folder: Path) -> None:
    """Give the bare stack what was written for it."""
    shutil.copytree(source / BARE_FOLDER, folder)


def write_bare_stack(project: Path, folder: Path) -> None:
    """Write the same site for Material and static-i18n alone: what stands in our front matter stands in their Markdown."""
    library, problems = read_library(project)
    if library is None or problems:
        raise ValueError(f"the generated project cannot be read: {problems}")
    words = {language: library.settings.say(language) for language in library.settings.languages}
    for page in library.pages.values():
        file = folder / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump({"description": page.meta.get("description", "")}, allow_unicode=True, width=1000)
        text = f"---\n{front}---\n{bare_markdown(page, library, words[page.language])}"
        file.write_text(text, encoding="utf-8", newline="\n")
    settings = bare_settings((project / SETTINGS).read_text(encoding="utf-8"))
    (folder / SETTINGS).write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def bare_markdown(page: Page, library: Library, say: Messages) -> str:
    """Return a page as its author would write it without us: lists, a term's facts and sources by hand.

    What we find out ourselves (where a term is used, what is behind its source) the bare stack need not show.
    """
    made = {"{{ explainers }}": explainers, "{{ terms }}": terms, "{{ downloads }}": downloads}
    pieces = []
    term = term_of(library, page)
    for block in page.blocks:
        text = block.text.strip()
        if block.kind is not BlockKind.FOOTNOTE:  # they come with the sources, in the order of their marks
            pieces.append(made[text](page, library, say) if text in made else block.text)
        if term and block.kind is BlockKind.PARAGRAPH:
            pieces.append(facts(term, library, say))
            term = None
    return "\n\n".join([*pieces, *notes(page, library, say)]) + "\n"


def bare_settings(text: str) -> dict[str, Any]:
    """Return the settings of the bare stack, made from ours: the same but for what is ours."""
    settings: dict[str, Any] = yaml.load(text, _Loader)
    settings["theme"].pop("custom_dir", None)
    settings.pop("watch", None)  # folders of ours, which the bare stack has not
    ours = [plugin for plugin in settings["plugins"] if _name(plugin) not in OURS_ALONE]
    settings["plugins"] = [SEARCH, *ours]  # ours is part of the plugin
    return {key: value for key, value in settings.items() if not key.startswith("extra")}


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does."""


add_env_tag(_Loader)


def _name(plugin: str | Mapping[str, Any]) -> str:
    return plugin if isinstance(plugin, str) else next(iter(plugin))


def building(prepare: Callable[[Path, Path], None] = copy_project) -> Contender:
    """Return us running `tlumach build`, with the editions that it makes by default."""
    return Contender("tlumach", prepare, (sys.executable, "-m", "tlumach", "build"), ("site", "dist", CACHE))


def command(name: str) -> Contender:
    """Return us running one of our commands that make no site."""
    return Contender("tlumach", copy_project, (sys.executable, "-m", "tlumach", name), (CACHE,), site="")


# As `tlumach build` does it, but of the editions the reader files alone: the others are nothing that the bare stack makes.
_BUILD = """
from pathlib import Path
from tlumach.cli import collect_seldom
from tlumach.pipeline import Built, build_all
collect_seldom()
assert isinstance(build_all(Path.cwd(), print, ["reader"]), Built)"""
# The site with its readers, the pages taken for right: what the checks cost is the difference.
_UNCHECKED = """
from pathlib import Path
from tlumach.cli import collect_seldom
from tlumach.library.files import read_library
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.tracking import tracker_of
from tlumach.tasks.tasks import task_runner_in
collect_seldom()
root, site = Path.cwd(), Path("site").resolve()
runner = task_runner_in(root)
library, _ = read_library(root, runner)
assert build_site(root, site, tracker_of(library, runner), runner) == []"""


def _ours(code: str) -> Contender:
    return Contender("tlumach", copy_project, (sys.executable, "-c", code), ("site", "dist", CACHE))


OURS, UNCHECKED = _ours(_BUILD), _ours(_UNCHECKED)
BARE = Contender("bare stack", copy_bare, (sys.executable, "-m", "mkdocs", "build", "-q"), ("site",))
