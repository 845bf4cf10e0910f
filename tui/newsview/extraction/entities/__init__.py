"""Entities: repair of the recognizer's mentions, missed mentions, types, and grouping into real things."""
