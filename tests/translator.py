"""A small project on the disk, and what a translator does with it from the command line."""

from pathlib import Path

from click.testing import CliRunner, Result

from tlumach.cli import cli

MKDOCS = """
site_name: x
plugins:
  - i18n:
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: uk, name: Українська}
        - {locale: en, name: English}
"""
SOURCE = (
    "# Заголовок { #top }\n\nПервый абзац о горах и реках.\n\nВторой абзац о море и ветре.\n\nТретий абзац о людях.\n"
)
TRANSLATION = (
    "# Назва { #top }\n\nПерший абзац про гори та ріки.\n\nДругий абзац про море й вітер.\n\nТретій абзац про людей.\n"
)
RU, UK, EN, PO = "docs/ru/a.md", "docs/uk/a.md", "docs/en/a.md", "translations/uk/a.po"


class Desk:
    """A project's folder, made where there is none, with `run` for the commands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if not (root / "mkdocs.yml").exists():
            for name, text in (("mkdocs.yml", MKDOCS), (RU, SOURCE), (UK, TRANSLATION)):
                self.write(name, text)

    def run(self, *arguments: str, date: int = 1795305600) -> Result:
        """Run `tlumach ARGUMENTS` (by default on 2026-11-22)."""
        command, *rest = arguments
        return CliRunner().invoke(
            cli,
            [command, "--root", str(self.root), *rest],
            env={"SOURCE_DATE_EPOCH": str(date)},
            catch_exceptions=False,
        )

    def write(self, name: str, text: str | bytes) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def edit(self, name: str, old: str, new: str) -> None:
        """Put a text in the place of another that is there."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Return what is in the project, and when each file was last written."""
        found = (file for file in self.root.rglob("*") if file.is_file())
        return {file.relative_to(self.root).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in found}
