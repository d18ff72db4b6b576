"""Sphinx with MyST in the bench: a project for each language, as its words, its search and its `lang` are one a project."""

from pathlib import Path

from benchmark.builders.contender import CHANGED, Contender
from benchmark.builders.dialects import for_sphinx
from benchmark.builders.installed import beside, found, version
from benchmark.content.words import LANGUAGES

SETTINGS = """\
project = "Tlumach"
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_url_schemes = {"https": None, "mailto": None, "site": "{{path}}"}
html_show_sourcelink = False
html_copy_source = False
suppress_warnings = ["myst.header"]  # a heading may be two levels below the one before it
"""
NAVIGATION = "\n```{toctree}\n:hidden:\n\nglossary/index\ndownload\nabout\n```\n"
NAMED = ("index.md", "glossary/index.md", "download.md", "about.md")  # the pages of the navigation


def sphinx() -> Contender | str:
    """Return Sphinx as a contender, or why it is left out."""
    program = found("sphinx-build")
    if not program or not beside(program, "myst_parser"):
        return "Sphinx is left out: there is no `sphinx-build` with myst-parser on the PATH"
    builds = [_build(program, language) for language in LANGUAGES]
    again = ("sh", "-ec", _build(program, CHANGED))
    command = ("sh", "-ec", " && ".join(builds))
    return Contender("Sphinx", write_sphinx, command, ("site", "doctrees"), again, version=version(program))


def write_sphinx(source: Path, folder: Path) -> None:
    """Write the bare stack's pages as projects of Sphinx's."""
    docs = source / "bare" / "docs"
    for file in docs.rglob("*.md"):
        path = file.relative_to(docs)
        inner = path.relative_to(path.parts[0]).as_posix()
        text = for_sphinx(file.read_text(encoding="utf-8"), inner.removesuffix(".md").replace("/", "-"))
        text = (
            text if inner in NAMED else text.replace("---\n", "---\norphan: true\n", 1)
        )  # it is reached by links alone
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + (NAVIGATION if inner == "index.md" else ""), encoding="utf-8", newline="\n")
    (folder / "conf.py").write_text(SETTINGS, encoding="utf-8")


def _build(program: str, language: str) -> str:
    options = f"-q -j auto -c . -D language={language} -d doctrees/{language}"
    return f"'{program}' {options} docs/{language} site{'' if language == LANGUAGES[0] else '/' + language}"
