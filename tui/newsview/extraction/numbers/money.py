"""Currencies beside a numeral: signs and codes before it, codes and names after it, hundredths (cents, pence)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsview.extraction.numbers.lexemes import Piece, Pieces
from newsview.extraction.numbers.tables import table, words

LONGEST_NAME = 4
"""Words of the longest currency name that is looked for ("bosnia-herzegovina convertible marks" is not)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A currency or a hundredth of one, written by the pieces from *first* to before *end*."""

    unit: str
    first: int
    end: int


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes of the currencies in use, and of bitcoin."""
    return words("currencies", "codes") | {"BTC", "ETH", "XBT"}


@cache
def _symbols() -> dict[str, str]:
    """{symbol: code}: CLDR's, then those decided by hand."""
    own: dict[str, Any] = table("currency_defaults")
    return {**table("currencies")["symbols"], **own["symbols"]}


@cache
def _names() -> dict[str, str]:
    """{name in lower case: code}: full names of CLDR, bare ones where one currency bears them, then those by hand."""
    frozen, own = table("currencies"), table("currency_defaults")
    bare: dict[str, str] = {}
    for name, candidates in frozen["bare"].items():
        default = own["bare"].get(name) or own["bare"].get(name.removesuffix("s"))
        bare[name] = candidates[0] if len(candidates) == 1 else default or candidates[0]
    bare = {name: code for name, code in bare.items() if name not in words("currency_defaults", "not_alone")}
    bare |= {"krona": "SEK", "kronor": "SEK", "kroner": "NOK"}
    return {**bare, **frozen["names"], **own["names"]}


def symbol_before(pieces: Pieces, index: int) -> Found | None:
    """The sign or code right before the numeral at *index*: '$8', 'US $8', '$US8', 'RM79', 'USD 10', 'HK$ 5'."""
    before = pieces.at(index - 1)
    if before.text in ("-", "−") and _is_sign(pieces.at(index - 2)) and before.glued:
        index, before = index - 1, pieces.at(index - 2)
    if _is_sign(before):
        return _sign(pieces, index - 1)
    if before.text == "=" and pieces.at(index - 2).text == "Y":
        return Found("JPY", index - 2, index)
    first = index - 1
    letters = before.text
    if letters == "." and before.glued:
        first, letters = index - 2, pieces.at(index - 2).text + "."
    dollar_before = pieces.at(first - 1).text == "$"
    opens = pieces.at(first).shape == "word" and (
        not pieces.at(first).glued or pieces.at(first - 1).text in ("(", "/", "-", "–", "—", "~")
    )
    if not opens and not (letters == "US" and dollar_before):
        return None
    if (
        letters in ("US", "A", "NZ", "CA", "C", "HK", "S")
        and pieces.at(first - 1).text == "$"
        and pieces.at(first).glued
    ):
        return Found(_symbols()[f"{letters}$"], first - 1, index)
    code = _symbols().get(letters)
    if code is not None and (pieces.at(index).glued or letters not in words("currency_defaults", "letters")):
        return Found(code, first, index)
    if letters in codes():
        return Found("BTC" if letters == "XBT" else letters, first, index)
    return None


def _is_sign(piece: Piece) -> bool:
    return piece.shape == "mark" and unicodedata.category(piece.text[0]) == "Sc"


def _sign(pieces: Pieces, sign: int) -> Found:
    """A sign with the letters before it that name the country: 'US$', 'HK $', 'AU $', 'U.S. $'."""
    text = pieces.at(sign).text
    letters = pieces.at(sign - 1)
    if letters.shape == "word" and letters.text.isupper():
        code = _symbols().get(letters.text + text)
        if code is not None and (pieces.at(sign).glued or len(letters.text) > 1):
            return Found(code, sign - 1, sign + 1)
    return Found(_symbols().get(text, "USD"), sign, sign + 1)


def name_after(pieces: Pieces, index: int) -> Found | None:
    """The code or name at *index*, right after a numeral: 'USD', 'Hong Kong dollars', '€', 'cents', 'p'."""
    at = index + 1 if pieces.at(index).text == "-" and pieces.at(index).glued else index
    piece = pieces.at(at)
    following = pieces.at(at + 1)
    if _is_sign(piece) and not (following.glued and following.shape == "digits"):
        unit = "cent" if piece.text == "¢" else _symbols().get(piece.text)
        return None if unit is None else Found(unit, at, at + 1)
    if piece.shape != "word":
        return None
    for length in range(LONGEST_NAME, 0, -1):
        parts = [pieces.at(each) for each in range(at, at + length)]
        if any(part.shape not in ("word", "mark") for part in parts):
            continue
        name = "".join(("" if part.glued or position == 0 else " ") + part.lower for position, part in enumerate(parts))
        code = _names().get(name)
        if code is not None and not (length == 1 and name in ("won", "real")):
            return Found(code, at, at + length)
    return _code_or_hundredth(pieces, index, at)


def _code_or_hundredth(pieces: Pieces, index: int, at: int) -> Found | None:
    piece, own = pieces.at(at), table("currency_defaults")
    if piece.text in codes():
        return Found("BTC" if piece.text == "XBT" else piece.text, at, at + 1)
    if piece.lower in own["hundredths"]:
        return Found(own["hundredths"][piece.lower], at, at + 1)
    if piece.glued and at == index and piece.text in own["glued_hundredths"] and not _continues(pieces, at):
        return Found(own["glued_hundredths"][piece.text], at, at + 1)
    if piece.text in ("R", "RM", "RMB", "Rs", "kr", "zł", "Kč", "Ft", "TL"):
        return Found(_symbols()[piece.text], at, at + 1)
    if piece.lower == "won" and pieces.token(at).tag_.startswith("NN"):
        return Found("KRW", at, at + 1)
    return None


def _continues(pieces: Pieces, at: int) -> bool:
    """Whether letters or digits are glued to the piece *at*."""
    following = pieces.at(at + 1)
    return following.glued and following.shape in ("word", "digits")
