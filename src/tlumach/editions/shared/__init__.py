"""What the editions share: an explainer as a book, its elements, its pictures."""
