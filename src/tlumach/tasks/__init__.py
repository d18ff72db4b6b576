"""Tasks, the cache of what they made, and the worker processes that share them."""
