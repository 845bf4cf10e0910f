"""The state of the reader and the pure functions that change it: no widgets and no files."""
