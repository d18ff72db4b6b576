"""The search index: paragraphs filed under the stems of all forms of their words, in pieces that a page loads as it needs them.

:func:`tlumach.search.index.writer.build_index` makes the files; `tlumach/theme/assets/javascripts/search.js` reads them.
"""
