"""Who builds the content in the bench, and how each is given it."""
