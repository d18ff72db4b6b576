"""The columns of a reader: the rows of a page and what stands in their cells."""
