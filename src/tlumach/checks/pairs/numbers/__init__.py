"""Reading the numbers of a text, in Russian, Ukrainian and English, and comparing those of two."""
