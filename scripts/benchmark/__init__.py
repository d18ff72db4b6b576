"""What the bench measures and how: shared by the scripts, not shipped with the package."""
