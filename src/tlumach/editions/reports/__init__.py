"""Reports of readers on a paragraph: the text that a page has ready for each, and what one that came back says of today's text."""
