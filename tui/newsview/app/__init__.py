"""The terminal reader: the only package that imports Textual."""
