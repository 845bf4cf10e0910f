"""Sentence ends without a following space: "2012.(Photo by Doe)", "he said.The". Those with a space are in ``sentence_ends``."""

from __future__ import annotations

import re

from newsview.reading.sentence_ends import AHEAD, WORD, is_abbreviated, is_abbreviation, last_word, words


def glued_end(text: str, begin: int, mark: int, closed: int, stop: int, end: int, inside: bool) -> int | None:
    """Sentence end at a mark without white space after it: "2012.(Photo", "said.The"; None if the sentence continues.

    *inside*: whether a straight quote mark is open, which distinguishes ``"Go."He left`` from ``He left."Go``.
    """
    if text[mark] in "。！？":
        return stop
    if text[mark] == "…" or (text[mark] == "." and closed - mark > 1):
        return None
    quote = closed < stop and text[closed] == '"' and not inside
    if quote and stop == closed + 1:
        stop = closed
    if not _glued_next(text, stop, end):
        return None
    before = last_word(text, begin, mark)
    if "@" in before or "www." in before or is_abbreviation(before) or is_abbreviated(before):
        return None
    if closed < stop:
        return stop if text[mark - 1 : mark].isalnum() else None
    return stop if _glued_before(before, text, stop, end) else None


def _glued_before(before: str, text: str, stop: int, end: int) -> bool:
    """Whether *before* can end a sentence: a lower-case word, or a name or number before a typical first word."""
    if before[:1] in _CURRENCY or before[-1:] == "%":
        return _next_word(text, stop, end) in words("opener")
    if before.isdigit():
        return len(before) > 1 and (not text[stop].isalpha() or _next_word(text, stop, end) in words("opener"))
    if len(before) < 2 or not before.replace("-", "").replace("’", "").replace("'", "").isalpha():
        return False
    return before[-1].islower() and (
        before.islower() or not text[stop].isalpha() or _next_word(text, stop, end) in words("opener")
    )


def _next_word(text: str, at: int, end: int) -> str:
    word = WORD.match(text, at, end)
    return word[0] if word else ""


_GLUED = re.compile(
    r"(?P<opening>[\"“‘(\[]{0,3})(?P<word>[A-ZÀ-ÖØ-Þ][^\W\d_]{0,30}(?:[’'][^\W\d_]{1,3})?)(?P<tail>.?.?)", re.S
)
_CURRENCY = frozenset("$£€¥")
_DOMAINS = frozenset(("com", "org", "net", "gov", "edu", "co", "uk", "io", "info", "tv", "js", "ai", "py", "fm", "us"))


def _glued_next(text: str, at: int, end: int) -> bool:
    """Whether a capitalised word begins at *at*: "The", "(Photo", "I "; not a domain, file name or code."""
    match = _GLUED.match(text, at, min(end, at + AHEAD))
    if match is None or match["word"].lower() in _DOMAINS:
        return False
    word, tail = match["word"], match["tail"]
    if len(word) == 1 and (word not in "IA" or not tail[:1].isspace()):
        return False
    if len(word) > 1 and word.isupper() and not match["opening"]:
        return False
    return not (tail[:1] in (".", "/", "@", "(", "_", "=") and tail[1:2].isalnum())
