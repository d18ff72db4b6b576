"""What is there for a language, and what is not."""
