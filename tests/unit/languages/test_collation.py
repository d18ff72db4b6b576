import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.languages.cldr.tables import quotation_marks
from tlumach.languages.collation import sort_key

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"

WORDS = st.text(st.sampled_from(UKRAINIAN + RUSSIAN + "ёЄЇҐʼ'’- «»1a"), max_size=8)
ORDERS = {
    "uk": [
        "Ватикан",
        "гарант",
        "Ґанок",
        "дім",
        "Енергія",
        "Єдність",
        "жито",
        "Иноді",
        "Індія",
        "Їжак",
        "йод",
        "Льон",
        "люди",
        "щит",
        "юрист",
    ],
    "ru": [
        "Астана",
        "Ёж",
        "ежегодник",
        "ель",
        "жизнь",
        "ИНДИЯ",
        "йод",
        "объём",
        "съезд",
        "Ыныкчан",
        "эра",
        "Юг",
        "яма",
    ],
    "kk": [
        "ара",
        "әже",
        "бала",
        "гүл",
        "ғалым",
        "кітап",
        "қала",
        "нан",
        "ңс",
        "орман",
        "өзен",
        "ұл",
        "үй",
        "ыдыс",
        "із",
    ],
    "be": ["год", "ер", "ёд", "жук", "зіма", "ільвіца", "йод", "ухо", "ўзор", "фарба", "эра"],
    "pl": ["ala", "ąb", "cat", "ćma", "lot", "łóżko", "ser", "śnieg", "zebra", "źle", "żaba"],
    "de": ["Äpfel", "Apfelbaum", "Masse", "Maße gelten", "Ofen", "Öffnung", "Zug"],
    "cs": ["cibule", "čaj", "duha", "hora", "chata", "ibis", "řada", "sova", "šála"],
    "sv": ["apa", "zebra", "åka", "äta", "öga"],
    "tr": ["cam", "çam", "ev", "ılık", "ılıman", "ırmak", "iz", "on", "ön", "su", "şan", "un", "ün"],
    "es": ["nube", "ñandú", "oso"],
    "hu": ["cukor", "csap", "daru", "dzseki", "elem"],
    "fa": ["آب", "پدر", "تار", "چای", "ژاله"],
    "en": ["Astana", "Élan", "emu", "NATO", "tenge", "Zelenskyy"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_golden_order(language: str) -> None:
    words, mixed = ORDERS[language], ORDERS[language][::-1]
    assert sorted(mixed, key=lambda word: sort_key(word, language)) == words


@pytest.mark.parametrize(
    ("before", "after"),
    [("г", "ґ"), ("ґ", "д"), ("е", "є"), ("є", "ж"), ("и", "і"), ("і", "ї"), ("ї", "й"), ("щ", "ь"), ("ь", "ю")],
)
def test_ukrainian_letters_stand_where_the_orthography_of_2019_puts_them(before: str, after: str) -> None:
    assert sort_key(before + "я", "uk") < sort_key(after + "а", "uk")


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "‘", "`", "＇"])
def test_an_apostrophe_does_not_count_however_it_is_typed(apostrophe: str) -> None:
    assert sort_key(f"з{apostrophe}ява", "uk") == sort_key("зява", "uk")
    assert sorted([f"з{apostrophe}ява", "завод", "зуб"], key=lambda word: sort_key(word, "uk")) == [
        "завод",
        "зуб",
        f"з{apostrophe}ява",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", ["заєць", "зима", "зʼїзд", "зоря", "зябра", "з'явився"]),
        ("uk", ["об'єкт", "обʼїзд", "обов’язок", "обряд"]),
        ("uk", ["в’юн", "вʼязати", "вятка", "Вʼячеслав"]),
        ("uk", ["мʼясо", "м'ята", "м’яч"]),
        ("uk", ["пам'ятка", "памʼять", "пан", "папір"]),
        ("uk", ["буряк", "бур'ян", "бурʼяни"]),
        ("uk", ["пʼятеро", "п’ятниця", "п'ять"]),
        ("uk", ["Лукаш", "Лук'ян", "Лукʼянівка", "Лук’янчук"]),
        ("uk", ["імла", "ім'я", "імʼям", "інша"]),
        ("be", ["завод", "зʼезд", "з’ява", "зямля"]),
        ("be", ["абʼезд", "аб'ект", "абрус"]),
        ("en", ["ocean", "o'clock", "oʼclock’s"]),
    ],
)
def test_words_with_apostrophes_of_every_kind_stand_in_one_order(language: str, words: list[str]) -> None:
    mixed = words[::-1]
    assert sorted(mixed, key=lambda word: sort_key(word, language)) == words


def test_stress_marks_and_soft_hyphens_do_not_count() -> None:
    assert sort_key("за\u0301\u00adмок", "uk") == sort_key("замок", "uk")


def test_yo_sorts_as_ye_in_russian() -> None:
    assert sort_key("ёж", "ru") == sort_key("еж", "ru")


@given(WORDS, st.sampled_from(["ru", "uk", "en"]))
def test_case_and_quotes_and_the_way_of_typing_do_not_count(word: str, language: str) -> None:
    key = sort_key(word, language)
    assert sort_key(word.upper(), language) == key
    assert sort_key(f"«{word}» ", language) == key
    assert sort_key(unicodedata.normalize("NFD", word), language) == key


@given(st.lists(WORDS), st.sampled_from(["ru", "uk", "en"]), st.randoms())
def test_the_order_does_not_depend_on_the_order_before(words: list[str], language: str, random: object) -> None:
    shuffled = list(words)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    keys = [sort_key(word, language) for word in sorted(words, key=lambda word: sort_key(word, language))]
    assert [sort_key(word, language) for word in sorted(shuffled, key=lambda word: sort_key(word, language))] == keys


@given(st.text(st.sampled_from(UKRAINIAN), min_size=1), st.text(st.sampled_from(UKRAINIAN), min_size=1))
def test_words_in_the_alphabet_are_told_apart_letter_by_letter(one: str, two: str) -> None:
    by_place = [UKRAINIAN.index(letter) for letter in one] < [UKRAINIAN.index(letter) for letter in two]
    assert (sort_key(one, "uk") < sort_key(two, "uk")) == by_place


def test_letters_of_the_own_script_come_first() -> None:
    assert sort_key("ящик", "ru") < sort_key("Zoom", "ru") and sort_key("яма", "uk") < sort_key("Zoom", "uk")
    assert sort_key("Zoom", "en") < sort_key("абв", "en") and sort_key("7", "ru") < sort_key("а", "ru")


@pytest.mark.parametrize(
    ("language", "marks"),
    [("de", "„“‚‘"), ("pl", "„”«»"), ("kk", "«»“”"), ("fr", "«»«»"), ("ja", "「」『』"), ("sv", "””’’"), ("de-AT", "„“‚‘"), ("tlh", "“”‘’"),
     ("en-GB", "“”‘’"), ("pt", "“”‘’"), ("pt-PT", "«»“”"), ("sr-Latn", "„”’’")],
)  # fmt: skip
def test_quotation_marks_are_those_of_the_cldr(language: str, marks: str) -> None:
    assert "".join(mark for pair in quotation_marks(language) for mark in pair) == marks


def test_an_accent_does_not_count_where_there_is_no_alphabet() -> None:
    assert sort_key("Éa", "fr") < sort_key("eb", "fr")
    assert sort_key("Éa", "fr") == sort_key("ea", "fr")
