"""Whether links lead where those of the source lead."""
