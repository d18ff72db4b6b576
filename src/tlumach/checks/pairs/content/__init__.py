"""Rules on pairs: links, structure, length, numbers, what is repeated or left untranslated."""
