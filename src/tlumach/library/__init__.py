"""The pages of a site, read from the disk: files, front matter, sources, addresses."""

from tlumach.library.library import TRANSLATIONS, Library, Paths, digest, record_file

__all__ = ["TRANSLATIONS", "Library", "Paths", "digest", "record_file"]
