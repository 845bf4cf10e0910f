"""Checks: what does not fit in an article, from its text and facts alone. Pure functions, no spaCy."""
