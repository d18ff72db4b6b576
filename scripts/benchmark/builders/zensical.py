"""Zensical in the bench: a project for each language, from the settings of the bare stack; it knows no static-i18n."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmark.builders.contender import CHANGED, Contender
from benchmark.builders.installed import found, version
from benchmark.content.words import LANGUAGES

SETTINGS = "mkdocs.yml"


def zensical() -> Contender | str:
    """Return Zensical as a contender, or why it is left out."""
    program = found("zensical")
    if not program:
        return "Zensical is left out: there is no `zensical` on the PATH"
    builds = [_build(program, language) for language in LANGUAGES]
    again = ("sh", "-ec", _build(program, CHANGED))
    command = ("sh", "-ec", " && ".join(builds))
    makes = ("site", ".cache")
    return Contender("Zensical", write_zensical, command, makes, again, version=version(program))


def write_zensical(source: Path, folder: Path) -> None:
    """Write the bare stack's pages, and settings for each language."""
    bare = source / "bare"
    shutil.copytree(bare / "docs", folder / "docs")
    settings: dict[str, Any] = yaml.safe_load((bare / SETTINGS).read_text(encoding="utf-8"))
    for language in LANGUAGES:
        text = yaml.safe_dump(settings_for(language, settings), allow_unicode=True, sort_keys=False)
        (folder / _settings(language)).write_text(text, encoding="utf-8")


def settings_for(language: str, bare: dict[str, Any]) -> dict[str, Any]:
    """Return the bare stack's settings for one language by itself."""
    languages = next(plugin["i18n"]["languages"] for plugin in bare["plugins"] if "i18n" in plugin)
    own = next(entry for entry in languages if entry["locale"] == language)
    names = own["nav_translations"]
    home = _home(language)
    return bare | {
        "site_name": own["site_name"],
        "site_url": f"{bare['site_url'].rstrip('/')}{home}",
        "docs_dir": f"docs/{language}",
        "site_dir": f"site{home}".rstrip("/"),
        "theme": bare["theme"] | {"language": language},
        "nav": [{names[name]: path} for entry in bare["nav"] for name, path in entry.items()],
        "plugins": ["search"],
        "extra": {
            "alternate": [
                {"name": entry["name"], "link": _home(entry["locale"]), "lang": entry["locale"]} for entry in languages
            ]
        },
    }


def _home(language: str) -> str:
    return "/" if language == LANGUAGES[0] else f"/{language}/"


def _settings(language: str) -> str:
    return f"mkdocs.{language}.yml"


def _build(program: str, language: str) -> str:
    return f"'{program}' build -f {_settings(language)}"
