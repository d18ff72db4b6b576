"""A small site in Russian and English, as tests build it: its settings, and a day on which it is made."""

from collections.abc import Mapping
from pathlib import Path

MKDOCS = """\
site_name: Site
site_url: https://site.example/
theme: {name: material}
use_directory_urls: false
markdown_extensions: [admonition, attr_list, footnotes, tables]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: en, name: English}
  - tlumach: {pages: tlumach}
"""
FRONT_PAGES = {"docs/ru/index.md": "# Сайт\n", "docs/en/index.md": "# Site\n"}
DAY = {"SOURCE_DATE_EPOCH": "1796256000"}  # 2026-12-03


def write_site(root: Path, files: Mapping[str, str], settings: str = MKDOCS) -> None:
    """Write the site with these pages, and with other settings than usual (the text of `mkdocs.yml`)."""
    written = {"mkdocs.yml": settings, **FRONT_PAGES, **files}
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
