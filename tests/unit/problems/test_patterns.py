import pytest

from tlumach.problems.patterns import Pattern, file_of

LANGUAGES = ("ru", "uk", "en", "pt-BR")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("docs/uk/**", "docs/uk/a.md", True),
        ("docs/uk/**", "docs/en/a.md", False),
        ("docs/uk/**", "translations/uk/a.po", True),
        ("security/**", "docs/en/security/keys.md", True),
        ("security/**", "translations/en/security/keys.po", True),
        ("security/**", "docs/en/about.md", False),
        ("/blog/", "docs/ru/blog/2026/a.md", True),
        ("/blog/", "docs/ru/old/blog/a.md", False),
        ("about.md", "docs/uk/about.md", True),
        ("docs/*/a.md", "docs/uk/a.md", True),
        ("*.svg", "docs/pictures/a.svg", True),
        ("mkdocs.yml", "mkdocs.yml", True),
        ("/security/", "docs/security/keys.uk.md", True),
        ("security/keys.md", "docs/security/keys.uk.md", True),
        ("docs/**/*.uk.md", "docs/security/keys.uk.md", True),
    ],
)
def test_a_pattern_is_meant_from_the_project_from_docs_or_from_a_language(pattern: str, path: str, fits: bool) -> None:
    assert Pattern(pattern).fits(file_of(path, LANGUAGES)) is fits


@pytest.mark.parametrize(
    ("path", "language", "name"),
    [
        ("docs/uk/a.md", "uk", "a.md"),
        ("translations/pt-BR/a/b.po", "pt-BR", "a/b.md"),
        ("docs/a/b.uk.md", "uk", "a/b.md"),
        ("docs/a/node.js.md", "", "a/node.js.md"),
        ("docs/uk/node.en.md", "uk", "node.en.md"),
        ("docs/uk.md", "", "uk.md"),
        ("docs/a.svg", "", "a.svg"),
        ("mkdocs.yml", "", ""),
    ],
)
def test_the_language_of_a_file_is_told_by_its_folder_or_its_name(path: str, language: str, name: str) -> None:
    assert file_of(path, LANGUAGES)[1:] == (language, name)
