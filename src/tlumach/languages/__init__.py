"""What the package knows of languages: words, lemmas, collation, dictionaries, messages."""
