"""Tlumach as a MkDocs plugin: the one package that imports `mkdocs`; it adapts, and decides nothing."""

from tlumach.plugin.adapter import TlumachPlugin

__all__ = ["TlumachPlugin"]
