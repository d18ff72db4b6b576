"""Whether texts are in another language than a file says."""

from pathlib import Path

import pytest

from tlumach.exchange.foreign import Written, dictionary_of, foreign
from tlumach.library.pages import parse_page

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = ("ru", "uk", "en")
PAGES = ("about.md", "glossary/csto.md", "kazakhstan-arms-export/index.md")


def written(language: str, path: str) -> list[Written]:
    page, _ = parse_page((ROOT / "docs" / language / path).read_text(encoding="utf-8"), language, path)
    return [Written(block.text, "", ()) for block in page.blocks]


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_its_own_language_and_in_no_other(path: str, language: str) -> None:
    texts = written(language, path)
    assert [said for said in LANGUAGES if not foreign(texts, said, dictionary_of)] == [language]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zakład powinien zostać oddany do użytku jeszcze przed końcem przyszłego roku, mówi rzecznik firmy.", "en"),
        ("Die Regierung hat angekündigt, dass die Ausfuhr von Waffen bis Ende des Jahres ausgesetzt wird.", "en"),
        ("Урад абвясціў, што вываз зброі спынены да канца года, і гэта датычыць усіх прадпрыемстваў краіны.", "uk"),
        ("Правителството обяви, че износът на оръжие е спрян до края на годината за всички предприятия.", "ru"),
        ("Влада је објавила да је извоз оружја обустављен до краја године за сва предузећа у земљи.", "uk"),
        ("Правительство объявило, что вывоз остановлен.", "uk"),
        ("Hello to the whole world.", "uk"),
        ("Γεια σου κόσμε, τι κάνεις;", "en"),
    ],
)
def test_a_neighbour_is_told_apart(text: str, language: str) -> None:
    assert foreign([Written(text, "", ())], language, dictionary_of)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        (
            "Див. `tlumach exchange import`, <https://example.org/about/us> і [Poedit](https://poedit.net/download).",
            "",
            "uk",
        ),
        ("Poedit, Lokalize, OmegaT.", "Poedit, Lokalize, OmegaT.", "uk"),
        ("Закон «О противодействии коррупции» ухвалили ще торік, і він діє досі.", "", "uk"),
        ("Юаньхань Чжао, Нурсултан Тлеубердиев, Сагынтай Абдрахманов.", "", "uk"),
        ("Раз.", "Раз.", "uk"),
    ],
)
def test_names_code_and_quotations_are_no_other_language(text: str, source: str, language: str) -> None:
    assert foreign([Written(text, source, ())], language, dictionary_of) == ""


def test_what_another_page_has_letter_for_letter_is_that_language() -> None:
    texts = [Written("Раз два три.", "Раз два три.", [("ru", "Раз два три.")]), Written("Чотири.", "Четыре.", ())]
    assert "“ru”" in foreign(texts, "uk", dictionary_of)
