"""Rules on pairs: quotation marks, brackets, spaces, letters."""
