"""Blocks: the top-level pieces of a page's Markdown, and what stands in them."""

from tlumach.blocks.splitting import ELEMENTS, Block, BlockKind, disagreement, rendered, replace, split

__all__ = ["ELEMENTS", "Block", "BlockKind", "disagreement", "rendered", "replace", "split"]
