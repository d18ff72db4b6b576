"""The search of the sites that the bench builds: what a query transfers, takes and finds."""
