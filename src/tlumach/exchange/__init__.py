"""Exchange: blocks exported to CAT tools as PO, XLIFF or TMX, and imported. The one place that imports ``translate``."""
