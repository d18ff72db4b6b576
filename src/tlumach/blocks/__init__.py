"""Blocks: the top-level pieces of a page's Markdown, and what stands in them."""

from tlumach.blocks.splitting import ELEMENTS, Block, Kind, disagreement, rendered, replace, split

__all__ = ["ELEMENTS", "Block", "Kind", "disagreement", "rendered", "replace", "split"]
