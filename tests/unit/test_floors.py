"""Imports point one way only, down the floors of ARCHITECTURE.md."""

import ast
from pathlib import Path

import tlumach

PACKAGE = Path(tlumach.__file__).parent
FLOORS = (
    {
        "problems",
        "allowed_*",
        "alphabet",
        "cache",
        "checksums",
        "dictionary_files",
        "timestamps",
        "blocks",
        "block_*",
        "links",
        "made_with",
        "headings",
        "joining",
        "kept_front_matter",
        "front_matter",
        "settings",
        "spellers",
        "messages",
        "pages",
        "po_syntax",
        "quoting",
        "running_text",
        "sharing",
        "works",
        "words",
    },
    {
        "addresses",
        "alignment",
        "block_ids",
        "choosing",
        "confirming",
        "exchange",
        "freshness",
        "generated",
        "glossary",
        "kept_ids",
        "library",
        "library_files",
        "matching",
        "page_facts",
        "positions",
        "recognition",
        "records",
        "reporting",
        "rereading",
        "resemblance",
        "sources",
        "term_*",
        "tracking",
        "word_diff",
    },
    {"checks", "composing", "inline", "markup", "quickening", "rendering", "search", "wall_*"},
    {"plugin", "editions", "leftovers", "publishing", "site", "swapping", "taking_over"},
    {"commands", "cli", "__main__"},
)
OWNERS = {
    "mkdocs": {"plugin"},
    "markdown": {"inline", "markup", "quickening", "rendering", "wall", "wall_inspection"},
    "PIL": {"editions"},
    "polib": {"records"},
    "watchdog": {"plugin"},
    "click": {"cli", "commands"},
    "babel": {"messages"},
    "pymorphy3": {"words"},
    "hunspell": {"dictionary_files"},
    "translate": {"exchange"},
}


def module_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor_of(module: str) -> int:
    """The floor of a module; a family of modules (`block_*`) stands on one, but for those named by themselves."""
    family = module.split("_")[0] + "_*"
    named = next((number for number, modules in enumerate(FLOORS, 1) if module in modules), None)
    return named or next(number for number, modules in enumerate(FLOORS, 1) if family in modules)


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def sources() -> list[Path]:
    return [file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py"]


def test_imports_point_down() -> None:
    upward = [
        f"{file.name} imports {name}"
        for file in sources()
        for name in imports(file)
        if name.startswith("tlumach.") and floor_of(name.split(".")[1]) > floor_of(module_of(file))
    ]
    assert upward == []


def test_each_library_has_one_owner() -> None:
    strays = [
        f"{file.name} imports {name}"
        for file in sources()
        for name in imports(file)
        if module_of(file) not in OWNERS.get(name.split(".")[0], {module_of(file)})
    ]
    assert strays == []
