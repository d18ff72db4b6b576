"""Reports as messengers bring them: read the same however they were folded, and one that is not whole is told by what it lacks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.messengers import cut_anywhere, folded, quoted

from tlumach.editions.reports.labels import Label, label
from tlumach.editions.reports.reading import Report, read_reports
from tlumach.languages.messages import known_languages, load_messages
from tlumach.problems import Problem

WORDS = [load_messages(language) for language in known_languages()]
SIGNS = st.sampled_from("абвгґяіїёқңşğłßé abcXYZ 0123456789 «»“”‘’ —–- .,;:!? ()[]/%№ * _ > | \u00a0\u00ad\u200b")


def read(text: str) -> tuple[list[Report], list[Problem]]:
    return read_reports(text, "letter.txt", WORDS)


@pytest.mark.cases("reports/messengers")
def test_a_report_as_it_came_back(case: dict[str, Any]) -> None:
    reports, problems = read(case["came"])
    if "error" in case:
        assert not reports
        assert [(each.path, each.line) for each in problems] == [("letter.txt", case["error"]["line"])]
        assert case["error"]["says"] in problems[0].message
        return
    assert problems == []
    (report,) = reports
    values = {name: getattr(report, name) for name in ("words", "page", "block", "own", "original", "day", "language")}
    values |= {"text": report.text.letters, "source": report.source.letters, "remark": report.remark.text}
    assert values == case["read"]


def made(language: str, text: str, original: str, remark: str) -> str:
    say = load_messages(language)
    values = {
        Label.PAGE: "https://site.example/uk/kazakhstan-arms-export/",
        Label.PARAGRAPH: "p-4dfe94 / 3fa81c07 / 9b2d11aa",
        Label.VERSION: "2026-11-29: keyboard fish bagel cow flamingo basket",
        Label.LANGUAGE: language,
        Label.TEXT: text,
        Label.ORIGINAL: original,
        Label.REMARK: remark,
    }
    return "\n".join(f"{label(each, say)} {values[each]}" for each in Label)


@given(
    st.sampled_from(known_languages()),
    *(st.text(SIGNS, min_size=1, max_size=60) for _ in range(3)),
    st.integers(1, 90),
    st.integers(0, 3),
    st.sampled_from(("> ", ">", ">  ", "| ")),
    st.sampled_from((folded, cut_anywhere)),
    st.sampled_from(("\n", "\r\n", "\r")),
)
def test_folded_at_any_width_and_quoted_it_is_read_the_same(
    language: str, text: str, original: str, remark: str, width: int, times: int, mark: str, fold: Any, end: str
) -> None:
    plain = made(language, f"a{text}", f"b{original}", remark)
    came = fold(plain, width)
    for _ in range(times):
        came = quoted(came, mark)
    assert read(came.replace("\n", end)) == read(plain)
    assert len(read(plain)[0]) == 1


def test_blank_lines_that_came_or_went_make_no_difference() -> None:
    plain = made("en", "One. Two.", "Раз. Два.", "No.\n\nReally.")
    assert read(plain.replace("\n", "\n\n\n")) == read(plain) == read(plain.replace("\n\n", "\n"))


def test_several_reports_are_read_each_and_the_same_one_once() -> None:
    one, other = made("en", "One.", "Раз.", "a"), made("de", "Zwei.", "Два.", "b")
    reports, problems = read(f"{one}\n\n{quoted(one)}\n{other}\n")
    assert [each.text.text for each in reports] == ["One.", "Zwei."] and problems == []


def test_wherever_it_was_cut_it_is_whole_or_a_problem() -> None:
    plain = made("uk", "Їх було 14.", "Их было 14.", "")
    for length in range(len(plain.rstrip())):
        reports, problems = read(plain[:length])
        assert (len(reports), len(problems)) == (0, 1), plain[:length]


def test_no_label_of_a_language_is_another_label_of_the_same() -> None:
    for say in WORDS:
        assert len({label(each, say) for each in Label}) == len(Label)
