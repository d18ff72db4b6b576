"""A small site that is built with an address for letters: what readers report on, and an editor's answer to it."""

from pathlib import Path

import pytest

from tests.project import run
from tests.shared import made_once
from tests.two_languages import DAY, MKDOCS, write_site

RU = "---\ndate: '2026-11-01'\n---\n# Новость\n\nИх было 14 [человек](../glossary/t.md)[^n] & больше.\n\nДва слова.\n\n[^n]: Пояснение.\n"
EN = "# News\n\nThere were 14 [people](../glossary/t.md)[^n] & more.\n\nTwo words.\n\n[^n]: A note.\n"
FILES = {
    "docs/ru/a/index.md": RU,
    "docs/en/a/index.md": EN,
    "docs/ru/glossary/index.md": "# Глоссарий\n\n{{ terms }}\n",
    "docs/ru/glossary/t.md": "---\nterm: Человек\nkind: notion\nas_of: '2022'\n---\n# Человек\n\nКто живёт.\n",
    "docs/en/glossary/index.md": "# Glossary\n\n{{ terms }}\n",
    "docs/en/glossary/t.md": "---\nterm: Person\n---\n# Person\n\nWho lives.\n",
}


def reported_site(factory: pytest.TempPathFactory) -> Path:
    """Return that project, confirmed and built. Tests must not change it."""

    def build(root: Path) -> None:
        write_site(root, FILES, f"{MKDOCS}extra: {{contact: 'mailto:editor@site.example'}}\n")
        assert run(root, "confirm", "--all", "--language", "en", **DAY).returncode == 0
        done = run(root, "build", **DAY)
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(factory, "reported", build)
