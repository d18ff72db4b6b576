"""Imports point one way only, down the floors of ARCHITECTURE.md."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import tlumach

PACKAGE = Path(tlumach.__file__).parent
FLOORS = (
    {"languages", "problems", "url_policy", "git"},
    {"blocks", "records", "output", "front_matter"},
    {"alignment", "settings", "guard"},
    {"tasks"},
    {"library"},
    {"terms"},
    {"tracking"},
    {"rendering", "term_links", "exchange", "adoption"},
    {"editions", "search", "checks"},
    {"plugin"},
    {"pipeline", "scaffold"},
    {"commands", "cli", "__main__"},
)
"""What lies at the root of the package, from the lowest floor up."""

OWNERS = {
    "mkdocs": {"plugin"},
    "properdocs": {"plugin"},
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
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor_of(module: str) -> int:
    """The floor of what lies at the root of the package."""
    return next(number for number, modules in enumerate(FLOORS, 1) if module in modules)


@cache
def parsed(file: Path) -> list[ast.Import | ast.ImportFrom]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in parsed(file):
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


def names(file: Path) -> tuple[str, ...]:
    """The dotted name of a module, in parts, without that of the package."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def siblings(importer: tuple[str, ...], imported: tuple[str, ...]) -> tuple[tuple[str, ...], str, str] | None:
    """The folder in which two modules part, and what of it each lies in; None where one lies within the other."""
    for depth, (mine, other) in enumerate(zip(importer, imported, strict=False)):
        if mine != other:
            return importer[:depth], mine, other
    return None


def test_folders_form_no_circle_at_any_level() -> None:
    known = {names(file) for file in sources()}
    folders: dict[tuple[str, ...], TopologicalSorter[str]] = {}
    for file in sources():
        for node in parsed(file):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tlumach."):
                module = tuple((node.module or "").split(".")[1:])
                for full in ((*module, alias.name) for alias in node.names):
                    parted = siblings(names(file), full if full in known else module)
                    if parted:
                        folders.setdefault(parted[0], TopologicalSorter()).add(parted[1], parted[2])
    for sorter in folders.values():
        sorter.prepare()  # raises CycleError and names the circle


def test_no_folder_is_crowded() -> None:
    crowded = {
        folder: count
        for folder in [PACKAGE, *(path for path in PACKAGE.rglob("*") if path.is_dir() and path.name != "__pycache__")]
        if (count := len([file for file in folder.glob("*.py") if file.name != "__init__.py"])) > 16
    }
    assert crowded == {}
