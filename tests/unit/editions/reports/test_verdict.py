"""What became of a paragraph since it was reported: nothing is said of it that is not known."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.repository import Repository

from tlumach.editions.reports.answer import answer
from tlumach.editions.reports.known import Wanted, Wordings
from tlumach.editions.reports.prepared import prepared_of
from tlumach.editions.reports.reading import Report, Said, read_reports
from tlumach.editions.reports.verdict import Outcome, Reports, UnknownReportError, Verdict
from tlumach.editions.reports.wording import short_hash
from tlumach.languages.messages import load_messages
from tlumach.library.files import read_library
from tlumach.tracking import Tracker

EN, UK, PO = "docs/en/a/index.md", "docs/uk/a/index.md", "translations/uk/a/index.po"
SOURCE = "# News\n\nThere were 14 “people” in the hall.\n\nIt rained all day long, and nobody came.\n\nThe end of the story.\n"
TARGET = "# Новина\n\nУ залі було 14 «людей».\n\nЦілий день дощило, і ніхто не прийшов.\n\nКінець цієї історії.\n"
Change = Callable[[Repository], object]


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    made.write(EN, SOURCE)
    made.write(UK, TARGET)
    assert made.run("confirm", "--all", "--language", "uk").exit_code == 0
    made.commit()
    return made


def texts(desk: Repository, language: str) -> list[str]:
    """What is ready for each paragraph today, with a remark."""
    library, _ = read_library(desk.root)
    assert library is not None
    page = library.pages[language, "a/index.md"]
    return [f"{each.text}Hm." for each in prepared_of(page, Tracker(library), load_messages(language), "")]


def report(text: str) -> Report:
    (found,), problems = read_reports(text, "x", [load_messages("en"), load_messages("uk")])
    assert problems == []
    return found


def judged(desk: Repository, text: str) -> Outcome:
    library, _ = read_library(desk.root)
    assert library is not None
    return Reports(Tracker(library), desk.root).outcome(report(text))


def edited(name: str, old: str, new: str) -> Change:
    return lambda desk: (desk.edit(name, old, new), desk.commit())


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (lambda desk: None, Verdict.STANDS),
        (edited(UK, "14", "15"), Verdict.CHANGED),
        (edited(UK, "«людей»", "людей"), Verdict.CHANGED),
        (edited(EN, "14", "15"), Verdict.BEHIND),
        (edited(EN, "“people”", "'people'"), Verdict.STANDS),
        (edited(UK, "Цілий день", "Увесь день"), Verdict.STANDS),
        (edited(UK, "У залі було 14 «людей».\n\n", ""), Verdict.GONE),
        (edited(UK, "«людей».", "«людей». Потім усі пішли."), Verdict.STANDS),
        (edited(UK, "«людей».\n\nЦілий", "«людей». Цілий"), Verdict.STANDS),
    ],
)
def test_of_a_translation(desk: Repository, change: Change, verdict: Verdict) -> None:
    reported = texts(desk, "uk")[1]
    change(desk)
    assert judged(desk, reported).verdict is verdict


def test_the_place_and_both_wordings(desk: Repository) -> None:
    reported = texts(desk, "uk")[1]
    edited(UK, "14", "15")(desk)
    edited(EN, "14", "15")(desk)
    outcome = judged(desk, reported)
    assert outcome.place is not None and outcome.place.at == 1
    assert outcome.wordings == [
        ("uk", "У залі було 14 «людей».", "У залі було 15 «людей»."),
        ("en", "There were 14 “people” in the hall.", "There were 15 “people” in the hall."),
    ]


def test_what_was_mended_and_taken_back_stands(desk: Repository) -> None:
    reported = texts(desk, "uk")[1]
    edited(UK, "14", "15")(desk)
    edited(UK, "15", "14")(desk)
    assert judged(desk, reported).verdict is Verdict.STANDS


def test_an_edit_that_is_not_committed_counts_as_todays_text(desk: Repository) -> None:
    reported = texts(desk, "uk")[1]
    desk.edit(UK, "14", "15")
    assert judged(desk, reported).verdict is Verdict.CHANGED


def test_other_signs_on_the_way_are_no_change(desk: Repository) -> None:
    reported = texts(desk, "uk")[1].replace("«", '"').replace("»", '"').replace("\u00a0", " ")
    assert judged(desk, reported).verdict is Verdict.STANDS


def test_without_a_hash_it_is_known_by_its_words_and_todays_go_first(desk: Repository) -> None:
    reported = texts(desk, "uk")[1]
    bare = "\n".join(line if not line.startswith("[Абзац]") else "[Абзац]" for line in reported.split("\n"))
    assert judged(desk, bare).verdict is Verdict.STANDS
    edited(UK, "«людей»", '"людей"')(desk)
    assert judged(desk, bare).verdict is Verdict.STANDS, "by its letters it is what stands there"
    edited(UK, "14", "15")(desk)
    assert judged(desk, bare).verdict is Verdict.CHANGED


def test_a_paragraph_that_went_to_another_page_of_the_explainer(desk: Repository) -> None:
    reported = texts(desk, "uk")[2]
    desk.edit(UK, "Цілий день дощило, і ніхто не прийшов.\n\n", "")
    desk.write("docs/uk/a/more.md", "# Ще\n\nЦілий день дощило, і ніхто не прийшов.\n")
    desk.write("docs/en/a/more.md", "# More\n\nIt rained all day long, and nobody came.\n")
    desk.commit()
    outcome = judged(desk, reported)
    assert outcome.verdict is Verdict.STANDS and outcome.place is not None and outcome.place.page.path == "a/more.md"


def test_where_there_is_no_git_the_record_has_the_wording(desk: Repository) -> None:
    reported = texts(desk, "uk")[1]
    (desk.root / ".git").rename(desk.root / "away")
    desk.edit(UK, "14", "15")
    assert judged(desk, reported).verdict is Verdict.CHANGED
    (desk.root / PO).unlink()
    with pytest.raises(UnknownReportError, match="ever had this text"):
        judged(desk, reported)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("14 «людей».", "14", "its text was cut on its way"),
        ("14 «людей».", "99 «людей».", "its text was altered"),
        ("14 “people” in the hall.", "99 “people” in the hall.", "its text was altered"),
        ("/uk/a/", "/uk/b/", "no page of this site has the address https://x/uk/b/"),
        ("[Мова] uk", "[Мова] fr", "a/index.md is not there in the language “fr”"),
        (short_hash("У залі було 14 «людей»."), "0123abcd", "its check 0123abcd is not that of its text"),
        ("У залі було 14 «людей».", "Геть інше.", "its text was altered"),
    ],
)
def test_what_was_cut_or_forged_is_refused(desk: Repository, old: str, new: str, why: str) -> None:
    reported = texts(desk, "uk")[1].replace("[Сторінка] /", "[Сторінка] https://x/")
    assert old in reported
    with pytest.raises(UnknownReportError, match=why):
        judged(desk, reported.replace(old, new))


def test_a_text_that_nobody_ever_published_is_unknown(desk: Repository) -> None:
    text = "Цього тут ніколи не було."
    lines = texts(desk, "uk")[1].split("\n")
    forged = "\n".join(f"[Абзац] p-000000 / {short_hash(text)}" if at == 1 else line for at, line in enumerate(lines))
    with pytest.raises(UnknownReportError, match="ever had this text"):
        judged(desk, forged.replace("У залі було 14 «людей».", text))


def test_the_latest_of_several_versions_is_taken(desk: Repository) -> None:
    edited(UK, "14", "15")(desk)
    edited(UK, "15", "16")(desk)
    library, _ = read_library(desk.root)
    assert library is not None
    wordings = Wordings(library, desk.root)
    for number in ("14", "15", "16"):
        (found,) = wordings.find("uk", "a/index.md", Wanted("", Said.of(f"У залі було {number} «людей».")))
        assert number in found.text and found.page is not None and found.at == 1
    assert wordings.find("uk", "a/index.md", Wanted("", Said.of("У залі було 17 «людей»."))) == []


@pytest.mark.parametrize(
    ("change", "said", "not_said"),
    [
        (lambda desk: None, "Він досі такий", "Було:"),
        (edited(UK, "14", "15"), "Було: У залі було 14 «людей».\nСтало: У залі було 15 «людей».", "There were"),
        (edited(EN, "14", "15"), "Було: There were 14 “people” in the hall.\nСтало: There were 15", "У залі"),
        (edited(UK, "У залі було 14 «людей».\n\n", ""), "його в тексті вже немає", "Було:"),
    ],
)
def test_the_draft_of_an_answer(desk: Repository, change: Change, said: str, not_said: str) -> None:
    reported = texts(desk, "uk")[1]
    change(desk)
    library, _ = read_library(desk.root)
    assert library is not None
    outcome = judged(desk, reported)
    draft = answer(outcome, library.settings, load_messages("uk"))
    mark = f"#{outcome.place.id}" if outcome.place else ""
    assert draft.split("\n")[0] == f"Дякуємо за повідомлення про цей абзац: /uk/a/{mark}"
    assert said in draft and not_said not in draft
