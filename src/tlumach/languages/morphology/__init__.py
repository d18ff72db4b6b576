"""What the library with the dictionaries of word forms is asked for, more quickly than it answers."""
