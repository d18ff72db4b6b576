"""What is not worked with is said in one line with what to change, by every command; what goes wrong beside is told."""

import pytest
import yaml
from tests.project import ROOT

from tlumach.problems import Level
from tlumach.settings import read_settings

LANGUAGES = "languages: [{locale: en, name: English, default: true}, {locale: uk, name: Українська}]"
OURS = f"""\
site_name: A
theme: {{name: material}}
use_directory_urls: false
plugins:
  - i18n: {{docs_structure: folder, fallback_to_default: false, {LANGUAGES}}}
  - tlumach: {{pages: tlumach}}
"""
GUEST = f"""\
site_name: A
theme: material
plugins:
  - search
  - i18n: {{{LANGUAGES}}}
  - tlumach
"""


def test_the_sanitizer_of_our_pages_cannot_be_turned_off() -> None:
    ((message, is_error),) = said(OURS.replace("pages: tlumach}", "pages: tlumach, sanitizer: false}"))
    assert is_error and "`sanitizer: false`" in message


def said(text: str) -> list[tuple[str, bool]]:
    settings, problems = read_settings(text)
    assert all("\n" not in problem.message for problem in problems)
    assert (settings is None) == any(problem.level is Level.ERROR for problem in problems)
    return [(problem.message, problem.level is Level.ERROR) for problem in problems]


@pytest.mark.parametrize("text", [OURS, GUEST, (ROOT / "mkdocs.yml").read_text(encoding="utf-8")])
def test_what_is_right_is_not_spoken_of(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("here", "there", "change"),
    [
        ("name: material", "name: readthedocs", "Set `theme: material`"),
        ("theme: {name: material}\n", "", "Set `theme: material`"),
        ("theme: {name: material}", "theme: mkdocs", "Set `theme: material`"),
        ("use_directory_urls: false\n", "", "Set `use_directory_urls: false`"),
        ("use_directory_urls: false", "use_directory_urls: true", "Set `use_directory_urls: false`"),
        ("docs_structure: folder", "docs_structure: suffix", "Set `docs_structure: folder`"),
        ("docs_structure: folder, ", "", "Set `docs_structure: folder`"),
        ("fallback_to_default: false, ", "", "Set `fallback_to_default: false`"),
        ("site_name: A", "site_name: A\ndocs_dir: content", "leave `docs_dir` out"),
        ("site_name: A", "site_name: A\nexclude_docs: [a]", "a pattern on each line"),
    ],
)
def test_what_our_pages_cannot_be_made_of_is_refused(here: str, there: str, change: str) -> None:
    assert here in OURS
    ((message, is_error),) = said(OURS.replace(here, there))
    assert is_error and change in message


def test_a_guest_takes_what_sites_have() -> None:
    for options in ("docs_structure: folder, ", "docs_structure: suffix, fallback_to_default: true, "):
        assert said(GUEST.replace("{languages", f"{{{options}languages")) == []
    assert said(GUEST.replace("theme: material", "theme: readthedocs\nuse_directory_urls: false")) == []


def test_ours_stands_after_i18n() -> None:
    settings = yaml.safe_load(GUEST)
    settings["plugins"].reverse()
    ((message, is_error),) = said(yaml.safe_dump(settings))
    assert is_error and "List it after" in message


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "blog", "`blog`"),
        ("", "material/blog", "docs/blog/"),
        ("", "gen-files: {scripts: [a.py]}", "static-i18n drops"),
        ("section-index", "", "front page vanishes"),
        ("", "exclude-search", "front matter"),
        ("", "macros", "the language built before"),
        ("literate-nav", "", "List it after"),
        ("", "git-revision-date-localized: {type: timeago}", "n times"),
    ],
)
def test_what_goes_wrong_beside_i18n_is_told(before: str, after: str, told: str) -> None:
    text = GUEST.replace("  - search\n", f"  - search\n  - {before}\n" if before else "  - search\n")
    ((message, is_error),) = said(f"{text}  - {after}\n" if after else text)
    assert not is_error and told in message


@pytest.mark.parametrize("plugin", ["literate-nav", "git-revision-date-localized: {type: date}", "tags", "redirects"])
def test_what_goes_well_beside_i18n_is_not_spoken_of(plugin: str) -> None:
    assert said(f"{GUEST}  - {plugin}\n") == []


def test_without_i18n_nothing_is_told() -> None:
    assert "`blog`" not in str(said("site_name: A\nplugins: [blog, tlumach]\n"))
