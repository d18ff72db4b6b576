import pytest

from tlumach.problems.patterns import Pattern, language_of


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
    ],
)
def test_a_pattern_is_meant_from_the_project_from_docs_or_from_a_language(pattern: str, path: str, fits: bool) -> None:
    assert Pattern(pattern).fits(path) is fits


@pytest.mark.parametrize(
    ("path", "language"),
    [("docs/uk/a.md", "uk"), ("translations/pt-BR/a/b.po", "pt-BR"), ("docs/a.svg", ""), ("mkdocs.yml", "")],
)
def test_the_language_of_a_file_is_that_of_its_folder(path: str, language: str) -> None:
    assert language_of(path) == language
