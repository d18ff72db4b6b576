"""A site of twelve languages: the project's own pages, and a small explainer with everything that a machine puts words to."""

from pathlib import Path
from typing import Any

import yaml

from tests.project import copy_project

SAID: dict[str, dict[str, str]] = yaml.load(
    (Path(__file__).parent / "cases/twelve_languages.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
OWN = ("ru", "uk", "en")
ADDED = tuple(code for code in SAID if code not in OWN)
EXTENSIONS = """\
  - def_list
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.highlight
  - pymdownx.blocks.admonition
  - pymdownx.blocks.details
"""
_PAGE = """\
---
{front}description: "{text}"
---
# {title} {{ #bridge }}

{text} [{term}](../glossary/bridge.md)[^a]

!!! note

    {text}

!!! warning inline end

    {text}

??? tip

    {text}

???+ danger

    {text}

/// note

{text}

///

/// details

{text}

///

## {heading} {{ #building }}

{text}[^a]

- [x] {title}
- [ ] {term}

=== "{title}"

    {text}

=== "{term}"

    {definition}

| {title} | 1834 | {term} | {heading} | 1234567890123456789012345678901234567890 |
|---|---|---|---|---|
| {text} | 12 | {definition} | {text} | {text} |

```python title="{term}"
bridge = "{title}"  # a line of code that is far too long for the screen of any telephone, and is not broken anywhere at all
```

[^a]: {title}, [{term}](https://example.org/a).
"""


def write(root: Path) -> Path:
    """Write the project into ``root`` and return it."""
    copy_project(root)
    _write_settings(root / "mkdocs.yml")
    for code in SAID:
        for path, text in _pages(code).items():
            file = root / "docs" / code / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if not (code in OWN and file.exists()):
                file.write_text(text, encoding="utf-8")
    return root


def _write_settings(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    languages = "".join(f"        - {_language(code, SAID[code])}\n" for code in ADDED)
    text = text.replace("  - tlumach:\n", f"{languages}  - tlumach:\n", 1)
    text = text.replace("      pages: tlumach\n", "      pages: tlumach\n      checks: warn\n", 1)
    text = text.replace("  - pymdownx.superfences\n", f"  - pymdownx.superfences\n{EXTENSIONS}", 1)
    file.write_text(text, encoding="utf-8")


def _language(code: str, said: dict[str, str]) -> str:
    names = {key.title(): said[key] for key in ("home", "glossary", "download", "about")}
    entry: dict[str, Any] = {
        "locale": code, "name": said["name"], "site_name": said["site"], "nav_translations": names,
    }  # fmt: skip
    return yaml.safe_dump(entry, allow_unicode=True, default_flow_style=True, width=10_000).strip()


def _pages(code: str) -> dict[str, str]:
    said = SAID[code]
    front = "date: '2024-05-01'\n" if code == "ru" else ""
    kind = "kind: notion\nas_of: '2024-02-03'\n" if code == "ru" else ""
    pages = {
        "bridge/index.md": _PAGE.format(front=front, **said),
        "glossary/bridge.md": f"---\nterm: {said['term']}\n{kind}---\n# {said['term']}\n\n{said['definition']}\n",
    }
    if code in OWN:
        return pages
    return pages | {
        "index.md": f"# {said['site']}\n\n{{{{ explainers }}}}\n\n{said['text']}\n",
        "download.md": f"# {said['download']}\n\n{{{{ downloads }}}}\n",
        "about.md": f"# {said['about']}\n\n{said['text']}\n",
        "glossary/index.md": f"# {said['glossary']}\n\n{{{{ terms }}}}\n",
    }
