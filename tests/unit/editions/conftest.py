"""What the tests of editions share: the real project's pages, and a small explainer with every kind of block."""

from pathlib import Path

import pytest
from tests.conftest import MakeLibrary

from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.tracking import Tracker

ROOT = Path(__file__).parents[3]
META = "---\ndate: '2022-08-28'\nsources:\n  note:\n    title: Агентство\n    url: https://agency.example/a\n    date: '2022'\n---\n"
RU = """# Горы и реки

!!! abstract "Коротко"

    - Горы высоки[^note].

Горы — это [высокое место](../glossary/mountain.md)[^t-word].

| Что | Сколько |
| --- | --- |
| Горы | 3 |
| Реки | 5 |

> Сказано давно.

Подробнее [о горах](more.md#up) и [на сайте](../about.md).

[^t-word]: Слово старое ([Словарь](https://dictionary.example/word)).
"""
UK = (
    RU.replace("Горы и реки", "Гори й ріки").replace("Горы — это", "Гори — це").replace("высокое место", "високе місце")
)
FILES = {
    "ru/index.md": "# Сайт\n",
    "ru/about.md": "# О сайте\n\nМы.\n",
    "ru/land/index.md": META + RU,
    "ru/land/more.md": "# Ещё\n\n## Вверх { #up }\n\nВыше [гор](../glossary/mountain.md).\n",
    "ru/glossary/index.md": "# Глоссарий\n\n{{ terms }}\n",
    "ru/glossary/mountain.md": "---\nterm: гора\nkind: place\n---\n# Гора\n\nВысокое место на земле.\n",
    "uk/land/index.md": UK,
    "uk/glossary/mountain.md": "---\nterm: гора\nshort: г.\n---\n# Гора\n\nВисоке місце на землі.\n",
}


@pytest.fixture(scope="session")
def real() -> Tracker:
    """The pages of this site."""
    library, problems = read_library(ROOT)
    assert library is not None, problems
    return Tracker(library)


@pytest.fixture
def small(make_library: MakeLibrary) -> Library:
    """An explainer in Russian and in part in Ukrainian; there is no English."""
    return make_library(FILES)
