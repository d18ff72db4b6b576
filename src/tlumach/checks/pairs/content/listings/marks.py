"""The mark of a fence: the language of its code, the lines that are lit up and the like."""

import re

_PLAIN = frozenset({"plain", "text", "txt", "plaintext", "nothing", "none", "raw"})
_ALIASES = {
    alias: names.split()[0]
    for names in (
        "javascript js mjs cjs",
        "typescript ts mts cts",
        "python py python3 py3",
        "bash sh shell console zsh ksh shell-session shellsession terminal",
        "yaml yml",
        "ruby rb",
        "rust rs",
        "go golang",
        "markdown md",
        "c++ cpp",
        "csharp c# cs",
        "docker dockerfile",
        "make makefile mf",
        "kotlin kt",
        "perl pl",
        "powershell posh ps1 pwsh",
        "batch bat dosbatch winbatch",
        "diff udiff",
        "jsonc json json5",
        "html htm xhtml",
        "latex tex",
        "haskell hs",
        "objective-c objc",
        "postgres postgresql",
    )
    for alias in names.split()
}
"""Names of one language, by the aliases of Pygments, which would take long to import, and of other programs that set code."""
_TITLE = re.compile(r"""\btitle=(?:"[^"]*"|'[^']*')""")


def mark_of(info: str) -> str:
    """Return the language of a piece of code, under one name, and what else its mark says; its title may be translated."""
    words = shown_mark(info).split()
    if not words:
        return ""
    language = words[0].lower().lstrip(".")
    first = "" if language in _PLAIN else _ALIASES.get(language, words[0])
    return " ".join([first, *words[1:]]).strip()


def shown_mark(info: str) -> str:
    """Return a mark as it is written, without the title."""
    return " ".join(_TITLE.sub("", info).strip(" {}").split())
