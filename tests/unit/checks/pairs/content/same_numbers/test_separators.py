"""What is said of a figure whose comma or point means something else in the language of the translation."""

import pytest

from tlumach.checks.pairs.content.same_numbers.separators import how_it_reads


@pytest.mark.parametrize(
    ("wanted", "found", "original", "language", "said"),
    [
        (
            "20,000",
            "20,000",
            "en",
            "ru",
            " In Russian a comma stands before decimals, so this reads 20; write 20\u00a0000.",
        ),
        (
            "5,000 hours",
            "5,000 годин",
            "en",
            "uk",
            " In Ukrainian a comma stands before decimals, so this reads 5; write 5000.",
        ),
        ("10,000kg", "10,000кг", "en", "uk", "so this reads 10; write 10\u00a0000."),
        ("32,768", "32,768", "en", "uk", "so this reads 32,768; write 32\u00a0768."),
        ("-32,760", "-32,760", "en", "uk", "so this reads 32,76; write 32\u00a0760."),
        (
            "20\u00a0000",
            "20.000",
            "ru",
            "en",
            " In English a point stands before decimals, so this reads 20; write 20,000.",
        ),
        ("1\u00a0500 человек", "1.500 people", "ru", "en", "so this reads 1.5; write 1,500."),
        ("20,000", "20,000", "en", "de", "In German a comma stands before decimals, so this reads 20; write 20.000."),
        ("51,000", "51,000", "en", "pl", "write 51\u00a0000."),
    ],
)
def test_a_decimal_sign_where_the_source_has_thousands_is_explained(
    wanted: str, found: str, original: str, language: str, said: str
) -> None:
    assert how_it_reads(wanted, found, original, language).endswith(said)


@pytest.mark.parametrize(
    ("wanted", "found", "original", "language"),
    [
        ("20,000", "30,000", "en", "ru"),
        ("20,000", "20 000", "en", "ru"),
        ("20,000", "2,000", "en", "ru"),
        ("20.5", "20,5", "en", "ru"),
        ("75", ".75", "en", "ru"),
        ("2020", "2020-х", "en", "ru"),
        ("third", "третий", "en", "ru"),
        ("14", "15", "ru", "uk"),
        ("20,000", "20,000", "en", "xx"),
    ],
)
def test_nothing_is_said_of_any_other_difference(wanted: str, found: str, original: str, language: str) -> None:
    assert how_it_reads(wanted, found, original, language) == ""
