"""Where links to terms should stand."""
