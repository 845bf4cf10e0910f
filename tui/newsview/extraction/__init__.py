"""Facts from an Article, with spaCy: the only package that imports it."""
