"""Examples of the reader's language or country, and code that looks as it did."""

import pytest

from tlumach.checks.pairs.content.listings.localized import is_of_the_reader, looks_the_same


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("Europe/Berlin", "Europe/Kiev"),
        ("America/New_York", "Europe/Kyiv"),
        ("fr/", "uk/"),
        ("/fr/getting-started/", "/uk/getting-started/"),
        ("src/pages/es/", "src/pages/uk/"),
        ("locales/de.ftl", "locales/uk.ftl"),
        ('"ar"', '"uk"'),
        ('i18n.fallback:{fr:"es"}', 'i18n.fallback:{fr:"uk"}'),
        ("└── ru.ftl", "└── uk.ftl"),
        ("LanguageCodes.Spanish,", "LanguageCodes.Ukrainian,"),
        ("Spain", "Ukraine"),
        ("/french/", "/ukrainian/"),
        ("lang: en-US", "lang: uk-UA"),
    ],
)
def test_an_example_of_the_readers_language_or_country(code: str, other: str) -> None:
    assert is_of_the_reader(code, other, "uk")


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("fr/", "de/"),
        ("a/fr/", "b/uk/"),
        ("LanguageCodes.Spanish", "LanguageCodes.German"),
        ("Language.Spanish", "LanguageCodes.Ukrainian"),
        ("Europe/Berlin", "Europe/"),
        ("Europe/Berlin", "mysite/Berlin"),
        ("blog/a.css", "mysite/a.css"),
        ("x = 1", "x = 2"),
        ("fr", "fr"),
        ("GB", "US"),
        ("if (IO) return", "if (OK) return"),
    ],
)
def test_other_code_is_no_such_example(code: str, other: str) -> None:
    assert not is_of_the_reader(code, other, "uk")


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("where", "WHERE"),
        ("enter", "Enter"),
        ("group by", "GROUP BY"),
        ("$ hexo generate", "hexo generate"),
        ("'show w'", "«show w»"),
        ("'show w'", '"show w"'),
        ("'show w'", "‘show w’"),
        ("“show w”", "'show w'"),
        ("print('a')", "print(«a»)"),
        ("git commit -m'x'", 'git commit -m"x"'),
        ("x = 'a' + 'b'", 'x = "a" + "b"'),
        ("until: new Date(),", "until: new Date()"),
        ("C:\\Users\\Name\\", "C:\\Users\\Name"),
        ("|______| |___|", "|_________| |___|"),
        ("'$route': 'fetchData'", "$route: 'fetchData'"),
        ("state => state.count", "(state) => state.count"),
        ("fn list -> Enum.map(list, map_fun) end", "fn(list) -> Enum.map(list, map_fun) end"),
        ('"Staff"', "«Staff»"),
        ("integers", "integer"),
    ],
)
def test_code_that_looks_the_same(code: str, other: str) -> None:
    assert looks_the_same(code, other)


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("true", "True"),
        ("Worker", "worker"),
        ("App/Broadcasting", "app/Broadcasting"),
        ("$policies", "policies"),
        ("-40", "+40"),
        ("=>", "->"),
        ("'show w'", "«show c»"),
        ("'show w'", "'show w\""),
        ("'show w'", "«show w'"),
        ('"a" "b"', '"a b"'),
        ("$ rm -r practice", "rm -r djangogirls"),
    ],
)
def test_code_that_does_not(code: str, other: str) -> None:
    assert not looks_the_same(code, other)
