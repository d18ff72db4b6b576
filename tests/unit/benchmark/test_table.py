import math

import pytest
from benchmark.figures import Figure
from benchmark.table import growth, lines, ratios, written


def figure(row: str, name: str, size: int, value: float, unit: str = "s") -> Figure:
    return Figure(row, name, size, value, unit, grows=unit == "s")


@pytest.mark.parametrize(("large", "exponent"), [(10.0, 0.0), (100.0, 1.0), (1000.0, 2.0)])
def test_growth(large: float, exponent: float) -> None:
    assert math.isclose(growth(10.0, large, 10, 100), exponent, abs_tol=1e-9)


def test_each_figure_stands_beside_its_ratio_against_the_bare_stack() -> None:
    found = [
        figure("build", "tlumach", 10, 3.0),
        figure("build", "bare stack", 10, 2.0),
        figure("build", "Hugo", 10, 0.5),
    ]
    text = "\n".join(lines(found))
    assert "tlumach" in text and text.index("tlumach") < text.index("bare stack") < text.index("Hugo")
    assert text.splitlines()[-1].split()[1:] == ["3.00", "s", "(1.50)", "2.00", "s", "(1.00)", "0.50", "s", "(0.25)"]


def test_ratios_are_ours_to_each_other_s_and_of_a_build_of_ours_alone_to_their_build() -> None:
    found = [
        figure("build, one edit", "tlumach", 10, 3.0),
        figure("build, one edit", "Hugo", 10, 2.0),
        figure("build, one edit", "Hugo", 20, 9.0),
        figure("build, default editions, one edit", "tlumach", 10, 1.0),
    ]
    assert [(each["row"], each["against"], each["in"], each["ratio"]) for each in ratios(found)] == [
        ("build, one edit", "Hugo", "build, one edit", 1.5),
        ("build, default editions, one edit", "Hugo", "build, one edit", 0.5),
    ]


def test_growth_stands_under_the_sizes() -> None:
    found = [figure("build", name, size, size / 10) for name in ("tlumach", "bare stack") for size in (10, 100)]
    rows = list(lines(found))
    assert rows[-2].startswith("growth, 10 to 100: power of N")
    assert rows[-1].split() == ["build", "1.00", "1.00"]


def test_what_only_one_does_has_no_ratio_and_leaves_the_others_empty() -> None:
    found = [figure("status", "tlumach", 10, 1.0), figure("build", "bare stack", 10, 2.0)]
    assert "status                                            1.00 s" in list(lines(found))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1.234, "s", "1.23 s"),
        (12.34, "s", "12.3 s"),
        (1234.0, "bytes", "1.2 KB"),
        (26_500_000.0, "bytes", "26.5 MB"),
        (12345.0, "pages/s", "12,345 pages/s"),
        (1.5, "times", "1.50 times"),
    ],
)
def test_values_are_written_with_their_unit(value: float, unit: str, text: str) -> None:
    assert written(figure("x", "x", 1, value, unit)) == text
