"""Tests of what articles say beside each other, and of an article in sum."""
