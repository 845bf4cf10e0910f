"""Extraction of facts from an Article with spaCy. spaCy is imported by this package only."""
