"""The rules that look at records: whether they belong to a page, and whether anybody confirmed what they say."""
