"""Faults planted in translations between languages that no rule was made for: each is found, and correct pages are let be."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tlumach.checks.pairs import check_pairs
from tlumach.library import Library
from tlumach.problems import Level
from tlumach.settings import Settings
from tlumach.tracking import Tracker

EN = (
    "The treaty of 28 August 1834 cost 441 million euros, 17.5% more than planned.\n\n"
    "Of the 398 delegates, 211 voted for it, said “The Times”.\n\n"
    "Nobody knows what the ministers will do in the next week."
)
RU = (
    "Договор от 28 августа 1834 года стоил 441 млрд тенге, на 17,5 % больше, чем думали.\n\n"
    "Из 398 делегатов за него голосовали 211, пишет «Таймс».\n\n"
    "Никто не знает, что министры будут делать на следующей неделе."
)
PAGES = {
    ("en", "de"): "Der Vertrag vom 28. August 1834 kostete 441 Millionen Euro, 17,5 % mehr als geplant.\n\n"
    "Von den 398 Delegierten stimmten 211 dafür, so die „Times“.\n\n"
    "Niemand weiß, was die Minister in der nächsten Woche tun werden.",
    ("en", "kk"): "1834 жылғы 28 тамыздағы шарт 441 миллион еуроға, жоспарланғаннан 17,5 %-ға артық түсті.\n\n"
    "398 делегаттың 211-і оны жақтап дауыс берді, деп жазды «Таймс».\n\n"
    "Келесі аптада министрлердің не істейтінін ешкім білмейді.",
    ("en", "tr"): "28 Ağustos 1834 tarihli antlaşma 441 milyon avroya, planlanandan yüzde 17,5 fazlasına mal oldu.\n\n"
    "398 delegeden 211’i lehte oy verdi, diye yazdı “Times”.\n\n"
    "Bakanların gelecek hafta ne yapacağını kimse bilmiyor.",
    ("ru", "pl"): "Traktat z 28 sierpnia 1834 roku kosztował 441 mld tenge, o 17,5% więcej, niż sądzono.\n\n"
    "Spośród 398 delegatów za nim głosowało 211, pisze „Times”.\n\n"
    "Nikt nie wie, co ministrowie zrobią w przyszłym tygodniu.",
    ("ru", "kk"): "1834 жылғы 28 тамыздағы шарт 441 млрд теңгеге, ойлағаннан 17,5 %-ға артық түсті.\n\n"
    "398 делегаттың 211-і оны жақтап дауыс берді, деп жазды «Таймс».\n\n"
    "Келесі аптада министрлердің не істейтінін ешкім білмейді.",
}
SWAPPED = [("1834", "1843"), ("398", "389"), ("17,5", "15,7"), ("211", "221")]
SCALES = {"Millionen": "Milliarden", "миллион": "миллиард", "milyon": "milyar", "mld": "mln", "млрд": "млн"}
MONTHS = {"August": "September", "тамыздағы": "қыркүйектегі", "Ağustos": "Eylül", "sierpnia": "września"}
MARKS = str.maketrans(dict.fromkeys("„“”«»", '"'))
MakeLibrary = Callable[[Mapping[str, str]], Library]


def found(make_library: MakeLibrary, source: str, target: str, text: str) -> set[str]:
    """Return the codes of errors and warnings that the rules on pairs yield, as a build runs them."""
    settings = Settings((source, target), "", {}, {})
    original = {"en": EN, "ru": RU}[source]
    library = make_library({f"{source}/a.md": f"# A 1\n\n{original}\n", f"{target}/a.md": f"# B 1\n\n{text}\n"})
    library = replace(library, settings=settings)
    problems = check_pairs(Tracker(library))
    return {problem.code for problem in problems if problem.level is not Level.INFO}


def faults(source: str, text: str) -> list[tuple[str, str, str]]:
    """Return what each fault is, the text with it, and the code that it is found by."""
    swapped = [*SWAPPED, *SCALES.items(), *MONTHS.items()]
    made = [(right, text.replace(right, wrong, 1), "numbers") for right, wrong in swapped if right in text]
    last = text.rpartition("\n\n")[0] + "\n\n" + {"en": EN, "ru": RU}[source].rpartition("\n\n")[2]
    return [*made, ("marks", text.translate(MARKS), "quotation-marks"), ("a sentence", last, "untranslated")]


@pytest.mark.parametrize(("source", "target"), PAGES)
def test_what_is_planted_is_found_and_what_is_right_is_let_be(
    make_library: MakeLibrary, source: str, target: str
) -> None:
    text = PAGES[source, target]
    assert found(make_library, source, target, text) == set()
    planted = faults(source, text)
    assert len(planted) >= 8
    assert [what for what, wrong, code in planted if code not in found(make_library, source, target, wrong)] == []
