"""What makes a release of editions: a bill of materials, and a signature of the list of checksums."""
