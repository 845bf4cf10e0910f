"""State of the reader, and the functions that change it."""
