"""What has changed for readers: proposed from what they had and have, and shown as a page of the explainer in each language."""
