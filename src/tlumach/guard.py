"""What of a project's `mkdocs.yml` Tlumach does not work with, or known to go wrong beside it: looked at before all else.

What plugins do beside mkdocs-static-i18n 1.3.1 was tried in November 2026: see COMPATIBILITY.md.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

Wrong = tuple[str, str]
"""The key of `mkdocs.yml` whose line is named, and what is said of it."""

BESIDE_I18N: Mapping[str, str] = {
    "blog": "its posts get no pages; where languages lie in folders, its first build writes an empty docs/blog/ into your"
    " sources, and the second stops. Leave it out, or build the blog as a site of its own.",
    "gen-files": "static-i18n drops the pages that it makes. Write them with a script before the build.",
    "section-index": "the front page vanishes from the navigation. Leave it out.",
    "exclude-search": "nothing is left out of the search. Write `search: {exclude: true}` into the front matter instead.",
    "print-site": "one file is written for the whole site, in the language that is built last.",
    "llmstxt": "one file is written for the whole site, in the language that is built last.",
    "rss": "one feed is written for the whole site; it says the language that is built last.",
    "macros": "what `mkdocs.yml` says of a language (`{{ config.site_name }}`) is shown as the language built before has it."
    " Ask a macro for it, or `{{ page.file.locale }}`.",
}
"""What comes of plugins beside static-i18n, whatever their order."""


def refusals(content: Mapping[str, Any]) -> Iterator[Wrong]:
    """Yield what cannot be worked with, with what to change."""
    plugins = plugins_of(content)
    folder = str(content.get("docs_dir", "docs")).rstrip("/")
    if folder != "docs":
        yield (
            "docs_dir",
            f"has `docs_dir: {folder}`: the pages must lie in docs/. Rename the folder, and leave `docs_dir` out.",
        )
    if "tlumach" in plugins and "i18n" in plugins and [*plugins].index("tlumach") < [*plugins].index("i18n"):
        yield "tlumach", "lists `tlumach` before `i18n`: it acts on the language that i18n has set. List it after."
    for key in ("exclude_docs", "draft_docs"):
        if why := _wrong_patterns(content.get(key)):
            yield key, f"has a `{key}` that cannot be read: {why}"
    if plugins.get("tlumach", {}).get("pages") == "tlumach":
        if plugins["tlumach"].get("sanitizer") is False:
            yield (
                "sanitizer",
                "has `pages: tlumach` and `sanitizer: false`: what may do harm gets into no page of Tlumach's. Take it out.",
            )
        yield from _refusals_of_our_pages(content, plugins.get("i18n", {}))


def warnings(content: Mapping[str, Any]) -> Iterator[Wrong]:
    """Yield what is known to go wrong beside static-i18n, where the plugin is listed."""
    plugins = plugins_of(content)
    names = [name.rpartition("/")[2] for name in plugins]
    if not {"tlumach", "i18n"} <= plugins.keys():
        return
    for name in names:
        if name in BESIDE_I18N:
            yield name, f"has the plugin `{name}` beside `i18n`: {BESIDE_I18N[name]}"
    if "literate-nav" in names and names.index("literate-nav") < names.index("i18n"):
        yield (
            "literate-nav",
            "lists `literate-nav` before `i18n`: all languages get the titles of the first. List it after.",
        )
    dates = plugins.get("git-revision-date-localized", {})
    if dates.get("type") == "timeago":
        yield (
            "git-revision-date-localized",
            "has `type: timeago`: the n-th language loads its scripts n times. Use another `type`.",
        )


def plugins_of(content: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the plugins with their options, in order; MkDocs takes a list of names and mappings, or one mapping."""
    plugins = content.get("plugins")
    listed = [{name: plugins[name]} for name in plugins] if isinstance(plugins, dict) else plugins
    found: dict[str, Mapping[str, Any]] = {}
    for plugin in listed if isinstance(listed, list) else []:
        for name, options in plugin.items() if isinstance(plugin, dict) else [(plugin, None)]:
            found[str(name)] = options if isinstance(options, dict) else {}
    return found


def _refusals_of_our_pages(content: Mapping[str, Any], i18n: Mapping[str, Any]) -> Iterator[Wrong]:
    """Yield what stands in the way of pages that Tlumach makes; as a guest (`pages: mkdocs`) it takes each of these."""
    theme = content.get("theme")
    name = str(theme.get("name") if isinstance(theme, dict) else theme or "mkdocs")
    otherwise = "or `pages: mkdocs` for `tlumach`"
    wanted = (
        ("theme", name, "material", "its pages lie over the theme `material`"),
        ("use_directory_urls", content.get("use_directory_urls", True), False, "its links name files"),
        ("docs_structure", i18n.get("docs_structure", "suffix"), "folder", "its languages lie in folders"),
        (
            "fallback_to_default",
            i18n.get("fallback_to_default", True),
            False,
            "it shows the original itself, and says so",
        ),
    )
    for key, found, right, why in wanted:
        if found != right:
            value, stands = (str(each).lower() if isinstance(each, bool) else each for each in (right, found))
            yield key, f"has `pages: tlumach` and `{key}: {stands}`: {why}. Set `{key}: {value}`, {otherwise}."


def _wrong_patterns(text: Any) -> str:
    if text is None:
        return ""
    if not isinstance(text, str):
        return "it must be a text with a pattern on each line (`exclude_docs: |`)."
    try:
        GitIgnoreSpec.from_lines(text.splitlines())
    except ValueError as error:
        return f"{error}."
    return ""
