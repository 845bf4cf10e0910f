"""Saved facts of a text that is not in Unicode's normal form C, as older versions wrote them: converted with all offsets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from newsview.reading.clean import composed


def in_normal_form(plain: dict[str, Any]) -> dict[str, Any]:
    """The plain facts file *plain* with ``article.text`` in normal form C, and all offsets and texts adapted.

    *plain* itself where nothing has to be changed.
    """
    article = plain.get("article")
    text = article.get("text") if isinstance(article, dict) else None
    if not isinstance(text, str):
        return plain
    new = composed(text)
    if new == text:
        return plain
    places = _places(text)
    converted = {key: _converted(value, new, places) for key, value in plain.items()}
    converted["article"]["text"] = new
    return converted


def _places(text: str) -> list[int]:
    """The offset in the composed text of every offset of *text*; of one inside a letter with marks, its start."""
    places: list[int] = []
    at = first = 0
    for index, character in enumerate([*text, ""]):
        begins = not character or (unicodedata.combining(character) == 0 and not _joins(text, index))
        if begins and index:
            length = len(composed(text[first:index]))
            places += [at] * (index - first)
            at, first = at + length, index
    return [*places, at]


def _joins(text: str, index: int) -> bool:
    """Whether ``text[index]`` composes with the letter before it without being a combining mark, as in Korean."""
    return index > 0 and not text[index].isascii() and not unicodedata.is_normalized("NFC", text[index - 1 : index + 1])


def _converted(value: Any, text: str, places: Sequence[int]) -> Any:
    if isinstance(value, str):
        return composed(value)
    if isinstance(value, list):
        return [_converted(each, text, places) for each in value]
    if not isinstance(value, dict):
        return value
    record = {key: _converted(each, text, places) for key, each in value.items()}
    start, end = record.get("start"), record.get("end")
    if type(start) is int and type(end) is int and 0 <= start <= end < len(places):
        record["start"], record["end"] = places[start], places[end]
        if isinstance(record.get("text"), str):
            record["text"] = text[places[start] : places[end]]
    return record
