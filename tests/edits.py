"""A small project with something of everything, and random edits of it: what people and their tools do to files."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from tests.project import copy_settings, override

LANGUAGES = ("ru", "uk", "en")
WORDS = ("экспорт", "закон", "Київ", "report", "ОДКБ", "запрет", "рішення", "week")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def small_project(root: Path) -> Path:
    """Write two explainers of two pages, three terms and the pages of the navigation, in three languages; nothing is confirmed."""
    copy_settings(root)
    for language in LANGUAGES:
        for path, text in _pages(language).items():
            file = root / "docs" / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    (root / "docs/ru/first/map.png").write_bytes(PIXEL)
    (root / "translations").mkdir()
    return root


def small_site(root: Path) -> Path:
    """Write the same with all that its pages show, so that the checks find no error and it can be built."""
    small_project(root)
    (root / "docs/ru/second/map.png").write_bytes(PIXEL)
    return root


def edit(root: Path, chance: random.Random) -> str:
    """Make one random edit and return its name, for the message of a test that fails."""
    kind = chance.choice(EDITS)
    kind(root, chance)
    return kind.__name__.strip("_")


def _pages(language: str) -> dict[str, str]:
    source = "date: '2024-05-0{n}'\nsources:\n  a{n}:\n    title: A\n    url: https://example.org/{n}\n    date: '2024-01-01'\n"
    pages = {
        "index.md": f"# {language}\n\n{{{{ explainers }}}}\n",
        "about.md": f"# About {language}\n\nText.\n",
        "download.md": "# Download\n\n{{ downloads }}\n",
        "glossary/index.md": "# Glossary\n\n{{ terms }}\n",
    }
    for number, folder in enumerate(("first", "second"), 1):
        front = f"---\ndescription: About {folder}\n{source.format(n=number) if language == 'ru' else ''}---\n"
        pages[f"{folder}/index.md"] = (
            f"{front}# {folder} {language}\n\nOne [term](../glossary/a.md) and a fact[^a{number}].\n\n"
            f"## Next {{ #next }}\n\nTwo [terms](../glossary/b.md) of {language}, see [notes](notes.md#top).\n\n- a\n- b\n"
        )
        pages[f"{folder}/notes.md"] = (
            f"# Notes {{ #top }}\n\nA note in {language}, ![map](map.png) and [c](../glossary/c.md).\n"
        )
    for name in "abc":
        kind = "kind: notion\nas_of: '2024-02-03'\n" if language == "ru" else ""
        pages[f"glossary/{name}.md"] = (
            f"---\nterm: Term {name} {language}\n{kind}---\n# Term {name}\n\nIt is {name}.\n\nMore.\n"
        )
    return pages


def _page(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "docs").rglob("*.md")))


def _rewrite(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def _change_a_word(root: Path, chance: random.Random) -> None:
    def change(text: str) -> str:
        words = list(re.finditer(r"(?<=[ \n])[a-z]{2,}(?=[ .,])", text))
        word = chance.choice(words) if words else None
        return text[: word.start()] + chance.choice(WORDS) + text[word.end() :] if word else text

    _rewrite(_page(root, chance), change)


def _add_a_paragraph(root: Path, chance: random.Random) -> None:
    term = chance.choice("abc")
    text = f"\nNew {chance.choice(WORDS)} of [{term}](../glossary/{term}.md) {chance.randrange(99)}.\n"
    _rewrite(_page(root, chance), lambda old: old + text)


def _take_a_block_away(root: Path, chance: random.Random) -> None:
    def change(text: str) -> str:
        blocks = text.split("\n\n")
        return "\n\n".join(blocks[:-1]) + "\n" if len(blocks) > 2 else text

    _rewrite(_page(root, chance), change)


def _exchange_two_blocks(root: Path, chance: random.Random) -> None:
    def change(text: str) -> str:
        *first, one, two = text.split("\n\n") if text.count("\n\n") > 2 else (text, "", "")
        return "\n\n".join([*first, two.strip("\n"), one]) + "\n" if two else text

    _rewrite(_page(root, chance), change)


def _delete_a_page(root: Path, chance: random.Random) -> None:
    files = [file for file in sorted((root / "docs").rglob("*.md")) if file.parent.parent.name != "docs"]
    if len(files) > 20:
        chance.choice(files).unlink()


def _add_a_page(root: Path, chance: random.Random) -> None:
    folder, language = chance.choice(("first", "second", "glossary", "third")), chance.choice(LANGUAGES)
    file = root / "docs" / language / folder / f"{chance.choice(('index', 'a', 'new', 'other'))}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"# {chance.choice(WORDS)}\n\nA [b](../glossary/b.md).\n", encoding="utf-8")


def _rename_a_page(root: Path, chance: random.Random) -> None:
    file = _page(root, chance)
    if file.parent.parent.name != "docs":
        file.rename(file.with_name(f"{chance.choice(('renamed', 'z', 'notes'))}.md"))


def _change_front_matter(root: Path, chance: random.Random) -> None:
    def change(text: str) -> str:
        return re.sub(
            r"(term: Term|description: About|'2024-0)[^\n']*", rf"\g<1>{chance.randrange(1, 9)}", text, count=1
        )

    def change_dates(text: str) -> str:
        return re.sub(r"'2024-[0-9-]*'", f"'2024-0{chance.randrange(1, 9)}-11'", text)

    _rewrite(_page(root, chance), chance.choice((change, change_dates)))


def _confirm_a_page(root: Path, chance: random.Random) -> None:
    """Write a record as `tlumach confirm` would, but of texts that may be anyone's."""
    language, path = chance.choice(LANGUAGES[1:]), chance.choice(("first/index", "second/notes", "glossary/a"))
    pages = [root / "docs" / code / f"{path}.md" for code in ("ru", language)]
    if not all(page.exists() for page in pages):
        return
    source, translation = ([block.strip() for block in page.read_text().split("\n\n")][-3:] for page in pages)
    pairs = zip(source, translation, strict=False)
    entries = (
        f'#. confirmed: 2024-01-0{number + 1}\nmsgctxt "e{number}"\nmsgid {_po(a)}\nmsgstr {_po(b)}\n'
        for number, (a, b) in enumerate(pairs)
    )
    file = root / "translations" / language / f"{path}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    file.write_text(header + "\n".join(entries), encoding="utf-8")


def _po(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _delete_a_record(root: Path, chance: random.Random) -> None:
    if records := sorted(root.glob("translations/**/*.po")):
        chance.choice(records).unlink()


def _exchange_a_picture(root: Path, chance: random.Random) -> None:
    file = root / "docs" / chance.choice(LANGUAGES) / chance.choice(("first", "second")) / "map.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        file.unlink()
    else:
        file.write_bytes(PIXEL)


def _change_the_settings(root: Path, chance: random.Random) -> None:
    _rewrite(root / "mkdocs.yml", lambda text: re.sub(r"site_name: .*", f"site_name: S{chance.randrange(9)}", text))


def _change_the_theme(root: Path, chance: random.Random) -> None:
    override(root, "partials/voice.html", lambda text: f"{text}<!-- {chance.randrange(9)} -->\n")


def _change_a_language(root: Path, chance: random.Random) -> None:
    """Let the project say something of a language: a word of the site, how its texts are read and sorted, or nothing."""
    file = root / "languages" / f"{chance.choice(LANGUAGES)}.yml"
    file.parent.mkdir(exist_ok=True)
    said = (
        f"messages:\n  nav.menu: Menu {chance.randrange(9)}\n",
        f"endings:\n  layers: [{chance.choice('аеiыu')} t]\n",
        f"direction: {chance.choice(('rtl', 'ltr'))}\nmonths: [{', '.join(chance.sample('abcdefghijkl', 12))}]\n",
        "alphabet: z y x w v u t s r q p o n m l k j i h g f e d c b a\n",
        "",
    )
    file.write_text(chance.choice(said), encoding="utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_change_a_word, _add_a_paragraph, _take_a_block_away, _exchange_two_blocks, _change_front_matter) * 3,
    *(_delete_a_page, _add_a_page, _rename_a_page, _confirm_a_page, _delete_a_record, _exchange_a_picture),
)
EDITS_OF_TOOLS = (_change_the_settings, _change_the_theme, _change_a_language, _change_a_language)
