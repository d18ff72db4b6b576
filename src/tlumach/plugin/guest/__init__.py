"""Beside what people have: MkDocs and the other plugins make the pages, and ours adds its parts to the finished HTML."""
