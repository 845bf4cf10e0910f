"""Dates and times in ISO 8601 form; relative ones are anchored to the publication date."""
