"""Rivals are measured where they are installed: found on the PATH, never fetched."""

import shutil
import subprocess
from pathlib import Path


def found(program: str) -> str:
    """Return the path of a program, or nothing."""
    return shutil.which(program) or ""


def version(program: str, *arguments: str) -> str:
    """Return the number that a program says when it is asked for its version."""
    done = subprocess.run([program, *(arguments or ("--version",))], capture_output=True, text=True, check=False)
    words = (done.stdout or done.stderr).replace(",", " ").split()
    return next((word.lstrip("v").partition("-")[0] for word in words if word.lstrip("v")[:1].isdigit()), "?")


def beside(program: str, module: str) -> bool:
    """Tell whether the Python of an installed program has a module too."""
    python = Path(program).parent / "python"
    command = [str(python), "-c", f"import {module}"]
    return python.exists() and subprocess.run(command, capture_output=True, check=False).returncode == 0
