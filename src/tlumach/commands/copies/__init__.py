"""Commands for whoever was handed a copy: they need no project."""
