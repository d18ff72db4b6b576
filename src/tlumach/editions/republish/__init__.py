"""What others publish an explainer from: its text as clean HTML and as plain text, with credit, licence and pictures."""
