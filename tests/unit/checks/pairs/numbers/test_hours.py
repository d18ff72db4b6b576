"""Parts of an hour in minutes, times of day in words, halves and multiples that differ, in the languages whose number words are read."""

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side

RIGHT = yaml.safe_load("""
- [en, de, They talked for three quarters of an hour., Sie sprachen 45 Minuten lang.]
- [en, de, They talked for half an hour., Sie sprachen 30 Minuten lang.]
- [en, tr, They talked for half an hour., Otuz dakika konuştular.]
- [en, tr, They talked for a quarter of an hour., On beş dakika konuştular.]
- [en, pl, They talked for three quarters of an hour., Rozmawiali czterdzieści pięć minut.]
- [en, pl, They talked for three quarters of an hour., Rozmawiali trzy kwadranse.]
- [en, kk, They talked for half an hour., Олар отыз минут сөйлесті.]
- [en, be, They talked for a quarter of an hour., "Яны размаўлялі пятнаццаць хвілін."]
- [en, uk, They talked for three quarters of an hour., Вони розмовляли сорок п’ять хвилин.]
- [ru, de, Они говорили три четверти часа., Sie sprachen 45 Minuten lang.]
- [ru, pl, Они говорили полчаса., Rozmawiali trzydzieści minut.]
- [en, de, The film lasts an hour and a half., Der Film dauert 90 Minuten.]
- [en, tr, It opens at half past three., Üç buçukta açılıyor.]
- [en, tr, It opens at half past twelve., On iki buçukta açılıyor.]
- [en, tr, It opens at quarter past three., Üçü çeyrek geçe açılıyor.]
- [en, tr, It opens at quarter to three., Üçe çeyrek kala açılıyor.]
- [en, tr, Growth came to two and a half per cent., Büyüme yüzde iki buçuğa ulaştı.]
- [en, kk, It opens at quarter past three., Ол үштен он бес минут өткенде ашылады.]
- [en, kk, It opens at quarter to three., Ол үшке он бес минут қалғанда ашылады.]
- [ru, de, Каждый восьмой ребёнок беден., Jedes achte Kind ist arm.]
- [ru, be, Каждый третий рубль., Кожны трэці рубель.]
- [ru, tr, Экспорт вырос вчетверо., İhracat dört katına çıktı.]
""")
WRONG = yaml.safe_load("""
- [en, de, They talked for half an hour., Sie sprachen 20 Minuten lang.]
- [en, de, The film lasts an hour and a half., Der Film dauert 80 Minuten.]
- [en, de, It took a day and a half., Es dauerte zweieinhalb Tage.]
- [en, tr, It took a year and a half., İki buçuk yıl sürdü.]
- [en, pl, It took an hour and a half., Trwało to dwie i pół godziny.]
- [en, kk, It took a year and a half., Ол екі жарым жылға созылды.]
- [ru, be, Экспорт вырос вчетверо., Экспарт вырас у два разы.]
- [ru, kk, Экспорт вырос втрое., Экспорт екі есе өсті.]
- [en, tr, Exports trebled., İhracat iki katına çıktı.]
- [en, tr, It opens at half past three., Dört buçukta açılıyor.]
- [en, tr, It opens at quarter past three., Dördü çeyrek geçe açılıyor.]
""")


def found(source: str, target: str, text: str, translated: str) -> list[str]:
    sides = [Side(language, split(words)[0][0]) for language, words in ((source, text), (target, translated))]
    return [each.message for each in check_numbers(AlignedPair(sides[0], sides[1], Knowledge()))]


@pytest.mark.parametrize(("source", "target", "text", "translated"), RIGHT)
def test_the_same_time_said_otherwise_is_let_be(source: str, target: str, text: str, translated: str) -> None:
    assert found(source, target, text, translated) == []


@pytest.mark.parametrize(("source", "target", "text", "translated"), WRONG)
def test_another_part_or_multiple_is_found(source: str, target: str, text: str, translated: str) -> None:
    assert found(source, target, text, translated)
