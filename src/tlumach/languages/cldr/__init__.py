"""What the Unicode CLDR says of languages: tables taken from ICU, and numbers by way of Babel."""
