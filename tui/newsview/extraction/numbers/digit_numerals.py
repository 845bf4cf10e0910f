"""Numerals in digits, in press notations: 1,200 · 1 200 · .5 · 1½ · 3 1/2 · 1.2m · 3 crore · 1e6 · ५०० · 10⁶."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from newsview.extraction.lexical.characters import MINUS_SIGNS
from newsview.extraction.numbers.numeral import LONGEST, Numeral
from newsview.extraction.numbers.pieces import Piece, Pieces

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DOT_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DOT_GROUPED_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d{1,2})")
_COMMA_DECIMAL = re.compile(r"(\d+),(\d{1,2})")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_ORDINARY_PARTS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})
"""Denominators for which "3/4" is a fraction and not a date or a name."""


def digits_at(pieces: Pieces, index: int) -> Numeral | None:
    """Numeral in digits or a fraction glyph at *index*, without its magnitude; None if there is none."""
    piece = pieces.at(index)
    if len(piece.text) > LONGEST:
        return None
    if piece.shape == "glyph":
        value, end = _glyph(piece), index + 1
    else:
        read = _plain(pieces, index)
        if read is None:
            return None
        value, end = read
    return Numeral(index, end, value)


def _glyph(piece: Piece) -> Fraction:
    return Fraction(unicodedata.numeric(piece.text)).limit_denominator(100)


def _plain(pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """(value, end) of the digits at *index* with their groups, exponent or fraction; None if they are no number."""
    for form in (_spaced_groups, _power, _fraction, _mixed):
        read = form(pieces, index)
        if read is not None:
            return read
    value = decimal(pieces.at(index).text)
    return None if value is None else (value, index + 1)


@lru_cache(maxsize=1000)
def decimal(text: str) -> Fraction | None:
    """Value of a run of digits with dots and commas; None for "1.1.1.1" and the like.

    Both "1,234.5" and "1.234,5" are read; a single "1.234" is read as a decimal (see ``dot_thousands``).
    """
    if _GROUPED.fullmatch(text.split(".")[0]) and text.count(".") <= 1:
        return Fraction(text.replace(",", ""))
    if _DOT_GROUPED.fullmatch(text):
        return Fraction(text.replace(".", ""))
    if found := _DOT_GROUPED_COMMA.fullmatch(text):
        return Fraction(f"{found[1].replace('.', '')}.{found[2]}")
    if found := _COMMA_DECIMAL.fullmatch(text):
        return Fraction(f"{found[1]}.{found[2]}")
    if "," in text or text.count(".") > 1:
        return None
    return Fraction("0" + text if text.startswith(".") else text)


def _spaced_groups(pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """Thousands separated by spaces: "1 200 000 people"."""
    text, end = pieces.at(index).text, index + 1
    if not (text.isdecimal() and len(text) <= 3) or text.startswith("0"):
        return None
    while end < index + 6:
        group = pieces.at(end)
        if group.glued or group.shape != "digits" or not re.fullmatch(r"\d{3}(?:\.\d+)?", group.text):
            break
        if pieces.text[group.start - 1 : group.start] != " " or group.start - pieces.at(end - 1).end != 1:
            break
        text, end = text + group.text, end + 1
    following = pieces.at(end)
    if end == index + 1 or (following.glued and following.shape in ("word", "digits")):
        return None
    return Fraction(text), end


def _power(pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """Power of ten: "1e6", "3 x 10^5", "2.5×10⁶", "10⁹"."""
    base = decimal(pieces.at(index).text)
    following = pieces.at(index + 1)
    if base is None:
        return None
    if following.lower == "e" and following.glued and pieces.at(index + 2).glued and not _is_model(pieces, index):
        return _shifted(base, pieces, index + 2)
    if following.lower in ("x", "×", "·", "*") and pieces.at(index + 2).text == "10":
        return _exponent(base, pieces, index + 3)
    return _exponent(Fraction(1), pieces, index + 1) if base == 10 else None


def _is_model(pieces: Pieces, index: int) -> bool:
    """Name of a product with a capital between single digits: "the 7E7"; not "1.5E6", "6E23"."""
    digits = (pieces.at(index).text, pieces.at(index + 2).text)
    return pieces.at(index + 1).text.isupper() and all(len(each) == 1 for each in digits)


def _exponent(factor: Fraction, pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """*factor* times the power of ten whose exponent is at *index*: "^6" or "⁶"."""
    mark = pieces.at(index)
    if not mark.glued:
        return None
    if mark.text == "^":
        return _shifted(factor, pieces, index + 1)
    end, digits = index, ""
    while (
        pieces.at(end).glued
        and len(pieces.at(end).text) == 1
        and pieces.at(end).text in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
        and end < index + 5
    ):
        digits, end = digits + pieces.at(end).text.translate(_SUPERSCRIPT), end + 1
    return _times_ten_to(factor, digits, end)


def _shifted(factor: Fraction, pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    sign = pieces.at(index).text if pieces.at(index).text in MINUS_SIGNS | {"+"} else ""
    index += bool(sign)
    digits = pieces.at(index)
    if digits.shape != "digits" or not digits.glued or not digits.text.isdecimal():
        return None
    return _times_ten_to(factor, ("-" if sign in MINUS_SIGNS else "") + digits.text, index + 1)


def _times_ten_to(factor: Fraction, exponent: str, end: int) -> tuple[Fraction, int] | None:
    if not re.fullmatch(r"-?\d{1,3}", exponent) or abs(int(exponent)) > LONGEST:
        return None
    return factor * Fraction(10) ** int(exponent), end


def _fraction(pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """Fraction with a slash: "3/4 of the votes"."""
    over, slash, under = pieces.at(index), pieces.at(index + 1), pieces.at(index + 2)
    if slash.text not in ("/", "⁄") or not (slash.glued and under.glued and under.shape == "digits"):
        return None
    if not (over.text.isdecimal() and under.text.isdecimal()) or len(over.text) > 2 or len(under.text) > 3:
        return None
    if int(under.text) not in _ORDINARY_PARTS or int(over.text) >= int(under.text) or int(over.text) == 0:
        return None
    return Fraction(int(over.text), int(under.text)), index + 3


def _mixed(pieces: Pieces, index: int) -> tuple[Fraction, int] | None:
    """Mixed number: "1½ hours", "3 1/2 miles", "3-1/2 miles"."""
    whole = pieces.at(index).text
    if not whole.isdecimal():
        return None
    after = index + 2 if pieces.at(index + 1).text == "-" and pieces.at(index + 1).glued else index + 1
    if pieces.at(after).shape == "glyph":
        return int(whole) + _glyph(pieces.at(after)), after + 1
    part = _fraction(pieces, after) if pieces.at(after).shape == "digits" else None
    return None if part is None else (int(whole) + part[0], part[1])
