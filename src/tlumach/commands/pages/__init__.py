"""The life of a page after it was written: moved, removed."""
