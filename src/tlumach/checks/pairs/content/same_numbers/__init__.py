"""Whether a translation has the numbers of its source: the rule, what stands letter for letter on both sides, how bad a difference is."""
