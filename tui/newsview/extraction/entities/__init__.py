"""Entities: repairs of the names that the pipeline found, and their grouping into real things."""
