"""Steps of the renderer written anew where the library's own take long: the same tree and the same HTML."""
