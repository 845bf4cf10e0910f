"""Dates and times, anchored on the day the article was published."""
