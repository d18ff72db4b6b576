from collections.abc import Callable
from typing import Any

import pytest

from tlumach.checks.pairs.content.left_words import check_left_words
from tlumach.languages.spelling import Knows, Speller
from tlumach.problems import Level


class Every(Knows):
    def spell(self, word: str) -> bool:
        return True


@pytest.fixture
def words_left(make_pair: Any) -> Callable[..., list[str]]:
    def find(*texts: tuple[str, str], language: str = "ru") -> list[str]:
        pairs = [make_pair(source, target, language, source_language="en") for source, target in texts]
        for pair in pairs:
            pair.knowledge.spellers["en"] = Speller([Every()])
        return [finding.message.split("“")[1].split("”")[0] for _, finding in check_left_words(pairs)]

    return find


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("Courses provide opportunities.", "Курсы provide возможности.", "provide"),
        ("You can choose a course.", "Вы можете choose курс.", "choose"),
        ("It was the first day.", "Это был the первый день.", "the"),
        ("They came from the town.", "Они пришли from города.", "from"),
        ("It is usually closed.", "Он usually закрыт.", "usually"),
        ("The bridge was closed.", "Этот bridge закрыли.", "bridge"),
        ("A large crowd came.", "Пришла большая crowd.", "crowd"),
        ("- One town\n- Two rivers", "- Один город\n- Две rivers", "rivers"),
        ("They don't know.", "Они don’t знают.", "don't"),
        ("He spoke quickly and left.", "Он говорил quickly и ушёл.", "quickly"),
        ("The old house burned.", "Старый дом burned.", "burned"),
        ("Without water, nothing grows.", "Without воды ничто не растёт.", ""),
        ("It is because of `x`.", "Это because `x`.", "because"),
        ("You can push the branch.", "Вы push ветку.", "push"),
        ("It works (they install it, too).", "Он работает (они install и его).", "install"),
        ("*It is without them, too.*", "*Он without них тоже.*", "without"),
        ("**You can choose it.**", "**Вы можете choose его.**", "choose"),
    ],
)
def test_a_word_left_in_the_midst_is_found(words_left: Any, source: str, target: str, word: str) -> None:
    assert words_left((source, target)) == ([word] if word else [])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("You can push the branch.", "Вы можете сделать push ветки."),
        ("You can push the branch.", "Есть команда push для ветки."),
        ("The push of a branch. You can push.", "Этот push ветки. Вы push."),
        ("The function is not async.", "Функция не async тут."),
        ("Short for bridge (a word).", "Сокращение от слова bridge тут."),
        ("The words free and bridge differ.", "Слова free и bridge различны."),
        ("It was done in vitro and in vivo.", "Это сделали in vitro и in vivo."),
        ("Failed (it said: failed to resolve it).", "Сбой (по-английски failed to resolve it)."),
        ("The ct axis.", "По оси ct тут."),
        ("The word bridge is English.", "Слово «bridge» английское."),
        ("The word bridge is English.", "Слово *bridge* английское."),
        ("Give the bridge a name.", "Назовите мост (bridge)."),
        ("Use `bridge` here.", "Возьмите `bridge` тут."),
        ("The bridge team.", "Команда [bridge](https://x.example)."),
        ("Use the middleware.", "Возьмите middleware."),
        ("Set bridge_name and os.bridge.", "Задайте bridge_name и os.bridge."),
        ("Open source is open.", "Это open source."),
        ("Run the bash script.", "Запустите bash-скрипт."),
        ("The router is new.", "Ядро router'а."),
        ("The Bridge form.", "Форма Bridge form."),
        ("Use **bridge** mode.", "Режим **bridge**."),
    ],
)
def test_what_is_cited_or_jargon_is_let_be(words_left: Any, source: str, target: str) -> None:
    assert words_left((source, target)) == []


def test_a_page_with_a_jargon_of_its_own_keeps_its_nouns(words_left: Any) -> None:
    pairs = [(f"The {word} is new.", f"Этот {word} новый.") for word in ("gizmo", "widget", "sprocket", "gadget")]
    assert words_left(*pairs) == []
    assert words_left(*pairs, ("They provide help.", "Они provide помощь.")) == ["provide"]


@pytest.mark.parametrize(
    "name",
    ["Newport on the Levee", "The Power of Nutrition", "Palms Hotel and Casino", "Joint Aid for Dogs", "Stadium of Light",
     "Band of Brothers",      "Game of Thrones", "Bank of America", "Lord of the Rings", "Diary of a Wimpy Kid"],
)  # fmt: skip
def test_the_small_words_of_a_name_are_let_be(words_left: Any, name: str) -> None:
    assert words_left((f"He knows {name} well.", f"Он хорошо знает {name}.")) == []
    assert words_left((f"He works for {name}.", f"Он работает for {name}.")) == ["for"]


def test_words_of_the_glossary_and_other_languages_are_let_be(words_left: Any) -> None:
    assert words_left(("The tenge fell.", "Курс тенге упал.")) == []
    assert words_left(("The bridge fell.", "Die bridge fiel."), language="de") == []


def test_a_word_that_the_page_translates_everywhere_else_is_no_jargon_there(words_left: Any) -> None:
    page = [
        ("The server was new.", "Сервер был новый."),
        ("A server stood there.", "Там стоял сервер."),
        ("The commit came.", "Пришёл commit."),
    ]
    assert words_left(*page, ("The old server fell.", "Старый server упал.")) == ["server"]
    assert words_left(*page, ("The old server fell. `server`", "Старый server упал. `server`")) == []
    assert words_left(*page, ("The |server| fell.", "|server| упал.")) == []


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("It is usually closed.", "Он usually закрыт.", Level.WARNING),
        ("He spoke quickly and left.", "Он говорил quickly громко.", None),
        ("They came from the town.", "Они пришли from города.", Level.WARNING),
        ("The bridge was closed.", "Этот bridge закрыли.", None),
        ("It is usually closed.", "Он закрыт, usually, весной.", None),
        ("Set it to true at once.", "Установите true сразу.", None),
    ],
)
def test_a_word_that_no_trade_takes_over_is_a_warning_in_the_midst_of_others(
    make_pair: Any, source: str, target: str, level: Level | None
) -> None:
    pair = make_pair(source, target, "ru", source_language="en")
    pair.knowledge.spellers["en"] = Speller([Every()])
    assert {finding.level for _, finding in check_left_words([pair])} <= {level}
