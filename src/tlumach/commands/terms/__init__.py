"""`tlumach terms` and the commands under it."""
