"""The commands, one a module: each reads the project, lets the floors below work, and says what came of it."""
