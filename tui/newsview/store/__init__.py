"""Saved facts on disk: read, atomic write, journal, merge of a review with a new extraction."""
