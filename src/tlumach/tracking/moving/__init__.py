"""Moving and removing pages: with their pictures, their records, and the links that lead to them, in every language."""
