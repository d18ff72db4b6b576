"""Number words by language: tables, numbers written as one word, and how well pairs in German, Polish, Kazakh and Belarusian are told."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.checks.pairs.numbers.words.lexicon import Sense, is_deep, sense, unit_names, unit_pattern
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.languages.messages import known_languages

CASES = Path(__file__).parents[5] / "cases" / "deep_numbers"
LEAST_FOUND, MOST_FLAGGED = 0.9, 0.02


def found(data: Any, source: str, target: str) -> list[str]:
    sides = [Side(data[name], split(text)[0][0]) for name, text in (("source", source), ("target", target))]
    return [each.message for each in check_numbers(AlignedPair(sides[0], sides[1], Knowledge()))]


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yml")), ids=lambda file: file.stem)
def test_faulty_pairs_are_found_and_correct_ones_let_be(file: Path) -> None:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    flagged = [each for source, target in data["correct"] for each in found(data, source, target)]
    assert len(data["correct"]) >= 60 and len(data["faulty"]) >= 40
    assert len(flagged) <= MOST_FLAGGED * len(data["correct"]), flagged
    missed = []
    for number, right, wrong in data["faulty"]:
        source, target = data["correct"][number - 1]
        assert str(right) in target
        if not found(data, source, target.replace(str(right), str(wrong), 1)):
            missed.append((number, right, wrong))
    assert len(missed) <= (1 - LEAST_FOUND) * len(data["faulty"]), missed


@pytest.mark.parametrize(
    ("language", "word", "kind", "value"),
    [
        ("de", "zweihundertfünfzig", "card", 250), ("de", "tausendzweihundertelf", "card", 1211),
        ("de", "Dreieinhalb", "half", Fraction(7, 2)), ("de", "anderthalb", "half", Fraction(3, 2)),
        ("de", "fünfundzwanzigsten", "ord", 25), ("de", "hunderteins", "card", 101), ("de", "neunzigerjahren", "decade", 90),
        ("pl", "siedmiorga", "card", 7), ("pl", "trzecia", "ordpart", 3), ("pl", "miliardów", "mag", 10**9),
        ("be", "шасцёра", "card", 6), ("be", "мільёнаў", "mag", 10**6), ("be", "дзевяностыя", "ord", 90),
        ("kk", "үштен", "card", 3), ("kk", "сегізіншісі", "ord", 8), ("kk", "жетпіс", "card", 70),
        ("tr", "milyonluk", "mag", 10**6), ("tr", "Ağustos'ta", "month", 8), ("fr", "milliards", "mag", 10**9),
        ("de-AT", "Jänner", "month", 1),
    ],
)  # fmt: skip
def test_words_say_their_numbers(language: str, word: str, kind: str, value: Any) -> None:
    said = sense(word, language)
    assert said and (said.kind, said.values[0]) == (kind, value)


@pytest.mark.parametrize(
    ("language", "word"),
    [("kk", "үшін"), ("kk", "оны"), ("kk", "алтын"), ("kk", "жүзінде"), ("de", "Hund"), ("de", "Achtung"), ("de", "Einheit"),
     ("de", "Freund"), ("de", "wandern"), ("pl", "stolica"), ("pl", "piątka"), ("be", "стала"), ("tr", "bina"), ("tlh", "wa")],
)  # fmt: skip
def test_words_that_look_like_numbers_are_none(language: str, word: str) -> None:
    assert sense(word, language) is None


def test_which_languages_are_read_deeply() -> None:
    assert all(map(is_deep, ("ru", "uk", "en", "de", "pl", "kk", "be", "tr", "de-AT")))
    assert not is_deep("es") and not is_deep("tlh")


@pytest.mark.parametrize("language", [*known_languages(), "ja", "ar", "hi", "tlh"])
def test_every_table_can_be_read(language: str) -> None:
    assert unit_pattern(language).match("%") and "%" in unit_names(language)
    assert sense("1", language) is None and isinstance(sense("x", language), Sense | None)


TRIED_LATER = [
    (
        "en",
        "de",
        "At 3 p.m. on Wednesday the two sides exchanged 64 prisoners.",
        "Am Mittwoch um 15 Uhr tauschten die beiden Seiten 64 Gefangene aus.",
    ),
    ("en", "de", "He scored in the 89th minute.", "Er traf in der 89. Minute."),
    (
        "en",
        "de",
        "The seventy-two-year-old won with 52.3% of the vote.",
        "Der Zweiundsiebzigjährige gewann mit 52,3 Prozent der Stimmen.",
    ),
    (
        "en",
        "de",
        "Three quarters of an hour later the fire was out.",
        "Eine Dreiviertelstunde später war das Feuer gelöscht.",
    ),
    (
        "en",
        "de",
        "About two thousand five hundred people live on the island.",
        "Etwa zweitausendfünfhundert Menschen leben auf der Insel.",
    ),
    (
        "en",
        "de",
        "The city spent €1.2m on it in the second quarter.",
        "Die Stadt gab dafür im zweiten Quartal 1,2 Mio. Euro aus.",
    ),
    ("en", "de", "Sales fell by a fifth, from 500 to 400.", "Der Absatz sank um ein Fünftel, von 500 auf 400."),
    (
        "en",
        "de",
        "Once a month, on the first Sunday, entry is free.",
        "Einmal im Monat, am ersten Sonntag, ist der Eintritt frei.",
    ),
    ("en", "de", "The war lasted from 1914 to 1918.", "Der Krieg dauerte von 1914 bis 1918."),
    ("en", "de", "One hundred and one Dalmatians.", "Hundertundein Dalmatiner."),
    ("en", "de", "He ran 100 metres in 9.58 seconds.", "Er lief 100 Meter in 9,58 Sekunden."),
    ("en", "de", "Both brothers were over sixty.", "Beide Brüder waren über sechzig."),
    (
        "en",
        "de",
        "In early May 2021 it rained for eight days running.",
        "Anfang Mai 2021 regnete es acht Tage hintereinander.",
    ),
    (
        "en",
        "de",
        "The flat has four rooms and measures 85 square metres.",
        "Die Vierzimmerwohnung misst 85 Quadratmeter.",
    ),
    (
        "ru",
        "pl",
        "В среду в 15 часов стороны обменялись 64 пленными.",
        "W środę o godzinie 15 strony wymieniły 64 jeńców.",
    ),
    ("ru", "pl", "Он забил на 89-й минуте.", "Strzelił gola w 89. minucie."),
    (
        "ru",
        "pl",
        "Семидесятидвухлетний кандидат победил с 52,3 % голосов.",
        "Siedemdziesięciodwuletni kandydat wygrał, zdobywając 52,3% głosów.",
    ),
    ("ru", "pl", "Город потратил 1,2 млн злотых во втором квартале.", "W drugim kwartale miasto wydało 1,2 mln zł."),
    ("ru", "pl", "Война длилась с 1914 по 1918 год.", "Wojna trwała od 1914 do 1918 roku."),
    (
        "ru",
        "pl",
        "Раз в месяц, в первое воскресенье, вход бесплатный.",
        "Raz w miesiącu, w pierwszą niedzielę, wstęp jest wolny.",
    ),
    ("ru", "pl", "Продажи упали на пятую часть, с 500 до 400.", "Sprzedaż spadła o jedną piątą, z 500 do 400."),
    (
        "ru",
        "pl",
        "В начале мая 2021 года восемь дней подряд шёл дождь.",
        "Na początku maja 2021 roku przez osiem dni z rzędu padał deszcz.",
    ),
    ("ru", "pl", "Обоим братьям было за шестьдесят.", "Obaj bracia mieli ponad sześćdziesiąt lat."),
    (
        "ru",
        "pl",
        "Он родился в восьмидесятых в семье с пятью детьми.",
        "Urodził się w latach osiemdziesiątych w rodzinie z pięciorgiem dzieci.",
    ),
    ("ru", "pl", "Было полвторого, когда пришли трое.", "Było wpół do drugiej, gdy przyszło trzech."),
    (
        "ru",
        "kk",
        "В среду в 15 часов стороны обменялись 64 пленными.",
        "Сәрсенбі күні сағат 15-те тараптар 64 тұтқынмен алмасты.",
    ),
    ("ru", "kk", "Он забил на 89-й минуте.", "Ол 89-минутта гол соқты."),
    (
        "ru",
        "kk",
        "Семидесятидвухлетний кандидат победил с 52,3 % голосов.",
        "Жетпіс екі жастағы үміткер 52,3 % дауыспен жеңді.",
    ),
    ("ru", "kk", "Город потратил 1,2 млн тенге во втором квартале.", "Қала екінші тоқсанда 1,2 млн теңге жұмсады."),
    ("ru", "kk", "Война длилась с 1914 по 1918 год.", "Соғыс 1914 жылдан 1918 жылға дейін созылды."),
    (
        "ru",
        "kk",
        "Продажи упали на пятую часть, с 500 до 400.",
        "Сатылым бестен біріне, 500-ден 400-ге дейін төмендеді.",
    ),
    (
        "ru",
        "kk",
        "В начале мая 2021 года восемь дней подряд шёл дождь.",
        "2021 жылғы мамырдың басында сегіз күн қатарынан жаңбыр жауды.",
    ),
    ("ru", "kk", "Обоим братьям было за шестьдесят.", "Екі ағайынды да алпыстан асқан."),
    ("ru", "kk", "В классе тридцать один ученик.", "Сыныпта отыз бір оқушы бар."),
    ("ru", "kk", "Первый раз он приехал пять лет назад.", "Ол алғаш рет бес жыл бұрын келді."),
    ("ru", "kk", "Площадь квартиры — 85 квадратных метров.", "Пәтердің ауданы — 85 шаршы метр."),
    ("ru", "kk", "Тысяча девятьсот домов без света.", "Бір мың тоғыз жүз үй жарықсыз қалды."),
    (
        "ru",
        "be",
        "В среду в 15 часов стороны обменялись 64 пленными.",
        "У сераду а 15-й гадзіне бакі абмяняліся 64 палоннымі.",
    ),
    ("ru", "be", "Он забил на 89-й минуте.", "Ён забіў на 89-й хвіліне."),
    (
        "ru",
        "be",
        "Семидесятидвухлетний кандидат победил с 52,3 % голосов.",
        "Сямідзесяцідвухгадовы кандыдат перамог з 52,3 % галасоў.",
    ),
    ("ru", "be", "Война длилась с 1914 по 1918 год.", "Вайна доўжылася з 1914 па 1918 год."),
    ("ru", "be", "Продажи упали на пятую часть, с 500 до 400.", "Продажы ўпалі на пятую частку, з 500 да 400."),
    (
        "ru",
        "be",
        "В начале мая 2021 года восемь дней подряд шёл дождь.",
        "У пачатку мая 2021 года восем дзён запар ішоў дождж.",
    ),
    ("ru", "be", "Обоим братьям было за шестьдесят.", "Абодвум братам было за шэсцьдзясят."),
    (
        "ru",
        "be",
        "Он родился в восьмидесятых в семье с пятью детьми.",
        "Ён нарадзіўся ў васьмідзясятых у сям’і з пяццю дзецьмі.",
    ),
    (
        "ru",
        "be",
        "Раз в месяц, в первое воскресенье, вход бесплатный.",
        "Раз на месяц, у першую нядзелю, уваход бясплатны.",
    ),
    ("ru", "be", "Тысяча девятьсот домов без света.", "Тысяча дзевяцьсот дамоў без святла."),
    (
        "en",
        "tr",
        "At 3 p.m. on Wednesday they exchanged 64 prisoners.",
        "Çarşamba günü saat 15.00’te 64 esir takas ettiler.",
    ),
    ("en", "tr", "The war lasted from 1914 to 1918.", "Savaş 1914’ten 1918’e kadar sürdü."),
    ("en", "tr", "In early May 2021 it rained for eight days.", "2021 Mayıs’ının başında sekiz gün yağmur yağdı."),
    ("en", "tr", "In the 1980s a quarter of the 1,250 houses burned down.", "1980’lerde 1.250 evin dörtte biri yandı."),
    (
        "en",
        "tr",
        "It cost $3.5 billion, 20 per cent more than in 2019.",
        "2019’a göre yüzde 20 fazlasıyla 3,5 milyar dolara mal oldu.",
    ),
    ("en", "tr", "He was in his thirties.", "Otuzlu yaşlarındaydı."),
    ("en", "tr", "In the sixties and the 1970s many left.", "Altmışlı ve 1970’li yıllarda birçok kişi gitti."),
    ("en", "tr", "Over three hundred people came.", "Üç yüzü aşkın kişi geldi."),
    ("en", "tr", "For that reason nobody came to him.", "Bu yüzden ona kimse gelmedi."),
    ("en", "tr", "The two faces of war.", "Savaşın iki yüzü."),
    ("en", "tr", "Fewer than ten of them, more than a hundred of us.", "Onlardan ondan az, bizden yüzden fazla."),
]


@pytest.mark.parametrize(("source", "target", "text", "translated"), TRIED_LATER)
def test_correct_pairs_that_were_tried_after_the_data_are_let_be(
    source: str, target: str, text: str, translated: str
) -> None:
    assert found({"source": source, "target": target}, text, translated) == []


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("In the 1990s many left.", "Seksenli yıllarda birçok kişi gitti."),
        ("Over two hundred people came.", "Üç yüzden fazla kişi geldi."),
        ("More than 4,700 shells fell.", "Dört bin sekiz yüzden fazla mermi düştü."),
    ],
)
def test_a_hundred_with_an_ending_is_counted_and_decades_are_told_apart(text: str, translated: str) -> None:
    assert found({"source": "en", "target": "tr"}, text, translated)
