"""What `mkdocs.yml` says that the checks need too, read without MkDocs.

The languages stand once, in the `i18n` plugin's part of that file; nothing else lists them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from tlumach import guard
from tlumach.alignment.passages import STALE, Passages, read_passages
from tlumach.blocks.headings import slug
from tlumach.blocks.syntax import MarkdownSettings, read_markdown_settings
from tlumach.front_matter import NOT_YAML
from tlumach.languages.language_codes import untaken
from tlumach.languages.messages import Messages, load_messages
from tlumach.languages.own_language import OwnData, OwnLanguage, said_of, told_of
from tlumach.problems import Code, Level, Policy, Problem, doubled_keys
from tlumach.problems.levels import Wrong
from tlumach.problems.policy import read_policy
from tlumach.records.confirmer import one_line, refusal_of
from tlumach.url_policy import refusal_of_address

FILE = "mkdocs.yml"
IN_PREPARATION = "in_preparation"
CONFIRMED_BY = "confirmed_by"
MADE_BY = ("machine", "machine-checked", "machine-edited", "people")
"""By whom texts are made: a machine, one checked by another, one edited by a person, or people."""


@dataclass(frozen=True)
class Settings:
    """The settings of a site: its languages (the source language first), address and names.

    ``strict_translations``: a translation that is missing or not current is an error, not a warning. ``translation`` and
    ``writing``: how translations and the editors' own texts come about (one of ``MADE_BY``; empty: nothing is said).
    ``confirmed_by``: who confirms where `tlumach confirm` is not told (empty: that is not recorded).
    ``license``: under which
    the publisher's own texts are handed on, as it is written; empty where nothing is said.
    ``signing_key``: the public key that releases are signed with, as minisign writes it (empty: they are not signed).
    ``navigation``: what the `nav` names,
    each with its line. ``files``: files under `docs/` that are published though a server or a host gives them a meaning.
    ``findings``: what the project makes of what the checks find. ``markdown``: the extensions of Markdown that are on.
    ``pages``: who makes the pages, ``tlumach`` or ``mkdocs`` (a guest in a site of MkDocs' themes). ``structure``: how languages
    lie under `docs/`, ``folder`` or ``suffix`` (empty: not said). ``left_out``: patterns, as git has them, of files there that
    are no part of the site.
    ``localized_hosts``: hosts whose pages in another language have another address, beside those known to all.
    ``box_titles``: for each language the kinds of boxes for which static-i18n has a title.
    ``sanitizer``: whether HTML and addresses that may do harm are found; what it refuses never gets into pages of ours.
    ``passages``: what a stale passage shows to readers. ``in_preparation``: below which share of current words, in percent, a
    language is in preparation (0: none ever is).
    ``least_translated``: how much of an explainer, in per cent, a language must have to get editions of its own.
    A language of which the project has a file (`languages/<language>.yml`) carries what that says.
    """

    languages: tuple[str, ...]
    site_url: str
    site_names: Mapping[str, str]
    language_names: Mapping[str, str]
    strict_translations: bool = False
    license: str = ""
    signing_key: str = ""
    translation: str = ""
    writing: str = ""
    navigation: tuple[tuple[str, int], ...] = ()
    files: frozenset[str] = frozenset()
    findings: Policy = field(default_factory=Policy)
    markdown: MarkdownSettings = field(default_factory=MarkdownSettings)
    pages: str = "tlumach"
    structure: str = "folder"
    left_out: tuple[str, ...] = ()
    localized_hosts: frozenset[str] = frozenset()
    sanitizer: bool = True
    box_titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    passages: Passages = field(default_factory=Passages)
    in_preparation: int = 0
    least_translated: int = 50
    confirmed_by: str = ""

    def say(self, language: str) -> Messages:
        """Return the site's own words in a language: the project's, then ours, then English ones. Each language's are put together once."""
        if language not in self._words:
            self._words[language] = load_messages(self.known(language), self.languages)
        return self._words[language]

    @cached_property
    def _words(self) -> dict[str, Messages]:
        return {}

    def known(self, code: str) -> str:
        """Return a language of the site, with what the project says of it, by its code; the code where the site has no such language."""
        return next((language for language in self.languages if language == code), code)

    def with_languages(self, said: Mapping[str, OwnData]) -> "Settings":
        """Return the settings with what the project's files say, by language."""
        own = (OwnLanguage(each, said[each]) if each in said else each for each in self.languages)
        return replace(self, languages=tuple(own))

    def told(self, without: Collection[str] = ()) -> list[str]:
        """Return what tells the project's files for languages from others, for the keys of the cache; ``without`` some of their keys."""
        return [told_of(language, without) for language in self.languages]

    def dictionaries(self, language: str) -> tuple[str, ...]:
        """Return the names of hunspell's dictionaries that the project names for a language; those that we know of are not here."""
        return tuple(said_of(self.known(language)).get("hunspell", ()))

    @property
    def source(self) -> str:
        """The language that the texts were written in."""
        return self.languages[0]

    @property
    def fallback(self) -> str:
        """The language whose page stands in for one that another language lacks: today the source language."""
        return self.source

    @property
    def translations(self) -> tuple[str, ...]:
        """Every language but the source language."""
        return self.languages[1:]

    @property
    def has_address(self) -> bool:
        """Whether the settings say where the site is published: without that, links within it have no absolute address."""
        return "://" in self.site_url

    @property
    def slug(self) -> str:
        """The name of the site in the names of files: the first of its names that has Latin letters alone, else the first."""
        names = [name for language in self.languages if (name := slug(self.site_names.get(language, "")))]
        return next((name for name in names if name.isascii()), next(iter(names), "site"))

    def prefix(self, language: str) -> str:
        """Return the folder of a language in the built site: empty for the source language, else ``uk/``."""
        return "" if language == self.source else f"{language}/"


def read_settings(text: str) -> tuple[Settings | None, list[Problem]]:
    """Read the text of `mkdocs.yml` into settings; None and the problems when it cannot be used."""
    try:
        content, doubled = _load(text)
    except NOT_YAML as error:
        return None, [_invalid(_error_line(error), f"is not YAML: {_reason(error)}. Mend that line.")]
    if not isinstance(content, dict):
        return None, [_invalid(1, "must be a mapping of settings, such as `site_name: …`.")]
    if refused := [_invalid(line_of(text, key), message) for key, message in guard.refusals(content)]:
        return None, refused
    settings, problems = _from_content(content, text)
    problems = [*(_invalid(each.line, f"has {each.message}") for each in doubled), *problems]
    beside = [(line_of(text, key), f"{FILE} {message}") for key, message in guard.warnings(content)]
    warned = [Problem(FILE, line, Code.BESIDE, message, Level.WARNING) for line, message in beside]
    return settings, [*problems, *warned]


class _Loader(yaml.SafeLoader):
    """A safe loader that reads `!ENV` and lets MkDocs' `!!python/name:` and `!relative` pass as plain text."""


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same with libyaml, where it is installed: ten times as fast."""


def _as_text(_: yaml.SafeLoader, suffix: str, __: yaml.Node) -> str:
    return suffix


for _each in (_Loader, _FastLoader):
    add_env_tag(_each)
    _each.add_multi_constructor("tag:yaml.org,2002:python/", _as_text)
    _each.add_multi_constructor("!relative", _as_text)


def _load(text: str) -> tuple[Any, list[doubled_keys.Doubled]]:
    """Return what a text says, and the keys that stand twice. What is wrong with it the slow loader says, as MkDocs' own does."""
    try:
        return doubled_keys.load(text, _FastLoader)
    except NOT_YAML:
        return doubled_keys.load(text, _Loader)


def loaded(text: str) -> Any:
    """Return what `mkdocs.yml` says, the environment's variables filled in; None where it is not YAML."""
    try:
        return _load(text)[0]
    except NOT_YAML:
        return None


def resolved(text: str) -> tuple[str, str]:
    """Return all that `mkdocs.yml` says, the environment's variables filled in, as one text; and the folder of the theme's files.

    A file that is no mapping says nothing more than its text.
    """
    content = loaded(text)
    if content is None:
        return text, ""
    theme = content.get("theme") if isinstance(content, dict) else None
    return repr(content), str(theme.get("custom_dir") or "") if isinstance(theme, dict) else ""


def watched(text: str) -> list[str]:
    """Return what `mkdocs.yml` has watched in the preview beside the pages; nothing where it cannot be read."""
    content = loaded(text)
    return list(map(str, _list(content.get("watch")))) if isinstance(content, dict) else []


def line_of(text: str, key: str) -> int:
    """Return the line on which a key (or any text) last stands first in `mkdocs.yml`, for a problem's place; 1 when it is not there.

    The last one: where a key stands twice, YAML takes that.
    """
    lines = text.splitlines()
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].lstrip(" -").startswith(key)), 1)


def _from_content(content: Mapping[str, Any], text: str) -> tuple[Settings | None, list[Problem]]:
    languages = _i18n_languages(content)
    line = line_of(text, "i18n")
    if not languages:
        return None, [
            _invalid(line, "lists no languages: the `i18n` plugin needs `languages:`, each with `locale` and `name`.")
        ]
    defaults = [entry for entry in languages if entry.get("default")]
    if len(defaults) != 1:
        return None, [
            _invalid(
                line, f"marks {len(defaults)} languages `default: true`: the source language, and it alone, is that."
            )
        ]
    ordered = [*defaults, *(entry for entry in languages if not entry.get("default"))]
    settings = replace(_settings(content, ordered), navigation=tuple(_navigation(content.get("nav"), text)))
    options = _plugin(content, "tlumach")
    if settings.pages == "mkdocs":
        options = {"checks": "warn", **options}  # a guest reports first; what is to stop a build, the project says
    policy, wrong = read_policy(options, settings.languages)
    passages, more = read_passages(options.get(STALE))
    share, amiss = _share(options.get(IN_PREPARATION))
    problems = [_invalid(line_of(text, each.key), each.message) for each in (*wrong, *more, *amiss)]
    problems += [
        _invalid(_line_with(text, each), f"has {why}") for each in settings.languages if (why := untaken(each))
    ]
    return replace(settings, findings=policy, passages=passages, in_preparation=share), [
        *problems,
        *_contact_problems(content, text),
        *_made_by_problems(content, text),
        *_confirmer_problems(content, text),
    ]


def _line_with(text: str, locale: str) -> int:
    """Return the line on which a language is listed; 1 where it is not written just so."""
    listed = re.compile(rf"\blocale:\s*[\"']?{re.escape(locale)}\b")
    return next((number for number, line in enumerate(text.splitlines(), 1) if listed.search(line)), 1)


def _share(value: Any) -> tuple[int, list[Wrong]]:
    """Read a share in percent; where it is none, it is said and nothing is in preparation."""
    if value is None:
        return 0, []
    if match := re.fullmatch(r"(\d{1,2}|100)\s*%?", str(value)):
        return int(match[1]), []
    message = f"has `{IN_PREPARATION}: {value}`. Write a share of current words in percent: `{IN_PREPARATION}: 60%`."
    return 0, [Wrong(IN_PREPARATION, message)]


def _made_by(content: Mapping[str, Any], name: str) -> str:
    """Return how texts come about, if it is one of the words for it."""
    return said if (said := _extra(content, name)) in MADE_BY else ""


def _made_by_problems(content: Mapping[str, Any], text: str) -> Iterator[Problem]:
    for name in ("translation", "writing"):
        if (said := _extra(content, name)) and said not in MADE_BY:
            known = ", ".join(f"`{word}`" for word in MADE_BY)
            yield _invalid(line_of(text, f"{name}:"), f"says of `{name}` “{said}”. It must be one of {known}.")


def _confirmer_problems(content: Mapping[str, Any], text: str) -> Iterator[Problem]:
    said = _plugin(content, "tlumach").get(CONFIRMED_BY)
    why = "" if said is None else "is no text" if not isinstance(said, str) else refusal_of(one_line(said))
    if why:
        message = f"has a `{CONFIRMED_BY}` that {why}. Write who confirms, as in `{CONFIRMED_BY}: editor, M.`, or take it out."
        yield _invalid(line_of(text, f"{CONFIRMED_BY}:"), message)


def _contact_problems(content: Mapping[str, Any], text: str) -> list[Problem]:
    contact = _extra(content, "contact")
    why = refusal_of_address(contact)
    return [_invalid(line_of(text, "contact"), f"has a `contact` that is no address to link to: {why}")] if why else []


def _extra(content: Mapping[str, Any], name: str) -> str:
    extra = content.get("extra")
    return str((extra.get(name) if isinstance(extra, dict) else None) or "")


def _settings(content: Mapping[str, Any], languages: Sequence[Mapping[str, Any]]) -> Settings:
    site_name = str(content.get("site_name", ""))
    is_guest = "theme" in content or "tlumach" in guard.plugins_of(content)
    pages = str(_plugin(content, "tlumach").get("pages") or ("mkdocs" if is_guest else "tlumach"))
    return Settings(
        languages=tuple(str(entry["locale"]) for entry in languages),
        site_url=str(content.get("site_url") or "").rstrip("/") + "/",
        site_names={str(entry["locale"]): str(entry.get("site_name", site_name)) for entry in languages},
        language_names={str(entry["locale"]): str(entry.get("name", entry["locale"])) for entry in languages},
        strict_translations=_plugin(content, "tlumach").get("strict_translations") is True,
        license=_extra(content, "license"),
        signing_key=_extra(content, "signing_key"),
        markdown=read_markdown_settings(content.get("markdown_extensions")),
        translation=_made_by(content, "translation"),
        writing=_made_by(content, "writing"),
        files=frozenset(map(str, _list(_plugin(content, "tlumach").get("files")))),
        pages=pages,
        box_titles={str(entry["locale"]): _box_titles(entry) for entry in languages},
        sanitizer=pages == "tlumach" or _plugin(content, "tlumach").get("sanitizer") is True,
        structure=str(_plugin(content, "i18n").get("docs_structure") or ""),
        left_out=(*_lines(content.get("exclude_docs")), *_lines(content.get("draft_docs"))),
        localized_hosts=frozenset(map(str, _list(_plugin(content, "tlumach").get("localized_hosts")))),
        least_translated=_percent(_plugin(content, "tlumach").get("least_translated")),
        confirmed_by=_confirmer(_plugin(content, "tlumach").get(CONFIRMED_BY)),
    )


def _box_titles(language: Mapping[str, Any]) -> frozenset[str]:
    titles = language.get("admonition_translations")
    return frozenset(str(kind).lower() for kind in titles) if isinstance(titles, dict) else frozenset()


def _percent(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value <= 100 else Settings.least_translated


def _confirmer(value: Any) -> str:
    said = one_line(value) if isinstance(value, str) else ""
    return "" if refusal_of(said) else said


def _lines(value: Any) -> list[str]:
    return value.splitlines() if isinstance(value, str) else []


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _i18n_languages(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    languages = _plugin(content, "i18n").get("languages")
    entries = languages if isinstance(languages, list) else []
    named = [entry for entry in entries if isinstance(entry, dict) and "locale" in entry]
    return [entry for entry in named if str(entry["locale"]).lower() != "null"]  # i18n's name for a link in the switch


def named_in(nav: Any) -> Iterator[str]:
    """Yield what a `nav` names: it is a list of paths and addresses, of titles with one, and of titles with such a list."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from named_in(item)


def _navigation(nav: Any, text: str) -> Iterator[tuple[str, int]]:
    begin = line_of(text, "nav:")
    lines = list(enumerate(text.splitlines(), 1))[begin:]
    for name in named_in(nav):
        written = re.compile(rf"[:\-\s\"']{re.escape(name)}[\"']?\s*(#.*)?")
        yield name, next((number for number, line in lines if written.search(line)), begin)


def _plugin(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the options of a plugin; empty where it has none, or stands there by its name alone."""
    return guard.plugins_of(content).get(name, {})


def _invalid(line: int, message: str) -> Problem:
    return Problem(FILE, line, Code.SETTINGS, f"{FILE} {message}")


def _error_line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error)
