"""Fixing what has one right answer: apostrophes, quotation marks, dashes, spaces, no-break spaces, invisible characters."""
