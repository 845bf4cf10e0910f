"""Rendering of facts and the review as styled lines of text."""
