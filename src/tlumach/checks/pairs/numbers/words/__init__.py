"""The number words of the languages, and the words of a text with what they say."""
