"""Currencies beside a numeral: signs and codes before it, codes and names after it, hundredths (cents, pence)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from newsview.extraction.lexical.characters import MINUS_SIGNS
from newsview.extraction.numbers.lexicon import MONEY
from newsview.extraction.numbers.pieces import Piece, Pieces
from newsview.model.data_files import rows

LONGEST_NAME = 4
"""Words of the longest currency name read ("bosnia-herzegovina convertible marks" is not)."""
OPENING = frozenset({"(", "[", "/", "-", "–", "—", "~", "“", '"', "‘", "'", "+"})
"""Marks to which a code may be attached: "(US$5)"."""


class Found(NamedTuple):
    """Currency, or hundredth of one, written by the pieces from *first* to before *end*.

    *scale* is the factor of a magnitude letter in the code: a million for "30 MUSD".
    """

    unit: str
    first: int
    end: int
    scale: int = 1


class _Currencies(NamedTuple):
    """CLDR's currencies: codes in use, {symbol: code}, {full name: code}, {last word of a name: its codes}."""

    codes: frozenset[str]
    symbols: dict[str, str]
    names: dict[str, str]
    bare: dict[str, list[str]]


@cache
def _currencies() -> _Currencies:
    listed: dict[str, dict[str, str]] = {"code": {}, "symbol": {}, "name": {}, "bare": {}}
    for what, written, code in rows(__package__, "currencies", columns=3):
        listed[what][written] = code
    bare = {name: candidates.split() for name, candidates in listed["bare"].items()}
    return _Currencies(frozenset(listed["code"]), listed["symbol"], listed["name"], bare)


@cache
def codes() -> dict[str, str]:
    """{code as written: ISO 4217 code} of the currencies in use and main cryptocurrencies, without ordinary words."""
    written = _currencies().codes - MONEY.wordlike_codes
    lower = {code: _symbols().get(code.upper(), code.upper()) for code in MONEY.lower_codes}
    return {**{code: code for code in written}, **lower, "BTC": "BTC", "ETH": "ETH", "XBT": "BTC"}


@cache
def _symbols() -> dict[str, str]:
    """{symbol: code}: CLDR's symbols, overridden by ours."""
    return {**_currencies().symbols, **MONEY.symbols}


@cache
def _names() -> dict[str, str]:
    """{name in lower case: code}: CLDR's full names, unambiguous or default short names, then ours."""
    bare: dict[str, str] = {}
    for name, candidates in _currencies().bare.items():
        default = MONEY.bare.get(name) or MONEY.bare.get(name.removesuffix("s"))
        bare[name] = candidates[0] if len(candidates) == 1 else default or candidates[0]
    bare = {name: code for name, code in bare.items() if name not in MONEY.not_alone}
    return {**bare, **_currencies().names, **MONEY.names}


@cache
def _first_words() -> frozenset[str]:
    """First words of the names, as far as their first hyphen, full stop or other mark."""
    return frozenset(re.split(r"[\W\d_]", name, maxsplit=1)[0] for name in _names())


def is_sign(piece: Piece) -> bool:
    """Whether *piece* is a currency sign: $, £, €, ₹."""
    return piece.shape == "mark" and unicodedata.category(piece.text[0]) == "Sc"


def symbol_before(pieces: Pieces, index: int) -> Found | None:
    """Sign or code directly before the numeral at *index*: "$8", "US $8", "$US8", "$-8", "RM79", "USD 10", "Rs. 5"."""
    last = index - 1
    if pieces.at(last).text in MINUS_SIGNS and pieces.at(last).glued and is_sign(pieces.at(last - 1)):
        last -= 1
    if is_sign(pieces.at(last)):
        return _sign(pieces, last)
    if pieces.at(last).text == "=" and pieces.at(last - 1).text in ("Y", "£"):  # ASCII for the yen sign
        return Found("JPY", last - 1, index)
    return _letters(pieces, index)


def _sign(pieces: Pieces, sign: int) -> Found:
    """Sign with the letters of its country: "US$", "HK $", "cad$", "U.S. $"."""
    text, letters = pieces.at(sign).text, pieces.at(sign - 1)
    first = sign - 1
    if letters.text == "." and pieces.word(sign - 2) == "s" and pieces.word(sign - 4) == "u":
        return Found("USD", sign - 4, sign + 1)
    if letters.shape == "word" and not (letters.glued and pieces.at(first - 1).shape == "word") and text == "$":
        code = (
            _symbols().get(letters.text + "$")
            or _symbols().get(letters.text.upper() + "$")
            or codes().get(letters.text.upper())
        )
        if code is not None and (
            pieces.at(sign).glued or len(letters.text) > 1 or letters.text in ("C", "S", "R", "c")
        ):
            return Found(code, first, sign + 1)
    return Found(_symbols().get(text, "USD"), sign, sign + 1)


def _letters(pieces: Pieces, index: int) -> Found | None:
    """Code in letters before the numeral: "RM79", "USD 10m", "Rs. 500", "$US160"."""
    first = index - 1
    letters = pieces.at(first)
    text = letters.text
    if text == "." and letters.glued:
        first, letters, text = index - 2, pieces.at(index - 2), pieces.at(index - 2).text + "."
    if letters.shape != "word":
        return None
    if letters.glued and pieces.at(first - 1).text == "$" and f"{text}$" in _symbols():
        return Found(_symbols()[f"{text}$"], first - 1, index)
    if letters.glued and pieces.at(first - 1).text not in OPENING:
        return None
    code = _symbols().get(text)
    if code is not None and (pieces.at(index).glued or text not in MONEY.letters):
        return None if len(text) == 1 and _is_formula(pieces, index) else Found(code, first, index)
    code = codes().get(text)
    return None if code is None else Found(code, first, index)


def _is_formula(pieces: Pieces, index: int) -> bool:
    """Whether the digit at *index* makes a letter a formula or a name: "nitrogen (N2)"; not "R5 million"."""
    following = pieces.at(index + 1)
    magnitude = following.lower in MONEY.magnitudes or (following.glued and following.shape == "word")
    return len(pieces.at(index).text) == 1 and not magnitude


def name_after(pieces: Pieces, index: int) -> Found | None:
    """Code or name at *index*, directly after a numeral: "USD", "Hong Kong dollars", "€", "cents", "p"."""
    at = index + 1 if pieces.at(index).text == "-" and pieces.at(index).glued else index
    piece, following = pieces.at(at), pieces.at(at + 1)
    if is_sign(piece) and not (following.glued and following.shape == "digits"):
        unit = "cent" if piece.text == "¢" else _symbols().get(piece.text)
        return None if unit is None else Found(unit, at, at + 1)
    if piece.shape != "word":
        return None
    return _name(pieces, at) or _code(pieces, at) or _hundredth(pieces, index, at)


def _name(pieces: Pieces, at: int) -> Found | None:
    """Longest currency name at *at*."""
    best: Found | None = None
    name = ""
    for end in range(at, at + LONGEST_NAME if pieces.word(at) in _first_words() else at):
        piece = pieces.at(end)
        if piece.shape not in ("word", "mark"):
            break
        name += piece.lower if piece.glued or end == at else f" {piece.lower}"
        if name in _names():
            best = Found(_names()[name], at, end + 1)
    if best is None and pieces.word(at) == "won" and _is_noun_won(pieces, at):
        return Found("KRW", at, at + 1)
    return best


def _is_noun_won(pieces: Pieces, at: int) -> bool:
    """Won as a currency: "1.2 million won", "50,000 won."; not "the 300 won the cup"."""
    if pieces.token(at).tag_.startswith("NN"):
        return True
    if pieces.word(at - 1) in MONEY.before_won:  # '79.1 trillion won in the period'
        return True
    thousands = pieces.word(at - 1) in MONEY.magnitudes or "," in pieces.word(at - 1)
    return thousands and pieces.at(at + 1).shape != "word"


def _code(pieces: Pieces, at: int) -> Found | None:
    """Code after the numeral: "USD", "RMB", "元"; with a magnitude: "MUSD", "kEUR"."""
    text = pieces.at(at).text
    following = pieces.at(at + 1)
    if following.glued and following.shape == "digits":
        return None
    if text in codes() and not (following.shape == "digits" and text.islower()):
        return Found(codes()[text], at, at + 1)
    if text in ("R", "RM", "RMB", "Rs", "kr", "zł", "Kč", "Ft", "TL") or (text in _symbols() and not text.isascii()):
        return Found(_symbols()[text], at, at + 1)
    scale = {"k": 1000, "T": 1000, "K": 1000, "M": 10**6, "m": 10**6, "B": 10**9, "b": 10**9}.get(text[:1])
    if scale is not None and len(text) == 4 and text[1:] in codes():
        return Found(codes()[text[1:]], at, at + 1, scale)
    return None


def _hundredth(pieces: Pieces, index: int, at: int) -> Found | None:
    """Hundredth of a currency: "50 cents", "20 pence", "200p", "50c"."""
    piece = pieces.at(at)
    if piece.lower == "u" and pieces.words(at + 1, at + 4) == (".", "s", "."):  # '1.8 U.S. cents'
        coin = MONEY.hundredths.get(pieces.word(at + 4))
        return None if coin is None else Found(coin, at, at + 5)
    coin = MONEY.hundredths.get(pieces.word(at + 1))
    if coin is not None and (piece.text.isupper() or piece.text in MONEY.coin_countries):  # '70 US cents'
        return Found(coin, at, at + 2)
    if piece.lower in MONEY.hundredths:
        return Found(MONEY.hundredths[piece.lower], at, at + 1)
    following = pieces.at(at + 1)
    if not piece.glued or at != index or (following.glued and following.shape in ("word", "digits")):
        return None
    unit = MONEY.glued_hundredths.get(piece.text)
    return None if unit is None else Found(unit, at, at + 1)
