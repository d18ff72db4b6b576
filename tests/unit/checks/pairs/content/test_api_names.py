import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.content.api_names import without_names
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import Side


@pytest.mark.parametrize(
    "name",
    ["os.path.join", "max_age", "fooBar", "@someone", "--force", "-f", "$HOME", "std::vector", "a->b", "x=1", "C:\\dir", "main()",
     "Content-Type", "X-Forwarded-For", "ASP.NET", "/usr/bin", "#tag", "%TEMP%",
     "vue-i18n", "vue-virtual-scroller", "v-else-if"],
)  # fmt: skip
def test_names_of_programs_are_hidden(name: str) -> None:
    (block,), _ = split(f"слово {name} слово")
    assert without_names(Side("ru", block)) == f"слово {OBJECT * len(name)} слово"


@pytest.mark.parametrize(
    "text",
    [
        "слово. Слово",
        "а/б и word. Word",
        "ёлка-палка, so-called",
        "3.5 и 10:30",
        "AT&T",
        "closed.It is",
        "up-to-date",
        "state-of-the-art",
    ],
)
def test_words_are_not(text: str) -> None:
    (block,), _ = split(text)
    assert without_names(Side("ru", block)) == text


def test_they_are_looked_for_once_in_a_text() -> None:
    (block,), _ = split("слово os.path слово")
    side = Side("ru", block)
    assert without_names(side) is without_names(side)
    assert without_names(Side("uk", block)) == without_names(side)
