"""Tlumach as a MkDocs plugin: the one package that imports `mkdocs`; it adapts, and decides nothing.

The plugin is imported when a host asks for it: commands that build nothing work where none is installed.
"""

from typing import Any

__all__ = ["TlumachPlugin"]


def __getattr__(name: str) -> Any:
    if name == "TlumachPlugin":
        from tlumach.plugin.adapter import TlumachPlugin

        return TlumachPlugin
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
