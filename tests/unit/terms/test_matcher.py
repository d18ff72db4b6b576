"""The matcher against lists of sentences, under ``tests/cases/terms``: see the first lines of those files."""

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks.headings import plain
from tlumach.blocks.running_text import HIDDEN, running_text
from tlumach.languages.lemmas import Lemmatizer
from tlumach.terms.matcher import Matcher

CASES = Path(__file__).parents[2] / "cases" / "terms"
LANGUAGES = ("ru", "uk", "en")
LEAST = {"ru": (120, 60), "uk": (120, 60), "en": (40, 20)}
"""How many uses and near misses the two lists of a language must have together."""
LEAST_RECALL = 0.98


class Sentence(NamedTuple):
    """A sentence without the marks, and where the marks say that the term is used."""

    term: str
    text: str
    spans: set[tuple[int, int]]


def read(name: str) -> Any:
    return yaml.load((CASES / f"{name}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def sentence(case: Mapping[str, str]) -> Sentence:
    pieces = re.split("[⟦⟧]", case["text"])
    ends = [sum(map(len, pieces[: at + 1])) for at in range(len(pieces))]
    return Sentence(case["term"], "".join(pieces), set(zip(ends[0:-1:2], ends[1::2], strict=True)))


def sentences(cases: Mapping[str, Any]) -> list[Sentence]:
    return [sentence(case) for case in (*cases["uses"], *cases["misses"])]


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.fixture(scope="module")
def matchers(lemmatizer: Lemmatizer) -> dict[str, Matcher]:
    return {language: Matcher(read(language)["terms"], language, lemmatizer) for language in LANGUAGES}


@pytest.fixture
def csto(lemmatizer: Lemmatizer) -> Matcher:
    forms = {"csto": ["ОДКБ"], "nato": ["НАТО"], "russian-nato": ["«российское НАТО»"], "decree": ["указ"]}
    return Matcher(forms, "ru", lemmatizer)


def spans(matcher: Matcher, case: Sentence) -> set[tuple[int, int]]:
    return {(use.start, use.end) for use in matcher.find(case.text) if use.term == case.term}


def surfaces(matcher: Matcher, text: str) -> list[str]:
    return [use.surface for use in matcher.find(text)]


@pytest.mark.parametrize("part", ["", "_held_out"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_all_uses_are_found_and_nothing_else(matchers: dict[str, Matcher], language: str, part: str) -> None:
    cases = [(case, spans(matchers[language], case)) for case in sentences(read(language + part))]
    missed = [case.text for case, found in cases if case.spans - found]
    hits, expected = (sum(map(len, each)) for each in zip(*((c.spans & f, c.spans) for c, f in cases), strict=True))
    assert [case.text for case, found in cases if found - case.spans] == []
    assert hits >= LEAST_RECALL * expected, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_long_enough_and_a_third_is_kept_aside(language: str) -> None:
    lists = [read(language), read(f"{language}_held_out")]
    uses = [sum(len(sentence(case).spans) for case in cases["uses"]) for cases in lists]
    misses = [len(cases["misses"]) for cases in lists]
    assert (sum(uses), sum(misses)) >= LEAST[language]
    assert sum(misses) >= LEAST[language][1]
    assert all(0.3 < aside / (main + aside) < 0.4 for main, aside in (uses, misses))
    assert all(not sentence(case).spans for cases in lists for case in cases["misses"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_to_avoid_is_found_in_any_case_and_not_in_another_word(lemmatizer: Lemmatizer, language: str) -> None:
    avoided = read(language)["avoided"]
    for term, forms in avoided["forms"].items():
        matcher = Matcher({term: forms}, language, lemmatizer, to_avoid=True)
        of_term = [case for case in sentences(avoided) if case.term == term]
        assert [(case.text, spans(matcher, case)) for case in of_term] == [(case.text, case.spans) for case in of_term]


def test_the_longest_form_that_begins_first_wins(lemmatizer: Lemmatizer) -> None:
    matcher = Matcher({"arms": ["оружие"], "ban": ["запрет экспорта", "запрет экспорта оружия"]}, "ru", lemmatizer)
    assert surfaces(matcher, "Запретом экспорта оружия и запретом экспорта, оружием") == [
        "Запретом экспорта оружия",
        "запретом экспорта",
        "оружием",
    ]


def test_another_first_name_is_another_person(lemmatizer: Lemmatizer) -> None:
    matcher = Matcher({"z": ["Владимир Зеленский", "Зеленский"]}, "ru", lemmatizer)
    assert surfaces(matcher, "Олег Зеленский приехал, к Олегу Зеленскому пришли, Анна Зеленская тоже") == []
    assert surfaces(matcher, "В беседе с Анной Зеленский и президент Зеленский, В.Зеленский") == ["Зеленский"] * 3


ONE_WORD = [
    ("uk", "прем'єр", ["премʼєром", "прем’єром", "прем'єром", "прем‘єром", "прем`єром"]),
    (
        "uk",
        "третій сектор",
        ["третій сектор", unicodedata.normalize("NFD", "третій сектор"), "тре\u0301тього се\u0301ктора"],
    ),
    ("uk", "ґрунт", ["ґрунти", "грунти", "ґрунтом", "грунтом"]),
    ("uk", "грунт", ["ґрунту", "грунту"]),
    ("ru", "объём", ["объёма", "объема", unicodedata.normalize("NFD", "объёма"), "объё\u0301ма"]),
    ("ru", "санкция", ["са\u0301нкции", "санк\u00adций", "сан\u200bкций", "санкци\ufe0fй"]),
    ("ru", unicodedata.normalize("NFD", "тройской"), ["тройской"]),
    ("en", "naïve policy", [unicodedata.normalize("NFD", "naïve policy"), "na\u00adïve policy"]),
]


@pytest.mark.parametrize(("language", "form", "surface"), [(a, b, c) for a, b, each in ONE_WORD for c in each])
def test_what_is_one_word_to_a_reader_is_one_term(
    lemmatizer: Lemmatizer, language: str, form: str, surface: str
) -> None:
    assert surfaces(Matcher({"x": [form]}, language, lemmatizer), f"и\u0301 {surface}, -") == [surface]


@pytest.mark.parametrize(
    ("language", "form", "text", "found"),
    [
        ("pl", "most", "Trzy mosty, na moście i mostów; pomost", ["mosty", "mostów"]),
        ("de", "Drohne", "Die Drohnen und die Drohne; drohnen", ["Drohnen", "Drohne"]),
        ("es", "puente", "Los puentes y el puente.", ["puentes", "puente"]),
        ("tr", "köprü", "Köprüler ve köprü", ["Köprüler", "köprü"]),
        ("fr", "drone", "des drones, un drone", ["drones", "drone"]),
    ],
)
def test_snowball_finds_forms_in_other_languages(
    lemmatizer: Lemmatizer, language: str, form: str, text: str, found: list[str]
) -> None:
    assert surfaces(Matcher({"x": [form]}, language, lemmatizer), text) == found


@pytest.mark.parametrize("kind", ["capitals", "names", "openings", "further"])
def test_what_capitals_numbers_and_predicates_say(lemmatizer: Lemmatizer, kind: str) -> None:
    wrong = []
    for case in read(kind):
        text, expected = re.sub("[⟦⟧]", "", case["text"]), re.findall("⟦(.*?)⟧", case["text"])
        if (found := surfaces(Matcher({"x": case["forms"]}, case["language"], lemmatizer), text)) != expected:
            wrong.append((case["forms"], text, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("право", "Он был прав, они правы. Порядок прав и форма права.", ["прав", "права"]),
        ("премьер", "Две премьеры, два премьера, визит премьера", ["премьера", "премьера"]),
        ("сталь", "Цены стали выше, они стали хуже, производство стали упало", ["стали"]),
        ("вина", "Бутылка красного вина, бутылка вина. Его вина доказана.", ["вина"]),
        ("акимат", "Дома акиматов и акимата", ["акиматов", "акимата"]),
        ("Илон Маск", "С Илоном Маском. Маску надели.", ["Илоном Маском"]),
        ("Маск", "О Маске спросили. Маску надели. Слова Маска.", ["Маске", "Маска"]),
        ("Белый дом", "Белым домом. Белые дома. белый дом", ["Белым домом"]),
    ],
)
def test_neighbours_say_what_a_word_is(lemmatizer: Lemmatizer, form: str, text: str, found: list[str]) -> None:
    assert surfaces(Matcher({"x": [form]}, "ru", lemmatizer), text) == found


@pytest.mark.parametrize(
    ("language", "form", "text", "found"),
    [
        ("ru", "премьер", "От премьеры ждали многого, от премьера — ничего", ["премьера"]),
        ("uk", "право", "Так вирішили праві. Земля на новому праві власності.", ["праві"]),
        ("uk", "посол України в Казахстані", "Послу України у\u00a0Казахстані", ["Послу України у\u00a0Казахстані"]),
        ("uk", "держава-член", "Із державами-членами", ["державами-членами"]),
        ("ru", "Министерство иностранных дел", "В министерстве иностранных дел", ["министерстве иностранных дел"]),
        ("ru", "МИД", "МИД, в МИДе; мид, МИДовский", ["МИД", "МИДе"]),
        ("ru", "НАТО", "Украина-НАТО, совет Россия-НАТО, НАТО-2022. Мини-НАТО, мини-НАТО", ["НАТО", "НАТО"]),
        ("en", "arms", "The Small Arms Survey, an Arms Act; both coats of arms, its arms", ["arms"]),
        ("en", "decree", "Under Decree No. 280. Decree or not, he decreed it", ["Decree", "Decree"]),
        ("en", "Turkey", "Turkey-based, pro-Turkey, turkey, Turkeys, Turkey’s", ["Turkey", "Turkey"]),
    ],
)
def test_what_stands_around_a_word_counts(
    lemmatizer: Lemmatizer, language: str, form: str, text: str, found: list[str]
) -> None:
    assert surfaces(Matcher({"x": [form]}, language, lemmatizer), text) == found


def test_what_a_link_hides_is_not_the_beginning_of_a_sentence(lemmatizer: Lemmatizer) -> None:
    matcher = Matcher({"premier": ["премьер"]}, "ru", lemmatizer)
    assert [use.surface for use in matcher.find_in_block("На [сайте](a.md) премьера")] == ["премьера"]
    assert matcher.find("Премьера отложена") == []


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u202f", "\n", "\r\n", "\n> "])
def test_words_of_a_form_follow_over_one_space_or_line_end(lemmatizer: Lemmatizer, gap: str) -> None:
    matcher = Matcher({"ceasefire": ["прекращение огня"]}, "ru", lemmatizer)
    assert surfaces(matcher, f"о прекращении{gap}огня") == [f"прекращении{gap}огня"]


@pytest.mark.parametrize("gap", ["  ", "\n\n", ", ", ". ", "-", "", " и ", HIDDEN])
def test_words_of_a_form_do_not_follow_over_anything_else(lemmatizer: Lemmatizer, gap: str) -> None:
    matcher = Matcher({"ceasefire": ["прекращение огня"]}, "ru", lemmatizer)
    assert matcher.find(f"о прекращении{gap}огня") == []


@pytest.mark.parametrize("quoted", ["«{}»", "“{}”", "„{}“", '"{}"', "‘{}’", "„{}”", "«„{}“»"])
def test_a_form_in_quotation_marks_is_found_in_any(csto: Matcher, quoted: str) -> None:
    text = quoted.format("российским НАТО")
    assert [(use.term, use.surface) for use in csto.find(text)] == [("russian-nato", "российским НАТО")]


@pytest.mark.parametrize("text", ["российским НАТО", "«российским НАТО", "российским НАТО»", "«о российском НАТО»"])
def test_a_form_in_quotation_marks_is_not_found_without(csto: Matcher, text: str) -> None:
    assert [use.term for use in csto.find(text)] == ["nato"]


@pytest.mark.parametrize(
    "text", ["указ.com", "@указ", "#указ", "my_указ", "указ_my", "а/указ.md", "\\указ", "анти-указ"]
)
def test_a_part_of_an_address_or_compound_is_no_use(csto: Matcher, text: str) -> None:
    assert csto.find(text) == []


def test_block_of_markdown_has_uses_in_its_running_text_alone(csto: Matcher) -> None:
    block = "[ОДКБ](csto.md), `ОДКБ` и\u00a0**ОДКБ**[^ОДКБ] <b>ОДКБ</b> {: .ОДКБ } ![ОДКБ](a.png) — указ"
    uses = csto.find_in_block(block)
    assert [(use.term, use.surface, block[use.start : use.end]) for use in uses] == [
        ("csto", "ОДКБ", "ОДКБ"),
        ("decree", "указ", "указ"),
    ]
    assert uses[0].start == block.index("**ОДКБ") + 2


@pytest.mark.parametrize(
    "block", ["# ОДКБ", "ОДКБ\n====", "```\nОДКБ\n```", "    ОДКБ", "<p>ОДКБ</p>", '!!! note "ОДКБ"']
)
def test_some_blocks_have_no_running_text(csto: Matcher, block: str) -> None:
    assert csto.find_in_block(block) == []


def test_a_term_is_found_within_a_longer_form_when_asked_for(csto: Matcher) -> None:
    text = plain("Её называют «[российским НАТО](russian-nato.md)»[^1].")
    assert (csto.finds("russian-nato", text), csto.finds("nato", text), csto.finds("csto", text)) == (True, True, False)


def test_a_language_without_morphology_has_exact_forms(lemmatizer: Lemmatizer) -> None:
    matcher = Matcher({"arms": ["қару", "ҰҚШҰ", "Қытай"]}, "kk", lemmatizer)
    assert surfaces(matcher, "Қару мен қаруы, ҰҚШҰ, ұқшұ, Қытай, қытай") == ["Қару", "ҰҚШҰ", "Қытай"]


def test_a_form_without_a_word_is_left_out(lemmatizer: Lemmatizer) -> None:
    assert Matcher({"x": ["", "«»", "—"]}, "ru", lemmatizer).find("— «» указ") == []


def all_texts(language: str) -> list[str]:
    return [case.text for part in ("", "_held_out") for case in sentences(read(language + part))]


RUSSIAN = all_texts("ru")
UNRELATED = ["Погода в степи стояла ясная.", "Дети играли во дворе.", "Поезд опоздал на час.", "", "2022!"]
MARKDOWN = ["`", "**", "[", "](a.md)", "[^1]", "<b>", "</b>", "\n", "{ .a }", "«", "»", " ", "# "]


@given(st.lists(st.sampled_from([*RUSSIAN, *MARKDOWN]), max_size=12).map("".join))
def test_uses_are_slices_in_order_and_never_overlap(text: str) -> None:
    for uses in (MATCHER.find(text), MATCHER.find_in_block(text)):
        assert [use.surface for use in uses] == [text[use.start : use.end] for use in uses]
        assert all(use.start < use.end for use in uses)
        assert all(one.end <= two.start for one, two in pairwise(uses))
    running = running_text(text)
    assert not any(HIDDEN in running[use.start : use.end] for use in MATCHER.find_in_block(text))


@given(st.sampled_from(RUSSIAN), st.sampled_from(UNRELATED), st.sampled_from(UNRELATED), st.sampled_from([" ", "\n\n"]))
def test_sentences_before_and_after_change_nothing(text: str, before: str, after: str, gap: str) -> None:
    moved = len(before) + len(gap)
    alone = [(use.term, use.start + moved, use.surface) for use in MATCHER.find(text)]
    assert [(use.term, use.start, use.surface) for use in MATCHER.find(before + gap + text + gap + after)] == alone


MATCHER = Matcher(read("ru")["terms"], "ru", Lemmatizer())
