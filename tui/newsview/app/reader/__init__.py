"""The reader: its screen, and what the screen shows of the review."""
