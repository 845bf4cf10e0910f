"""Tokens of a text in a normal form: equal for spellings that differ in typography only.

Case, quote marks, hyphens, dashes, spacing and punctuation do not count; "5", "five" and "5.0" are one value, "$5m" and
"$5 million" too, "per cent" and "%". A token's offsets are code points of the text it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple
from unicodedata import normalize

from newsview.compare.word_lists import SPELLINGS

_TOKEN: Final = re.compile(
    r"(?P<figure>\d+(?:[.,\u00a0\u2009\u202f]\d+)*)(?P<ordinal>(?:st|nd|rd|th)\b)?"
    r"|(?P<dotted>(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?)"
    r"|(?P<possessive>(?<=\w)['’]s\b)"
    r"|(?P<prefix>US(?=\$))"
    r"|(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<symbol>[%$£€¥&])"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?\Z")
_CURRENCIES: Final = frozenset("$£€¥")
_LONGEST_FIGURE: Final = 30
"""Digits of the longest figure that is read as a number; a longer one is compared by its digits."""


class Token(NamedTuple):
    """One token: its normal form and its place, ``text[start:end]``. ``figure``: whether the form is a number."""

    form: str
    start: int
    end: int
    figure: bool = False


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, in order."""
    found = list(_raw(text, start, len(text) if end is None else end))
    return _with_scales(_joined(found))


def _raw(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "figure" and match["ordinal"] is None:
            yield Token(_figure(match[0]), *match.span(), figure=True)
        elif kind == "dotted":
            yield Token(match[0].replace(".", "").casefold(), *match.span())
        elif kind == "possessive":
            yield Token("'s", *match.span())
        elif kind != "prefix":
            form = match[0] if match[0].isascii() else normalize("NFKC", match[0]).replace("’", "'")
            form = form.casefold()
            yield Token(SPELLINGS["variants"].get(form, form), *match.span())


def _figure(text: str) -> str:
    """A figure without the marks between its groups of digits, and without zeros that its decimals end in."""
    if _GROUPED.match(text):
        text = re.sub(r"[,\u00a0\u2009\u202f]", "", text)
    digits = normalize("NFKC", text)
    if len(digits) > _LONGEST_FIGURE or digits.count(".") > 1 or not digits.replace(".", "").isascii():
        return digits
    return _plain(Decimal(digits)) if digits.replace(".", "").isdigit() else digits


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _joined(found: Sequence[Token]) -> Iterator[Token]:
    """*found* with number words as figures, tens joined with ones, and "per cent" as "%"."""
    ones, teens, tens = SPELLINGS["ones"], SPELLINGS["teens"], SPELLINGS["tens"]
    index = 0
    while index < len(found):
        token = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        index += 1
        if token.form in tens:
            value = tens[token.form]
            if after is not None and after.form in ones and after.start - token.end <= 1:
                value, token, index = value + ones[after.form], token._replace(end=after.end), index + 1
            yield Token(str(value), token.start, token.end, figure=True)
        elif token.form in ones or token.form in teens:
            yield Token(str(ones.get(token.form, teens.get(token.form))), token.start, token.end, figure=True)
        elif token.form == "per" and after is not None and after.form == "cent":
            yield Token("%", token.start, after.end)
            index += 1
        else:
            yield token


def _with_scales(found: Iterator[Token]) -> list[Token]:
    """*found* with "million" and the like multiplied into the figure before: "5 million" is 5000000."""
    kept: list[Token] = []
    for token in found:
        last = kept[-1] if kept else None
        if last is not None and last.figure and last.form.replace(".", "").isdigit() and last.form.count(".") <= 1:
            scale = SPELLINGS["scales"].get(token.form)
            if scale is None and len(kept) > 1 and kept[-2].form in _CURRENCIES and token.start == last.end:
                scale = SPELLINGS["money_scales"].get(token.form)
            if scale is not None and token.start - last.end <= 1 and len(last.form) < _LONGEST_FIGURE:
                kept[-1] = Token(_plain(Decimal(last.form) * scale), last.start, token.end, figure=True)
                continue
        kept.append(token)
    return kept
