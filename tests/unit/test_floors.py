"""Imports point one way only, down the floors of ARCHITECTURE.md."""

import ast
from pathlib import Path

import tlumach

PACKAGE = Path(tlumach.__file__).parent
FLOORS = (
    {"languages", "problems", "url_policy"},
    {"blocks", "records", "output", "front_matter"},
    {"alignment", "settings"},
    {"tasks"},
    {"library"},
    {"terms"},
    {"tracking"},
    {"rendering", "term_links", "exchange"},
    {"editions", "search", "checks"},
    {"plugin"},
    {"pipeline"},
    {"commands", "cli", "__main__"},
)
"""What lies at the root of the package, from the lowest floor up."""

ROOMS = {
    "words": "languages",
    "alphabet": "languages",
    "messages": "languages",
    "spellers": "languages",
    "dictionary_files": "languages",
    "allowed_addresses": "url_policy",
    "blocks": "blocks",
    "block_lines": "blocks",
    "block_pieces": "blocks",
    "block_finder": "blocks",
    "block_tables": "blocks",
    "block_definitions": "blocks",
    "block_html": "blocks",
    "block_rules": "blocks",
    "headings": "blocks",
    "links": "blocks",
    "running_text": "blocks",
    "quoting": "blocks",
    "records": "records",
    "po_syntax": "records",
    "leftovers": "output",
    "swapping": "output",
    "publishing": "output",
    "taking_over": "output",
    "checksums": "output",
    "alignment": "alignment",
    "matching": "alignment",
    "resemblance": "alignment",
    "positions": "alignment",
    "recognition": "alignment",
    "freshness": "alignment",
    "block_ids": "alignment",
    "word_diff": "alignment",
    "timestamps": "tasks",
    "cache": "tasks",
    "made_with": "tasks",
    "sharing": "tasks",
    "works": "tasks",
    "joining": "tasks",
    "library": "library",
    "pages": "library",
    "kept_front_matter": "library",
    "sources": "library",
    "addresses": "library",
    "library_files": "library",
    "rereading": "library",
    "glossary": "terms",
    "term_forms": "terms",
    "term_form_reading": "terms",
    "term_surroundings": "terms",
    "term_context": "terms",
    "term_idioms": "terms",
    "term_meaning": "terms",
    "term_places": "terms",
    "term_matching": "terms",
    "term_uses": "terms",
    "term_words": "terms",
    "tracking": "tracking",
    "page_facts": "tracking",
    "kept_ids": "tracking",
    "choosing": "tracking",
    "confirming": "tracking",
    "reporting": "tracking",
    "term_exclusions": "term_links",
    "term_sides": "term_links",
    "term_linking": "term_links",
    "rendering": "rendering",
    "wall_code": "rendering",
    "allowed_markup": "rendering",
    "wall_text": "rendering",
    "wall_inspection": "rendering",
    "wall": "rendering",
    "inline": "rendering",
    "quickening": "rendering",
    "generated": "rendering",
    "composing": "rendering",
    "markup": "rendering",
    "site": "pipeline",
}
"""Modules that are still on their way into their folders."""

OWNERS = {
    "mkdocs": {"plugin"},
    "markdown": {"rendering"},
    "PIL": {"editions"},
    "polib": {"records"},
    "watchdog": {"plugin"},
    "click": {"cli", "commands"},
    "babel": {"languages"},
    "pymorphy3": {"languages"},
    "hunspell": {"languages"},
    "translate": {"exchange"},
}


def module_of(file: Path) -> str:
    name = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return ROOMS.get(name, name)


def floor_of(module: str) -> int:
    """The floor of what lies at the root of the package."""
    return next(number for number, modules in enumerate(FLOORS, 1) if ROOMS.get(module, module) in modules)


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
