"""Extraction processes: start, protocol, limits."""
