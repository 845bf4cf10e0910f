"""Checks: what does not fit in an article."""
