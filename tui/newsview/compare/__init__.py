"""Texts beside each other, and an article in sum: versions, saved facts, the same words, speakers; without spaCy."""
