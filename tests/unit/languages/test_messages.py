import re
from collections.abc import Mapping
from typing import Any

import pytest

from tlumach.checks.front_matter import WEAKNESSES
from tlumach.languages.messages import Messages, isolated, known_languages, load_messages, missing_messages
from tlumach.languages.own_language import OwnData, OwnLanguage
from tlumach.terms.glossary import KINDS

LANGUAGES = known_languages()


def said(code: str, **own: object) -> OwnLanguage:
    """A language of which a project says something."""
    return OwnLanguage(code, OwnData(own))


PLACEHOLDER = re.compile(r"\{\{\}\}|\{[^{}]*\}")


def forms(text: Any) -> list[str]:
    return list(text.values()) if isinstance(text, Mapping) else [text]


def missing_plurals(say: Messages) -> dict[str, set[str]]:
    """The plural forms of CLDR (https://cldr.unicode.org) that a message with a number lacks."""
    needed = set(say.locale.plural_form.tags) | {"other"}
    lacking = {key: needed - set(text) for key, text in say.texts.items() if isinstance(text, Mapping)}
    return {key: lack for key, lack in lacking.items() if lack}


def with_plain_spaces(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_the_languages_of_the_site_have_words_of_their_own() -> None:
    assert {"ru", "uk", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    assert set(load_messages(language).texts) == set(load_messages("en").texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_a_text_with_the_placeholders_of_the_english_one(language: str) -> None:
    english = load_messages("en").texts
    for key, text in load_messages(language).texts.items():
        wanted = set(PLACEHOLDER.findall(forms(english[key])[-1]))
        for form in forms(text):
            assert isinstance(form, str) and form.strip(), key
            assert set(PLACEHOLDER.findall(form)) == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_with_a_number_has_every_plural_form_of_its_language(language: str) -> None:
    assert missing_plurals(load_messages(language)) == {}


def test_a_missing_plural_form_is_noticed() -> None:
    assert missing_plurals(Messages("uk", {"pages": {"one": "", "few": "", "other": ""}})) == {"pages": {"many"}}
    assert missing_plurals(Messages("en", {"pages": {"one": "", "other": ""}})) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [*(f"kind.{kind}" for kind in KINDS), *(f"source.{weak}" for weak in WEAKNESSES)])
def test_whatever_front_matter_may_say_has_a_word(language: str, key: str) -> None:
    assert load_messages(language)(key)


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 страница"), (3, "3 страницы"), (5, "5 страниц"), (11, "11 страниц"), (21, "21 страница")]
)
def test_a_number_chooses_the_form(count: int, said: str) -> None:
    texts = {
        "one": "{count} страница",
        "few": "{count} страницы",
        "many": "{count} страниц",
        "other": "{count} страницы",
    }
    assert Messages("ru", {"pages": texts})("pages", count=count) == said


def test_values_are_filled_in_as_they_are() -> None:
    assert load_messages("en")("term.avoided", form="a {b} c", why="so") == "“a {b} c”\u00a0– so"
    assert load_messages("uk")("term.avoided", form="так", why="ні") == "«так»\u00a0— ні"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_back_from_a_note_leaves_a_place_for_its_number(language: str) -> None:
    """Python-Markdown fills `BACKLINK_TITLE` in by `format` in its turn."""
    assert "7" in load_messages(language)("notes.back").format(7)


@pytest.mark.parametrize(
    ("language", "iso", "written"),
    [
        ("ru", "2022-08-28", "28 августа 2022 г."),
        ("ru", "2022-08", "август 2022 г."),
        ("ru", "2022", "2022 г."),
        ("uk", "2022-08-28", "28 серпня 2022 р."),
        ("uk", "2022-08", "серпень 2022 р."),
        ("uk", "2022", "2022 р."),
        ("en", "2022-08-28", "28 August 2022"),
        ("en", "2022-08", "August 2022"),
        ("en", "2022", "2022"),
    ],
)
def test_dates_as_each_language_writes_them(language: str, iso: str, written: str) -> None:
    assert with_plain_spaces(load_messages(language).date(iso)) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_dates_and_numbers_by_typing_spaces(language: str) -> None:
    """Firefox does not find U+202F by a space; and a year stays with what is shortened after it."""
    say = load_messages(language)
    for said in (say.date("2022-08-28"), say.date("2022-08"), say.number(18062.7), say.percent(0.5)):
        assert "\u202f" not in said and not re.search(r"\d [гржв]\.", said)
    assert "2022\u00a0г." in load_messages("be").date("2022-08-28")


@pytest.mark.parametrize(("language", "written"), [("ru", "18 062,7"), ("uk", "18 062,7"), ("en", "18,062.7")])
def test_numbers_as_each_language_writes_them(language: str, written: str) -> None:
    number = load_messages(language).number(18062.7)
    assert with_plain_spaces(number) == written
    assert " " not in number  # no line breaks within a number


@pytest.mark.parametrize(("language", "written"), [("ru", "а, б и в"), ("uk", "а, б і в"), ("en", "а, б and в")])
def test_enumerations_as_each_language_writes_them(language: str, written: str) -> None:
    assert load_messages(language).enumeration(["а", "б", "в"]) == written


def test_a_language_without_words_of_its_own_speaks_english() -> None:
    say = load_messages("ja")
    assert say.language == "ja"
    assert say("kind.person") == load_messages("en")("kind.person")
    assert missing_messages("ja") == [key for key in load_messages("en").texts if key != "locale"]
    assert say.date("2022-08-28") == load_messages("en").date("2022-08-28")
    assert load_messages(said("ja", messages={"nav.menu": "メニュー"})).date("2022-08-28") == "2022年8月28日"


def test_a_region_speaks_as_its_language_does_where_it_writes_so() -> None:
    assert load_messages("de-AT")("kind.person") == load_messages("de")("kind.person")
    assert missing_messages("pt-BR") and not missing_messages("es-MX")
    assert missing_messages("kk-Latn"), "Kazakh in Latin letters is not read off the Cyrillic"


def test_the_words_of_a_project_go_before_ours() -> None:
    say = load_messages(said("de", messages={"kind.person": "Menschen"}))
    assert say("kind.person") == "Menschen"
    assert say("kind.place") == load_messages("de")("kind.place")
    assert "kind.person" not in missing_messages(said("ja", messages={"kind.person": "人物"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_in_quotation_marks_of_the_language(language: str) -> None:
    marks = {mark for form in forms(load_messages(language).texts["term.avoided"]) for mark in form if mark in "«»„“”"}
    others = {
        mark
        for text in load_messages(language).texts.values()
        for form in forms(text)
        for mark in form
        if mark in '«»„“”"'
    }
    assert others == marks


def test_a_language_that_nobody_knows_ends_in_no_traceback() -> None:
    say = load_messages("xx-klingon")
    assert say("kind.person")
    assert say.date("2022") == "2022"


def test_a_date_that_ends_with_a_full_stop_ends_its_sentence() -> None:
    say = load_messages("uk")
    assert say("fresh.until", date=say.date("2026-11-29")).endswith("2026\u00a0р.")
    assert load_messages("en")("fresh.until", date="29 November").endswith("November.")


MONTHS = [
    "ocak",
    "şubat",
    "mart",
    "nisan",
    "mayıs",
    "haziran",
    "temmuz",
    "ağustos'",
    "eylül",
    "ekim",
    "kasım",
    "aralık",
]


@pytest.mark.parametrize(
    ("language", "iso", "expected"),
    [
        (said("crh", locale="tr", months=MONTHS), "2022-08-28", "28 ağustos' 2022"),
        (said("crh", locale="tr", months=MONTHS), "2022-08", "ağustos' 2022"),
        (said("crh", locale="tr", months=MONTHS), "2022", "2022"),
        (said("tt", after_year="ел"), "2022", "2022 ел"),
        (said("crh", messages={"nav.menu": "Menü"}), "2022-08-28", "28 August 2022"),
        (said("tt", months=[*MONTHS[:7], "августта", *MONTHS[8:]]), "2022-08-28", "28 августта, 2022 ел"),
        (said("uk", dash="—"), "2022-08-28", "28 серпня 2022 р."),
    ],
)
def test_a_project_has_its_own_months_and_word_for_a_year(language: str, iso: str, expected: str) -> None:
    assert load_messages(language).date(iso).replace("\u202f", " ").replace("\u00a0", " ") == expected


def test_a_project_has_its_own_signs_of_numbers() -> None:
    assert load_messages(said("de", decimal="'", group=" ")).number(18062.7) == "18 062'7"
    assert load_messages("de").number(18062.7) == "18.062,7"
    assert load_messages(said("crh", locale="tr", direction="rtl")).direction == "rtl"


def test_english_words_among_those_that_run_from_right_to_left_keep_their_order() -> None:
    say = load_messages(said("he", messages={"nav.menu": "תפריט"}))
    assert say("nav.menu") == "תפריט" and say("box.note") == "\u2066Note\u2069"
    assert load_messages("he").date("2022-08-28") == "\u206628 August 2022\u2069"
    assert say.date("2022-08-28") == "28 באוגוסט 2022"
    assert load_messages("ar").date("2022-08-28") == "28 أغسطس 2022"
    assert load_messages("fa").date("2022-08-28") == "28 اوت 2022"
    assert load_messages("ja")("box.note") == "Note"


@pytest.mark.parametrize(
    ("language", "within", "expected"),
    [("ru", "ar", "\u2066a.\u2069"), ("fa", "uk", "\u2067a.\u2069"), ("ar", "fa", "a."), ("ru", "uk", "a.")],
)
def test_a_text_keeps_its_order_within_another(language: str, within: str, expected: str) -> None:
    assert isolated("a.", language, within) == expected and isolated("", language, within) == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "نص التحرير: كتابة آلة ومراجعة آلة"),
        ("be", "Тэкст рэдакцыі: пісала і правярала машына"),
        ("es", "Texto de la redacción: redacción y revisión por una máquina"),
        ("fr", "Texte de la rédaction: rédaction et vérification par une machine"),
        ("pl", "Tekst redakcji: pisała i sprawdzała maszyna"),
        ("ru", "Текст редакции написала и проверила машина"),
        ("uk", "Текст редакції написала й перевірила машина"),
    ],
)
def test_who_wrote_agrees_with_whatever_was_written(language: str, said: str) -> None:
    """The same words stand after a text, an entry and notes, which differ in gender and number."""
    say = load_messages(language)
    assert say("voice.editors_by", how=say("written.machine-checked")) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "قوبلت بالأصل في 2022؛ ولم يُذكر من قابلها"),
        ("be", "Зверана з арыгіналам 2022 г.; хто зверыў, не пазначана"),
        ("en", "Compared with the original on 2022, not signed off by a human translator"),
        ("fa", "سنجیده با متن اصلی در 2022؛ نام سنجنده ذکر نشده"),
        ("ru", "Сверено с оригиналом 2022 г., без подписи переводчика"),
        ("uk", "Звірено з оригіналом 2022 р., без підпису перекладача"),
    ],
)
def test_what_was_compared_is_said_to_be_compared(language: str, said: str) -> None:
    say = load_messages(language)
    year = say.date("2022") if language in ("be", "ru", "uk") else "2022"
    assert with_plain_spaces(say("read.unrecorded", date=year)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "الأصل (الروسية)"),
        ("be", "Арыгінал (руская)"),
        ("de", "Original (Russisch)"),
        ("en", "Original (Russian)"),
        ("es", "Original (ruso)"),
        ("fa", "اصل (روسی)"),
        ("fr", "Original (russe)"),
        ("kk", "Түпнұсқа (орыс тілі)"),
        ("pl", "Oryginał (rosyjski)"),
        ("ru", "Оригинал (русский)"),
        ("tr", "Özgün metin (Rusça)"),
        ("uk", "Оригінал (російська)"),
    ],
)
def test_the_link_to_the_original_names_its_language_in_the_readers(language: str, said: str) -> None:
    say = load_messages(language)
    assert say("voice.original", language=say.name_of("ru")) == said


@pytest.mark.parametrize(
    ("code", "name"), [("pt-BR", "Brazilian Portuguese"), ("sr-Latn", "Serbian"), ("de-x-easy", "German"), ("qqq", "")]
)
def test_a_language_is_named_as_closely_as_the_cldr_does(code: str, name: str) -> None:
    assert load_messages("en").name_of(code) == name


def test_a_year_alone_is_written_as_in_a_date() -> None:
    said = {
        language: with_plain_spaces(load_messages(language).date("2018"))
        for language in ("be", "de", "en", "kk", "ru", "uk")
    }
    assert said == {"be": "2018 г.", "de": "2018", "en": "2018", "kk": "2018 ж.", "ru": "2018 г.", "uk": "2018 р."}
