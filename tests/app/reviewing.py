"""Helpers for tests of a review: current words, moves to a sentence, a fixed clock."""

from __future__ import annotations

from newsview.app.state import navigation
from newsview.app.state.review import Review


def words(review: Review) -> str:
    """The current fact in the article's words, a mention as it stands there."""
    occurrence = review.occurrence
    return review.article.text[occurrence.start : occurrence.end] if occurrence else ""


def sentence(review: Review) -> str:
    place = review.article.sentences[review.place.sentence]
    return review.article.text[place.start : place.end]


def at(review: Review, text: str) -> None:
    """Goes to the sentence that holds *text*."""
    navigation.to_sentence(review, review.article.sentence_index(review.article.text.index(text)) or 0)


def clock() -> str:
    return "2024-05-16T12:00:00+00:00"
