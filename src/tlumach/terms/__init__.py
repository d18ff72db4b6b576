"""The glossary, and where its terms are used in a text, in any form."""
