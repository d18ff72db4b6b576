"""What the scripts share forms no circle either, and none of the package imports them."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

from tests.unit.test_floors import imports, sources

SCRIPTS = Path(__file__).parents[2] / "scripts"


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__")


def imported(file: Path) -> set[str]:
    """What a file imports, anywhere in it, `from benchmark import hugo` as `benchmark.hugo` too."""
    found = imports(file)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def graph() -> dict[str, set[str]]:
    files = {module_of(file): file for file in SCRIPTS.rglob("*.py")}
    return {module: (imported(file) & files.keys()) - {module} for module, file in files.items()}


def test_scripts_form_no_circle() -> None:
    modules = graph()
    assert "benchmark.builders.rivals" in modules["benchmark.rows"]
    TopologicalSorter(modules).prepare()  # raises CycleError and names the circle


def test_the_package_needs_no_script() -> None:
    names = {file.name.removesuffix(".py") for file in SCRIPTS.iterdir()}
    assert [file.name for file in sources() for name in imports(file) if name.split(".")[0] in names] == []
