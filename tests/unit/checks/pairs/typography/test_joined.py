import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.checks.pairs.typography import joined
from tlumach.checks.pairs.typography.joined import check_missing_space


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("Міст,дорога.", "uk"),
        ("Міст закрито.Його лагодять.", "uk"),
        ("Міст закрито.його лагодять.", "uk"),
        ("Міст закрито;його лагодять.", "uk"),
        ("Міст:його лагодять.", "uk"),
        ("Міст!Його лагодять.", "uk"),
        ("Що?Міст.", "uk"),
        ("Міст…Його лагодять.", "uk"),
        ("Міст...його лагодять.", "uk"),
        ("Міст(новий і старий) тут.", "uk"),
        ("Міст (новий і старий)тут.", "uk"),
        ("Він сказав: «Так»,і пішов.", "uk"),
        ("Слово«так» тут.", "uk"),
        ("Слово «так»тут.", "uk"),
        ("У 2022,коли міст закрили.", "uk"),
        ("The bridge,the road.", "en"),
        ("The bridge is closed.It is mended.", "en"),
        ("The bridge(new and old) is closed.", "en"),
        ("[Міст](https://x.example),дорога.", "uk"),
        ("Какой мост?!Закрыт.", "ru"),
    ],
)
def test_a_missing_space_is_found(findings: Any, target: str, language: str) -> None:
    source = "Мост, дорога." if language != "ru" else "A bridge, a road."
    assert findings(check_missing_space, source, target, language, source_language="ru" if language != "ru" else "en")


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("Т.е. міст, и т.д., А.С.Пушкін, Ph.D. та к.т.н.", "uk"),
        ("Node.js, ASP.NET, kremlin.ru, президент.рф і README.md", "uk"),
        ("Книга(и), студент(ка), (не)можливо, word(s).", "uk"),
        ("10:30, 1,5, 3.5, 1:2, 2022.", "uk"),
        ("`код`(а, б) і f(x), std::vector, os.path", "uk"),
        ("Він… пішов. …і прийшов, «…так».", "uk"),
        ("a, b; c: d! e? (f) «g» [h]", "en"),
        ("“Yes,” he said; ‘no’.", "en"),
        ("https://x.example/a,b:c;d і user@x.example", "uk"),
        ("Він (новий), а «той» — (старий).", "uk"),
        ("e.g., i.e., U.S.A., No.5, a.m.", "en"),
        ("H2O(l), f(x)g, 5(b)", "en"),
        ("(або «Так»)? Ні.", "uk"),
        ("Версія МАЖОРНА.МІНОРНА.ПАТЧ і Task.Supervisor у дереві", "uk"),
    ],
)
def test_what_is_written_together_rightly_is_let_be(findings: Any, target: str, language: str) -> None:
    assert findings(check_missing_space, "Мост, дорога.", target, language) == []


def test_what_the_source_has_letter_for_letter_is_let_be(findings: Any) -> None:
    assert findings(check_missing_space, "Журнал «Слово,дело».", "Часопис «Слово,дело».") == []


@pytest.mark.parametrize(
    ("language", "target"),
    [("zh", "他说：“好,我来。”再见!走吧"), ("ja", "「はい」と言った。では!行こう"), ("th", "ไป!มา")],
)
def test_languages_without_spaces_miss_none(findings: Any, language: str, target: str) -> None:
    assert findings(check_missing_space, "Слово.", target, language) == []


def test_a_name_that_is_written_together_in_both_is_right(findings: Any) -> None:
    assert not findings(
        check_missing_space,
        "Портал Дія.Бізнес відкрили.",
        "The Diia.Business portal opened.",
        "en",
        source_language="uk",
    )
    assert findings(
        check_missing_space, "Портал відкрили. Усе.", "The portal opened.Business goes on.", "en", source_language="uk"
    )


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("Flask bir “mikroframework”tür.", "tr"),
        ("Ол «Нұр Отан»нан шықты.", "kk"),
        ("Der normale (Standard-)Prozess.", "de"),
    ],
)
def test_an_ending_after_a_mark_and_a_first_half_in_brackets_are_let_be(
    findings: Any, target: str, language: str
) -> None:
    assert not findings(check_missing_space, "A bridge, a road.", target, language, source_language="en")
    other = target.replace("”tür", "”köprüler ve").replace("»нан", "»көпірлердің").replace("-)", ")")
    assert findings(
        check_missing_space, "A bridge, a road.", other, "uk" if language == "tr" else language, source_language="en"
    )


@given(
    st.lists(
        st.sampled_from([*"аБbC1,;!?.:…»”«„) \n", "сло", "word", "...", ".ru", "т.е", "\u0482\u0482\u0482"]),
        max_size=12,
    )
)
def test_marks_are_looked_for_where_a_letter_follows_one(pieces: list[str]) -> None:
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(joined, "_MAYBE_AFTER_A_MARK", re.compile(""))
        patched.setattr(joined, "_MAYBE_QUOTES", re.compile(""))
        slowly = list(joined._after_marks(text))
    assert list(joined._after_marks(text)) == slowly


def test_a_pattern_with_full_stops_of_the_source_is_one_here(findings: Any) -> None:
    source = "Expressed as major.minor (0.2)."
    assert not findings(
        check_missing_space, source, "У форматі «старша версія.молодша версія» (0.2).", "uk", source_language="en"
    )
    assert findings(check_missing_space, source, "Пише так.Далі (0.2).", "uk", source_language="en")
