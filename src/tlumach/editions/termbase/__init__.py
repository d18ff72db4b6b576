"""The glossary as a term base: TBX, CSV, JSON-LD."""
