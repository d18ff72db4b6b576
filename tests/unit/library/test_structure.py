"""Where pages lie and what is no part of a site: as MkDocs and static-i18n have it."""

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from tlumach.library.files import read_library
from tlumach.library.structure import Structure, without_readmes_beside_an_index
from tlumach.settings import Settings

SETTINGS = Settings(("en", "uk", "pt-BR"), "https://example.org/", {}, {})
GUEST = replace(SETTINGS, pages="mkdocs")
SUFFIX = replace(GUEST, structure="suffix")


@pytest.mark.parametrize(
    ("settings", "name", "place"),
    [
        (SETTINGS, "uk/a/b.md", ("uk", "a/b.md")),
        (SETTINGS, "pt-BR/a.md", ("pt-BR", "a.md")),
        (SETTINGS, "a.md", None),
        (GUEST, "a.md", ("en", "a.md")),
        (GUEST, "guide/a.md", ("en", "guide/a.md")),
        (GUEST, "de/a.md", None),  # a language that is not listed
        (SUFFIX, "a.md", ("en", "a.md")),
        (SUFFIX, "b/a.uk.md", ("uk", "b/a.md")),
        (SUFFIX, "b/a.en.md", ("en", "b/a.md")),
        (SUFFIX, "a.pt-BR.md", ("pt-BR", "a.md")),
        (SUFFIX, "a.de.md", None),
        (SUFFIX, "release-1.2.md", ("en", "release-1.2.md")),
        (SUFFIX, "uk.md", ("en", "uk.md")),
        (SUFFIX, "uk/a.md", ("en", "uk/a.md")),
        (SUFFIX, "map.uk.png", ("uk", "map.png")),
    ],
)
def test_a_file_is_of_a_language_and_a_path(settings: Settings, name: str, place: tuple[str, str] | None) -> None:
    assert Structure(settings).place(name) == place


@pytest.mark.parametrize("settings", [SETTINGS, GUEST, SUFFIX])
@pytest.mark.parametrize("place", [("en", "a/b.md"), ("uk", "index.md"), ("pt-BR", "a/b.c.md")])
def test_a_page_has_a_file_that_is_of_it(settings: Settings, place: tuple[str, str]) -> None:
    structure = Structure(settings)
    assert structure.place(structure.file(*place).removeprefix("docs/")) == place


@pytest.mark.parametrize("patterns", ["", "uk/guide.md", "draft-*\n/en/x/\n!draft-no.md", "*.tmp.md\n# a comment\n\n"])
def test_it_leaves_out_what_mkdocs_leaves_out(patterns: str) -> None:
    names = [".a.md", "en/.a.md", "en/.b/a.md", "templates/a.md", "en/templates/a.md", "uk/guide.md", "en/guide.md"]
    names += ["draft-a.md", "en/draft-no.md", "en/x/a.md", "uk/x/a.md", "en/a.tmp.md", "#", "en/a.md"]
    config = MkDocsConfig()
    config.load_dict({"site_name": "a", "exclude_docs": patterns, "docs_dir": "."})
    config.validate()
    files = [File(name, "docs", "site", False) for name in names]
    set_exclusions(files, config)
    structure = Structure(replace(SETTINGS, left_out=tuple(patterns.splitlines())))
    assert [structure.leaves_out(file.src_uri) for file in files] == [
        file.inclusion is InclusionLevel.EXCLUDED for file in files
    ]


@pytest.mark.parametrize(
    "name", ["en/.#a.md", "en/#a.md#", "en/._a.md", "en/~$x.docx", "en/a.md~", "uk/.a.md.swp", "a.swp"]
)
def test_what_an_editor_leaves_is_no_part_of_a_site(name: str) -> None:
    assert Structure(SETTINGS).leaves_out(name)


def test_a_readme_beside_an_index_is_no_page() -> None:
    names = ["README.md", "a/README.md", "a/index.md", "b/README.md"]
    assert without_readmes_beside_an_index(names) == ["README.md", "a/index.md", "b/README.md"]


LANGUAGES = "languages: [{locale: en, name: English, default: true}, {locale: uk, name: Українська}]"


def project(root: Path, settings: str, *names: str) -> Path:
    (root / "mkdocs.yml").write_text(f"site_name: a\n{settings}", encoding="utf-8")
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"# A\n" if name.endswith(".md") else bytes(range(256)))
    return root


def test_files_of_editors_and_what_is_left_out_do_no_harm(tmp_path: Path) -> None:
    patterns = "exclude_docs: uk/b.md\ndraft_docs: |\n  drafts/\n"
    settings = f"{patterns}plugins: [i18n: {{docs_structure: folder, {LANGUAGES}}}, tlumach]\n"
    names = ["docs/en/a.md", "docs/en/b.md", "docs/uk/a.md", "docs/uk/b.md", "docs/en/drafts/c.md", "docs/en/map.png"]
    left = ["docs/en/.#a.md", "docs/en/#a.md#", "docs/en/._a.md", "docs/en/~$x.docx", "translations/uk/._a.po"]
    library, problems = read_library(project(tmp_path, settings, *names, *left))
    assert library and not problems
    assert list(library.pages) == [("en", "a.md"), ("en", "b.md"), ("uk", "a.md")]
    assert library.other_files == {"en/map.png"}
    assert library.shown_page("uk", "b.md") is None  # nothing stands in for what is left out


def test_pages_are_known_by_their_suffix_and_named_as_they_are_written(tmp_path: Path) -> None:
    names = [
        "docs/a.md",
        "docs/a.uk.md",
        "docs/b.en.md",
        "docs/b.md",
        "docs/c/index.md",
        "docs/c/map.png",
        "docs/d.fr.md",
    ]
    library, problems = read_library(project(tmp_path, f"plugins: [i18n: {{{LANGUAGES}}}, tlumach]\n", *names))
    assert library and not problems
    assert {place: page.file for place, page in library.pages.items()} == {
        ("en", "a.md"): "docs/a.md",
        ("en", "b.md"): "docs/b.en.md",
        ("en", "c/index.md"): "docs/c/index.md",
        ("uk", "a.md"): "docs/a.uk.md",
    }
    assert library.file_of("uk", "c/index.md") == "docs/c/index.uk.md"
    assert "en/c/map.png" in library.other_files
