"""`tlumach status`: how current each translation is, as tables and as JSON."""
