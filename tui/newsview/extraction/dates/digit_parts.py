"""Days, years and decades in digits, and the check whether digits are part of a longer number."""

from __future__ import annotations

from newsview.extraction.dates.part_class import Found, Reader
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import ADJACENT, Lexemes


def follows_number(lex: Lexemes, at: int) -> bool:
    """Whether the number at *at* is the end of a longer one: "1,234", "£2012", "#2012", "3.14"."""
    if at == 0 or lex.joins[at] != ADJACENT:
        return False
    before = lex.low[at - 1]
    if before in {"$", "£", "€", "¥", "₹", "#", "@", "%", "_", "=", "&"}:
        return True
    return before in {",", ".", ":"} and at > 1 and lex.joins[at - 1] == ADJACENT and lex.is_number(at - 2)


def number_goes_on(lex: Lexemes, end: int) -> bool:
    """Whether the number before *end* is the start of a longer expression: "2,012", "11.5", "5%", "20th", "10k"."""
    if lex.joins[end] != ADJACENT:
        return lex.low[end] == "%"
    low = lex.low[end]
    if low in {"%", "°", "º", "$", "€", "£", "#", "_", "@"}:
        return True
    if low in {",", "."}:
        return lex.joins[end + 1] == ADJACENT and lex.is_number(end + 1)
    return low.isalpha() or (low == ":" and lex.joins[end + 1] == ADJACENT and lex.is_number(end + 1))


def day(lex: Lexemes, at: int) -> Found:
    """Day of the month in digits: "11", "11th"."""
    value = lex.number(at, 2)
    if value is None or not 1 <= value <= 31 or follows_number(lex, at):
        return None
    end = at + 1
    if lex.joins[end] == ADJACENT and lex.low[end] in FUNCTION.ordinal_endings:
        return end + 1, value
    return None if number_goes_on(lex, end) else (end, value)


def year(lex: Lexemes, at: int) -> Found:
    """Year: four digits, or two after an apostrophe ("'87")."""
    if lex.low[at] == "'":
        short = lex.number(at + 1, 2)
        if short is None or lex.keys[at + 1] != "#2" or lex.joins[at + 1] != ADJACENT or number_goes_on(lex, at + 2):
            return None
        return at + 2, full_year(short)
    if lex.keys[at] != "#4" or follows_number(lex, at) or number_goes_on(lex, at + 1):
        return None
    value = int(lex.low[at])
    return (at + 1, value) if 1000 <= value < 2200 else None


def full_year(short: int) -> int:
    """The year of two digits, from 1970 to 2069."""
    return short + (2000 if short < 70 else 1900)


def short_decade(lex: Lexemes, at: int) -> Found:
    """Decade in digits, a multiple of ten: "1990s", "'90s", "90s"."""
    value = lex.number(at, 4)
    if value is None or value % 10 or lex.keys[at] not in {"#2", "#4"} or follows_number(lex, at):
        return None
    end = at + 1
    if lex.low[end] == "'" and lex.joins[end] == ADJACENT:
        end += 1
    return (end + 1, value) if lex.low[end] == "s" and lex.joins[end] == ADJACENT else None


def digits(most: int, *, exact: bool = False) -> Reader:
    """A reader of bare digits: at most *most*, or with *exact* that many."""

    def read(lex: Lexemes, at: int) -> Found:
        """The digits at *at* as a number."""
        value = lex.number(at, most)
        return (at + 1, value) if value is not None and (not exact or len(lex.low[at]) == most) else None

    return read
