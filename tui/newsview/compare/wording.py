"""How two quotations of the same words differ: cut, bracket, capital, tense, negation, number, name, or another word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsview.compare.opcodes import opcodes
from newsview.compare.tokens import Token, tokens
from newsview.compare.word_lists import VERB_OF_FORM, is_negation
from newsview.model.shared_quotes import Difference, DifferenceKind

_ENDINGS: Final = ("ing", "ied", "ies", "ed", "es", "s", "d")
_LEAST_STEM: Final = 3
_LONG: Final = 4
"""Words of a cut at an end of a quotation from which it is a clause of its own: a negation in it is not of the rest."""
_SHOWN: Final = 8
"""Words of the longest cut that is shown whole."""


def wording(fullest: str, other: str) -> list[Difference]:
    """The differences of the quotation *other* from *fullest*, in text order."""
    olds, news = tokens(fullest), tokens(other)
    found: list[Difference] = []
    for stretch in opcodes([token.form for token in olds], [token.form for token in news]):
        old, new = olds[stretch.i : stretch.j], news[stretch.k : stretch.m]
        if stretch.same:
            found += _capitals(fullest, old, other, new)
        else:
            inner = stretch.i > 0 and stretch.j < len(olds)
            kind: DifferenceKind = (
                "cut" if not inner and len(old) > _LONG and not new else _kind(fullest, old, other, new)
            )
            found.append(Difference(kind, " ".join(_shown(fullest, old, other, new))))
    return found


def _capitals(fullest: str, old: Sequence[Token], other: str, new: Sequence[Token]) -> Iterator[Difference]:
    """Words that begin with a capital in one version only: "We" and "we"."""
    for was, now in zip(old, new, strict=True):
        one, two = fullest[was.start : was.end], other[now.start : now.end]
        if one[:1] != two[:1] and one[:1].casefold() == two[:1].casefold():
            yield Difference("capital", f"[-{one}-] {{+{two}+}}")


def _kind(fullest: str, old: Sequence[Token], other: str, new: Sequence[Token]) -> DifferenceKind:
    """The kind of a stretch in which the two differ, the most serious first."""
    if _negations(old) != _negations(new):
        return "negation"
    bracketed = _is_bracketed(fullest, old) or _is_bracketed(other, new)
    if bracketed:
        return "bracket"
    figures = [[token.form for token in each if token.figure] for each in (old, new)]
    if old and new and figures[0] != figures[1]:
        return "number"
    if not old or not new:
        return "cut"
    if _is_name(fullest, old) and _is_name(other, new):
        return "name"
    return "tense" if _verbs(old) == _verbs(new) else "word"


def _negations(words: Sequence[Token]) -> int:
    return sum(is_negation(token.form) for token in words) % 2


def _is_bracketed(text: str, words: Sequence[Token]) -> bool:
    """Whether the words stand in square brackets, or hold some: what the article put in."""
    if not words:
        return False
    start, end = words[0].start, words[-1].end
    inside = text.rfind("[", 0, start) > text.rfind("]", 0, start)
    return inside or "[" in text[start:end] or "[" in text[max(0, start - 1) : start]


def _is_name(text: str, words: Sequence[Token]) -> bool:
    """Whether all words have a capital, and not just because a sentence begins with them."""
    if not all(text[token.start].isupper() for token in words):
        return False
    before = text[: words[0].start].rstrip(" “\"'‘")
    return len(words) > 1 or (bool(before) and before[-1] not in ".!?…")


def _verbs(words: Sequence[Token]) -> list[str]:
    return [_base(token.form) for token in words]


def _base(form: str) -> str:
    """The form without the ending of its tense; of an irregular verb the first of its forms."""
    if form in VERB_OF_FORM:
        return VERB_OF_FORM[form]
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST_STEM:
            return _stem(form[: -len(ending)])
    return _stem(form)


def _stem(word: str) -> str:
    """*word* without what an ending changes: the last letter of "try" and "make", one of two in "stopp"."""
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        return word[:-1]
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] in "eyi" else word


def _shown(
    fullest: str,
    old: Sequence[Token],
    other: str,
    new: Sequence[Token],
) -> Iterator[str]:
    if old:
        yield f"[-{_words(fullest, old)}-]"
    if new:
        yield f"{{+{_words(other, new)}+}}"


def _words(text: str, words: Sequence[Token]) -> str:
    """The words as the text has them, the middle of many left out."""
    if len(words) <= _SHOWN:
        return " ".join(text[words[0].start : words[-1].end].split())
    first, last = words[_SHOWN // 2 - 1], words[-(_SHOWN // 2)]
    return (
        f"{' '.join(text[words[0].start : first.end].split())} … {' '.join(text[last.start : words[-1].end].split())}"
    )
