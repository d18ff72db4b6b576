"""The content that is generated for the bench: pages of every kind of block, in several languages."""
