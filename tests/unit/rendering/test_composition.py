from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tlumach.alignment.passages import read_passages
from tlumach.blocks import rendered, split
from tlumach.blocks.syntax import read_markdown_settings
from tlumach.checks.shape import check_shape
from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record
from tlumach.rendering.composition import compose
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
EXPLAINERS = {
    "ru/index.md": "# Главная\n\n## Разборы\n\n{{ explainers }}\n\nКонец.",
    "uk/index.md": "# Головна\n\n{{ explainers }}\n",
    "ru/old/index.md": "---\ndate: '2021'\n---\n# Старый",
    "ru/b/index.md": "---\ndescription: О том.\ndate: '2022-08-28'\n---\n# Второй *разбор*",
    "ru/a/index.md": "---\ndate: '2022-08-28'\n---\n# Первый",
    "ru/a/notes.md": "# Примечания",
    "uk/a/index.md": "# Перший",
    "ru/glossary/index.md": "# Глоссарий",
}
TERM = """---
term: Договор
short: ОДКБ
forms: [Пакт, Союз]
kind: organisation
kazakh: ҰҚШҰ
as_of: '2024-12-04'
avoid:
  - {form: русское НАТО, why: прозвище}
---
# Договор

Союз шести стран.

Ещё абзац.
"""
TERMS = {
    "ru/glossary/index.md": "# Глоссарий\n\n{{ terms }}",
    "uk/glossary/index.md": "# Глосарій\n\n{{ terms }}",
    "ru/glossary/csto.md": TERM,
    "uk/glossary/csto.md": "---\nterm: Договір\nshort: ОДКБ\n---\n# Договір\n\nСоюз шести країн.",
    "ru/glossary/astana.md": "---\nterm: Астана\nkind: place\nas_of: '2022'\n---\n# Астана\n\nГород.",
    "ru/glossary/yedinstvo.md": "---\nterm: Единство\nkind: organisation\nas_of: '2022'\n---\n# Е\n\nx",
    "ru/glossary/arms.md": "---\nterm: Яма\nkind: organisation\nas_of: '2022'\n---\n# Я\n\nx",
    "ru/glossary/tokayev.md": "---\nterm: Токаев\nkind: person\nas_of: '2022'\n---\n# Т\n\nx",
}
CITING = """---
sources:
  ria:
    title: {ru: РИА Новости, uk: РІА Новини}
    url: https://ria.example/1
    date: '2022-08-27'
    weak: repost
  wiki:
    title: Вики
    url: https://wiki.example
    by_content: '2022-08'
  tass:
    title: ТАСС
    url: https://tass.example
  idle:
    title: Не процитирован
    url: https://idle.example
---
# А

Раз[^tass], два[^own], три[^ria], `[^idle]`.

[^own]: Своё слово[^wiki].
"""


def composed(library: Library, language: str, path: str) -> str:
    return compose(library.pages[language, path], Tracker(library), load_messages(language)).markdown.replace(
        "\u00a0", " "
    )


def in_order(text: str, *parts: str) -> bool:
    place = 0
    for part in parts:
        if (found := text.find(part, place)) < 0:
            return False
        place = found + len(part)
    return True


def test_explainers_are_listed_the_newest_first_then_by_path(make_library: MakeLibrary) -> None:
    text = composed(make_library(EXPLAINERS), "ru", "index.md")
    assert in_order(text, "## Разборы", "(a/index.md)", "(b/index.md)", "(old/index.md)", "Конец.")
    assert "notes.md" not in text and "glossary" not in text and "{{" not in text


def test_an_explainer_has_its_title_description_and_date(make_library: MakeLibrary) -> None:
    text = composed(make_library(EXPLAINERS), "ru", "index.md")
    assert in_order(text, "[Второй разбор](b/index.md)", "О том.", "28 августа 2022 г.")


def test_a_translation_lists_what_is_not_translated_too_and_says_in_which_language_it_is(
    make_library: MakeLibrary,
) -> None:
    text = composed(make_library(EXPLAINERS), "uk", "index.md")
    assert in_order(text, "[Перший](a/index.md)**", "28 серпня 2022 р.")
    assert "](b/index.md){ lang=ru }**" in text


def test_a_list_of_nothing_is_nothing(make_library: MakeLibrary) -> None:
    assert composed(
        make_library({"ru/index.md": "# А\n\n{{ explainers }}\n\n{{ terms }}"}), "ru", "index.md"
    ).split() == ["#", "А"]


def test_a_term_that_is_not_translated_says_in_which_language_it_is(make_library: MakeLibrary) -> None:
    text = composed(make_library(TERMS), "uk", "glossary/index.md")
    assert "- **[Договір](csto.md)** (ОДКБ)" in text and "- **[Астана](astana.md){ lang=ru }**" in text


def test_what_compares_copies_is_in_the_language_of_the_reader(make_library: MakeLibrary) -> None:
    library = make_library({"ru/check.md": "# А\n\n{{ compare }}\n"})
    text = compose(library.pages["ru", "check.md"], Tracker(library), load_messages("uk")).markdown
    assert "{ #compare-copies .compare lang=uk }" in text
    assert "{ #compare-copies .compare }" in composed(library, "ru", "check.md")


def test_terms_are_grouped_by_kind_and_sorted_by_the_alphabet(make_library: MakeLibrary) -> None:
    text = composed(make_library(TERMS), "ru", "glossary/index.md")
    assert in_order(
        text, "## Люди", "tokayev.md", "## Организации", "csto.md", "yedinstvo.md", "arms.md", "## Места", "astana.md"
    )
    assert "## Понятия" not in text
    assert "{ #organisation }" in text


@given(order=st.permutations(list(TERMS)))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lists_do_not_depend_on_the_order_of_reading(make_library: MakeLibrary, order: list[str]) -> None:
    shuffled = make_library({name: TERMS[name] for name in order})
    assert composed(shuffled, "ru", "glossary/index.md") == composed(make_library(TERMS), "ru", "glossary/index.md")


def test_a_term_in_the_list_leads_to_its_page_and_shows_its_other_names(make_library: MakeLibrary) -> None:
    text = composed(make_library(TERMS), "ru", "glossary/index.md")
    assert in_order(
        text, "[Договор](csto.md)", "(ОДКБ)", "[Договір (ОДКБ)](../uk/glossary/csto.html){ lang=uk", "*ҰҚШҰ*{ lang=kk }"
    )


def test_the_facts_of_a_term_stand_between_definition_and_the_rest(make_library: MakeLibrary) -> None:
    text = composed(make_library(TERMS), "ru", "glossary/csto.md")
    assert in_order(
        text,
        "Союз шести стран.",
        '!!! term-facts ""',
        "ОДКБ",
        "Пакт, Союз",
        "«русское НАТО» — прозвище",
        "4 декабря 2024 г.",
        "Ещё абзац.",
    )


def test_a_translated_term_leads_back_and_has_the_shared_facts(make_library: MakeLibrary) -> None:
    text = composed(make_library(TERMS), "uk", "glossary/csto.md")
    assert "[Договор (ОДКБ)](../../glossary/csto.html){ lang=ru" in text
    assert "4 грудня 2024 р." in text and "ҰҚШҰ" in text
    assert "прозвище" not in text  # said in Russian, of a Russian rendering


def test_only_terms_have_facts(make_library: MakeLibrary) -> None:
    assert "term-facts" not in composed(make_library(TERMS), "ru", "glossary/index.md")


def test_cited_sources_become_notes_with_date_and_weakness(make_library: MakeLibrary) -> None:
    text = composed(make_library({"ru/a.md": CITING}), "ru", "a.md")
    assert "[^ria]: [РИА Новости](https://ria.example/1), 27 августа 2022 г., перепечатка." in text
    assert "[^wiki]: [Вики](https://wiki.example), без даты; судя по содержанию, август 2022 г.\n" in text
    assert "[^tass]: [ТАСС](https://tass.example), без даты." in text
    assert "idle.example" not in text


def test_notes_come_in_the_order_of_their_first_marks_each_once(make_library: MakeLibrary) -> None:
    text = composed(make_library({"ru/a.md": CITING}), "ru", "a.md")
    assert in_order(text, "Раз[^tass]", "[^tass]:", "[^own]: Своё слово[^wiki].", "[^ria]:", "[^wiki]:")
    assert all(text.count(f"[^{key}]:") == 1 for key in ("tass", "own", "ria", "wiki"))


def test_the_place_of_a_definition_does_not_change_the_order_of_notes(make_library: MakeLibrary) -> None:
    text = composed(make_library({"ru/a.md": "# А\n\n[^b]: Б.\n\nРаз[^a], два[^b].\n\n[^a]: А.\n"}), "ru", "a.md")
    assert in_order(text, "Раз[^a], два[^b].", "[^a]: А.", "[^b]: Б.")


def test_a_translation_cites_the_sources_of_the_source_page_in_its_own_words(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": CITING, "uk/a.md": "# Ж\n\nРаз[^ria].\n"})
    text = composed(library, "uk", "a.md")
    assert "[^ria]: [РІА Новини](https://ria.example/1), 27 серпня 2022 р., передрук." in text


@pytest.mark.parametrize("note", ["[^a b]: x", "[^]: x", "[^`]: x `", "[^a]: x\n\n[^a]: y"])
def test_a_strange_footnote_ends_in_no_traceback(make_library: MakeLibrary, note: str) -> None:
    assert "# А" in composed(make_library({"ru/a.md": f"# А\n\nб[^a]\n\n{note}"}), "ru", "a.md")


BLOCKS = st.sampled_from(
    ["# Один", "Абзац *раз*.", "- а\n- б", "!!! note\n\n    Бокс.", "> Цитата.", "| а |\n|---|\n| б |", "```\nкод\n```"]
)


@given(blocks=st.lists(BLOCKS, min_size=1))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_needs_nothing_is_left_as_it_is(make_library: MakeLibrary, blocks: list[str]) -> None:
    body = "\n\n".join(blocks) + "\n"
    assert composed(make_library({"ru/a.md": f"---\ndescription: А\n---\n{body}"}), "ru", "a.md") == body


def test_a_snippet_stands_between_two_marks(make_library: MakeLibrary) -> None:
    text = '# А\n\n--8<-- "part.md"\n\nтекст\n'
    for names, ids in ([["pymdownx.snippets"], ["а", "\x04", "\x04", "p"]], [[], ["а", "p", "p"]]):
        page = parse_page(text, "ru", "a.md", read_markdown_settings(names).syntax)[0]
        library = replace(make_library({}), pages={("ru", "a.md"): page})
        found = compose(page, Tracker(library), load_messages("ru"), False).ids
        assert [id if id in ("а", "\x04") else id[:1] for id in found] == ids


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("---\ntitle: Имя *x*\n---\n## Раздел\n\nтекст\n", "Имя *x*", "# Имя \\*x\\*"),
        ("---\ntitle: Имя\n---\n# Другое\n\nтекст\n", "Другое", "# Другое"),
        ("## Раздел\n\nтекст\n", "Раздел", "## Раздел"),
    ],
)
def test_a_title_that_stands_in_the_front_matter_alone_is_the_title(
    make_library: MakeLibrary, text: str, title: str, first: str
) -> None:
    library = make_library({"ru/a.md": text})
    page = library.pages["ru", "a.md"]
    assert page.title == title
    composed = compose(page, Tracker(library), load_messages("ru"), False)
    assert composed.pieces[0].text == first
    assert [problem.code for problem in check_shape(library)] == (["no-title"] if first == "## Раздел" else [])


STALE_SOURCE = "# Один\n\nИх было 15[^a].\n\nСтены стоят.\n\n## Новый заголовок { #who }\n\n[^a]: Нота.\n"
STALE_TRANSLATION = (
    "# Один\n\nЇх було 14[^a].\n\nМури стоять.\n\n## Старий заголовок { #who }\n\n- Зайве.\n\n[^a]: Нота.\n"
)
STALE_RECORD = Record(
    (
        Entry("p-1", "Их было 14[^a].", "Їх було 14[^a]."),
        Entry("p-2", "Стены, стоят.", "Мури стоять."),
        Entry("who", "## Старый заголовок { #who }", "## Старий заголовок { #who }"),
        Entry("p-3", "- Лишнее.", "- Зайве."),
    )
)


def stale(make_library: MakeLibrary, value: object) -> list[tuple[str, str]]:
    """Return the pieces that a stale page is composed of, and their ids."""
    library = make_library({"ru/a.md": STALE_SOURCE, "uk/a.md": STALE_TRANSLATION})
    passages, wrong = read_passages(value)
    assert not wrong
    library = replace(library, settings=replace(library.settings, passages=passages))
    tracker = Tracker(replace(library, records={("uk", "a.md"): STALE_RECORD}))
    page = library.pages["uk", "a.md"]
    composed = compose(page, tracker, load_messages("uk"))
    assert all(piece.elements == len(rendered(split(piece.text)[0])) for piece in composed.pieces if piece.elements)
    return [(" ".join(piece.text.split()), piece.id) for piece in composed.pieces]


def test_a_stale_passage_is_marked_and_its_original_folded_below(make_library: MakeLibrary) -> None:
    texts = [text for text, _ in stale(make_library, None)]
    at = texts.index("Їх було 14[^a].")
    assert texts[at + 1].startswith("??? original") and texts[at + 1].endswith("Их было 15.")
    assert texts[texts.index("- Зайве.") + 1].endswith("{ .orphaned }")


def test_the_original_goes_first_and_the_translation_is_folded_with_its_notes(make_library: MakeLibrary) -> None:
    pieces = stale(make_library, {"number": "original-first", "removed": "original-first"})
    texts = [text for text, _ in pieces]
    first = next(
        at for at, text in enumerate(texts) if text.startswith("???+ original") and text.endswith("Их было 15.")
    )
    assert texts[first + 1].startswith("??? former") and texts[first + 1].endswith("Їх було 14[^a].")
    assert pieces[first][1] and not pieces[first + 1][1]
    assert "Мури стоять." in texts
    gone = texts.index("В оригіналі цього місця вже немає. { .orphaned }")
    assert texts[gone + 1].startswith("??? former") and texts[gone + 1].endswith("- Зайве.")


def test_the_original_alone_with_the_notes_that_the_page_has(make_library: MakeLibrary) -> None:
    texts = [text for text, _ in stale(make_library, "original")]
    assert not any(text.endswith(("Їх було 14[^a].", "Мури стоять.", "- Зайве.")) for text in texts)
    assert any(text.startswith("???+ original") and text.endswith("Их было 15[^a].") for text in texts)
    assert ("## Новый заголовок { lang=ru }", "who") in stale(make_library, "original")
    assert "[^a]: Нота. Цей абзац ще не звірено з оригіналом. { .unread }" in texts  # nobody confirmed it


def test_by_path(make_library: MakeLibrary) -> None:
    assert stale(make_library, {"security/**": "original"}) == stale(make_library, None)
    assert stale(make_library, {"a.md": "original"}) == stale(make_library, "original")


def test_a_term_does_not_lead_to_a_language_in_preparation(make_library: MakeLibrary) -> None:
    term = "---\nterm: {0}\nkind: notion\n---\n# {0}\n\nТо.\n"
    library = make_library({f"{at}/glossary/b.md": term.format(word) for at, word in {"ru": "Б", "uk": "В"}.items()})
    page = library.pages["ru", "glossary/b.md"]
    said = [
        compose(page, Tracker(replace(library, in_preparation=hidden)), load_messages("ru")).markdown
        for hidden in ({}, {"uk": 40})
    ]
    assert ["uk/glossary" in each for each in said] == [True, False]
