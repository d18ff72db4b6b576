"""The files of data that the package ships, read with libyaml where it is installed: in Python alone they take ten times as long."""

from importlib.resources.abc import Traversable
from typing import Any

import yaml


def read_yaml(file: Traversable) -> Any:
    """Return what a file of ours says (YAML, in UTF-8)."""
    return yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
