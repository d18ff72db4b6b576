"""What spelling found on a whole site."""

from tlumach.checks.pairs.spelling.once import each_once, unknown_words, word_of
from tlumach.problems import Code, Level, Problem

LANGUAGES = {f"docs/ru/{name}.md": "ru" for name in "abc"} | {"docs/uk/a.md": "uk"}


def found(word: str, path: str = "docs/ru/a.md", line: int = 1, level: Level = Level.WARNING) -> Problem:
    return Problem(path, line, Code.SPELLING, f"no dictionary knows “{word}” (nearest: none): “… {word} …”.", level)


def test_a_word_is_reported_once_with_its_count_and_places() -> None:
    problems = [found("токен", line=3), found("Токен", "docs/ru/b.md", 7), found("токен", "docs/uk/a.md")]
    first, other = each_once(problems, LANGUAGES)
    assert (first.path, first.line) == ("docs/ru/a.md", 3)
    assert "2 times: also docs/ru/b.md:7." in first.message
    assert other == problems[2]


def test_a_slip_is_a_warning_and_what_is_used_again_and_again_is_a_word() -> None:
    slip, *others = [found("огранизованы"), found("парсинг"), found("распарсить"), found("парсим", "docs/ru/b.md")]
    levels = [each.level for each in each_once([slip, *others], LANGUAGES)]
    assert levels == [Level.WARNING, Level.INFO, Level.INFO, Level.INFO]


def test_many_places_are_counted() -> None:
    (only,) = each_once([found("токен", line=line) for line in range(1, 10)], LANGUAGES)
    assert only.message.endswith("and 3 more.") and only.level is Level.INFO


def test_other_problems_stay_as_they_are() -> None:
    missing = Problem("mkdocs.yml", 1, Code.SPELLING, "the spelling of “kk” was not checked: no dictionary.")
    other = Problem("docs/ru/a.md", 1, Code.NUMBERS, "“5” is missing.")
    assert each_once([missing, other], LANGUAGES) == [missing, other]
    assert (word_of(missing), list(unknown_words([other, found("токен")]))) == ("", [("docs/ru/a.md", "токен")])
