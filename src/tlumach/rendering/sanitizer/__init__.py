"""The sanitizer: what a page may have of elements, attributes and addresses."""
