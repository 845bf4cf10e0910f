"""Language detection from frequent words, precise enough to warn that a text is not English."""

from __future__ import annotations

import re
from collections import Counter

from newsview.model.data_files import sections

_SAMPLE = 20_000
_WORDS = 15
"""Minimum words for a language other than English: "a" and "as" are Portuguese too."""
_WORD = re.compile(r"[^\W\d_]+")

_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7a3]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("ru", "[\u0400-\u04ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("th", "[\u0e00-\u0e7f]"),
)
"""Scripts that identify one language each; kana before Han, because Japanese uses both."""


def language(text: str) -> str | None:
    """The likely language of *text* as an ISO 639-1 code, ``en`` for English; None if undecided."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    beyond_latin = len(sample) - len(sample.encode("latin-1", "ignore"))
    for code, script in _SCRIPTS if beyond_latin * 4 > letters else ():
        if len(re.findall(script, sample)) * 4 > letters:
            return code
    counts = Counter(words)
    scores = {
        code: sum(counts[word] for word in common) for code, common in sections("newsview.reading", "stopwords").items()
    }
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    enough = scores[best] >= 2 if best == "en" else len(words) >= _WORDS
    return best if enough and scores[best] * 8 >= len(words) else None
