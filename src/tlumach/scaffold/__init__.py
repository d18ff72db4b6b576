"""What `tlumach new` writes: a project that builds at once and passes its own checks."""
