"""Tlumach: one text and its translations as a static site that people can trust."""
