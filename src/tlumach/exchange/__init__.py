"""Exchange: blocks handed out to CAT tools as PO, XLIFF or TMX, and taken back. The one place that imports ``translate``."""
