"""Counts with singular or plural nouns: "1 fact", "2 facts"."""

from __future__ import annotations


def counted(number: int, noun: str, several: str = "") -> str:
    """A number with its noun: "1 fact", "1,200 facts", "2 entities"."""
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"
