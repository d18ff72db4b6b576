"""The rule on spelling."""
