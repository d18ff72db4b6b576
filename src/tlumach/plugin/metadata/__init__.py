"""What other programs are told of the explainers: structured data, feeds, cards."""
