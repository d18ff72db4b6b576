"""A project's own files for its languages, `languages/<locale>.yml`: which keys they may have, and reading them."""
