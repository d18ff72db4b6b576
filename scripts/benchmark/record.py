"""A run of the bench as it is kept: when, on which machine, by which versions, and every figure."""

import dataclasses
import datetime
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmark.builders.contender import Contender
from benchmark.figures import Figure
from benchmark.table import lines, ratios


@dataclass(frozen=True)
class Record:
    """A run: what stands over the table (``about``), the versions of who took part, and the figures."""

    about: Mapping[str, str]
    versions: Mapping[str, str]
    figures: tuple[Figure, ...]

    def heading(self) -> Iterator[str]:
        """Yield the lines that stand over the table."""
        yield from (f"{name}: {value}" for name, value in self.about.items())
        yield "versions: " + ", ".join(f"{name} {number}" for name, number in self.versions.items())

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        return lines(self.figures)

    def to_json(self) -> dict[str, Any]:
        """Return the run as JSON has it, with the ratios of our figures to those of all others."""
        return dataclasses.asdict(self) | {"ratios": [*ratios(self.figures)]}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Record":
        """Return the run that JSON has kept."""
        figures = (Figure(**{**figure, "runs": tuple(figure["runs"])}) for figure in kept["figures"])
        return cls(kept["about"], kept["versions"], tuple(figures))


def about() -> dict[str, str]:
    """Return what is known of this machine before the first run."""
    return {
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="minutes"),
        "machine": f"{os.cpu_count()} × {_processor()}",
        "system": f"{platform.system()}, Python {platform.python_version()}",
        "load before the first run": f"{os.getloadavg()[0]:.2f}",
    }


def versions(rivals: Sequence[Contender]) -> dict[str, str]:
    """Return the versions of who takes part."""
    bare = {name: version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")}
    return bare | {rival.name: rival.version for rival in rivals}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.processor() or platform.machine())
