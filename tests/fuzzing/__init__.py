"""Readers of what strangers write, fed with broken files: `targets` has them, `inputs` breaks files of a corpus.

The corpus is kept in `tests/cases/fuzzing`, a folder for each reader. `test_fuzzing` tries a bounded number that is the same in
each run; `python3 scripts/fuzz.py` tries for minutes, with new ones, and keeps what was found in the corpus.
"""
